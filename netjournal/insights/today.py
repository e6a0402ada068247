"""Works out what a person sees on opening the journal, at any moment its inputs reach to."""

from datetime import datetime, timedelta

from netjournal.model.occasion import Occasion
from netjournal.model.today import Latest, PlannedWork, Today, TodayInputs, TodayMeeting

WAITING_DAYS = 14
"""How many days back meetings wait one by one; older ones are only counted."""
COMING_DAYS = 7
LATEST = 3


def today(inputs: TodayInputs, now: datetime) -> Today:
    """What `inputs` mean at `now`, a local wall-clock time."""
    oldest = now.date() - timedelta(days=WAITING_DAYS)
    horizon = now.date() + timedelta(days=COMING_DAYS)
    begun = [meeting for meeting in reversed(inputs.meetings) if _start(meeting) <= now]
    recent = [meeting for meeting in begun if _start(meeting).date() >= oldest]
    passed = [meeting for meeting in begun if _start(meeting).date() < oldest]
    ahead = [meeting for meeting in inputs.meetings if _start(meeting) > now]
    return Today(
        now=now,
        groups=inputs.groups,
        contacts=inputs.contacts,
        waiting=tuple(_occasion(meeting) for meeting in recent if meeting.waits),
        older_waiting=len(inputs.older_waiting) + sum(meeting.waits for meeting in passed),
        planned_work=tuple(work for meeting in recent if (work := _planned_work(meeting, now))),
        coming=tuple(
            _occasion(meeting)
            for meeting in ahead
            if meeting.waits and _start(meeting).date() <= horizon
        ),
        latest=tuple(late for meeting in inputs.latest if (late := _latest(meeting)))[:LATEST],
    )


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
