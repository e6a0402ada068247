"""What all tests share: a clock that stands, a place for a journal, and the journal there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from netjournal.journal.journal import Journal
from tests.entries import at, fill

NOON = at("2026-11-21T12:00")

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
    return SetClock(NOON)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is, or will be."""
    return tmp_path / "journal.db"


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A new journal's file, and the file once a little of everything was written into it.

    Making them takes longer than most tests.
    """
    path = tmp_path_factory.mktemp("files") / "journal.db"
    journal = Journal.open(path, clock=SetClock(NOON))
    empty = path.read_bytes()
    fill(journal)
    journal.close()
    return empty, path.read_bytes()


@pytest.fixture
def filled(path: Path, files: tuple[bytes, bytes]) -> Path:
    """A closed journal at `path` with a little of everything."""
    return _put(path, files[1])


@pytest.fixture
def journal(path: Path, clock: SetClock, files: tuple[bytes, bytes]) -> Iterator[Journal]:
    """An empty journal at `path`."""
    _put(path, files[0])
    journal = Journal.open(path, clock=clock)
    yield journal
    journal.close()


def _put(path: Path, file: bytes) -> Path:
    path.write_bytes(file)
    path.chmod(0o600)
    return path
