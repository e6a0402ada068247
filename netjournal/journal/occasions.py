"""The meetings one can point at, whether or not anything is recorded about them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from netjournal.errors import InvalidError
from netjournal.journal import today
from netjournal.model.group import Group
from netjournal.model.occasion import Occasion
from netjournal.model.schedule import dates, next_starts
from netjournal.model.today import TodayMeeting
from netjournal.store import meetings
from netjournal.text import fold

_BACK = timedelta(days=366)
"""How far back the latest meeting of a schedule is looked for."""
_ROUGHLY = timedelta(hours=2)
"""How far a time that is said may be from a meeting's start to mean that meeting."""


def begun(
    near: Sequence[TodayMeeting], every: Sequence[Group], first: date, now: datetime
) -> tuple[Occasion, ...]:
    """Of the groups' meetings since a day, those that have begun and have no reflection.

    Newest first. `near` are the recorded ones of those days. Those called off or missed are left
    out; those from before their group was added are not.
    """
    found = [_recorded(meeting) for meeting in near if meeting.waits]
    found += [
        planned(*each) for each in today.unrecorded(every, today.taken_by(near), first, now.date())
    ]
    return tuple(
        sorted(
            (occasion for occasion in found if occasion.start <= now),
            key=lambda occasion: occasion.start,
            reverse=True,
        )
    )


def of_group(
    session: Session, group: Group, when: date | datetime | None, now: datetime
) -> Occasion:
    """A group's meeting on a day: the one recorded, else the one scheduled, else a new one.

    Without a day it is the latest that has begun, else one that begins now. A time far from that of
    any meeting of its day means a new one; a day without a time and without a meeting takes the
    schedule's usual time.
    """
    said = when if isinstance(when, datetime) else None
    if when is None:
        when = _latest_begun(group, now) or now
    day = when.date() if isinstance(when, datetime) else when
    moment = when if isinstance(when, datetime) else None
    on_day = meetings.on_day(session, group.id, day)
    recorded = [found for found in on_day if _is_meant(found[1], said)]
    if recorded:
        meeting_id, start = min(recorded, key=lambda found: _apart(found[1], moment or found[1]))
        meeting = meetings.get(session, meeting_id)
        return Occasion(
            start=start,
            group_id=group.id,
            meeting_id=meeting_id,
            name=group.name,
            duration_minutes=meeting.duration_minutes or today.duration_on(group, start),
            place=meeting.place,
        )
    scheduled = dates(group.schedules, day, day)
    if scheduled and _is_meant(scheduled[0], said):
        return planned(group, scheduled[0])
    usual = group.schedules[-1].start_time if group.schedules else time(now.hour, now.minute)
    return planned(group, moment or datetime.combine(day, usual))


def one_off(session: Session, when: date | datetime | None, title: str, now: datetime) -> Occasion:
    """The one-off of a title recorded on a day, else a new one; without a day today's, or now.

    A time far from that of any such one-off means a new one. InvalidError when there is none and
    the day has no time.
    """
    said = when if isinstance(when, datetime) else None
    if when is None:
        when = now
    day = when.date() if isinstance(when, datetime) else when
    moment = when if isinstance(when, datetime) else None
    recorded = [
        _recorded(meeting)
        for meeting in today.recorded(session, day, day)
        if meeting.group_id is None and fold(meeting.name) == fold(title)
    ]
    recorded = [found for found in recorded if _is_meant(found.start, said)]
    if recorded:
        return min(recorded, key=lambda found: _apart(found.start, moment or found.start))
    if moment is None:
        raise InvalidError({"when": f"Say when {title} began, such as {day} 19:00."})
    return Occasion(start=moment, group_id=None, meeting_id=None, name=title)


def recorded(session: Session, first: date, last: date) -> tuple[Occasion, ...]:
    """The meetings of some days that are recorded and weren't called off, oldest first."""
    near = today.recorded(session, first, last)
    return tuple(_recorded(meeting) for meeting in near if not meeting.called_off)


def on_record(session: Session, occasion: Occasion) -> int | None:
    """The id of the meeting an occasion is, when something is recorded of it.

    One deleted since it was pointed at is none, so that what was written about it can be saved.
    """
    if occasion.meeting_id is not None and meetings.exists(session, occasion.meeting_id):
        return occasion.meeting_id
    if occasion.group_id is None:
        return None
    for meeting_id, start in meetings.on_day(session, occasion.group_id, occasion.day):
        if start == occasion.start:
            return meeting_id
    return None


def is_known(session: Session, group: Group, day: date) -> bool:
    """Whether a meeting of a group on a day is recorded or in its schedule."""
    return bool(meetings.on_day(session, group.id, day) or dates(group.schedules, day, day))


def next_planned(group: Group, now: datetime) -> datetime | None:
    """When a group meets next, by its schedule."""
    return next(iter(next_starts(group.schedules, now, 1)), None)


def next_of_group(session: Session, group: Group, now: datetime) -> Occasion | None:
    """A group's next meeting by its schedule, as far as it is recorded."""
    when = next_planned(group, now)
    return None if when is None else of_group(session, group, when.date(), now)


def planned(group: Group, start: datetime) -> Occasion:
    """A meeting of a group that nothing is recorded about yet."""
    return Occasion(
        start=start,
        group_id=group.id,
        meeting_id=None,
        name=group.name,
        duration_minutes=today.duration_on(group, start),
    )


def _recorded(meeting: TodayMeeting) -> Occasion:
    return Occasion(
        start=datetime.fromisoformat(meeting.start),
        group_id=meeting.group_id,
        meeting_id=meeting.meeting_id,
        name=meeting.name,
        duration_minutes=meeting.duration_minutes,
        place=meeting.place,
    )


def _latest_begun(group: Group, now: datetime) -> datetime | None:
    first = now.date() - _BACK
    started = [start for start in dates(group.schedules, first, now.date()) if start <= now]
    return started[-1] if started else None


def _is_meant(start: datetime, said: datetime | None) -> bool:
    """Whether a time that was said, if one was, may be that of a meeting."""
    return said is None or _apart(start, said) <= _ROUGHLY


def _apart(start: datetime, moment: datetime) -> timedelta:
    return abs(start - moment)
