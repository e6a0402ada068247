"""A recurrence: an RFC 5545 rule whose unit is a day or more, and the days it gives."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateutil.relativedelta import relativedelta
    from dateutil.rrule import rrule, weekday

COUNTED_YEARS = 50
"""How long after its anchor a rule with a COUNT may still give days."""


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
    last = min(last, recurrence.until or last)
    if last < first:
        return
    # dateutil looks for a day that never comes until the year 9999. The calendar repeats itself
    # every 400 years, weekdays too, so it is asked about the last years that are the same.
    shift = timedelta(days=(MAXYEAR - 1 - last.year) // 400 * 146_097)
    begin = first + shift - _back(recurrence, anchor, first)
    expanded = _expanded(recurrence, begin, last + shift)
    # Its last week of all ends in the year 10000.
    with suppress(ValueError):
        for moment in expanded.xafter(datetime.combine(first + shift, time.min), inc=True):
            yield moment.date() - shift


def _back(recurrence: Recurrence, anchor: date, day: date) -> "relativedelta":
    """How far back from a day there is one in a week, month or year that the rule counts."""
    from dateutil.relativedelta import relativedelta

    interval, days = recurrence.interval, (day - anchor).days
    years, months = day.year - anchor.year, day.month - anchor.month
    match recurrence.frequency:
        case Frequency.DAILY:
            return relativedelta(days=days % interval)
        case Frequency.WEEKLY:
            # dateutil's first week is what is left of it; its first month and year are whole.
            into_week = (anchor.weekday() - recurrence.week_start) % 7
            return relativedelta(days=(days + into_week) % (7 * interval))
        case Frequency.MONTHLY:
            return relativedelta(months=(12 * years + months) % interval)
        case Frequency.YEARLY:
            return relativedelta(years=years % interval)


def _expanded(recurrence: Recurrence, begin: date, last: date) -> "rrule":
    """The days, as dateutil gives them."""
    from dateutil import rrule

    return rrule.rrule(
        freq=getattr(rrule, recurrence.frequency),
        dtstart=begin,
        until=last,
        interval=recurrence.interval,
        wkst=recurrence.week_start,
        bymonth=recurrence.months,
        byweekno=recurrence.week_numbers,
        byyearday=recurrence.year_days,
        bymonthday=recurrence.month_days,
        byweekday=_weekdays(recurrence),
        bysetpos=set(recurrence.positions),
    )


def _weekdays(recurrence: Recurrence) -> "list[weekday]":
    """The weekdays, as dateutil takes them."""
    from dateutil.rrule import weekday

    # It takes plain and numbered ones for two conditions where either is meant: all get numbers.
    numbered = any(one.nth for one in recurrence.weekdays)
    return [
        weekday(one.number, nth)
        for one in recurrence.weekdays
        for nth in (range(-53, 0) if numbered and not one.nth else [one.nth or None])
    ]
