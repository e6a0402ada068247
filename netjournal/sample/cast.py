"""The cast of the sample life's give and get: everyone by where they are known from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from netjournal.sample.fates import Fate


class Beyond(Enum):
    """Where those are known from who sit in no group."""

    EVENTS = "events"
    """Met at a one-off, and only there."""
    WORK = "work"
    """Clients, and those who may become one."""
    TOWN = "town"
    """Neighbours and friends, whom one invites."""


Who = tuple[Fate | Beyond, int]
"""The seat of a group, or the place among those who sit in none."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone who takes part, and since when they are known."""

    ids: Mapping[str, Sequence[int]]
    """Contacts by the name of their group, or where else they are known from."""
    names: Sequence[str]
    """By place, the contact 1 first."""
    met: Mapping[int, date]
    """The day each was first seen at a meeting."""
    today: date

    def contact(self, who: Who) -> int:
        """The id of one of them."""
        where, place = who
        return self.ids[where.value if isinstance(where, Beyond) else where.group.name][place]

    def name(self, contact: int) -> str:
        """What they are called."""
        return self.names[contact - 1]
