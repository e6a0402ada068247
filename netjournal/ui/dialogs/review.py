"""Asks what to make of a week: what was kept, what to note, and what to intend."""

from textual.app import ComposeResult
from textual.getters import query_one

from netjournal.model.review import Kept, LookBack, ReviewDraft
from netjournal.text import visible
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field, Line, Paragraph
from netjournal.ui.widgets.ticks import Ticks
from netjournal.when import say_day


class ReviewDialog(FormDialog[ReviewDraft]):
    """A form for the review of one week; habits first, for they need no words."""

    DEFAULT_CSS = """
    ReviewDialog .form { width: 84; }
    """
    FORM = "review"
    AUTO_FOCUS = "Ticks, Choice, Line"

    _ticks = query_one("#habits", Ticks)

    def __init__(self, look: LookBack) -> None:
        """`look` is the week looked back on, with its review if it has one."""
        super().__init__()
        self._week = look.period.first
        self._before: ReviewDraft = look.review or ReviewDraft(week=self._week)
        self._habits = tuple(habit.text for habit in look.habits)
        self._last = look.before
        self.heading = f"Review of the week of {say_day(self._week, look.now.date())}"
        self.about = {"week": f"{self._week}"}

    def fields(self) -> ComposeResult:
        """Habits, last week's intention, the note, and the next intention."""
        if self._habits:
            ticks = Ticks(self._habits, id="habits").with_value(self._before.habits)
            yield Field("Habits kept", ticks)
        if self._last is not None and self._last.intention:
            kept = Choice(tuple(Kept), id="kept").with_value(self._before.kept)
            yield (field := Field("Intention kept", kept))
            self.call_after_refresh(field.say, f"It was: {visible(self._last.intention)}")
        yield Field(
            "Next intention",
            Line(self._before.intention, id="intention", placeholder="one, for the week to come"),
        )
        note = Paragraph(self._before.note, id="note", placeholder="what you make of the week")
        yield Field("Note", note)

    def draft(self) -> ReviewDraft:
        """The review as entered."""
        kept = self._kept()
        return ReviewDraft(
            week=self._week,
            note=self.text("note"),
            intention=self.text("intention"),
            kept=Kept(kept) if kept else None,
            habits=self._ticks.ticked if self._habits else self._before.habits,
        )

    def _kept(self) -> str | None:
        asked = self.query("#kept")
        return self.chosen("kept") if asked else self._before.kept
