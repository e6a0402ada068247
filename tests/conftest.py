"""What all tests share: a clock that stands, a place for a journal, and the journal there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from netjournal.journal.journal import Journal

# How long an example takes says more about the machine, and its first one about imports.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@dataclass
class SetClock:
    """A clock that says what it was set to; local time is UTC."""

    moment: datetime

    def now(self) -> datetime:
        """The moment, without a zone."""
        return self.moment

    def utc(self) -> datetime:
        """The moment in UTC."""
        return self.moment.replace(tzinfo=UTC)


@pytest.fixture
def clock() -> SetClock:
    """Saturday, 21 November 2026, noon."""
    return SetClock(datetime.fromisoformat("2026-11-21T12:00"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is, or will be."""
    return tmp_path / "journal.db"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A new journal's file."""
    path = tmp_path_factory.mktemp("empty") / "journal.db"
    Journal.open(path).close()
    return path.read_bytes()


@pytest.fixture
def journal(path: Path, clock: SetClock, empty: bytes) -> Iterator[Journal]:
    """An empty journal at `path`."""
    path.write_bytes(empty)
    path.chmod(0o600)
    journal = Journal.open(path, clock=clock)
    yield journal
    journal.close()
