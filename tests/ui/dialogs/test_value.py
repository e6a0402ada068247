"""The form for a value statement."""

from datetime import UTC, date, datetime

from textual.app import App

from netjournal.model.give_and_get import Invited
from netjournal.model.group import Group
from netjournal.model.value_statement import ValueStatement
from netjournal.ui.dialogs.value import ValueDialog


async def test_the_version_in_force_can_be_written_anew() -> None:
    app: App[None] = App()
    given: list[str | None] = []
    group = Group(id=1, added_on=date(2026, 1, 1), name="Mill", value_statement="Good people.")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ValueDialog(group), given.append)
        await pilot.press("end", *" Yes", "ctrl+s")
    assert given == ["Good people. Yes"]


async def test_what_is_typed_takes_the_place_of_the_version_before() -> None:
    app: App[None] = App()
    given: list[str | None] = []
    group = Group(id=1, added_on=date(2026, 1, 1), name="Mill", value_statement="Good people.")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ValueDialog(group), given.append)
        await pilot.press(*"Firms", "ctrl+s")
    assert given == ["Firms"]


async def test_a_version_put_right_goes_on_after_its_words() -> None:
    app: App[None] = App()
    given: list[str | None] = []
    group = Group(id=1, added_on=date(2026, 1, 1), name="Mill", value_statement="Good people.")
    stated_at = datetime(2026, 1, 1, tzinfo=UTC)
    version = ValueStatement(id=3, group_id=1, text="Good", stated_at=stated_at, invited=Invited())
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ValueDialog(group, version), given.append)
        await pilot.press(*" men", "ctrl+s")
    assert given == ["Good men"]
