"""Who was invited to a meeting and whether they came, within the reflection form."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from textual.app import ComposeResult
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.model.meeting import ReflectionForm
from netjournal.model.occasion import Occasion
from netjournal.text import visible
from netjournal.ui.widgets.answers import Answers
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.fold_part import FoldPart, names_in, put_names
from netjournal.ui.widgets.noted import Noted
from netjournal.ui.widgets.present import Present
from netjournal.ui.widgets.whom import Whom
from netjournal.when import say_range


class InvitationsPart(FoldPart):
    """Those to this meeting, to be answered, and new ones to the next."""

    DEFAULT_CSS = """
    InvitationsPart {
        .invitations--next { color: $text-muted; }
        .invitations--problem { display: none; color: $text-error; }
        .invitations--problem.-shown { display: block; }
    }
    """

    _answers = query_one(Answers)
    _next = query_one(".invitations--next", Static)
    _problem = query_one(".invitations--problem", Static)
    _field = query_one(Field)
    _whom = query_one(Whom)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._noted = Noted()
        self._form: ReflectionForm | None = None
        self._present = Present()

    def compose(self) -> ComposeResult:
        """The invitations to this meeting, and whom I invited to the next."""
        yield Static(markup=False, classes="invitations--problem")
        yield Answers()
        yield Static(markup=False, classes="invitations--next")
        yield Field("Invited", Whom(newcomers=True, id="invitations-invited"))

    def fill(self, noted: Noted) -> None:
        """Shows the answers, and whom I invited."""
        self._noted = noted
        if self._laid_out:
            self.lay_out()

    def put_into(self, noted: Noted) -> Noted:
        """With what is entered here."""
        return replace(noted, answers=self._noted.answers, invited=self._noted.invited)

    def tell(self, form: ReflectionForm, present: Present) -> None:
        """Shows the invitations, and which meeting is the next."""
        self._form, self._present = form, present
        if self._laid_out:
            self._ask()

    def lay_out(self) -> None:
        """Shows all of it."""
        self._answers.given = dict(self._noted.answers)
        put_names(self._whom, self._noted.invited)
        self._ask()

    def follow(self) -> None:
        """Notices whom I invited."""
        self.watch(self._whom, "value", self._note, init=False)
        self.watch(self._whom.line, "value", self._note, init=False)

    def entry(self) -> Widget:
        """The answers, while one is wanted."""
        return self._answers if self._answers.can_focus else self._whom

    def refuse(self, wrong: Mapping[str, str]) -> Widget | None:
        """Says what is wrong with the answers, or with whom I invited."""
        self._problem.update(f"✗ {wrong.get('answers', '')}")
        self._problem.set_class("answers" in wrong, "-shown")
        self._field.refuse(wrong.get("invited", ""))
        if "answers" in wrong:
            return self._answers
        return self._whom if "invited" in wrong else None

    def on_answers_changed(self, event: Answers.Changed) -> None:
        """Keeps the answers."""
        event.stop()
        self._note()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Is noticed by the value itself."""
        event.stop()

    def _note(self) -> None:
        answers, invited = tuple(sorted(self._answers.given.items())), names_in(self._whom)
        if (answers, invited) != (self._noted.answers, self._noted.invited):
            self._noted = replace(self._noted, answers=answers, invited=invited)
            self.post_message(self.Changed())

    def _ask(self) -> None:
        if self._form is not None:
            self._next.update(_said(self._form, self._today))
            self._show_field(self._form.next_meeting is not None or bool(self._whom.value))
            self._answers.ask(self._form.invitations, self._present)

    def _show_field(self, shown: bool) -> None:
        if not shown and self._field.has_focus_within:
            # The keys of the form are heard only while the focus is somewhere in it.
            self.screen.focus_previous()
        self._field.display = shown


def _said(form: ReflectionForm, today: date) -> str:
    if form.next_meeting is not None:
        return f"To the next meeting, {_when(form.next_meeting, today)}:"
    if form.occasion.group_id is None:
        return ""
    return f"No next meeting of {visible(form.occasion.name)} is planned to invite to."


def _when(meeting: Occasion, today: date) -> str:
    return say_range(meeting.start, meeting.duration_minutes, today)
