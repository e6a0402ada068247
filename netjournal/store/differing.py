"""Writes what is derived only where it differs from what is kept: each page spared is a save's."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel

from netjournal.store.tables.row import table_of

Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A table of what is derived, or a search index."""

    name: str
    key: tuple[str, ...]
    """The columns that tell its rows apart."""
    rest: tuple[str, ...]
    """The other columns."""

    @classmethod
    def of(cls, row_type: type[SQLModel]) -> "Derived":
        """The table of an SQLModel."""
        table = table_of(row_type)
        rest = (column.name for column in table.columns if not column.primary_key)
        return cls(table.name, tuple(table.primary_key.columns.keys()), tuple(rest))

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns: the order of the values in a row."""
        return (*self.key, *self.rest)


def kept(
    connection: sqlite3.Connection, table: Derived, where: str, among: dict[str, str]
) -> Iterable[Values]:
    """The rows that are there and meet a condition."""
    return connection.execute(
        f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE {where}", among
    )


def replace(
    connection: sqlite3.Connection, table: Derived, old: Iterable[Values], new: Iterable[Values]
) -> None:
    """Puts new rows in the place of old ones; both may hold many of the same."""
    width = len(table.key)
    before = {row[:width]: row for row in old}
    after = {row[:width]: row for row in new}
    # In order, as FTS5 begins a segment anew, which is dear, whenever the row ids step back.
    for key in sorted(before.keys() | after.keys()):
        _write(connection, table, key, before.get(key), after.get(key))


def _write(
    connection: sqlite3.Connection,
    table: Derived,
    key: Values,
    before: Values | None,
    after: Values | None,
) -> None:
    here = " AND ".join(f"{name} = ?" for name in table.key)
    if after is None:
        connection.execute(f"DELETE FROM {table.name} WHERE {here}", key)
    elif before is None:
        marks = ", ".join("?" * len(after))
        columns = ", ".join(table.columns)
        connection.execute(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", after)
    elif before != after:
        news = {
            name: new
            for name, old, new in zip(table.columns, before, after, strict=True)
            if old != new
        }
        sets = ", ".join(f"{name} = ?" for name in news)
        connection.execute(f"UPDATE {table.name} SET {sets} WHERE {here}", (*news.values(), *key))
