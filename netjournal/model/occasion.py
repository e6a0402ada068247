"""An occasion: a meeting as one can point at it, recorded or not."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A meeting as one can point at it, whether or not anything is recorded about it yet."""

    start: datetime
    group_id: int | None
    meeting_id: int | None
    """None while it is only an occurrence of a schedule, or a new one-off."""
    name: str
    """The group's name, or the one-off's title."""
    duration_minutes: int | None = None
    place: str = ""

    @property
    def day(self) -> date:
        """The local date it falls on."""
        return self.start.date()
