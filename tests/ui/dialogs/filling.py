"""Fills in a dialog by keys, over an app that shows nothing else."""

from typing import Any

from textual.app import App
from textual.screen import ModalScreen

from tests.ui.test_app import shown


async def filled(dialog: ModalScreen[Any], *keys: str) -> tuple[list[Any], str]:
    """What some keys make of a dialog (nothing, while it is open), and what is seen."""
    app: App[None] = App()
    given: list[Any] = []
    async with app.run_test(size=(90, 30)) as pilot:
        await app.push_screen(dialog, given.append)
        await pilot.pause()
        seen = shown(app)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        return given, seen + shown(app)
