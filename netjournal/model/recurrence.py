"""A recurrence: an RFC 5545 rule whose unit is a day or more, and the days it gives."""

from bisect import bisect_left, bisect_right
from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import islice

COUNTED_YEARS = 50
"""How long after its anchor a rule with a COUNT may still give days."""

# The weeks and years at the calendar's very ends reach beyond it.
_EARLIEST = date(MINYEAR + 1, 1, 1)
_LATEST = date(MAXYEAR - 1, 12, 31)


class Frequency(StrEnum):
    """The unit a rule counts in."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday a rule names: all of them, or one of its month or year."""

    number: int
    """0 is Monday."""
    nth: int = 0
    """2 the second, -1 the last; 0 all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A rule, read; what is empty doesn't restrict, and negative numbers count from the end."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | None = None
    """The last day it may give."""
    week_start: int = 0
    months: tuple[int, ...] = ()
    week_numbers: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    positions: tuple[int, ...] = ()
    """Which of the days of each day, week, month or year are kept."""


def days(recurrence: Recurrence, anchor: date, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last`, in order, of a rule that counts from `anchor`.

    It counts backward too, into the time before the anchor, unless it has a COUNT.
    """
    if recurrence.count is None:
        return _days(completed(recurrence, anchor), anchor, first, last)
    counted = _counted(recurrence, anchor)
    return iter(counted[bisect_left(counted, first) : bisect_right(counted, last)])


def years_after(day: date, years: int) -> date:
    """A day at least so many years after `day`, but for the calendar's end."""
    return date.fromordinal(min(day.toordinal() + 366 * years, date.max.toordinal()))


@lru_cache(maxsize=512)
def _counted(recurrence: Recurrence, anchor: date) -> tuple[date, ...]:
    end = years_after(anchor, COUNTED_YEARS)
    return tuple(
        islice(_days(completed(recurrence, anchor), anchor, anchor, end), recurrence.count)
    )


def completed(recurrence: Recurrence, anchor: date) -> Recurrence:
    """The rule with what it leaves to its anchor said."""
    within_year = recurrence.year_days or recurrence.week_numbers
    if recurrence.weekdays or recurrence.month_days or within_year:
        return recurrence
    match recurrence.frequency:
        case Frequency.DAILY:
            return recurrence
        case Frequency.WEEKLY:
            return replace(recurrence, weekdays=(Weekday(anchor.weekday()),))
        case Frequency.MONTHLY:
            return replace(recurrence, month_days=(anchor.day,))
        case Frequency.YEARLY:
            months = recurrence.months or (anchor.month,)
            return replace(recurrence, months=months, month_days=(anchor.day,))


def _days(recurrence: Recurrence, anchor: date, first: date, last: date) -> Iterator[date]:
    """Looks at each day between the bounds at most once, so it ends whatever the rule."""
    first, last = max(first, _EARLIEST), min(last, recurrence.until or last, _LATEST)
    if last < first:
        return
    stretch, end = _stretch(recurrence, first), _stretch(recurrence, last)
    stretch += (_stretch(recurrence, anchor) - stretch) % recurrence.interval
    while stretch <= end:
        for day in _days_of(recurrence, stretch):
            if first <= day <= last:
                yield day
        stretch += recurrence.interval


def _stretch(recurrence: Recurrence, day: date) -> int:
    """The number of the day, week, month or year a day is in, in the rule's own unit."""
    match recurrence.frequency:
        case Frequency.DAILY:
            return day.toordinal()
        case Frequency.WEEKLY:
            return (day.toordinal() - 1 - recurrence.week_start) // 7
        case Frequency.MONTHLY:
            return day.year * 12 + day.month - 1
        case Frequency.YEARLY:
            return day.year


def _begin(recurrence: Recurrence, stretch: int) -> int:
    """The ordinal of the first day of the stretch of that number."""
    match recurrence.frequency:
        case Frequency.DAILY:
            return stretch
        case Frequency.WEEKLY:
            return stretch * 7 + 1 + recurrence.week_start
        case Frequency.MONTHLY:
            return date(stretch // 12, stretch % 12 + 1, 1).toordinal()
        case Frequency.YEARLY:
            return date(stretch, 1, 1).toordinal()


def _days_of(recurrence: Recurrence, stretch: int) -> list[date]:
    ordinals = range(_begin(recurrence, stretch), _begin(recurrence, stretch + 1))
    found = [day for day in map(date.fromordinal, ordinals) if _fits(recurrence, day)]
    if not recurrence.positions:
        return found
    size = len(found)
    return [day for place, day in enumerate(found, 1) if _among(place, size, recurrence.positions)]


def _fits(recurrence: Recurrence, day: date) -> bool:
    return (
        (not recurrence.months or day.month in recurrence.months)
        and (not recurrence.weekdays or _on_weekday(recurrence, day))
        and (not recurrence.month_days or _among(*_in_month(day), recurrence.month_days))
        and (not recurrence.year_days or _among(*_in_year(day), recurrence.year_days))
        and (not recurrence.week_numbers or _in_week(recurrence, day))
    )


def _among(place: int, size: int, wanted: Sequence[int]) -> bool:
    """Whether the place, of so many, is wanted, counted from either end."""
    return place in wanted or place - size - 1 in wanted


def _in_month(day: date) -> tuple[int, int]:
    return day.day, monthrange(day.year, day.month)[1]


def _in_year(day: date) -> tuple[int, int]:
    return day.timetuple().tm_yday, 366 if isleap(day.year) else 365


def _on_weekday(recurrence: Recurrence, day: date) -> bool:
    number = day.weekday()
    nths = [weekday.nth for weekday in recurrence.weekdays if weekday.number == number]
    if not nths or 0 in nths:
        return bool(nths)
    whole_year = recurrence.frequency is Frequency.YEARLY and not recurrence.months
    place, size = _in_year(day) if whole_year else _in_month(day)
    return _among((place + 6) // 7, (place + 6) // 7 + (size - place) // 7, nths)


def _in_week(recurrence: Recurrence, day: date) -> bool:
    # A week belongs to the year that holds most of it, hence its fourth day.
    middle = day + timedelta(days=3 - (day.weekday() - recurrence.week_start) % 7)
    place, size = _in_year(middle)
    return _among((place + 6) // 7, (place + 6) // 7 + (size - place) // 7, recurrence.week_numbers)
