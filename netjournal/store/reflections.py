"""Queries over reflections and who was there: what the form suggests, and what it saves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, col, delete, select

from netjournal.model.attendance import Attendance, AttendanceDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.store.meetings import attendances
from netjournal.store.rules import revise, valid
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
    row = session.exec(
        select(ReflectionRow).where(ReflectionRow.meeting_id == meeting_id)
    ).one_or_none()
    if row is None:
        session.add(valid(ReflectionRow, draft, meeting_id=meeting_id, written_at=at))
    else:
        revise(session, ReflectionRow, row.id or 0, draft)


def put_roster(
    session: Session, meeting_id: int, roster: Iterable[tuple[int, AttendanceDraft]]
) -> None:
    """Makes exactly these contacts the ones who were at a meeting."""
    rows = session.exec(select(AttendanceRow).where(AttendanceRow.meeting_id == meeting_id))
    there = {row.contact_id: row for row in rows}
    for contact_id, draft in roster:
        row = there.pop(contact_id, None)
        if row is None:
            session.add(valid(AttendanceRow, draft, meeting_id=meeting_id, contact_id=contact_id))
        else:
            revise(session, AttendanceRow, row.id or 0, replace(draft, contact_id=contact_id))
    gone = [row.id for row in there.values()]
    session.exec(delete(AttendanceRow).where(col(AttendanceRow.id).in_(gone)))
    session.flush()
