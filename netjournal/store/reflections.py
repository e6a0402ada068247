"""Queries over reflections and who was there: what the form suggests, and what it saves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session

from netjournal.errors import NotFoundError
from netjournal.model.attendance import Attendance, AttendanceDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.store.meetings import attendances
from netjournal.store.rules import insert, insert_all, revise, valid
from netjournal.store.tables import AttendanceRow, ReflectionRow


def last_roster(session: Session, group_id: int, before: datetime) -> tuple[Attendance, ...]:
    """Who was at the group's latest meeting with a roster before a moment."""
    meeting_id = session.execute(
        text(
            "SELECT m.id FROM meetings m WHERE m.group_id = :group_id AND m.start < :before "
            "AND NOT m.cancelled AND NOT m.missed "
            "AND EXISTS (SELECT 1 FROM attendances a WHERE a.meeting_id = m.id) "
            "ORDER BY m.start DESC, m.id DESC LIMIT 1"
        ),
        {"group_id": group_id, "before": f"{before:%Y-%m-%dT%H:%M}"},
    ).scalar()
    return () if meeting_id is None else tuple(attendances(session, [meeting_id])[meeting_id])


def put(session: Session, meeting_id: int, draft: ReflectionDraft, at: datetime) -> None:
    """Saves the reflection on a meeting, over the one it may have."""
    row_id = session.connection().execute(_REFLECTION, {"meeting_id": meeting_id}).scalar()
    if row_id is None:
        insert(session, valid(ReflectionRow, draft, meeting_id=meeting_id, written_at=at))
    else:
        revise(session, ReflectionRow, row_id, draft)


def amend(session: Session, meeting_id: int, **news: object) -> None:
    """Changes some of what a reflection says; NotFoundError when the meeting has none."""
    row_id = session.connection().execute(_REFLECTION, {"meeting_id": meeting_id}).scalar()
    if row_id is None:
        raise NotFoundError("This meeting has no reflection yet; press r to write one.")
    revise(session, ReflectionRow, row_id, news)


def put_roster(
    session: Session, meeting_id: int, roster: Iterable[tuple[int, AttendanceDraft]]
) -> None:
    """Makes exactly these contacts the ones who were at a meeting."""
    connection = session.connection()
    rows = connection.execute(_ROSTER, {"meeting_id": meeting_id})
    there: dict[int, int] = dict(rows.all())
    new: list[AttendanceRow] = []
    for contact_id, draft in roster:
        row_id = there.pop(contact_id, None)
        if row_id is None:
            who = {"meeting_id": meeting_id, "contact_id": contact_id}
            new.append(valid(AttendanceRow, draft, **who))
        else:
            revise(session, AttendanceRow, row_id, replace(draft, contact_id=contact_id))
    insert_all(session, new)
    for row_id in there.values():
        connection.execute(_LEAVE, {"id": row_id})


_REFLECTION = text("SELECT id FROM reflections WHERE meeting_id = :meeting_id")
_ROSTER = text("SELECT contact_id, id FROM attendances WHERE meeting_id = :meeting_id")
_LEAVE = text("DELETE FROM attendances WHERE id = :id")
