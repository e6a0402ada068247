"""Queries over groups."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from netjournal.errors import InvalidError
from netjournal.model.group import Group, GroupDraft
from netjournal.model.schedule import Schedule
from netjournal.store import value_statements
from netjournal.store.attended import ATTENDED
from netjournal.store.engines import plain_rows
from netjournal.store.rating_days import EVERYWHERE
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import GroupRow, ScheduleRow
from netjournal.text import clean_line, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigures:
    """What the list of groups shows beside a group."""

    meetings: int = 0
    last_start: str | None = None
    reflections: int = 0
    people: int = 0
    ratings: tuple[tuple[int, int, int], ...] = ()
    """Energy, confidence and pushiness of the last eight reflections, oldest first."""


def add(session: Session, draft: GroupDraft, added_on: date) -> int:
    """Adds a group and gives its id."""
    row = valid(GroupRow, draft, added_on=added_on, folded_name=_folded(draft))
    _refuse_taken_name(session, row.folded_name, row.name, None)
    return insert(session, row)


def change(session: Session, group_id: int, draft: GroupDraft) -> None:
    """Writes a draft over a group."""
    _refuse_taken_name(session, _folded(draft), draft.name, group_id)
    revise(session, GroupRow, group_id, draft, folded_name=_folded(draft))


def amend(session: Session, group_id: int, values: Mapping[str, object]) -> None:
    """Writes some fields of a group."""
    revise(session, GroupRow, group_id, values)


def remove(session: Session, group_id: int) -> None:
    """Removes a group with its schedules, value statements and meetings."""
    session.delete(existing(session, GroupRow, group_id))


def get(session: Session, group_id: int) -> Group:
    """A group; NotFoundError when it isn't there."""
    existing(session, GroupRow, group_id)
    return every(session, group_id)[0]


def every(session: Session, group_id: int | None = None) -> tuple[Group, ...]:
    """Every group by name, or only the one."""
    query = select(GroupRow).order_by(col(GroupRow.folded_name))
    if group_id is not None:
        query = query.where(GroupRow.id == group_id)
    schedules = schedules_by_group(session)
    statements = value_statements.latest(session)
    return tuple(
        Group(
            **row.model_dump(exclude={"folded_name"}),
            schedules=schedules.get(row.id or 0, ()),
            value_statement=statements.get(row.id or 0, ""),
        )
        for row in session.exec(query)
    )


def schedules_by_group(session: Session) -> dict[int, tuple[Schedule, ...]]:
    """Each group's schedules in the order they apply from."""
    query = select(ScheduleRow).order_by(
        col(ScheduleRow.group_id), col(ScheduleRow.applies_from), col(ScheduleRow.id)
    )
    found: dict[int, list[Schedule]] = defaultdict(list)
    for row in session.exec(query):
        found[row.group_id or 0].append(Schedule(**row.model_dump(exclude={"id", "group_id"})))
    return {group_id: tuple(schedules) for group_id, schedules in found.items()}


def schedule(
    session: Session, group_id: int, schedule: Schedule | None, applies_from: date | None
) -> None:
    """Makes a schedule rule from a day on; None: for the group's whole life.

    Without a schedule nothing is planned from then on.
    """
    query = select(ScheduleRow).where(ScheduleRow.group_id == group_id)
    if applies_from is not None:
        query = query.where(col(ScheduleRow.applies_from) >= applies_from)
    for row in session.exec(query).all():
        session.delete(row)
    session.flush()
    if schedule is None and applies_from is not None:
        schedule = Schedule(rule="", anchor=applies_from, start_time=time.min)
    if schedule is not None:
        session.add(valid(ScheduleRow, schedule, group_id=group_id, applies_from=applies_from))


def figures(session: Session, today: date, group_id: int | None = None) -> dict[int, GroupFigures]:
    """What each group's meetings, or those of the one, up to today add up to."""
    values = {"day": f"{today}", "until": f"{today}T23:59", "group_id": group_id}
    which = f"> {EVERYWHERE}" if group_id is None else "= :group_id"
    counted = (
        "SELECT scope, sum(attended), sum(n) FROM rating_days "
        f"WHERE scope {which} AND day <= :day GROUP BY scope"
    )
    people = (
        "SELECT group_id, count(*) FROM times_seen "
        f"WHERE group_id {which} AND first_seen <= :day GROUP BY group_id"
    )
    people_in: dict[int, int] = dict(plain_rows(session, people, values).fetchall())
    return {
        group: GroupFigures(
            meetings=meetings,
            last_start=_last_start(session, values | {"group_id": group}),
            reflections=reflections,
            people=people_in.get(group, 0),
            ratings=_latest_ratings(session, values | {"group_id": group}),
        )
        for group, meetings, reflections in plain_rows(session, counted, values).fetchall()
    }


def attended(session: Session, today: date) -> frozenset[int]:
    """The groups I was ever at, up to a day."""
    query = (
        "SELECT g.id FROM groups g WHERE EXISTS (SELECT 1 FROM meetings m "
        f"WHERE m.group_id = g.id AND m.start <= :until AND {ATTENDED})"
    )
    rows = session.execute(text(query), {"until": f"{today}T23:59"})
    return frozenset(rows.scalars())


def _last_start(session: Session, values: Mapping[str, object]) -> str:
    query = (
        "SELECT m.start FROM meetings m WHERE m.group_id = :group_id AND m.start <= :until "
        f"AND {ATTENDED} ORDER BY m.start DESC LIMIT 1"
    )
    return str(plain_rows(session, query, values).fetchone()[0])


def _latest_ratings(session: Session, values: Mapping[str, object]) -> tuple[Any, ...]:
    query = (
        "SELECT r.energy, r.confidence, r.pushiness FROM meetings m "
        "JOIN reflections r ON r.meeting_id = m.id WHERE m.group_id = :group_id "
        "AND NOT m.cancelled AND NOT m.missed AND m.start <= :until "
        "ORDER BY m.start DESC, m.id DESC LIMIT 8"
    )
    return tuple(reversed(plain_rows(session, query, values).fetchall()))


def _refuse_taken_name(session: Session, folded: str, name: str, group_id: int | None) -> None:
    query = select(GroupRow.id).where(GroupRow.folded_name == folded, GroupRow.id != group_id)
    if session.exec(query).first() is not None:
        raise InvalidError(
            {"name": f"There is already a group named {clean_line(name)}; choose another name."}
        )


def _folded(draft: GroupDraft) -> str:
    return fold(draft.name)
