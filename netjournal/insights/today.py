"""Works out what a person sees on opening the journal, at any moment its inputs reach to."""

from collections import Counter
from datetime import date, datetime, timedelta

from netjournal.model.occasion import Occasion
from netjournal.model.today import Latest, PlannedWork, Today, TodayInputs, TodayMeeting

WAITING_DAYS = 14
"""How many days back meetings wait one by one; older ones are only counted."""
COMING_DAYS = 7
LATEST = 3
STRIP_WEEKS = 12
REVIEWED_FROM = 4
"""The day of a week, counted from 0, from which on it is reviewed: the last three are still it."""


def today(inputs: TodayInputs, now: datetime) -> Today:
    """What `inputs` mean at `now`, a local wall-clock time."""
    oldest = now.date() - timedelta(days=WAITING_DAYS)
    horizon = now.date() + timedelta(days=COMING_DAYS)
    begun = [meeting for meeting in reversed(inputs.meetings) if _start(meeting) <= now]
    recent = [meeting for meeting in begun if _start(meeting).date() >= oldest]
    passed = [meeting for meeting in begun if _start(meeting).date() < oldest]
    ahead = [meeting for meeting in inputs.meetings if _start(meeting) > now]
    coming = [each for each in ahead if each.waits and _start(each).date() <= horizon]
    moment, day = f"{now:%Y-%m-%dT%H:%M}", f"{now.date()}"
    out = Counter(each.meeting_id for each in inputs.invitations if each.start > moment)
    prep = {each.group_id: each for each in inputs.prep}
    return Today(
        now=now,
        groups=inputs.groups,
        contacts=inputs.contacts,
        waiting=tuple(_occasion(meeting) for meeting in recent if meeting.waits),
        older_waiting=len(inputs.older_waiting) + sum(meeting.waits for meeting in passed),
        planned_work=tuple(work for meeting in recent if (work := _planned_work(meeting, now))),
        coming=tuple(map(_occasion, coming)),
        latest=tuple(late for meeting in inputs.latest if (late := _latest(meeting)))[:LATEST],
        invitations=tuple(each for each in inputs.invitations if each.start <= moment),
        older_invitations=inputs.older_invitations,
        follow_ups=tuple(each for each in inputs.follow_ups if each.due <= day),
        prep=tuple(prep.get(each.group_id or 0) for each in coming),
        out=tuple(out[each.meeting_id] if each.meeting_id else 0 for each in coming),
        strip=_strip(inputs, now.date()),
        days_since_invited=_days_since(inputs.last_invited, now.date()),
        to_review=_to_review(inputs, now),
    )


def _strip(inputs: TodayInputs, today: date) -> tuple[tuple[int, int, int] | None, ...]:
    rated = {first: rest for first, *rest in inputs.weeks}
    this = first_of_week(today, inputs.week_begins)
    firsts = [this - timedelta(weeks=back) for back in reversed(range(STRIP_WEEKS))]
    return tuple(_means(rated.get(f"{first}")) for first in firsts)


def _means(week: list[int] | None) -> tuple[int, int, int] | None:
    if week is None:
        return None
    count, energy, confidence, pushiness = week
    return _mean(energy, count), _mean(confidence, count), _mean(pushiness, count)


def _mean(total: int, count: int) -> int:
    """Rounded, a half upward."""
    return (2 * total + count) // (2 * count)


def _days_since(day: str, today: date) -> int | None:
    # The clock may have been set back since the inputs were kept.
    return max((today - date.fromisoformat(day)).days, 0) if day else None


def _to_review(inputs: TodayInputs, now: datetime) -> date | None:
    """The latest week that can be reviewed, if something happened in it and it wasn't."""
    this = first_of_week(now.date(), inputs.week_begins)
    late = (now.date() - this).days >= REVIEWED_FROM
    week = this if late else this - timedelta(weeks=1)
    days = (f"{week}", f"{min(week + timedelta(days=6), now.date())}")
    happened = any(
        days[0] <= meeting.start[:10] <= days[1] and (meeting.energy or meeting.people_count)
        for meeting in inputs.meetings
    )
    return week if happened and inputs.reviewed < days[0] else None


def first_of_week(day: date, begins: int) -> date:
    """The first day of the week a day is in; `begins` is its weekday, 0 for Monday."""
    return day - timedelta(days=(day.weekday() - begins) % 7)


def _planned_work(meeting: TodayMeeting, now: datetime) -> PlannedWork | None:
    over = _start(meeting) + timedelta(minutes=meeting.duration_minutes or 0)
    if not meeting.planned_work or meeting.meeting_id is None or over > now:
        return None
    return PlannedWork(
        meeting_id=meeting.meeting_id,
        start=_start(meeting),
        name=meeting.name,
        planned_work=meeting.planned_work,
    )


def _latest(meeting: TodayMeeting) -> Latest | None:
    match meeting:
        case TodayMeeting(meeting_id=int(id_), energy=int(e), confidence=int(c), pushiness=int(p)):
            return Latest(
                meeting_id=id_,
                start=_start(meeting),
                name=meeting.name,
                energy=e,
                confidence=c,
                pushiness=p,
                people_count=meeting.people_count,
            )
    return None


def _occasion(meeting: TodayMeeting) -> Occasion:
    return Occasion(
        start=_start(meeting),
        group_id=meeting.group_id,
        meeting_id=meeting.meeting_id,
        name=meeting.name,
        duration_minutes=meeting.duration_minutes,
        place=meeting.place,
    )


def _start(meeting: TodayMeeting) -> datetime:
    return datetime.fromisoformat(meeting.start)
