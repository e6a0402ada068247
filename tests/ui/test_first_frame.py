"""The first frame is light: what costs more than drawing it is loaded after it."""

import subprocess
import sys
from pathlib import Path

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


def test_nothing_dear_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME, str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(run.stdout.split())
    assert {"textual", "netjournal.ui.screens.today"} <= loaded
    assert not loaded & _HEAVY
    later = {f"netjournal.ui.screens.{area}" for area in ("groups", "contacts", "meetings")}
    assert not loaded & {*later, "netjournal.ui.screens.reflect"}
