"""Queries over follow-ups."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from netjournal.model.follow_up import FollowUp, FollowUpDraft
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import AttendanceRow, ContactRow, FollowUpRow


def add(session: Session, draft: FollowUpDraft, added_at: datetime, added_on: date) -> int:
    """Adds a follow-up and gives its id."""
    existing(session, ContactRow, draft.contact_id)
    return insert(session, valid(FollowUpRow, draft, added_at=added_at, added_on=added_on))


def change(session: Session, follow_up_id: int, draft: FollowUpDraft) -> None:
    """Writes a draft over a follow-up."""
    existing(session, ContactRow, draft.contact_id)
    revise(session, FollowUpRow, follow_up_id, draft)


def remove(session: Session, follow_up_id: int) -> None:
    """Removes a follow-up."""
    session.delete(existing(session, FollowUpRow, follow_up_id))


def get(session: Session, follow_up_id: int) -> FollowUp:
    """A follow-up; NotFoundError when it isn't there."""
    existing(session, FollowUpRow, follow_up_id)
    return next(_found(session, FollowUpRow.id == follow_up_id))


def open_ones(session: Session, until: date | None) -> tuple[FollowUp, ...]:
    """Those that are open, soonest due first and without a date last; or those due by a day."""
    conditions: list[Any] = [col(FollowUpRow.done_on).is_(None)]
    if until is not None:
        conditions.append(col(FollowUpRow.due) <= until)
    return tuple(_found(session, *conditions))


def every(session: Session) -> tuple[FollowUp, ...]:
    """All of them: the open ones as above, then those done, the latest first."""
    return tuple(_found(session))


def of(session: Session, contact_id: int) -> tuple[FollowUp, ...]:
    """Those of a contact: the open ones as above, then those done, the latest first."""
    return tuple(_found(session, FollowUpRow.contact_id == contact_id))


def open_around(session: Session, meeting_id: int, day: date) -> tuple[FollowUp, ...]:
    """The open ones for those who were at a meeting, and those noted on its day."""
    there = select(AttendanceRow.contact_id).where(AttendanceRow.meeting_id == meeting_id)
    around = col(FollowUpRow.contact_id).in_(there) | (col(FollowUpRow.added_on) == day)
    return tuple(_found(session, col(FollowUpRow.done_on).is_(None), around))


def _found(session: Session, *conditions: Any) -> Iterator[FollowUp]:
    query = (
        select(FollowUpRow, ContactRow.name)
        .join(ContactRow, col(ContactRow.id) == col(FollowUpRow.contact_id))
        .where(*conditions)
        .order_by(
            col(FollowUpRow.done_on).is_not(None),
            col(FollowUpRow.done_on).desc(),
            col(FollowUpRow.due).is_(None),
            col(FollowUpRow.due),
            col(FollowUpRow.id),
        )
    )
    for row, name in session.exec(query):
        yield FollowUp(**row.model_dump(exclude={"added_at"}), name=name)
