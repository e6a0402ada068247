"""The first frame is light: what costs more than drawing it is loaded after it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor

from netjournal.ui.app import NetjournalApp
from tests.ui.conftest import settle

_FIRST_FRAME = """
import asyncio, sys
from pathlib import Path
from netjournal.journal.clock import SystemClock
from netjournal.preferences import Preferences
from netjournal.ui.app import NetjournalApp
from netjournal.ui.desk import Desk

class Unopened(Desk):
    def open(self):
        self.loaded = set(sys.modules)

desk = Unopened(Path(sys.argv[1]), SystemClock(), Preferences())

async def main():
    async with NetjournalApp(desk).run_test() as pilot:
        await pilot.pause()

asyncio.run(main())
print(*desk.loaded)
"""
_HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "click", "dateutil", "rapidfuzz"}


def loaded_before(app: str, journal: Path) -> set[str]:
    """The modules loaded once an app has drawn its first frame."""
    program = _FIRST_FRAME.replace("NetjournalApp", app.rpartition(".")[2]).replace(
        "netjournal.ui.app", app.rpartition(".")[0]
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(journal)], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def test_nothing_dear_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    loaded = loaded_before("netjournal.ui.app.NetjournalApp", tmp_path / "journal.db")
    assert {"textual", "netjournal.ui.screens.today"} <= loaded
    assert not loaded & _HEAVY
    later = {f"netjournal.ui.screens.{area}" for area in ("groups", "contacts", "meetings")}
    assert not loaded & {*later, "netjournal.ui.screens.reflect"}


def test_the_form_at_the_prompt_loads_no_area_before_its_first_frame(tmp_path: Path) -> None:
    loaded = loaded_before("netjournal.ui.prompt.PromptApp", tmp_path / "journal.db")
    assert {"textual", "netjournal.ui.screens.prompt"} <= loaded
    assert not loaded & {*_HEAVY, "netjournal.ui.app", "netjournal.ui.areas"}
    assert not any(name.startswith("netjournal.ui.dialogs.") for name in loaded)


async def test_no_frame_is_drawn_to_be_thrown_away(
    app: NetjournalApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_back: list[bool] = []
    draw = Compositor.render_update

    def drawn(compositor: Compositor, *args: Any, **options: Any) -> Any:
        held_back.append(app._batch_count > 0)
        return draw(compositor, *args, **options)

    monkeypatch.setattr(Compositor, "render_update", drawn)
    async with app.run_test(size=(100, 30)) as pilot:
        with app.batch_update():
            app.screen.refresh(layout=True)
            await pilot.press("3")
            await settle(pilot)
        await settle(pilot)
    assert held_back
    assert not any(held_back)
