"""The reading of Today: gathers what it is made from, and keeps it for the next start."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from netjournal.insights.today import STRIP_WEEKS, first_of_week
from netjournal.model.depth import Rung
from netjournal.model.group import Group, Status
from netjournal.model.schedule import dates
from netjournal.model.today import (
    RatedWeek,
    TodayFollowUp,
    TodayInputs,
    TodayInvitation,
    TodayMeeting,
    TodayPrep,
)
from netjournal.store import contacts, groups, reviews
from netjournal.store.regulars import Known, known, regulars
from netjournal.store.today import (
    due,
    last_invited,
    latest_reflected,
    near,
    rated_days,
    taken,
    unanswered,
    unreflected,
)

BACK = timedelta(days=14)
AHEAD = timedelta(days=21)
OLDER = timedelta(days=182)
"""How far back meetings still count as waiting."""
LATEST = 3
TO_MEET = 2
MOST = 60
"""How many invitations, or follow-ups, are carried; nobody answers more in one go."""


Taken = frozenset[tuple[int | None, str]]
"""Groups, and days on which something is recorded of them, `YYYY-MM-DD`."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the journal says, as it is needed to work out Today's inputs."""

    groups: tuple[Group, ...]
    contacts: int
    recorded: list[TodayMeeting]
    """Of the days Today shows, oldest first."""
    taken: Taken
    """From `OLDER` before those days to their end."""
    unreflected: Sequence[str]
    """Starts of the recorded meetings in `OLDER` before those days that want a reflection."""
    latest: list[TodayMeeting]
    invitations: list[TodayInvitation]
    every_invitation: int
    """How many there are, those not carried too."""
    follow_ups: list[TodayFollowUp]
    prep: tuple[TodayPrep, ...]
    week_begins: int
    weeks: tuple[RatedWeek, ...]
    last_invited: str
    reviewed: str


def gather(session: Session, now: datetime, week_begins: int) -> Gathered:
    """Reads what Today is made from; `week_begins` is the weekday of a week's first day."""
    first, last = _shown(now)
    invitations, every_invitation = unanswered(session, last, MOST)
    since = first_of_week(now.date(), week_begins) - timedelta(weeks=STRIP_WEEKS - 1)
    every_group = groups.every(session)
    reviewed = reviews.latest(session)
    return Gathered(
        groups=every_group,
        contacts=contacts.count(session),
        recorded=recorded(session, first, last),
        taken=frozenset(taken(session, first - OLDER, last)),
        unreflected=unreflected(session, first - OLDER, first),
        latest=[_recorded(row) for row in latest_reflected(session, now, LATEST)],
        invitations=invitations,
        every_invitation=every_invitation,
        follow_ups=due(session, now.date() + BACK, MOST),
        prep=_prep(session, _mine(every_group), now),
        week_begins=week_begins,
        weeks=_weeks(rated_days(session, since), week_begins),
        last_invited=last_invited(session, now.date()),
        reviewed=f"{reviewed.week}" if reviewed else "",
    )


def inputs(gathered: Gathered, now: datetime) -> TodayInputs:
    """What Today is made from, for the two weeks from `now` on."""
    first, last = _shown(now)
    mine = _mine(gathered.groups)
    missing = unrecorded(mine, gathered.taken, first - OLDER, last)
    planned = [_planned(group, start) for group, start in missing if start.date() >= first]
    forgotten = [
        f"{start:%Y-%m-%dT%H:%M}"
        for group, start in missing
        if group.added_on <= start.date() < first
    ]
    return TodayInputs(
        groups=len(gathered.groups),
        contacts=gathered.contacts,
        meetings=tuple(sorted(gathered.recorded + planned, key=lambda meeting: meeting.start)),
        older_waiting=tuple(sorted([*gathered.unreflected, *forgotten])),
        latest=tuple(gathered.latest),
        invitations=tuple(gathered.invitations),
        older_invitations=gathered.every_invitation - len(gathered.invitations),
        follow_ups=tuple(gathered.follow_ups),
        prep=gathered.prep,
        week_begins=gathered.week_begins,
        weeks=gathered.weeks,
        last_invited=gathered.last_invited,
        reviewed=gathered.reviewed,
    )


def recorded(
    session: Session, first: date, last: date, group_id: int | None = None
) -> list[TodayMeeting]:
    """The meetings of some days about which something is recorded, oldest first.

    Of all, or only those of a group.
    """
    return [_recorded(row) for row in near(session, first, last, group_id)]


def taken_by(meetings: Iterable[TodayMeeting]) -> Taken:
    """The groups and days of some recorded meetings."""
    return frozenset((meeting.group_id, meeting.start[:10]) for meeting in meetings)


def unrecorded(
    every_group: Sequence[Group], taken: Taken, first: date, last: date
) -> list[tuple[Group, datetime]]:
    """The scheduled meetings of some days on which nothing is recorded of their group.

    A group's schedule ends with the day it was left.
    """
    return [
        (group, start)
        for group in every_group
        for start in dates(group.schedules, first, min(last, group.left_on or last))
        if (group.id, f"{start.date()}") not in taken
    ]


def _mine(every_group: Iterable[Group]) -> list[Group]:
    """The groups I am in."""
    return [group for group in every_group if group.status in (Status.TRIAL, Status.MEMBER)]


def _prep(session: Session, mine: Sequence[Group], now: datetime) -> tuple[TodayPrep, ...]:
    """What is worth knowing of the regulars of some groups."""
    places = regulars(session, now, [group.id for group in mine])
    # Who is going quiet isn't asked here, so it doesn't matter how soon that is.
    people = known(session, {place.contact_id for place in places}, now.date(), 0)
    by_group: dict[int, list[tuple[int, Known]]] = defaultdict(list)
    for place in places:
        person = people[place.contact_id]
        if not person.archived:
            by_group[place.group_id].append((place.seen, person))
    return tuple(
        TodayPrep(
            group_id=group_id,
            no_why=sum(not person.why for _, person in there),
            to_meet=tuple(
                person.name
                for _, person in sorted(there, key=lambda one: (-one[0], one[1].name))
                if Rung.ONE_TO_ONE not in person.rungs
            )[:TO_MEET],
        )
        for group_id, there in by_group.items()
    )


def _weeks(days: Iterable[RatedWeek], begins: int) -> tuple[RatedWeek, ...]:
    """Days added up by the week."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for day, *counts in days:
        week = sums[f"{first_of_week(date.fromisoformat(day), begins)}"]
        week[:] = [one + another for one, another in zip(week, counts, strict=True)]
    return tuple((first, n, e, c, p) for first, (n, e, c, p) in sums.items())


def _shown(now: datetime) -> tuple[date, date]:
    """The first and last day that the inputs cover."""
    return now.date() - BACK, now.date() + AHEAD


def _recorded(row: Row[Any]) -> TodayMeeting:
    called_off = bool(row.cancelled)
    reflected = row.energy is not None
    return TodayMeeting(
        start=row.start,
        name=row.group_name or row.title or "One-off",
        group_id=row.group_id,
        meeting_id=row.id,
        duration_minutes=row.duration_minutes,
        place=row.place,
        waits=not (called_off or row.missed or reflected),
        called_off=called_off or bool(row.missed),
        energy=row.energy,
        confidence=row.confidence,
        pushiness=row.pushiness,
        people_count=row.people_count,
        planned_work=row.planned_work if row.planned_work and row.planned_done is None else "",
    )


def _planned(group: Group, start: datetime) -> TodayMeeting:
    return TodayMeeting(
        start=f"{start:%Y-%m-%dT%H:%M}",
        name=group.name,
        group_id=group.id,
        meeting_id=None,
        duration_minutes=duration_on(group, start),
        place="",
        waits=start.date() >= group.added_on,
        called_off=False,
    )


def duration_on(group: Group, start: datetime) -> int | None:
    """How long the schedule in force at a start says the meeting lasts, in minutes."""
    ruling = [
        schedule
        for schedule in group.schedules
        if schedule.applies_from is None or schedule.applies_from <= start.date()
    ]
    return ruling[-1].duration_minutes if ruling else None
