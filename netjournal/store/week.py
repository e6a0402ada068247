"""Queries for the look back: what happened on some days, and what asks for something now."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from netjournal.model.follow_up import Fit, FollowUp
from netjournal.model.invitation import Invitation
from netjournal.model.review import Counts, HeldMeeting, Quiet, Several
from netjournal.model.today import PlannedWork
from netjournal.store import invitations
from netjournal.store.attended import ATTENDED
from netjournal.store.engines import plain_rows
from netjournal.store.invitations import OUTCOME
from netjournal.store.looks import QUIET
from netjournal.store.members import on_day

MOST = 10
"""How many of a long list are read; beside them stands how many there are."""
MOST_MEETINGS = 100


def counts(session: Session, first: date, last: date) -> Counts:
    """How much of everything there was from one day to another."""
    values = _days(first, last)
    meetings, opportunities, known = _one(session, _MEETINGS, values)
    people, first_faces = _one(session, _PEOPLE, values)
    one_to_ones, given, received, invited, came = _one(session, _PASSED, values)
    return Counts(
        meetings=meetings,
        people=people,
        first_faces=first_faces,
        one_to_ones=one_to_ones,
        given=given,
        received=received,
        invited=invited,
        came=came,
        opportunities=opportunities,
        opportunities_known=known,
    )


def held(
    session: Session, first: date, last: date, total: int, limit: int = MOST_MEETINGS
) -> Several[HeldMeeting]:
    """The first of the `total` meetings attended from one day to another, oldest first."""
    rows = plain_rows(session, _HELD, {**_days(first, last), "limit": limit})
    return Several(
        first=tuple(
            HeldMeeting(
                meeting_id=meeting_id,
                start=start,
                name=name,
                energy=energy,
                confidence=confidence,
                pushiness=pushiness,
                people=people,
                first_faces=first_faces,
            )
            for (
                meeting_id,
                start,
                name,
                energy,
                confidence,
                pushiness,
                people,
                first_faces,
            ) in rows
        ),
        total=total,
    )


def planned_work(session: Session, since: date, until: datetime) -> tuple[PlannedWork, ...]:
    """Work planned for the days since one of which I haven't said whether it got done.

    Newest first; only of meetings that are over.
    """
    rows = plain_rows(
        session, _PLANNED_WORK, {"since": f"{since}", "until": f"{until:%Y-%m-%dT%H:%M}"}
    )
    return tuple(
        PlannedWork(meeting_id=meeting_id, start=began, name=name, planned_work=work)
        for meeting_id, start, name, work, minutes in rows
        for began in (datetime.fromisoformat(start),)
        if began + timedelta(minutes=minutes or 0) <= until
    )


def pending(session: Session, now: datetime) -> Several[Invitation]:
    """The unanswered invitations to meetings that have begun, the latest meeting first."""
    values = {"now": f"{now:%Y-%m-%dT%H:%M}", "limit": MOST}
    total, rows = _counted(plain_rows(session, _PENDING, values))
    return Several(first=invitations.these(session, [row[0] for row in rows]), total=total)


def quiet(session: Session, today: date, usual_days: int) -> Several[Quiet]:
    """Those who are going quiet: the deepest known first, then whoever has waited longest."""
    values = {**on_day(today), "usual_days": usual_days, "limit": MOST}
    total, rows = _counted(plain_rows(session, _QUIET, values))
    people = (
        Quiet(
            contact_id=contact_id,
            name=name,
            organisation=organisation,
            depth=depth,
            last_touch=date.fromisoformat(last_touch),
        )
        for contact_id, name, organisation, depth, last_touch in rows
    )
    return Several(first=tuple(people), total=total)


def overdue(session: Session, today: date) -> Several[FollowUp]:
    """Open follow-ups that were due before a day, the longest overdue first."""
    return _follow_ups(session, "f.done_on IS NULL AND f.due < :day", "f.due, f.id", today, today)


def due(session: Session, today: date, until: date) -> Several[FollowUp]:
    """Open follow-ups due from one day to another, soonest first."""
    open_then = "f.done_on IS NULL AND f.due >= :day AND f.due <= :until"
    return _follow_ups(session, open_then, "f.due, f.id", today, until)


def done(session: Session, first: date, last: date) -> Several[FollowUp]:
    """Follow-ups done from one day to another, the latest first."""
    then = "f.done_on >= :day AND f.done_on <= :until"
    return _follow_ups(session, then, "f.done_on DESC, f.id DESC", first, last)


def promised(session: Session, contact_ids: str) -> Mapping[int, Sequence[FollowUp]]:
    """The open follow-ups for contacts, given as JSON, by contact; soonest due first."""
    rows = plain_rows(
        session,
        f"SELECT {_FOLLOW_UP} WHERE f.done_on IS NULL "
        "AND f.contact_id IN (SELECT value FROM json_each(:ids)) "
        "ORDER BY f.due IS NULL, f.due, f.id",
        {"ids": contact_ids},
    )
    found: dict[int, list[FollowUp]] = {}
    for one in map(_follow_up, rows):
        found.setdefault(one.contact_id, []).append(one)
    return found


def _follow_ups(
    session: Session, condition: str, order: str, day: date, until: date
) -> Several[FollowUp]:
    query = f"SELECT count(*) OVER (), {_FOLLOW_UP} WHERE {condition} ORDER BY {order} LIMIT :limit"
    values = {"day": f"{day}", "until": f"{until}", "limit": MOST}
    total, rows = _counted(plain_rows(session, query, values))
    return Several(first=tuple(map(_follow_up, rows)), total=total)


def _follow_up(row: Sequence[Any]) -> FollowUp:
    follow_up_id, contact_id, what, due, fit, done_on, answered, name, added_on = row
    return FollowUp(
        id=follow_up_id,
        contact_id=contact_id,
        what=what,
        due=_day(due),
        fit=None if fit is None else Fit(fit),
        done_on=_day(done_on),
        answered=None if answered is None else bool(answered),
        name=name,
        added_on=date.fromisoformat(added_on),
    )


def _counted(rows: Iterable[Sequence[Any]]) -> tuple[int, list[Sequence[Any]]]:
    """How many rows there are without the limit, which each row begins with, and their rest."""
    found = list(rows)
    return (found[0][0] if found else 0), [row[1:] for row in found]


def _one(session: Session, query: str, values: Mapping[str, object]) -> Sequence[Any]:
    """The only row of a query."""
    row: Sequence[Any] = plain_rows(session, query, values).fetchone()
    return row


def _days(first: date, last: date) -> dict[str, str]:
    return {"first": f"{first}", "last": f"{last}", "after": f"{last + timedelta(days=1)}"}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


_THEN = "m.start >= :first AND m.start < :after"
_MEETINGS = (
    "SELECT count(*), coalesce(sum(o.opportunities), 0), count(o.opportunities) FROM meetings m "
    f"LEFT JOIN reflections o ON o.meeting_id = m.id WHERE {_THEN} AND {ATTENDED}"
)
_SEEN_BEFORE = (
    "EXISTS (SELECT 1 FROM attendances b JOIN meetings n ON n.id = b.meeting_id "
    "WHERE b.contact_id = {contact} AND NOT n.cancelled AND NOT n.missed AND {earlier})"
)
_PEOPLE = (
    f"SELECT count(*), coalesce(sum(NOT "
    f"{_SEEN_BEFORE.format(contact='seen.id', earlier='n.start < :first')}), 0) FROM "
    "(SELECT DISTINCT a.contact_id AS id FROM meetings m JOIN attendances a "
    f"ON a.meeting_id = m.id WHERE {_THEN} AND NOT m.cancelled AND NOT m.missed) seen"
)
_PASSED = (
    "SELECT (SELECT count(*) FROM interactions WHERE kind = 'one-to-one' "
    "AND day >= :first AND day <= :last), "
    "(SELECT count(*) FROM referrals WHERE direction = 'given' "
    "AND day >= :first AND day <= :last), "
    "(SELECT count(*) FROM referrals WHERE direction = 'received' "
    "AND day >= :first AND day <= :last), "
    "(SELECT count(*) FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
    "WHERE NOT m.cancelled AND i.sent_on >= :first AND i.sent_on <= :last), "
    "(SELECT count(*) FROM meetings m JOIN invitations i ON i.meeting_id = m.id "
    f"WHERE {_THEN} AND NOT m.cancelled AND {OUTCOME} = 'came')"
)
_NAME = "coalesce(g.name, nullif(m.title, ''), 'One-off')"
_MET_THERE = _SEEN_BEFORE.format(
    contact="a.contact_id", earlier="(n.start, n.id) < (m.start, m.id)"
)
_HELD = (
    f"SELECT m.id, m.start, {_NAME}, o.energy, o.confidence, o.pushiness, "
    "(SELECT count(*) FROM attendances a WHERE a.meeting_id = m.id), "
    f"(SELECT count(*) FROM attendances a WHERE a.meeting_id = m.id AND NOT {_MET_THERE}) "
    "FROM meetings m LEFT JOIN groups g ON g.id = m.group_id "
    "LEFT JOIN reflections o ON o.meeting_id = m.id "
    f"WHERE {_THEN} AND {ATTENDED} ORDER BY m.start, m.id LIMIT :limit"
)
_PLANNED_WORK = (
    f"SELECT m.id, m.start, {_NAME}, o.planned_work, m.duration_minutes "
    "FROM meetings m JOIN reflections o ON o.meeting_id = m.id "
    "LEFT JOIN groups g ON g.id = m.group_id WHERE m.start >= :since AND m.start <= :until "
    "AND o.planned_work <> '' AND o.planned_done IS NULL AND NOT m.cancelled AND NOT m.missed "
    "ORDER BY m.start DESC, m.id DESC"
)
_PENDING = (
    "SELECT count(*) OVER (), i.id FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
    f"WHERE i.outcome = 'pending' AND {OUTCOME} = 'pending' "
    "AND m.start <= :now AND NOT m.cancelled "
    "ORDER BY m.start DESC, i.id DESC LIMIT :limit"
)
_QUIET = (
    "SELECT count(*) OVER (), c.id, c.name, c.organisation, f.depth, f.last_touch "
    f"FROM contact_facts f JOIN contacts c ON c.id = f.contact_id WHERE {QUIET} "
    "ORDER BY f.depth DESC, f.last_touch, f.sort_name, c.id LIMIT :limit"
)
_FOLLOW_UP = (
    "f.id, f.contact_id, f.what, f.due, f.fit, f.done_on, f.answered, c.name, f.added_on "
    "FROM follow_ups f JOIN contacts c ON c.id = f.contact_id"
)
