"""Queries for the list of meetings: how many there are, and any stretch of them."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.meeting import MeetingLine
from netjournal.store.conditions import stated, where
from netjournal.text import lines

SHOWN_PEOPLE = 8
"""How many names a line carries at most."""


def count(session: Session, group_id: int | None, since: date | None, until: date | None) -> int:
    """How many meetings there are, of one group or of all."""
    within, values = _within(group_id, since, until)
    return int(
        session.execute(text(f"SELECT count(*) FROM meetings m{within}"), values).scalar_one()
    )


def stretch(
    session: Session,
    first: int,
    size: int,
    group_id: int | None,
    since: date | None,
    until: date | None,
) -> tuple[MeetingLine, ...]:
    """A stretch of the list of meetings, newest first."""
    within, values = _within(group_id, since, until)
    ids = session.execute(
        text(
            f"SELECT m.id FROM meetings m{within} ORDER BY m.start DESC, m.id DESC "
            "LIMIT :size OFFSET :first"
        ),
        {**values, "size": size, "first": first},
    )
    return lines_of(session, ids.scalars().all())


def among(
    session: Session,
    meeting_ids: Sequence[int],
    group_id: int | None,
    since: date | None,
    until: date | None,
) -> Sequence[int]:
    """Those of the meetings that are of a group and between two days, in the order given."""
    within, values = _within(group_id, since, until)
    if not within:
        return meeting_ids
    rows = session.execute(
        text(
            f"SELECT m.id FROM meetings m{within} AND m.id IN (SELECT value FROM json_each(:ids))"
        ),
        {**values, "ids": json.dumps(list(meeting_ids))},
    )
    fit = set(rows.scalars())
    return [meeting_id for meeting_id in meeting_ids if meeting_id in fit]


def lines_of(session: Session, meeting_ids: Sequence[int]) -> tuple[MeetingLine, ...]:
    """Meetings as lines of their list, newest first."""
    marks = {"ids": json.dumps(list(meeting_ids))}
    among = "(SELECT value FROM json_each(:ids))"
    people: dict[int, list[str]] = defaultdict(list)
    for meeting_id, name in session.execute(
        text(
            "SELECT a.meeting_id, c.name FROM attendances a JOIN contacts c ON c.id = a.contact_id "
            f"LEFT JOIN contact_facts f ON f.contact_id = c.id WHERE a.meeting_id IN {among} "
            "ORDER BY coalesce(f.sort_name, lower(c.name)), c.id"
        ),
        marks,
    ):
        people[meeting_id].append(name)
    rows = session.execute(
        text(
            "SELECT m.id, m.start, g.name AS group_name, m.title, m.duration_minutes, m.cancelled, "
            "m.missed, r.energy, r.confidence, r.pushiness, substr(r.notes, 1, 400) AS notes "
            "FROM meetings m LEFT JOIN groups g ON g.id = m.group_id "
            f"LEFT JOIN reflections r ON r.meeting_id = m.id WHERE m.id IN {among} "
            "ORDER BY m.start DESC, m.id DESC"
        ),
        marks,
    )
    return tuple(
        MeetingLine(
            id=row.id,
            start=row.start,
            group=row.group_name,
            title=row.title,
            duration_minutes=row.duration_minutes,
            cancelled=bool(row.cancelled),
            missed=bool(row.missed),
            energy=row.energy,
            confidence=row.confidence,
            pushiness=row.pushiness,
            people=tuple(people[row.id][:SHOWN_PEOPLE]),
            people_count=len(people[row.id]),
            excerpt=next(iter(lines(row.notes or "")), ""),
        )
        for row in rows
    )


def _within(
    group_id: int | None, since: date | None, until: date | None
) -> tuple[str, dict[str, Any]]:
    conditions, values = stated(
        {
            "m.group_id = :group_id": ("group_id", group_id),
            "m.start >= :since": ("since", since and f"{since}"),
            "m.start <= :until": ("until", until and f"{until}T23:59"),
        }
    )
    return where(conditions), values
