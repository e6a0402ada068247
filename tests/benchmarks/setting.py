"""What the benchmarks run on: how often, and on which journals."""

from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from netjournal.journal.clock import SystemClock
from netjournal.journal.journal import Journal
from netjournal.sample.crowd import crowd

FEW = 1_000
"""Contacts in the smaller journal."""
ALL_KNOWN = 10_000
"""Contacts of someone who has met people for decades."""
DECADE = 5_000
"""Meetings in a journal, unless those are what counts: ten in each week of ten years."""

OFTEN, FACES = 2_000, 20
"""How many meetings a familiar person was at, and how many of those people there are."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A journal, and its size in words."""

    path: Path
    size: str


@dataclass(frozen=True)
class Setting:
    """One run of the benchmarks."""

    folder: Path
    """An empty folder on the disk that is measured; also the home of the programs."""
    rounds: int = 30
    """How often each thing is measured."""
    many: int = 100_000
    """Contacts in the larger journal, and reflections in the longer."""

    @cached_property
    def small(self) -> Filled:
        """A journal of few contacts."""
        return self._of_contacts(min(FEW, self.many))

    @cached_property
    def large(self) -> Filled:
        """A journal of many contacts, with a tenth as many referrals."""
        return self._of_contacts(self.many)

    @cached_property
    def known(self) -> Filled:
        """A journal of all the contacts one person may have."""
        return self._of_contacts(min(ALL_KNOWN, self.many))

    @cached_property
    def long(self) -> Filled:
        """A journal of many reflections."""
        path = self._filled(min(FEW, self.many), self.many)
        return Filled(path, f"{self.many:,} reflections")

    @cached_property
    def familiar(self) -> Filled:
        """A journal of a few contacts who were all at every meeting."""
        met = min(OFTEN, self.many)
        return Filled(self._filled(FACES, met, FACES), f"{met:,} times met")

    def _of_contacts(self, contacts: int) -> Filled:
        path = self._filled(contacts, min(DECADE, 2 * self.many))
        return Filled(path, f"{contacts:,} contacts")

    def _filled(self, contacts: int, meetings: int, faces: int = 8) -> Path:
        path = self.folder / f"{contacts}-{meetings}-{faces}.db"
        if not path.exists():
            today = SystemClock().now().date()
            with closing(Journal.open(path)) as journal:
                journal.fill(crowd(today, contacts=contacts, meetings=meetings, faces=faces))
        return path
