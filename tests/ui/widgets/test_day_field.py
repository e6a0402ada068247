"""A day typed in natural words."""

from datetime import date

import pytest
from textual.app import App, ComposeResult
from textual.getters import query_one

from netjournal.errors import InvalidError
from netjournal.ui.widgets.day_field import DayField
from netjournal.when import Prefer
from tests.ui.test_app import shown

TODAY = date(2026, 11, 18)


class Asking(App[None]):
    """The field by itself."""

    field = query_one(DayField)

    def __init__(self, prefer: Prefer = "future", day: date | None = None) -> None:
        super().__init__()
        self._prefer: Prefer = prefer
        self._day = day

    def compose(self) -> ComposeResult:
        """The field."""
        yield DayField("Due", "due", TODAY, prefer=self._prefer, day=self._day)


@pytest.mark.parametrize(
    ("prefer", "typed", "day", "said"),
    [
        ("future", "fri", date(2026, 11, 20), "= Fri 20 Nov, in 2 days"),
        ("future", "in 2 weeks", date(2026, 12, 2), "= Wed 2 Dec, in 14 days"),
        ("past", "fri", date(2026, 11, 13), "= Fri 13 Nov, 5 days ago"),
        ("future", "yesterday", date(2026, 11, 17), "= Tue 17 Nov, yesterday"),
        ("future", "12 Nov", date(2026, 11, 12), "= Thu 12 Nov, 6 days ago"),
        ("future", "3 Mar", date(2027, 3, 3), "= Wed 3 Mar 2027, in 3 months"),
    ],
)
async def test_it_says_which_day_it_understands(
    prefer: Prefer, typed: str, day: date, said: str
) -> None:
    app = Asking(prefer)
    async with app.run_test() as pilot:
        await pilot.press("tab", *typed)
        await pilot.pause()
        assert app.field.day == day
        assert said in shown(app)


async def test_a_blank_is_no_day_and_only_refused_where_one_is_needed() -> None:
    app = Asking()
    async with app.run_test():
        assert app.field.day is None
        with pytest.raises(InvalidError) as refused:
            _ = app.field.needed
        assert list(refused.value.fields) == ["due"]


async def test_what_is_no_day_is_refused_under_the_fields_name() -> None:
    app = Asking()
    async with app.run_test() as pilot:
        await pilot.press("tab", *"some day")
        await pilot.pause()
        assert "=" not in shown(app)
        with pytest.raises(InvalidError, match="isn't a day I can read") as refused:
            _ = app.field.day
        assert list(refused.value.fields) == ["due"]


@pytest.mark.parametrize("day", [TODAY, date(2025, 1, 2), date(2027, 12, 31)])
async def test_the_day_it_begins_with_is_read_again(day: date) -> None:
    app = Asking(day=day)
    async with app.run_test():
        assert app.field.day == day


async def test_a_refusal_gives_way_to_how_the_day_is_understood() -> None:
    app = Asking(day=date(2026, 11, 20))
    async with app.run_test(size=(60, 8)) as pilot:
        await pilot.pause()
        app.field.refuse("Not then.")
        await pilot.pause()
        assert "✗ Not then." in shown(app)
        app.field.refuse("")
        await pilot.pause()
        assert "= Fri 20 Nov, in 2 days" in shown(app)
