"""What is derived is brought to what it should be by writing only what differs."""

import sqlite3
from contextlib import closing

from netjournal.store import differing
from netjournal.store.differing import Derived

DAYS = Derived("days", ("scope", "day"), ("n", "energy"))
OLD = [(0, "2026-11-20", 2, 7), (0, "2026-11-21", 1, 3), (4, "2026-11-20", 1, 4)]


def written(new: list[differing.Values]) -> tuple[list[differing.Values], list[str]]:
    """The rows after the old were replaced by new ones, and the statements that did it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE days (scope, day, n, energy, PRIMARY KEY (scope, day))")
        connection.executemany("INSERT INTO days VALUES (?, ?, ?, ?)", OLD)
        statements: list[str] = []
        connection.set_trace_callback(statements.append)
        differing.replace(connection, DAYS, OLD, new)
        connection.set_trace_callback(None)
        rows = connection.execute("SELECT * FROM days ORDER BY scope, day").fetchall()
    return rows, statements


def test_rows_that_are_as_they_should_be_are_not_written() -> None:
    assert written(list(reversed(OLD))) == (OLD, [])


def test_only_columns_that_differ_are_written() -> None:
    rows, statements = written([(0, "2026-11-20", 2, 8), *OLD[1:]])
    assert rows == [(0, "2026-11-20", 2, 8), *OLD[1:]]
    assert statements == ["UPDATE days SET energy = 8 WHERE scope = 0 AND day = '2026-11-20'"]


def test_rows_come_and_go() -> None:
    new: list[differing.Values] = [(0, "2026-11-19", 1, 5), *OLD[1:]]
    rows, statements = written(new)
    assert rows == new
    assert [statement.split()[0] for statement in statements] == ["INSERT", "DELETE"]


def test_all_can_go() -> None:
    assert written([])[0] == []
