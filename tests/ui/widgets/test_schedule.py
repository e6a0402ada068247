"""The schedule editor while one types."""

from datetime import date, datetime, time

import pytest
from textual.app import App, ComposeResult
from textual.getters import query_one

from netjournal.errors import InvalidError
from netjournal.model.schedule import Schedule
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.schedule import ScheduleEditor

NOW = datetime.fromisoformat("2026-11-18T09:30")
FORTNIGHTLY = Schedule(
    rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    anchor=date(2026, 11, 10),
    start_time=time(7),
    duration_minutes=90,
)


class Editing(App[None]):
    """The editor by itself."""

    editor = query_one(ScheduleEditor)

    def __init__(self, schedule: Schedule | None) -> None:
        super().__init__()
        self._schedule = schedule

    def compose(self) -> ComposeResult:
        """The editor."""
        yield ScheduleEditor(self._schedule, NOW)

    def type(self, name: str, words: str) -> None:
        """Types into one of the fields."""
        self.query_one(f"#{name}", Line).value = words

    @property
    def preview(self) -> str:
        """What it says the words mean."""
        return str(self.editor.preview.content)

    @property
    def asks_from_when(self) -> bool:
        """Whether it asks from which day other times hold."""
        return self.query_one("#applies_from", Line).query_ancestor(Field).display


async def test_the_next_three_dates_show_while_one_types() -> None:
    app = Editing(None)
    async with app.run_test() as pilot:
        app.type("rule", "every second thursday")
        await pilot.pause()
        assert "Thu 19 Nov · Thu 3 Dec · Thu 17 Dec" in app.preview
        assert "last  Thu 5 Nov" in app.preview
        app.type("start_time", "7pm")
        app.type("duration_minutes", "90")
        await pilot.pause()
        assert "every second Thursday, 19:00–20:30" in app.preview


async def test_a_date_it_meets_moves_the_weeks() -> None:
    app = Editing(None)
    async with app.run_test() as pilot:
        app.type("rule", "every second thursday")
        app.type("anchor", "last thu")
        await pilot.pause()
        assert "Thu 26 Nov · Thu 10 Dec · Thu 24 Dec" in app.preview


async def test_what_cannot_be_read_is_said_while_one_types() -> None:
    app = Editing(None)
    async with app.run_test() as pilot:
        app.type("rule", "now and then")
        await pilot.pause()
        assert "every second Thursday" in app.preview
        assert "next" not in app.preview
        app.editor.hush()
        assert app.preview == ""


async def test_a_schedule_opens_in_words_and_unchanged() -> None:
    app = Editing(FORTNIGHTLY)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.query_one("#rule", Line).value == "every second Tuesday"
        assert app.editor.schedule() == FORTNIGHTLY
        assert not app.editor.changed
        assert not app.asks_from_when


async def test_other_times_hold_from_today_unless_said_otherwise() -> None:
    app = Editing(FORTNIGHTLY)
    async with app.run_test() as pilot:
        app.type("start_time", "8")
        await pilot.pause()
        assert app.editor.changed
        assert app.asks_from_when
        assert app.editor.applies_from() == date(2026, 11, 18)
        app.type("applies_from", "1 Dec")
        assert app.editor.applies_from() == date(2026, 12, 1)
        app.type("applies_from", "always")
        assert app.editor.applies_from() is None
        app.type("applies_from", "whenever")
        with pytest.raises(InvalidError) as refusal:
            app.editor.applies_from()
        assert set(refusal.value.fields) == {"applies_from"}


async def test_an_old_date_does_not_hold_for_other_days() -> None:
    app = Editing(FORTNIGHTLY)
    async with app.run_test() as pilot:
        app.type("rule", "every second thursday")
        await pilot.pause()
        schedule = app.editor.schedule()
        assert schedule is not None
        assert schedule.anchor == date(2026, 11, 19)


async def test_a_first_schedule_holds_for_the_past_too() -> None:
    app = Editing(None)
    async with app.run_test() as pilot:
        app.type("rule", "tuesdays")
        await pilot.pause()
        assert not app.asks_from_when
        assert app.editor.applies_from() is None
