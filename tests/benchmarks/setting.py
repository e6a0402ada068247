"""What the benchmarks run on: how often, and on which journals."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from netjournal.journal.clock import SystemClock
from netjournal.journal.journal import Journal
from netjournal.sample.crowd import crowd

FEW = 1_000
"""Contacts in the smaller journal, and reflections."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A journal of so many contacts, and as many reflections."""

    path: Path
    contacts: int

    @property
    def size(self) -> str:
        """Its size in words."""
        return f"{self.contacts:,} contacts"


@dataclass(frozen=True)
class Setting:
    """One run of the benchmarks."""

    folder: Path
    """An empty folder on the disk that is measured; also the home of the programs."""
    rounds: int = 30
    """How often each thing is measured."""
    many: int = 100_000
    """Contacts in the larger journal."""

    @cached_property
    def small(self) -> Filled:
        """A journal of a thousand contacts."""
        return self._filled(min(FEW, self.many))

    @cached_property
    def large(self) -> Filled:
        """A journal of as many contacts as were asked for."""
        return self._filled(self.many)

    def _filled(self, contacts: int) -> Filled:
        path = self.folder / f"{contacts}.db"
        if not path.exists():
            today = SystemClock().now().date()
            journal = Journal.open(path)
            journal.fill(crowd(today, contacts=contacts, meetings=contacts))
            journal.close()
        return Filled(path, contacts)
