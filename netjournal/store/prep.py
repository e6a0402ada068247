"""Queries for prep: who is expected at a meeting, and what was last noted of them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session

from netjournal.model.invitation import Outcome
from netjournal.model.prep import LastNote
from netjournal.store.engines import plain_rows
from netjournal.store.invitations import OUTCOME

NOTES = 2
"""How many of the latest notes on someone are read."""


def expected(session: Session, meeting_id: int) -> Mapping[int, Outcome | None]:
    """Whoever is invited to a meeting and didn't decline, or is among those there, by contact."""
    rows = plain_rows(session, _EXPECTED, {"meeting": meeting_id})
    return {contact: None if came is None else Outcome(came) for contact, came in rows}


def notes(
    session: Session, contact_ids: Iterable[int], before: datetime
) -> Mapping[int, Sequence[LastNote]]:
    """The latest notes on contacts from before a moment, newest first, by contact."""
    values = {
        "ids": json.dumps(list(contact_ids)),
        "before": f"{before:%Y-%m-%dT%H:%M}",
        "limit": NOTES,
    }
    found: dict[int, list[LastNote]] = {}
    for contact_id, day, where, note in plain_rows(session, _NOTES, values):
        noted = LastNote(day=date.fromisoformat(day[:10]), where=where, note=note)
        found.setdefault(contact_id, []).append(noted)
    return found


_EXPECTED = (
    "SELECT contact_id, max(outcome) FROM ("
    f"SELECT i.contact_id, {OUTCOME} AS outcome FROM invitations i "
    "JOIN meetings m ON m.id = i.meeting_id "
    "WHERE i.meeting_id = :meeting AND i.outcome IN ('pending', 'came') "
    "UNION ALL SELECT contact_id, NULL FROM attendances WHERE meeting_id = :meeting) "
    "GROUP BY contact_id ORDER BY contact_id"
)
_NOTES = (
    "SELECT contact_id, moment, place, note FROM (SELECT *, row_number() OVER "
    "(PARTITION BY contact_id ORDER BY moment DESC, id DESC) AS newest FROM ("
    "SELECT a.contact_id, m.start AS moment, m.id, "
    "coalesce(g.name, nullif(m.title, ''), 'One-off') AS place, a.note "
    "FROM attendances a JOIN meetings m ON m.id = a.meeting_id "
    "LEFT JOIN groups g ON g.id = m.group_id "
    "WHERE a.contact_id IN (SELECT value FROM json_each(:ids)) AND a.note <> '' "
    "AND NOT m.cancelled AND NOT m.missed AND m.start < :before "
    "UNION ALL SELECT w.contact_id, i.day, i.id, i.kind, i.note FROM interaction_contacts w "
    "JOIN interactions i ON i.id = w.interaction_id "
    "WHERE w.contact_id IN (SELECT value FROM json_each(:ids)) AND i.note <> '' "
    "AND i.day <= date(:before))) WHERE newest <= :limit ORDER BY contact_id, newest"
)
