"""When the groups of the sample life met, and which of those meetings came to nothing."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from random import Random

from netjournal.model.schedule import Schedule, dates
from netjournal.sample.fates import Fate, Hours

TOLD = timedelta(days=548)
"""How long the sample life is: 18 months."""

_DAYS = ("MO", "TU", "WE", "TH", "FR")
_CERTAIN = timedelta(days=28)
"""For so long nothing is called off or missed, so that every sample ends alike."""
_HOLIDAYS = ((12, 22), (1, 2))


class Outcome(Enum):
    """What became of a meeting."""

    HELD = "held"
    CANCELLED = "cancelled"
    MISSED = "missed"


def schedules(fate: Fate, place: int, today: date) -> tuple[Schedule, ...]:
    """When the group in that place of the list meets: never on the weekday that today is."""
    weekdays = [day for day in range(len(_DAYS)) if day != today.weekday()]
    weekday = weekdays[place % len(weekdays)]
    joined = today - timedelta(days=fate.joined)
    anchor = joined + timedelta(days=(weekday - joined.weekday()) % 7)
    rule = f"FREQ=WEEKLY;INTERVAL={fate.every};BYDAY={_DAYS[weekday]}".replace("INTERVAL=1;", "")

    def schedule(hours: Hours, applies_from: date | None) -> Schedule:
        return Schedule(
            rule=rule,
            anchor=anchor,
            start_time=hours.start,
            duration_minutes=hours.minutes,
            applies_from=applies_from,
        )

    if fate.before is None:
        return (schedule(fate.hours, None),)
    days, hours = fate.before
    return schedule(hours, None), schedule(fate.hours, today - timedelta(days=days))


def starts(fate: Fate, planned: Sequence[Schedule], today: date) -> tuple[datetime, ...]:
    """The starts of a group's meetings in the time told, those of today left out."""
    first = max(today - TOLD, today - timedelta(days=fate.joined))
    last = today - timedelta(days=fate.left or 1)
    return dates(planned, first, last)


def outcome(random: Random, fate: Fate, start: datetime, today: date) -> Outcome:
    """What became of a meeting."""
    drawn = random.random()
    day = start.date()
    if today - day < _CERTAIN:
        return Outcome.HELD
    if (day.month, day.day) >= _HOLIDAYS[0] or (day.month, day.day) <= _HOLIDAYS[1]:
        return Outcome.CANCELLED
    return Outcome.MISSED if drawn < fate.missed else Outcome.HELD
