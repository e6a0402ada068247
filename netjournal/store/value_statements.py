"""Queries over value statements: the versions of why a group is worth others' time."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session, col, select

from netjournal.errors import InvalidError
from netjournal.model.give_and_get import Invited
from netjournal.model.value_statement import ValueStatement
from netjournal.store.invitations import OUTCOME
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import GroupRow, ValueStatementRow

_FIELD = "value_statement"


def add(session: Session, group_id: int, said: str, at: datetime) -> None:
    """Adds a version."""
    existing(session, GroupRow, group_id)
    try:
        row = valid(ValueStatementRow, {"text": said}, group_id=group_id, stated_at=at)
    except InvalidError as refused:
        raise _of_field(refused) from None
    insert(session, row)


def correct(session: Session, statement_id: int, said: str) -> None:
    """Writes what a version says anew."""
    try:
        revise(session, ValueStatementRow, statement_id, {"text": said})
    except InvalidError as refused:
        raise _of_field(refused) from None


def remove(session: Session, statement_id: int) -> None:
    """Removes a version; the invitations sent with it went out with the one before."""
    row = existing(session, ValueStatementRow, statement_id)
    values = {
        "id": statement_id,
        "group_id": row.group_id,
        "stated_at": f"{row.stated_at:%Y-%m-%dT%H:%M:%SZ}",
    }
    before = (
        "SELECT id FROM value_statements WHERE group_id = :group_id "
        "AND (stated_at, id) < (:stated_at, :id) ORDER BY stated_at DESC, id DESC LIMIT 1"
    )
    session.execute(
        text(f"UPDATE invitations SET statement_id = ({before}) WHERE statement_id = :id"), values
    )
    session.delete(row)


def group_of(session: Session, statement_id: int) -> int:
    """The group a version is about; NotFoundError when it isn't there."""
    return existing(session, ValueStatementRow, statement_id).group_id


def latest(session: Session) -> dict[int, str]:
    """The version in force of each group that has one."""
    query = select(ValueStatementRow).order_by(
        col(ValueStatementRow.stated_at), col(ValueStatementRow.id)
    )
    return {row.group_id: row.text for row in session.exec(query)}


def of_group(session: Session, group_id: int, today: date) -> tuple[ValueStatement, ...]:
    """The versions of a group, newest first, with what became of the invitations up to a day."""
    existing(session, GroupRow, group_id)
    invited = _invited(session, group_id, today)
    query = (
        select(ValueStatementRow)
        .where(ValueStatementRow.group_id == group_id)
        .order_by(col(ValueStatementRow.stated_at).desc(), col(ValueStatementRow.id).desc())
    )
    return tuple(
        ValueStatement(**row.model_dump(), invited=invited.get(row.id or 0, Invited()))
        for row in session.exec(query)
    )


_OUTCOMES = {"came": "came", "no-show": "no_show", "declined": "declined"}


def _invited(session: Session, group_id: int, today: date) -> Mapping[int, Invited]:
    rows = session.execute(
        text(
            f"SELECT i.statement_id, {OUTCOME} AS became, m.start < :tomorrow, count(*) "
            "FROM value_statements v JOIN invitations i ON i.statement_id = v.id "
            "JOIN meetings m ON m.id = i.meeting_id "
            "WHERE v.group_id = :group_id AND i.sent_on <= :day AND NOT m.cancelled "
            "GROUP BY 1, 2, 3"
        ),
        {"group_id": group_id, "day": f"{today}", "tomorrow": f"{today + timedelta(days=1)}"},
    )
    found: dict[int, Invited] = defaultdict(Invited)
    for statement_id, became, past, count in rows:
        so_far = found[statement_id]
        name = _OUTCOMES.get(became, "pending_past" if past else "")
        more = {name: getattr(so_far, name) + count} if name else {}
        found[statement_id] = replace(so_far, sent=so_far.sent + count, **more)
    return found


def _of_field(refused: InvalidError) -> InvalidError:
    return InvalidError({_FIELD: str(refused).replace("Text", "Value statement", 1)})
