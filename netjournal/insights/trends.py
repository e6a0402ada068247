"""Where the ratings are going: trend, level, energy change and spiral, and weeks and months."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, groupby
from math import lcm
from operator import attrgetter
from statistics import median

from netjournal.model.scale import CONFIDENCE, ENERGY, PUSHINESS, SCALES, Scale
from netjournal.model.trends import (
    Bucket,
    By,
    Course,
    Direction,
    Figure,
    Outlook,
    Rated,
    RatedDay,
    Span,
    Tally,
)

LATEST = 8
"""How many of a group's reflections its trend, level and energy change rest on."""
RECENT = 24
"""How many of a group's reflections are worth drawing beside what the latest say."""
ENOUGH_FOR_A_TREND = 4
ENOUGH_FOR_A_MEAN = 3
_WHOLE = lcm(*range(1, LATEST))
"""What a step is counted in, so that the slope between any two of the latest is a whole number."""
_COUNTED = tuple(field.name for field in fields(Tally))
_SINKING = (
    (ENERGY, Direction.DOWN),
    (CONFIDENCE, Direction.DOWN),
    (PUSHINESS, Direction.UP),
)


def outlook(
    group_id: int, name: str, reflections: Sequence[Rated], *, left: bool = False
) -> Outlook:
    """What a group's reflections, oldest first, are heading for."""
    latest = tuple(reflections[-LATEST:])
    courses = {scale.field: _course(scale, latest) for scale in SCALES}
    return Outlook(
        group_id=group_id,
        name=name,
        latest=latest,
        recent=tuple(reflections[-RECENT:]),
        **courses,
        energy_change=energy_change(reflections),
        spiral=spiral({field: course.direction for field, course in courses.items()}),
        left=left,
    )


def trend(values: Sequence[int]) -> Direction | None:
    """Where ratings, oldest first, are going; None when they are too few to tell.

    The slope is the median of the slopes between every two of them (Theil and Sen), and half a
    step from the first to the last is a turn.
    """
    latest = values[-LATEST:]
    if len(latest) < ENOUGH_FOR_A_TREND:
        return None
    slopes = [
        (after - before) * _WHOLE // (later - place)
        for (place, before), (later, after) in combinations(enumerate(latest), 2)
    ]
    change = median(slopes) * (len(latest) - 1)
    if abs(change) * 2 < _WHOLE:
        return Direction.STEADY
    return Direction.UP if change > 0 else Direction.DOWN


def level(values: Sequence[int]) -> Figure | None:
    """The mean of the latest ratings; None when they are too few."""
    return _mean(values[-LATEST:])


def energy_change(reflections: Sequence[Rated]) -> Figure | None:
    """What the latest meetings that have both energies did to it; None when they are too few."""
    changes = [
        each.energy - each.energy_before for each in reflections if each.energy_before is not None
    ]
    return _mean(changes[-LATEST:])


def spiral(directions: Mapping[str, Direction | None]) -> tuple[str, ...] | None:
    """Which ratings, named by their fields, go the wrong way; None when they are too few to tell.

    Energy is named first.
    """
    if None in directions.values():
        return None
    return tuple(
        f"{scale.field} {wrong}" for scale, wrong in _SINKING if directions[scale.field] is wrong
    )


def window(span: Span, by: By, today: date, oldest: date | None) -> date:
    """The first day that a chart shows, which begins a week or a month."""
    if span.weeks is None:
        return first_of(by, oldest or today)
    if by is By.WEEK:
        return first_of(by, today) - timedelta(weeks=span.weeks - 1)
    return first_of(by, today - timedelta(weeks=span.weeks) + timedelta(days=1))


def buckets(days: Iterable[RatedDay], by: By) -> tuple[Bucket, ...]:
    """Days, oldest first, taken together by week (from Monday) or month."""
    return tuple(
        _bucket(by, first, list(together))
        for first, together in groupby(days, lambda rated: first_of(by, rated.day))
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """Some tallies added up."""
    each = map(attrgetter(*_COUNTED), tallies)
    sums = map(sum, zip([0] * len(_COUNTED), *each, strict=True))
    return Tally(**dict(zip(_COUNTED, sums, strict=True)))


def first_of(by: By, day: date) -> date:
    """The first day of a day's week or month."""
    return day.replace(day=1) if by is By.MONTH else day - timedelta(days=day.weekday())


def last_of(by: By, first: date) -> date:
    """The last day of the week or month that begins so."""
    if by is By.WEEK:
        return first + timedelta(days=6)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _bucket(by: By, first: date, days: Sequence[RatedDay]) -> Bucket:
    tally = total(each.tally for each in days)
    days_in = sum((each.day - first).days * each.tally.n for each in days)
    middle = first + timedelta(days=days_in // tally.n)
    return Bucket(first, last_of(by, first), middle, tally)


def _course(scale: Scale, latest: Sequence[Rated]) -> Course:
    values = _values(scale, latest)
    return Course(trend(values), level(values))


def _values(scale: Scale, reflections: Sequence[Rated]) -> list[int]:
    return [getattr(each, scale.field) for each in reflections]


def _mean(values: Sequence[int]) -> Figure | None:
    if len(values) < ENOUGH_FOR_A_MEAN:
        return None
    return Figure(Fraction(sum(values), len(values)), len(values))
