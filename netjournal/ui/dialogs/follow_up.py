"""Asks what is to be done for someone, and until when it can wait."""

from dataclasses import replace
from datetime import date

from textual.app import ComposeResult

from netjournal.model.follow_up import Fit, FollowUp, FollowUpDraft
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.refusals import Refusals
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.day_field import DayField
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.whom import Named
from netjournal.ui.widgets.yes_no import YES_NO, answer, word

_DUE = "fri, in 2 weeks, 3 Dec; or blank"


class FollowUpDialog(FormDialog[FollowUpDraft]):
    """A form for a new follow-up, or for one to change."""

    FORM = "follow-up"

    def __init__(self, today: date, person: Named, follow_up: FollowUp | None = None) -> None:
        """`person` is whom it is for; `follow_up` is the one to change."""
        super().__init__()
        self._today = today
        self._old: FollowUpDraft = follow_up or FollowUpDraft(contact_id=person.id, what="")
        self.heading = f"Follow up with {person.name}"
        self.about = {"follow_up_id": follow_up.id} if follow_up else {"contact_id": person.id}

    def fields(self) -> ComposeResult:
        """What, until when, and for how good a prospect; of one that is done, how it ended."""
        old = self._old
        what = Line(old.what, id="what", placeholder="what you said you would do")
        yield Field("To do", what)
        self._due = DayField("Due", "due", self._today, prefer="future", day=old.due, hint=_DUE)
        yield self._due
        yield Field("As a prospect", Choice(tuple(Fit), id="fit").with_value(old.fit))
        if old.done_on is not None:
            self._done = DayField("Done", "done_on", self._today, prefer="past", day=old.done_on)
            yield self._done
            answered = Choice(YES_NO, id="answered").with_value(word(old.answered))
            yield Field("They answered", answered)

    def draft(self) -> FollowUpDraft:
        """The follow-up as typed; InvalidError names every field that can't be read."""
        wrong, was_done = Refusals(), self._old.done_on is not None
        due = wrong.read(lambda: self._due.day)
        done_on = wrong.read(lambda: self._done.needed) if was_done else None
        wrong.end()
        fit = self.chosen("fit")
        return replace(
            draft_of(self._old),
            what=self.text("what"),
            due=due,
            fit=Fit(fit) if fit else None,
            done_on=done_on,
            answered=answer(self.chosen("answered")) if was_done else None,
        )


class SnoozeDialog(FormDialog[date]):
    """Asks until when a follow-up can wait."""

    FORM = "snooze"

    def __init__(self, today: date, follow_up: FollowUp) -> None:
        super().__init__()
        self._today = today
        self.heading = f"Snooze: {follow_up.what}"
        self.about = {"follow_up_id": follow_up.id}

    def fields(self) -> ComposeResult:
        """The day."""
        self._until = DayField("Until", "due", self._today, prefer="future", hint=_UNTIL)
        yield self._until

    def draft(self) -> date:
        """The day typed."""
        return self._until.needed


_UNTIL = "tomorrow, mon, in 2 weeks"


def draft_of(follow_up: FollowUpDraft) -> FollowUpDraft:
    """Only what a person said of a follow-up, without what the journal added."""
    return FollowUpDraft(
        contact_id=follow_up.contact_id,
        what=follow_up.what,
        due=follow_up.due,
        fit=follow_up.fit,
        done_on=follow_up.done_on,
        answered=follow_up.answered,
    )
