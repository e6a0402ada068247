"""A schedule: when a group meets, as an RFC 5545 recurrence rule with a start time."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a group meets, from one date on."""

    rule: str
    """An RFC 5545 recurrence rule without DTSTART, such as `FREQ=WEEKLY;BYDAY=TU`."""
    anchor: date
    """A date it meets on; counts of weeks and months go from here."""
    start_time: time
    """Local wall-clock time, to the minute."""
    duration_minutes: int | None = None
    applies_from: date | None = None
    """The first day it holds; None for a group's first schedule, which holds for its whole past."""
