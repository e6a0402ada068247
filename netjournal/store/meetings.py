"""Queries over meetings, who was there, and reflections."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, text
from sqlmodel import Session, col, delete, select

from netjournal.errors import InvalidError
from netjournal.model.attendance import Attendance, AttendanceDraft
from netjournal.model.meeting import Meeting, MeetingDraft, MeetingLine
from netjournal.model.reflection import Reflection, ReflectionDraft
from netjournal.store.rules import existing, id_of, revise, valid
from netjournal.store.tables import AttendanceRow, MeetingRow, ReflectionRow
from netjournal.text import lines

SHOWN_PEOPLE = 8
"""How many names a line of the list of meetings carries at most."""


def add(session: Session, draft: MeetingDraft) -> int:
    """Adds a meeting and gives its id."""
    _refuse_second(session, draft, None)
    row = valid(MeetingRow, draft)
    session.add(row)
    return id_of(session, row)


def change(session: Session, meeting_id: int, draft: MeetingDraft) -> None:
    """Writes a draft over a meeting."""
    _refuse_second(session, draft, meeting_id)
    revise(session, MeetingRow, meeting_id, draft)


def hold(session: Session, meeting_id: int) -> None:
    """Notes that a meeting was held and I was there, whatever was said of it before."""
    row = existing(session, MeetingRow, meeting_id)
    row.cancelled = row.missed = False


def remove(session: Session, meeting_id: int) -> None:
    """Removes a meeting with its reflection and who was there."""
    session.delete(existing(session, MeetingRow, meeting_id))


def exists(session: Session, meeting_id: int) -> bool:
    """Whether a meeting is recorded."""
    return session.get(MeetingRow, meeting_id) is not None


def on_day(session: Session, group_id: int, day: date) -> tuple[tuple[int, datetime], ...]:
    """The id and start of a group's recorded meetings on a day, earliest first."""
    query = (
        select(MeetingRow.id, MeetingRow.start)
        .where(MeetingRow.group_id == group_id, *_starts_within(day, day))
        .order_by(col(MeetingRow.start))
    )
    return tuple((meeting_id or 0, start) for meeting_id, start in session.exec(query))


def put_reflection(session: Session, meeting_id: int, draft: ReflectionDraft, at: datetime) -> None:
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
    attendances = _attendances(session, meeting_ids)
    return tuple(
        Meeting(
            **rows[meeting_id].model_dump(),
            group=groups.get(rows[meeting_id].group_id or 0),
            reflection=reflections.get(meeting_id),
            attendances=tuple(attendances.get(meeting_id, ())),
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
    return () if meeting_id is None else tuple(_attendances(session, [meeting_id])[meeting_id])


def count(session: Session, group_id: int | None, since: date | None, until: date | None) -> int:
    """How many meetings there are, of one group or of all."""
    where, values = _within(group_id, since, until)
    return int(
        session.execute(text(f"SELECT count(*) FROM meetings m{where}"), values).scalar_one()
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
    where, values = _within(group_id, since, until)
    ids = session.execute(
        text(
            f"SELECT m.id FROM meetings m{where} ORDER BY m.start DESC, m.id DESC "
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
    where, values = _within(group_id, since, until)
    if not where:
        return meeting_ids
    rows = session.execute(
        text(f"SELECT m.id FROM meetings m{where} AND m.id IN (SELECT value FROM json_each(:ids))"),
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


_NEAR = (
    "SELECT m.id, m.group_id, m.start, m.title, m.duration_minutes, m.place, m.cancelled, "
    "m.missed, g.name AS group_name, r.energy, r.confidence, r.pushiness, r.planned_work, "
    "r.planned_done, (SELECT count(*) FROM attendances a WHERE a.meeting_id = m.id) "
    "AS people_count FROM meetings m LEFT JOIN groups g ON g.id = m.group_id "
    "LEFT JOIN reflections r ON r.meeting_id = m.id"
)


def _within(
    group_id: int | None, since: date | None, until: date | None
) -> tuple[str, dict[str, Any]]:
    conditions = {
        "m.group_id = :group_id": group_id,
        "m.start >= :since": since and f"{since}",
        "m.start <= :until": until and f"{until}T23:59",
    }
    stated = [condition for condition, value in conditions.items() if value is not None]
    where = f" WHERE {' AND '.join(stated)}" if stated else ""
    values = dict(zip(("group_id", "since", "until"), conditions.values(), strict=True))
    return where, {name: value for name, value in values.items() if value is not None}


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
    query = select(MeetingRow.id).where(
        MeetingRow.group_id == draft.group_id,
        MeetingRow.start == draft.start,
        MeetingRow.id != meeting_id,
    )
    if draft.group_id is not None and session.exec(query).first() is not None:
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


def _attendances(session: Session, meeting_ids: Sequence[int]) -> dict[int, list[Attendance]]:
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


def _yes_no(value: int | None) -> bool | None:
    return None if value is None else bool(value)
