"""Queries over meetings as they are recorded: with who was there and the reflection."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, text
from sqlmodel import Session, col, select

from netjournal.errors import InvalidError, NotFoundError
from netjournal.model.attendance import Attendance
from netjournal.model.meeting import Meeting, MeetingDraft
from netjournal.model.reflection import Reflection
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import MeetingRow, ReflectionRow
from netjournal.text import lines


def add(session: Session, draft: MeetingDraft) -> int:
    """Adds a meeting and gives its id."""
    _refuse_second(session, draft, None)
    return insert(session, valid(MeetingRow, draft))


def change(session: Session, meeting_id: int, draft: MeetingDraft) -> None:
    """Writes a draft over a meeting."""
    _refuse_second(session, draft, meeting_id)
    revise(session, MeetingRow, meeting_id, draft)


def hold(session: Session, meeting_id: int) -> None:
    """Notes that a meeting was held and I was there, whatever was said of it before."""
    session.connection().execute(_HOLD, {"meeting_id": meeting_id})


def remove(session: Session, meeting_id: int) -> None:
    """Removes a meeting with its reflection and who was there."""
    session.delete(existing(session, MeetingRow, meeting_id))


def exists(session: Session, meeting_id: int) -> bool:
    """Whether a meeting is recorded."""
    return session.connection().execute(_EXISTS, {"meeting_id": meeting_id}).first() is not None


def said(session: Session, meeting_id: int) -> tuple[str, datetime]:
    """A meeting's name, empty for a one-off without a title, and its start.

    NotFoundError when it isn't there.
    """
    row = session.connection().execute(_SAID, {"meeting_id": meeting_id}).one_or_none()
    if row is None:
        raise NotFoundError("This meeting is no longer in the journal.")
    return row.name, datetime.fromisoformat(row.start)


def on_day(session: Session, group_id: int, day: date) -> tuple[tuple[int, datetime], ...]:
    """The id and start of a group's recorded meetings on a day, earliest first."""
    query = (
        select(MeetingRow.id, MeetingRow.start)
        .where(MeetingRow.group_id == group_id, *_starts_within(day, day))
        .order_by(col(MeetingRow.start))
    )
    return tuple((meeting_id or 0, start) for meeting_id, start in session.exec(query))


def get(session: Session, meeting_id: int) -> Meeting:
    """A meeting with all that is recorded about it; NotFoundError when it isn't there."""
    existing(session, MeetingRow, meeting_id)
    return whole(session, [meeting_id])[0]


def whole(session: Session, meeting_ids: Sequence[int]) -> tuple[Meeting, ...]:
    """Meetings with all that is recorded about them, in the order of their ids given."""
    groups: dict[int, str] = dict(session.execute(text("SELECT id, name FROM groups")).all())
    rows = {
        row.id: row
        for row in session.exec(select(MeetingRow).where(_is_among(MeetingRow.id, meeting_ids)))
    }
    reflections = _reflections(session, meeting_ids)
    there = attendances(session, meeting_ids)
    return tuple(
        Meeting(
            **rows[meeting_id].model_dump(),
            group=groups.get(rows[meeting_id].group_id or 0),
            reflection=reflections.get(meeting_id),
            attendances=tuple(there.get(meeting_id, ())),
        )
        for meeting_id in meeting_ids
    )


def ids_between(session: Session, since: date | None, until: date | None) -> Sequence[int]:
    """The ids of the meetings from one day to another, newest first."""
    query = (
        select(MeetingRow.id)
        .where(*_starts_within(since, until))
        .order_by(col(MeetingRow.start).desc(), col(MeetingRow.id).desc())
    )
    return [meeting_id or 0 for meeting_id in session.exec(query)]


def attendances(session: Session, meeting_ids: Sequence[int]) -> dict[int, list[Attendance]]:
    """Who was at meetings, by the meeting's id, each in the order of their names."""
    rows = session.execute(
        text(
            "SELECT a.meeting_id, a.contact_id, c.name, a.talked, a.asked, a.heard_pitch, a.note, "
            "NOT EXISTS (SELECT 1 FROM attendances b JOIN meetings n ON n.id = b.meeting_id "
            "WHERE b.contact_id = a.contact_id AND NOT n.cancelled AND NOT n.missed "
            "AND (n.start, n.id) < (m.start, m.id)) AS first_seen "
            "FROM attendances a JOIN meetings m ON m.id = a.meeting_id "
            "JOIN contacts c ON c.id = a.contact_id "
            "LEFT JOIN contact_facts f ON f.contact_id = c.id "
            "WHERE a.meeting_id IN (SELECT value FROM json_each(:ids)) "
            "ORDER BY coalesce(f.sort_name, lower(c.name)), c.id"
        ),
        {"ids": json.dumps(list(meeting_ids))},
    )
    found: dict[int, list[Attendance]] = defaultdict(list)
    for row in rows:
        found[row.meeting_id].append(
            Attendance(
                contact_id=row.contact_id,
                name=row.name,
                talked=_yes_no(row.talked),
                asked=_yes_no(row.asked),
                heard_pitch=_yes_no(row.heard_pitch),
                note=row.note,
                first_seen=bool(row.first_seen),
            )
        )
    return found


_HOLD = text(
    "UPDATE meetings SET cancelled = 0, missed = 0 WHERE id = :meeting_id AND (cancelled OR missed)"
)
_EXISTS = text("SELECT 1 FROM meetings WHERE id = :meeting_id")
_SAID = text(
    "SELECT coalesce(g.name, m.title) AS name, m.start FROM meetings m "
    "LEFT JOIN groups g ON g.id = m.group_id WHERE m.id = :meeting_id"
)


def _starts_within(since: date | None, until: date | None) -> list[Any]:
    conditions: list[Any] = []
    if since is not None:
        conditions.append(col(MeetingRow.start) >= _midnight(since))
    if until is not None:
        conditions.append(col(MeetingRow.start) < _midnight(until + timedelta(days=1)))
    return conditions


def _is_among(column: Any, ids: Sequence[int]) -> Any:
    """A condition on a column; the ids are one value, as SQLite takes only so many."""
    values = func.json_each(json.dumps(list(ids))).table_valued("value")
    return col(column).in_(select(values.c.value))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall-clock time


def _refuse_second(session: Session, draft: MeetingDraft, meeting_id: int | None) -> None:
    if draft.group_id is None:
        return
    query = select(MeetingRow.id).where(
        MeetingRow.group_id == draft.group_id,
        MeetingRow.start == draft.start,
        MeetingRow.id != meeting_id,
    )
    if session.exec(query).first() is not None:
        raise InvalidError(
            {"start": "This group already has a meeting at that time; open that one, or change it."}
        )


def _reflections(session: Session, meeting_ids: Sequence[int]) -> dict[int, Reflection]:
    query = select(ReflectionRow).where(_is_among(ReflectionRow.meeting_id, meeting_ids))
    return {
        row.meeting_id: Reflection(
            **{
                **row.model_dump(exclude={"id", "written_at"}),
                "gives": lines(row.gives),
                "asks": lines(row.asks),
            }
        )
        for row in session.exec(query)
    }


def _yes_no(value: int | None) -> bool | None:
    return None if value is None else bool(value)
