"""Queries for the hours that went into groups, up to a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from sqlmodel import Session

from netjournal.store.attended import ATTENDED
from netjournal.store.engines import plain_rows


class Attended(NamedTuple):
    """When a meeting that I attended began, of which group, and how long it took."""

    group_id: int | None
    start: str
    minutes: int | None


class OneToOne(NamedTuple):
    """How long a one-to-one took, and the groups that the other and I were both in that day."""

    minutes: int | None
    groups: tuple[int, ...]


def attended(session: Session, day: date, days: int) -> Sequence[Attended]:
    """The meetings attended in so many days up to a day."""
    query = (
        "SELECT m.group_id, m.start, m.duration_minutes FROM meetings m "
        f"WHERE m.start >= :since AND m.start < :tomorrow AND {ATTENDED}"
    )
    return list(map(Attended._make, plain_rows(session, query, _window(day, days))))


def one_to_ones(session: Session, day: date, days: int) -> Sequence[OneToOne]:
    """The one-to-ones held in so many days up to a day."""
    rows = plain_rows(session, _ONE_TO_ONES, _window(day, days))
    return [
        OneToOne(minutes, tuple(group for *_, group in each if group is not None))
        for (_, minutes), each in groupby(rows, key=lambda row: row[:2])
    ]


_MINE = (
    "SELECT g.id, coalesce(g.joined_on, (SELECT date(min(m.start)) FROM meetings m "
    f"WHERE m.group_id = g.id AND {ATTENDED})) AS joined_on, g.left_on FROM groups g"
)
_ONE_TO_ONES = f"""
WITH mine AS MATERIALIZED ({_MINE}),
held AS (SELECT i.id, i.day, i.minutes, c.contact_id FROM interactions i
  JOIN interaction_contacts c ON c.interaction_id = i.id
  WHERE i.kind = 'one-to-one' AND i.day >= :since AND i.day < :tomorrow),
there AS (SELECT h.id, s.group_id FROM held h JOIN memberships s ON s.contact_id = h.contact_id
  AND coalesce(s.since, h.day) <= h.day AND coalesce(s.until, h.day) >= h.day
  UNION SELECT h.id, m.group_id FROM held h JOIN attendances a ON a.contact_id = h.contact_id
  JOIN meetings m ON m.id = a.meeting_id WHERE NOT m.cancelled AND NOT m.missed
  AND m.start >= date(h.day, '-364 days') AND m.start < date(h.day, '+1 day')
  AND NOT EXISTS (SELECT 1 FROM memberships s WHERE s.contact_id = h.contact_id))
SELECT DISTINCT h.id, h.minutes, g.id FROM held h
LEFT JOIN there t ON t.id = h.id
LEFT JOIN mine g ON g.id = t.group_id
  AND g.joined_on <= h.day AND coalesce(g.left_on, h.day) >= h.day
ORDER BY h.id, g.id
"""


def _window(day: date, days: int) -> dict[str, str]:
    return {
        "since": f"{day - timedelta(days=days - 1)}",
        "tomorrow": f"{day + timedelta(days=1)}",
    }
