"""Weeks, quarters and years: which a day is in, those beside it, and what it is held against."""

from datetime import date, timedelta

from netjournal.insights.today import first_of_week
from netjournal.model.period import Period, Stretch

BASELINE = timedelta(weeks=12)
"""What a week is held against ends with the day before it, and is so long."""
_WEEK = timedelta(days=7)
_ONE_DAY = timedelta(days=1)


def week_of(day: date, begins: int = 0) -> Period:
    """The week a day is in; `begins` is the weekday of its first day, 0 for Monday."""
    first = first_of_week(day, begins)
    return Period(Stretch.WEEK, first, first + _WEEK - _ONE_DAY)


def quarter_of(day: date) -> Period:
    """The calendar quarter a day is in."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    following = (first + timedelta(days=93)).replace(day=1)
    return Period(Stretch.QUARTER, first, following - _ONE_DAY)


def year_of(day: date) -> Period:
    """The calendar year a day is in."""
    return Period(Stretch.YEAR, day.replace(month=1, day=1), day.replace(month=12, day=31))


def earlier(period: Period) -> Period:
    """The period of the same sort before one."""
    if period.stretch is Stretch.YEAR:
        return year_of(period.first - _ONE_DAY)
    if period.stretch is Stretch.QUARTER:
        return quarter_of(period.first - _ONE_DAY)
    return Period(period.stretch, period.first - _WEEK, period.last - _WEEK)


def later(period: Period) -> Period:
    """The period of the same sort after one."""
    if period.stretch is Stretch.YEAR:
        return year_of(period.last + _ONE_DAY)
    if period.stretch is Stretch.QUARTER:
        return quarter_of(period.last + _ONE_DAY)
    return Period(period.stretch, period.first + _WEEK, period.last + _WEEK)


def baseline(period: Period) -> tuple[date, date]:
    """The first and last day of what a period is held against."""
    if period.stretch is not Stretch.WEEK:
        before = earlier(period)
        return before.first, before.last
    return period.first - BASELINE, period.first - _ONE_DAY
