"""Queries for Today: the meetings near it, the latest reflections, and what still wants one."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, text
from sqlmodel import Session


def near(session: Session, since: date, until: date) -> Sequence[Row[Any]]:
    """The meetings from one day to another, oldest first, with what Today needs of them."""
    return session.execute(
        text(f"{_NEAR} WHERE m.start >= :since AND m.start <= :until ORDER BY m.start, m.id"),
        {"since": f"{since}", "until": f"{until}T23:59"},
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


def unreflected_before(session: Session, until: date) -> Sequence[str]:
    """The starts of recorded meetings before a day that still want a reflection."""
    return (
        session.execute(
            text(
                "SELECT m.start FROM meetings m WHERE m.start < :until AND NOT m.cancelled "
                "AND NOT m.missed AND NOT EXISTS "
                "(SELECT 1 FROM reflections r WHERE r.meeting_id = m.id) ORDER BY m.start"
            ),
            {"until": f"{until}"},
        )
        .scalars()
        .all()
    )


_NEAR = (
    "SELECT m.id, m.group_id, m.start, m.title, m.duration_minutes, m.place, m.cancelled, "
    "m.missed, g.name AS group_name, r.energy, r.confidence, r.pushiness, r.planned_work, "
    "r.planned_done, (SELECT count(*) FROM attendances a WHERE a.meeting_id = m.id) "
    "AS people_count FROM meetings m LEFT JOIN groups g ON g.id = m.group_id "
    "LEFT JOIN reflections r ON r.meeting_id = m.id"
)
