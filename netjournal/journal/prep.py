"""The reading of prep: who is likely at a meeting, and what I want to know before I go."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlmodel import Session

from netjournal.errors import NotFoundError
from netjournal.insights.plan import gift
from netjournal.journal import today
from netjournal.journal.occasions import on_record, planned
from netjournal.model.depth import Rung
from netjournal.model.group import Group, Status
from netjournal.model.invitation import Outcome
from netjournal.model.occasion import Occasion
from netjournal.model.prep import Likely, Prep
from netjournal.model.schedule import next_starts
from netjournal.store import groups, prep, regulars
from netjournal.store.week import promised
from netjournal.text import fold

AHEAD = timedelta(days=366)
"""How far ahead a recorded meeting is looked for."""
_STARTS = 10
"""So many of a schedule's next starts are looked at, for some may be called off."""


def of_occasion(session: Session, occasion: Occasion, now: datetime, usual_days: int) -> Prep:
    """The page for a meeting, recorded or only scheduled."""
    meeting_id = on_record(session, occasion)
    expected = {} if meeting_id is None else prep.expected(session, meeting_id)
    likely, rosters = _likely(
        session, occasion.group_id, expected, min(occasion.start, now), now, usual_days
    )
    return Prep(
        now=now,
        name=occasion.name,
        group_id=occasion.group_id,
        meeting_id=meeting_id,
        start=occasion.start,
        duration_minutes=occasion.duration_minutes,
        place=occasion.place,
        rosters=rosters,
        likely=likely,
        gift=gift(regulars.givable(session, now.date(), [one.contact_id for one in likely])),
    )


def of_group(session: Session, group_id: int, now: datetime, usual_days: int) -> Prep:
    """The page for a group's next meeting, or for whenever it meets when none is planned.

    Raises NotFoundError when there is no such group.
    """
    group = groups.get(session, group_id)
    coming = _next(session, [group], now)
    if coming is not None:
        return of_occasion(session, coming, now, usual_days)
    likely, rosters = _likely(session, group_id, {}, now, now, usual_days)
    return Prep(
        now=now,
        name=group.name,
        group_id=group_id,
        meeting_id=None,
        start=None,
        duration_minutes=None,
        place="",
        rosters=rosters,
        likely=likely,
        gift=gift(regulars.givable(session, now.date(), [one.contact_id for one in likely])),
    )


def next_occasion(session: Session, now: datetime) -> Occasion:
    """The next meeting of the groups I am in, or one-off; NotFoundError when none is planned."""
    every = groups.every(session)
    mine = [group for group in every if group.status in (Status.TRIAL, Status.MEMBER)]
    coming = _next(session, mine, now, one_offs=True)
    if coming is None:
        raise NotFoundError(
            "No meeting is planned. Name a group to prepare for, or say in Groups when one meets."
        )
    return coming


def _next(
    session: Session, mine: Iterable[Group], now: datetime, *, one_offs: bool = False
) -> Occasion | None:
    """The soonest of some groups' meetings, recorded or scheduled, that hasn't begun."""
    by_id = {group.id: group for group in mine}
    near = today.recorded(session, now.date(), now.date() + AHEAD)
    taken = {(meeting.group_id, meeting.start[:10]) for meeting in near}
    recorded = (
        Occasion(
            start=datetime.fromisoformat(meeting.start),
            group_id=meeting.group_id,
            meeting_id=meeting.meeting_id,
            name=meeting.name,
            duration_minutes=meeting.duration_minutes,
            place=meeting.place,
        )
        for meeting in near
        if not meeting.called_off
        and (meeting.group_id in by_id or (one_offs and meeting.group_id is None))
    )
    scheduled = (
        planned(group, start)
        for group in by_id.values()
        for start in next_starts(group.schedules, now, _STARTS)
        if (group.id, f"{start.date()}") not in taken
        and (group.left_on is None or start.date() <= group.left_on)
    )
    coming = [one for one in (*recorded, *scheduled) if one.start > now]
    return min(coming, key=lambda one: (one.start, fold(one.name)), default=None)


def _likely(
    session: Session,
    group_id: int | None,
    expected: Mapping[int, Outcome | None],
    before: datetime,
    now: datetime,
    usual_days: int,
) -> tuple[tuple[Likely, ...], int]:
    """Whoever is likely there, and how many rosters tell who the regulars are."""
    here = () if group_id is None else (group_id,)
    seen = {place.contact_id: place.seen for place in regulars.regulars(session, before, here)}
    rosters = 0 if group_id is None else regulars.rosters(session, before, group_id)
    ids = {*seen, *expected}
    notes = prep.notes(session, ids, before)
    promises = promised(session, json.dumps(list(ids)))
    likely = (
        Likely(
            contact_id=known.contact_id,
            name=known.name,
            organisation=known.organisation,
            classification=known.classification,
            seen=seen.get(known.contact_id, 0),
            invited=expected.get(known.contact_id),
            depth=known.depth,
            why=known.why,
            one_to_one=Rung.ONE_TO_ONE in known.rungs,
            quiet=known.quiet,
            last_touch=known.last_touch,
            notes=tuple(notes.get(known.contact_id, ())),
            promised=tuple(promises.get(known.contact_id, ())),
        )
        for known in regulars.known(session, ids, now.date(), usual_days).values()
        if not known.archived or known.contact_id in expected
    )
    return tuple(sorted(likely, key=_place)), rosters


def _place(one: Likely) -> tuple[int, str, int]:
    return -one.seen, fold(one.name), one.contact_id
