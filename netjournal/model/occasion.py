"""An occasion: a meeting as one can point at it, recorded or not."""

from datetime import date, datetime
from typing import NamedTuple


class Occasion(NamedTuple):
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
