"""What tests of the interface share: a real journal somewhere else and a clock that stands."""

import gc
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled, WorkerState

from netjournal.journal.journal import Journal
from netjournal.preferences import Preferences
from netjournal.ui.app import NetjournalApp
from netjournal.ui.desk import Desk
from netjournal.ui.journal_app import JournalApp

_UNFINISHED = {WorkerState.PENDING, WorkerState.RUNNING}


class StandingClock:
    """A clock that says the same until it is set."""

    def __init__(self) -> None:
        self.moment = datetime.fromisoformat("2026-11-18T09:30")

    def now(self) -> datetime:
        """Local time; a Wednesday."""
        return self.moment

    def utc(self) -> datetime:
        """The same in UTC."""
        return self.moment.replace(tzinfo=UTC)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing moves by itself, and no setting of the machine is heard."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """What the app set aside for good is garbage once a test is over, and is looked for as ever."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


@pytest.fixture
def clock() -> StandingClock:
    """Wednesday, 18 November 2026, 09:30."""
    return StandingClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is, or will be."""
    return tmp_path / "journal.db"


@pytest.fixture
def journal(path: Path, clock: StandingClock) -> Iterator[Journal]:
    """A second door to the same journal, as another program would have it."""
    journal = Journal.open(path, clock=clock, preferences=Preferences())
    yield journal
    journal.close()


@pytest.fixture
def desk(path: Path, clock: StandingClock) -> Iterator[Desk]:
    """The app's own door to the journal."""
    desk = Desk(path, clock, Preferences())
    yield desk
    desk.close()


@pytest.fixture
def app(desk: Desk) -> NetjournalApp:
    """The app, not yet running."""
    return NetjournalApp(desk)


async def settle(pilot: Pilot[Any]) -> None:
    """Waits until nothing is under way: no worker, no message, no key."""
    quiet = 0
    while quiet < 2:
        workers = [worker for worker in pilot.app.workers if worker.state in _UNFINISHED]
        for worker in workers:
            # A reading gives way to a later one in its lane.
            with suppress(WorkerCancelled):
                await worker.wait()
        await pilot.pause()
        quiet = 0 if workers or not _keys_are_done(pilot.app) else quiet + 1


def _keys_are_done(app: App[Any]) -> bool:
    return not isinstance(app, JournalApp) or app._keys.is_idle


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys one after the other, each time waiting until nothing is under way."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
