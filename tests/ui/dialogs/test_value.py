"""The form for a value statement."""

from datetime import date

from textual.app import App

from netjournal.model.group import Group
from netjournal.ui.dialogs.value import ValueDialog


async def test_the_version_in_force_can_be_written_anew() -> None:
    app: App[None] = App()
    given: list[str | None] = []
    group = Group(id=1, added_on=date(2026, 1, 1), name="Mill", value_statement="Good people.")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ValueDialog(group), given.append)
        await pilot.press("end", *" Yes", "ctrl+s")
    assert given == ["Good people. Yes"]
