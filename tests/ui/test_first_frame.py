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
        print("loaded:", *{name.split(".")[0] for name in sys.modules})
        print("areas:", *(name for name in sys.modules if name.startswith("netjournal.ui.screens.")))

async def main():
    app = NetjournalApp(Unopened(Path(sys.argv[1]), SystemClock(), Preferences()))
    async with app.run_test():
        await asyncio.sleep(0)

asyncio.run(main())
"""
_HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "click", "dateutil", "rapidfuzz"}


def test_nothing_dear_is_loaded_before_the_first_frame(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _FIRST_FRAME, str(tmp_path / "journal.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    said = dict(line.split(": ", 1) for line in run.stdout.splitlines())
    assert "textual" in said["loaded"].split()
    assert not _HEAVY & set(said["loaded"].split())
    areas = {name.rpartition(".")[2] for name in said["areas"].split()}
    assert "today" in areas
    assert not areas & {"groups", "contacts", "meetings", "reflect"}
