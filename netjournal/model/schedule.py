"""A schedule: when a group meets, as an RFC 5545 recurrence rule with a start time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from netjournal.model import recurrence
from netjournal.model.recurrence import years_after
from netjournal.model.rule import parse, refuse
from netjournal.model.rule_words import rule_from_words, rule_in_words
from netjournal.when import say_time

__all__ = [
    "Schedule",
    "check",
    "dates",
    "describe",
    "first_date",
    "next_starts",
    "rule_from_words",
]

HORIZON_YEARS = 5
"""How far ahead meetings are looked for, and the widest window they are listed for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a group meets, from one date on."""

    rule: str
    """An RFC 5545 recurrence rule without DTSTART, such as `FREQ=WEEKLY;BYDAY=TU`.

    Empty: no more meetings are planned.
    """
    anchor: date
    """A date it meets on; counts of weeks and months go from here."""
    start_time: time
    """Local wall-clock time, to the minute."""
    duration_minutes: int | None = None
    applies_from: date | None = None
    """The first day it holds; None for a group's first schedule, which holds for its whole past."""


def check(rule: str, anchor: date | None = None) -> None:
    """Refuses a rule that can't be a schedule's; InvalidError has the sentence in its field `rule`.

    With its anchor given, also one that gives no date within five years of it.
    """
    parsed = parse(rule)
    if anchor is None:
        return
    end = years_after(anchor, HORIZON_YEARS)
    if next(recurrence.days(parsed, anchor, anchor, end), None) is None:
        refuse(f"The rule gives no date within {HORIZON_YEARS} years.")


def first_date(rule: str, near: date) -> date:
    """The soonest day from `near` on that the rule can give: an anchor for a rule without one.

    With "every second Thursday" that is any next Thursday, as nothing says yet which ones count.
    """
    uncounted = replace(parse(rule), interval=1)
    found = recurrence.days(uncounted, near, near, years_after(near, HORIZON_YEARS))
    anchor = next(found, near)
    check(rule, anchor)
    return anchor


def dates(schedules: Sequence[Schedule], first: date, last: date) -> tuple[datetime, ...]:
    """The local starts of the meetings from `first` to `last`, at most five years after it.

    Each schedule holds until the day before the next one's first. Before its anchor a rule is
    counted backward, unless it has a COUNT.
    """
    last = min(last, years_after(first, HORIZON_YEARS))
    return tuple(_starts(schedules, first, last))


def next_starts(schedules: Sequence[Schedule], after: datetime, count: int) -> tuple[datetime, ...]:
    """The next local starts later than `after`, as many as asked for if five years hold them."""
    first = after.date()
    starts = _starts(schedules, first, years_after(first, HORIZON_YEARS))
    return tuple(islice((start for start in starts if start > after), count))


def describe(schedule: Schedule) -> str:
    """A schedule in words, such as "every second Thursday, 07:00–08:30"."""
    if not schedule.rule:
        return "no meetings planned"
    times = say_time(schedule.start_time, schedule.duration_minutes)
    return f"{rule_in_words(schedule.rule, schedule.anchor)}, {times}"


def _starts(schedules: Sequence[Schedule], first: date, last: date) -> Iterator[datetime]:
    ordered = sorted(schedules, key=lambda schedule: schedule.applies_from or date.min)
    ends = [_day_before(schedule.applies_from) for schedule in ordered[1:]]
    for schedule, end in zip(ordered, [*ends, date.max], strict=False):
        if not schedule.rule:
            continue
        begin = max(first, schedule.applies_from or date.min)
        given = recurrence.days(parse(schedule.rule), schedule.anchor, begin, min(last, end))
        yield from (datetime.combine(day, schedule.start_time) for day in given)


def _day_before(day: date | None) -> date:
    return day - timedelta(days=1) if day and day > date.min else date.min
