"""The schedule editor: words for when a group meets, and the dates they mean."""

from dataclasses import replace
from datetime import date, datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from netjournal.errors import InvalidError
from netjournal.model.rule_words import rule_in_words
from netjournal.model.schedule import Schedule, dates, describe, next_starts
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.schedule_words import ScheduleWords
from netjournal.when import read_nearest_date, say_day

DATES_SHOWN = 3
ALWAYS = "always"
"""What is typed for a schedule that also replaces those of the past."""

_NO_TIME_YET = "23:59"
_YEAR = 365


class ScheduleEditor(Vertical):
    """Fields for a schedule, and beneath them what they mean."""

    DEFAULT_CSS = """
    ScheduleEditor {
        height: auto;
        #preview {
            margin: 0 0 0 17;
            height: 4;
            color: $text-muted;
        }
    }
    """

    preview = query_one("#preview", Static)

    def __init__(self, schedule: Schedule | None, now: datetime) -> None:
        """`schedule` is the one in force, if there is one."""
        super().__init__()
        self._begun = ScheduleWords.of(schedule)
        self._known = schedule is not None
        self._now = now
        self._unreadable = False

    def compose(self) -> ComposeResult:
        """A line for each part; the day a change holds from is asked once something changed."""
        begun = self._begun
        yield Field("Meets", Line(begun.rule, id="rule", placeholder="every second Thursday"))
        yield Field("At", Line(begun.start_time, id="start_time", placeholder="07:00"))
        yield Field("For", Line(begun.duration_minutes, id="duration_minutes", placeholder="90"))
        yield Field("A date it meets", Line(begun.anchor, id="anchor"))
        yield Static(id="preview", markup=False)
        yield Field("New times from", Line("today", id="applies_from", placeholder=ALWAYS))

    def on_mount(self) -> None:
        """Shows what the schedule means from the start."""
        self._show()

    @property
    def changed(self) -> bool:
        """Whether something else is typed than what it opened with."""
        return self.words() != self._begun

    def words(self) -> ScheduleWords:
        """What is typed; an old date no longer counts once the days were changed."""
        names = ("rule", "start_time", "duration_minutes", "anchor")
        words = ScheduleWords(**{name: self.query_one(f"#{name}", Line).value for name in names})
        stale = words.rule != self._begun.rule and words.anchor == self._begun.anchor
        return replace(words, anchor="") if stale else words

    def schedule(self) -> Schedule | None:
        """The schedule meant; InvalidError says at which fields it can't be understood."""
        return self.words().read(self._now.date())

    def applies_from(self) -> date | None:
        """The day a changed schedule holds from; None to replace those of the past too."""
        typed = self.query_one("#applies_from", Line).value
        if not self._known or typed.strip().casefold() == ALWAYS:
            return None
        try:
            return read_nearest_date(typed or "today", self._now.date())
        except InvalidError as problem:
            raise InvalidError({"applies_from": str(problem)}) from None

    def hush(self) -> None:
        """Says what is wrong no more until something else is typed: it stands at the fields now."""
        if self._unreadable:
            self.preview.update("")

    @on(Input.Changed)
    def _show(self) -> None:
        meaning, anchor = self._meaning()
        self.preview.update(meaning)
        self.query_one("#anchor", Line).placeholder = anchor
        applies_from = self.query_one("#applies_from", Line).query_ancestor(Field)
        applies_from.display = self._known and self.changed

    def _meaning(self) -> tuple[Content, str]:
        """What is typed means, and the date it goes by, in words."""
        words, today = self.words(), self._now.date()
        timed = replace(words, start_time=words.start_time or _NO_TIME_YET)
        try:
            schedule = timed.read(today) if words != ScheduleWords() else None
        except InvalidError as problem:
            self._unreadable = True
            return Content.styled(str(problem), "$text-warning"), ""
        self._unreadable = False
        if schedule is None:
            return Content("Blank, if it has no fixed days."), ""
        said = describe(schedule) if words.start_time else rule_in_words(schedule.rule, today)
        return _dates(schedule, said, self._now), say_day(schedule.anchor, today)


def _dates(schedule: Schedule, said: str, now: datetime) -> Content:
    today = now.date()
    coming = [say_day(start.date(), today) for start in next_starts((schedule,), now, DATES_SHOWN)]
    since = date.fromordinal(today.toordinal() - _YEAR)
    gone = [start for start in dates((schedule,), since, today) if start <= now]
    past = f"\nlast  {say_day(gone[-1].date(), today)}" if gone else ""
    return Content.assemble(
        (said, "$text-success"),
        "\nnext  ",
        (" · ".join(coming) or "never again", "bold $foreground"),
        past,
    )
