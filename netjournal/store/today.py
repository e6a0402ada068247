"""Queries for Today: the meetings near it, the latest reflections, and what still wants one."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, text
from sqlmodel import Session

from netjournal.model.today import TodayFollowUp, TodayInvitation
from netjournal.store.engines import plain_rows
from netjournal.store.rating_days import EVERYWHERE


def near(
    session: Session, since: date, until: date, group_id: int | None = None
) -> Sequence[Row[Any]]:
    """The meetings from one day to another, oldest first, with what Today needs of them.

    Of all, or only those of a group.
    """
    one = "" if group_id is None else "AND m.group_id = :group_id "
    return session.execute(
        text(f"{_NEAR} WHERE m.start >= :since AND m.start <= :until {one}ORDER BY m.start, m.id"),
        {"since": f"{since}", "until": f"{until}T23:59", "group_id": group_id},
    ).all()


def latest_reflected(session: Session, until: datetime, limit: int) -> Sequence[Row[Any]]:
    """The latest reflected meetings, newest first, with what Today needs of them."""
    return session.execute(
        text(
            f"{_NEAR} WHERE r.id IS NOT NULL AND NOT m.cancelled AND NOT m.missed "
            "AND m.start <= :until "
            "ORDER BY m.start DESC, m.id DESC LIMIT :limit"
        ),
        {"until": f"{until:%Y-%m-%dT%H:%M}", "limit": limit},
    ).all()


def unreflected(session: Session, since: date, until: date) -> Sequence[str]:
    """The starts of recorded meetings since a day, before another, that want a reflection."""
    found = plain_rows(
        session,
        "SELECT m.start FROM meetings m WHERE m.start >= :since AND m.start < :until "
        "AND NOT m.cancelled AND NOT m.missed AND NOT EXISTS "
        "(SELECT 1 FROM reflections r WHERE r.meeting_id = m.id) ORDER BY m.start",
        {"since": f"{since}", "until": f"{until}"},
    )
    return [start for (start,) in found]


def taken(session: Session, since: date, until: date) -> Iterator[tuple[int, str]]:
    """The groups with something recorded of a meeting on some days, and those days."""
    return plain_rows(
        session,
        "SELECT group_id, substr(start, 1, 10) FROM meetings "
        "WHERE start >= :since AND start <= :until AND group_id IS NOT NULL",
        {"since": f"{since}", "until": f"{until}T23:59"},
    )


def unanswered(session: Session, until: date, most: int) -> tuple[list[TodayInvitation], int]:
    """The invitations to meetings up to a day that wait, the latest meeting first; and how many.

    At most so many of them are given.
    """
    values = {"until": f"{until}T23:59", "most": most}
    found = plain_rows(
        session,
        "SELECT i.id, c.id, m.id, m.start, c.name, "
        f"coalesce(g.name, nullif(m.title, ''), 'One-off') {_UNANSWERED} "
        "ORDER BY m.start DESC, i.id DESC LIMIT :most",
        values,
    )
    waiting = [
        TodayInvitation(
            invitation_id=invitation_id,
            contact_id=contact_id,
            meeting_id=meeting_id,
            start=start,
            name=name,
            title=title,
        )
        for invitation_id, contact_id, meeting_id, start, name, title in found
    ]
    (total,) = plain_rows(session, f"SELECT count(*) {_UNANSWERED}", values).fetchone()
    return waiting, int(total)


def due(session: Session, until: date, most: int) -> list[TodayFollowUp]:
    """The open follow-ups due up to a day, soonest due first; at most so many."""
    found = plain_rows(
        session,
        "SELECT f.id, f.contact_id, c.name, f.what, f.due FROM follow_ups f "
        "JOIN contacts c ON c.id = f.contact_id "
        "WHERE f.done_on IS NULL AND f.due <= :until ORDER BY f.due, f.id LIMIT :most",
        {"until": f"{until}", "most": most},
    )
    return [
        TodayFollowUp(
            follow_up_id=follow_up_id, contact_id=contact_id, name=name, what=what, due=day
        )
        for follow_up_id, contact_id, name, what, day in found
    ]


def rated_days(session: Session, since: date) -> Iterator[tuple[str, int, int, int, int]]:
    """The days from one on with a reflection: how many, and the sums of their three ratings."""
    return plain_rows(
        session,
        "SELECT day, n, energy, confidence, pushiness FROM rating_days "
        "WHERE scope = :everywhere AND n > 0 AND day >= :since ORDER BY day",
        {"everywhere": EVERYWHERE, "since": f"{since}"},
    )


def last_invited(session: Session, until: date) -> str:
    """The local date of the last invitation sent up to a day; empty when there is none."""
    query = "SELECT coalesce(max(sent_on), '') FROM invitations WHERE sent_on <= :until"
    (day,) = plain_rows(session, query, {"until": f"{until}"}).fetchone()
    return str(day)


_UNANSWERED = (
    "FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
    "JOIN contacts c ON c.id = i.contact_id LEFT JOIN groups g ON g.id = m.group_id "
    "WHERE i.outcome = 'pending' AND NOT m.cancelled AND m.start <= :until "
    # Who was there has come, unless the meeting was held without me.
    "AND (m.missed OR NOT EXISTS (SELECT 1 FROM attendances a "
    "WHERE a.meeting_id = i.meeting_id AND a.contact_id = i.contact_id))"
)

_NEAR = (
    "SELECT m.id, m.group_id, m.start, m.title, m.duration_minutes, m.place, m.cancelled, "
    "m.missed, g.name AS group_name, r.energy, r.confidence, r.pushiness, r.planned_work, "
    "r.planned_done, (SELECT count(*) FROM attendances a WHERE a.meeting_id = m.id) "
    "AS people_count FROM meetings m LEFT JOIN groups g ON g.id = m.group_id "
    "LEFT JOIN reflections r ON r.meeting_id = m.id"
)
