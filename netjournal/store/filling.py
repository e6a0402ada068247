"""Writes a great many rows at once, past the history, into a journal that is empty."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert
from sqlmodel import SQLModel

from netjournal.errors import ConflictError
from netjournal.store import derived, history
from netjournal.store.store import Store
from netjournal.store.tables import RECORDED

ROWS_AT_ONCE = 10_000
"""How many rows are held in memory before they are written."""

Rows = Iterable[tuple[type[SQLModel], Mapping[str, Any]]]
"""Rows with the tables they belong to; those of one table have the same columns, in any order."""


def fill(store: Store, rows: Rows) -> None:
    """Writes rows in one transaction that can't be undone; their values are taken as they are.

    Raises ConflictError when anything is recorded already.
    """
    with store.keep() as session:
        connection = session.connection()
        _refuse_anything_recorded(connection)
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        _insert(connection, rows)
        derived.refresh_all(connection)
        history.count_unnoted_change(connection)


def _refuse_anything_recorded(connection: Connection) -> None:
    for row_type in RECORDED:
        if connection.exec_driver_sql(f'SELECT 1 FROM "{row_type.__tablename__}" LIMIT 1').first():
            raise ConflictError("A sample goes only into a journal that is empty.")


def _insert(connection: Connection, rows: Rows) -> None:
    gathered: dict[type[SQLModel], list[Mapping[str, Any]]] = defaultdict(list)
    for row_type, row in rows:
        gathered[row_type].append(row)
        if len(gathered[row_type]) == ROWS_AT_ONCE:
            connection.execute(insert(row_type), gathered.pop(row_type))
    for row_type, rest in gathered.items():
        connection.execute(insert(row_type), rest)
