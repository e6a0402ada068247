"""What I said at a meeting that I would do for people, within the reflection form."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from netjournal.model.follow_up import FollowUp
from netjournal.model.meeting import ReflectionForm
from netjournal.text import clean_line, visible
from netjournal.ui.widgets.day_field import DayField
from netjournal.ui.widgets.entries import Entries
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.fold_part import names_in, put_names
from netjournal.ui.widgets.noted import Noted, NotedFollowUp
from netjournal.ui.widgets.present import Present
from netjournal.ui.widgets.whom import Whom
from netjournal.when import say_day

_DUE = "fri, in 2 weeks, 3 Dec; or blank"


class FollowUpsPart(Entries[NotedFollowUp]):
    """For whom, what, and until when."""

    PART = "follow_ups"
    ANOTHER = "another follow-up"

    def fields(self) -> Sequence[Field]:
        """For whom it is, what is to be done, and until when it can wait."""
        self._contact = Whom(alone=True, newcomers=True, id="follow_ups-contact")
        self._what = Line(id="follow_ups-what", placeholder="what you said you would do")
        self._due = DayField("Due", "follow_ups-due", self.today, prefer="future", hint=_DUE)
        return (Field("Follow up with", self._contact), Field("To do", self._what), self._due)

    def another(self) -> NotedFollowUp:
        """A blank one."""
        return NotedFollowUp()

    def read(self) -> NotedFollowUp:
        """The one in the fields."""
        return NotedFollowUp(
            contact=names_in(self._contact),
            what=self._what.value,
            due=self._due_line.value,
            on=f"{self.today}",
        )

    def write(self, entry: NotedFollowUp) -> None:
        """Shows one in the fields; a day typed on another day as it was meant then."""
        put_names(self._contact, entry.contact)
        self._what.value = entry.what
        on = date.fromisoformat(entry.on) if entry.on else self.today
        self._due_line.value = self._due.retold(entry.due, on)

    def fill(self, noted: Noted) -> None:
        """Shows those noted."""
        if noted.follow_ups != self.noted:
            self.noted = noted.follow_ups

    def put_into(self, noted: Noted) -> Noted:
        """With those noted here."""
        return replace(noted, follow_ups=self.noted)

    def tell(self, form: ReflectionForm, present: Present) -> None:  # noqa: ARG002
        """Shows what is open already for those who were there."""
        self.remember([self._said(follow_up) for follow_up in form.follow_ups])

    @property
    def _due_line(self) -> Line:
        return self.query_one("#follow_ups-due", Line)

    def _said(self, follow_up: FollowUp) -> str:
        due = f" by {say_day(follow_up.due, self.today)}" if follow_up.due else ""
        return f"{visible(follow_up.name)}: {visible(clean_line(follow_up.what))}{due} · open"
