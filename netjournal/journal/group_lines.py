"""Groups as the lines of a list."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from netjournal.insights.joining import look_back_due
from netjournal.model.group import Commitment, Group, GroupLine, Status
from netjournal.model.schedule import Schedule, describe, next_starts
from netjournal.store.groups import GroupFigures
from netjournal.text import fold

AnyGroup = TypeVar("AnyGroup", Group, GroupLine)

_STANDING = (Status.MEMBER, Status.TRIAL, Status.CANDIDATE, Status.LEFT)
_DEPTH = (Commitment.ALL_IN, Commitment.REGULAR, Commitment.OCCASIONAL, None)


def in_order(lines: Iterable[AnyGroup]) -> tuple[AnyGroup, ...]:
    """Groups one is in first, the deepest commitment first, then by name."""
    return tuple(sorted(lines, key=_place))


def line_of(group: Group, figures: GroupFigures, now: datetime) -> GroupLine:
    """A group with what the list shows beside it, at a local time."""
    ratings = tuple(zip(*figures.ratings, strict=True)) or ((), (), ())
    ruling = _in_force(group, now.date())
    coming = next_starts(group.schedules, now, 1) if group.goes_on else ()
    return GroupLine(
        id=group.id,
        name=group.name,
        kind=group.kind,
        status=group.status,
        commitment=group.commitment,
        schedule=describe(ruling) if ruling and ruling.rule else "",
        next_start=f"{coming[0]:%Y-%m-%dT%H:%M}" if coming else None,
        last_start=figures.last_start,
        meetings=figures.meetings,
        reflections=figures.reflections,
        people=figures.people,
        energy=ratings[0],
        confidence=ratings[1],
        pushiness=ratings[2],
        look_back=look_back_due(group, now.date()),
    )


def _place(line: Group | GroupLine) -> tuple[int, int, str]:
    return _STANDING.index(line.status), _DEPTH.index(line.commitment), fold(line.name)


def _in_force(group: Group, today: date) -> Schedule | None:
    """The schedule that rules today, or else the one to come."""
    begun = [
        schedule
        for schedule in group.schedules
        if schedule.applies_from is None or schedule.applies_from <= today
    ]
    return begun[-1] if begun else next(iter(group.schedules), None)
