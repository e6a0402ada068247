"""Applies the tables' rules to drafts, and says what breaks them in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlalchemy import Insert, Select, Table, Update, bindparam
from sqlmodel import Session, SQLModel

from netjournal.errors import InvalidError, NotFoundError
from netjournal.store.tables.row import table_of

Row = TypeVar("Row", bound=SQLModel)

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_IN_WORDS = {
    "missing": "is missing; type one",
    "none_required": "has to stay empty",
    "int_parsing": "isn't a whole number",
    "int_from_float": "isn't a whole number",
    "int_type": "is missing; type a whole number",
    "string_type": "is missing; type one",
    "decimal_parsing": "isn't a number",
    "decimal_type": "isn't a number",
    "date_parsing": "isn't a date",
    "date_from_datetime_parsing": "isn't a date",
    "date_type": "is missing; type a date",
    "finite_number": "isn't a number",
    "greater_than_equal": "can't be less than {ge}",
    "less_than_equal": "can't be more than {le}",
    "enum": "is one of {expected}",
}


def valid(row_type: type[Row], draft: object, **more: object) -> Row:
    """A new row of a table, made from a draft and what the draft doesn't know.

    Raises InvalidError with a sentence for each field that breaks a rule.
    """
    values = {name: value for name, value in _values(draft).items() if _has(row_type, name)}
    try:
        return row_type.model_validate({**values, **more})
    except ValidationError as error:
        raise InvalidError(_sentences(error)) from error


def insert(session: Session, row: SQLModel) -> int:
    """Adds a row and gives its id."""
    session.flush()
    added = session.connection().execute(_insertion(table_of(type(row))), _columns(row))
    return int(added.lastrowid)


def insert_all(session: Session, rows: Sequence[SQLModel]) -> None:
    """Adds rows of one table."""
    if rows:
        session.flush()
        session.connection().execute(_insertion(table_of(type(rows[0]))), [*map(_columns, rows)])


def revise(
    session: Session, row_type: type[SQLModel], row_id: int, draft: object, **more: object
) -> None:
    """Writes a draft over a row, touching only what differs."""
    table = table_of(row_type)
    session.flush()
    connection = session.connection()
    row = connection.execute(_one(table), {"row_id": row_id}).one_or_none()
    if row is None:
        raise _gone(row_type)
    fresh = valid(row_type, {**row._mapping, **_values(draft)}, **more)
    news = {
        name: value for name, old in row._mapping.items() if (value := getattr(fresh, name)) != old
    }
    if news:
        connection.execute(_change(table), {**news, "row_id": row_id})
        session.expire_all()


def existing(session: Session, row_type: type[Row], row_id: int) -> Row:
    """A row that should be there; NotFoundError when it isn't."""
    row = session.get(row_type, row_id)
    if row is None:
        raise _gone(row_type)
    return row


def _gone(row_type: type[SQLModel]) -> NotFoundError:
    noun = _CAPITAL.sub("-", row_type.__name__.removesuffix("Row")).lower()
    return NotFoundError(f"This {noun} is no longer in the journal.")


def _columns(row: SQLModel) -> dict[str, Any]:
    names = (column.name for column in table_of(type(row)).c if not column.primary_key)
    return {name: getattr(row, name) for name in names}


# Statements are made once, for making one takes longer than running it.
@cache
def _insertion(table: Table) -> Insert:
    return table.insert()


@cache
def _one(table: Table) -> Select[Any]:
    return table.select().where(table.c.id == bindparam("row_id"))


@cache
def _change(table: Table) -> Update:
    return table.update().where(table.c.id == bindparam("row_id"))


def _values(draft: object) -> Mapping[str, Any]:
    if isinstance(draft, Mapping):
        return draft
    return {field.name: getattr(draft, field.name) for field in fields(draft)}  # type: ignore[arg-type]


def _has(row_type: type[SQLModel], name: str) -> bool:
    return name in row_type.model_fields


def _sentences(error: ValidationError) -> dict[str, str]:
    sentences: dict[str, str] = {}
    for problem in error.errors():
        context = problem.get("ctx", {})
        if "error" in context:
            said = str(context["error"])
        else:
            said = _IN_WORDS.get(problem["type"], "can't be used").format(**context)
        field = str(problem["loc"][0]) if problem["loc"] else ""
        if not field:
            field, _, said = said.partition(": ")
        sentences.setdefault(field, f"{_called(field)} {said}.")
    return sentences


def _called(field: str) -> str:
    """What a sentence calls a field: a record that is named goes without its "id"."""
    return field.removesuffix("_id").replace("_", " ").capitalize()
