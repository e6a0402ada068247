"""The history: every transaction's rows before and after, by which it is undone and redone.

One mechanism serves all tables. Temporary triggers, made from the tables' columns on the writer's
connection, note each row that an insert, an update, a delete or a cascade touches; so the file
itself holds no trigger, and a migration none to mend.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table

from netjournal.errors import ConflictError, NotFoundError
from netjournal.model.change import Step
from netjournal.store.engines import driver
from netjournal.store.tables import RECORDED
from netjournal.store.tables.row import table_of
from netjournal.text import clean_line

KEPT_FOR = timedelta(days=30)

Row = Mapping[str, Any]
"""The values of a row by column."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after a step; None where it did not exist."""

    table: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def alters(self, *columns: str) -> bool:
        """Whether one of the columns is no longer what it was, as all are of a row come or gone."""
        if self.before is None or self.after is None:
            return True
        return any(self.before[column] != self.after[column] for column in columns)


def rows_altered(changes: Iterable[RowChange], table: str, *columns: str) -> Iterator[Row]:
    """The rows of a table, before and after, in which one of the columns changed."""
    for change in changes:
        if change.table == table and change.alters(*columns):
            yield from filter(None, (change.before, change.after))


def _tables() -> dict[str, Table]:
    return {table.name: table for table in map(table_of, RECORDED)}


def watch(connection: sqlite3.Connection) -> None:
    """Puts the triggers on a writer's connection; they note changes while a step is open."""
    connection.execute("CREATE TEMP TABLE open_step (id INTEGER NOT NULL)")
    for name, table in _tables().items():
        for event, before, after in (
            ("INSERT", "NULL", _as_json("NEW", table)),
            ("UPDATE", _as_json("OLD", table), _as_json("NEW", table)),
            ("DELETE", _as_json("OLD", table), "NULL"),
        ):
            row = "OLD" if event == "DELETE" else "NEW"
            connection.execute(
                f'CREATE TEMP TRIGGER "note_{event}_{name}" AFTER {event} ON main."{name}" '
                "WHEN EXISTS (SELECT 1 FROM temp.open_step) BEGIN "
                "INSERT INTO history_changes (step_id, table_name, row_id, before, after) "
                f"SELECT id, '{name}', {row}.id, {before}, {after} FROM temp.open_step; END"
            )


def _as_json(row: str, table: Table) -> str:
    pairs = ", ".join(f"'{column.name}', {row}.\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"


def open_step(connection: Connection, label: str, made_at: datetime, run: str) -> int:
    """Begins to note what changes, under a label; steps too old to keep are forgotten."""
    journal = driver(connection)
    _forget_older(journal, made_at)
    step_id = journal.execute(
        "INSERT INTO history_steps (label, made_at, run, undone, revision) "
        "SELECT ?, ?, ?, 0, revision + 1 FROM journal_state",
        (clean_line(label), _stamp(made_at), run),
    ).lastrowid
    journal.execute("INSERT INTO temp.open_step VALUES (?)", (step_id,))
    return step_id or 0


def close_step(connection: Connection, step_id: int) -> tuple[RowChange, ...]:
    """Ends a step and gives what it changed.

    One that changed nothing leaves no trace; after any other, what was undone can't be redone.
    """
    journal = driver(connection)
    journal.execute("DELETE FROM temp.open_step")
    changes = _changes(journal, step_id)
    if _come_to_nothing(changes):
        journal.execute("DELETE FROM history_steps WHERE id = ?", (step_id,))
    else:
        _forget_undone(journal, step_id)
        _count_change(journal)
    return changes


def count_unnoted_change(connection: Connection) -> None:
    """Counts a change that no step tells of, so that whoever looks reads everything anew."""
    _count_change(driver(connection))


def undo(connection: Connection, run: str) -> tuple[Step, tuple[RowChange, ...]]:
    """Takes back the last step done."""
    journal = driver(connection)
    row = _last_done(journal)
    if row is None:
        raise NotFoundError("There is nothing to undo.")
    changes = tuple(
        RowChange(change.table, change.row_id, change.after, change.before)
        for change in reversed(_changes(journal, row["id"]))
    )
    _apply(journal, row["label"], changes)
    _mark(journal, row["id"], undone=True)
    return _step(row, run), changes


def redo(connection: Connection, run: str) -> tuple[Step, tuple[RowChange, ...]]:
    """Does the step again that was undone last."""
    journal = driver(connection)
    row = _first_undone(journal)
    if row is None:
        raise NotFoundError("There is nothing to redo.")
    changes = _changes(journal, row["id"])
    _apply(journal, row["label"], changes)
    _mark(journal, row["id"], undone=False)
    return _step(row, run), changes


def last_step(connection: Connection, run: str) -> Step | None:
    """The step that undo would take back."""
    row = _last_done(driver(connection))
    return None if row is None else _step(row, run)


def next_step(connection: Connection, run: str) -> Step | None:
    """The step that redo would do again."""
    row = _first_undone(driver(connection))
    return None if row is None else _step(row, run)


def revision(connection: Connection) -> int:
    """The journal's revision: how many changes, undos and redos it has seen."""
    return int(driver(connection).execute("SELECT revision FROM journal_state").fetchone()[0])


def tables_changed_since(connection: Connection, seen: int) -> frozenset[str]:
    """The tables changed after the revision last seen; all when the history can't say which."""
    journal = driver(connection)
    (steps,) = journal.execute(
        "SELECT count(*) FROM history_steps WHERE revision > ?", (seen,)
    ).fetchone()
    # Steps that were undone and superseded, or were too old to keep, are gone.
    if steps < revision(connection) - seen:
        return frozenset(_tables())
    rows = journal.execute(
        "SELECT DISTINCT table_name FROM history_changes JOIN history_steps s "
        "ON s.id = step_id WHERE s.revision > ?",
        (seen,),
    )
    return frozenset(table for (table,) in rows)


def _forget_older(journal: sqlite3.Connection, now: datetime) -> None:
    """Removes the steps older than the history is kept for.

    All are looked through only when the first is too old, or of a time still to come: a step made
    under a clock set back is forgotten with those made before it.
    """
    limit = _stamp(now - KEPT_FOR)
    first = journal.execute("SELECT made_at FROM history_steps ORDER BY id LIMIT 1").fetchone()
    if first is not None and not limit <= first[0] <= _stamp(now):
        journal.execute("DELETE FROM history_steps WHERE made_at < ?", (limit,))


def _forget_undone(journal: sqlite3.Connection, step_id: int) -> None:
    """Removes the steps that were undone before a new one; only the latest before it can be."""
    latest = journal.execute(
        "SELECT undone FROM history_steps WHERE id < ? ORDER BY id DESC LIMIT 1", (step_id,)
    ).fetchone()
    if latest is not None and latest[0]:
        journal.execute("DELETE FROM history_steps WHERE undone")


def _come_to_nothing(changes: Sequence[RowChange]) -> bool:
    """Whether every row ends as it began, as one does that is replaced by its like."""
    first: dict[tuple[str, int], RowChange] = {}
    last: dict[tuple[str, int], RowChange] = {}
    for change in changes:
        row = (change.table, change.row_id)
        first.setdefault(row, change)
        last[row] = change
    return all(first[row].before == last[row].after for row in last)


def _changes(journal: sqlite3.Connection, step_id: int) -> tuple[RowChange, ...]:
    rows = journal.execute(
        "SELECT table_name, row_id, before, after FROM history_changes "
        "WHERE step_id = ? ORDER BY id",
        (step_id,),
    )
    return tuple(
        RowChange(table, row_id, before and json.loads(before), after and json.loads(after))
        for table, row_id, before, after in rows
    )


def _count_change(journal: sqlite3.Connection) -> None:
    journal.execute("UPDATE journal_state SET revision = revision + 1")


def _mark(journal: sqlite3.Connection, step_id: int, *, undone: bool) -> None:
    _count_change(journal)
    journal.execute(
        "UPDATE history_steps SET undone = ?, "
        "revision = (SELECT revision FROM journal_state) WHERE id = ?",
        (undone, step_id),
    )


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


_STEP = "SELECT id, label, made_at, run FROM history_steps"


def _last_done(journal: sqlite3.Connection) -> sqlite3.Row | None:
    return _row(journal, f"{_STEP} WHERE NOT undone ORDER BY id DESC LIMIT 1")


def _first_undone(journal: sqlite3.Connection) -> sqlite3.Row | None:
    return _row(journal, f"{_STEP} WHERE undone ORDER BY id LIMIT 1")


def _step(row: sqlite3.Row, run: str) -> Step:
    return Step(
        label=row["label"],
        made_at=datetime.fromisoformat(row["made_at"]),
        this_run=row["run"] == run,
    )


def _apply(journal: sqlite3.Connection, label: str, changes: Sequence[RowChange]) -> None:
    """Brings each row from its `before` to its `after`.

    Raises ConflictError, before anything is written, when a row is no longer its `before`. The
    whole is looked at first because writing one row may already cascade to the next.
    """
    journal.execute("PRAGMA defer_foreign_keys=ON")
    tables = _tables()
    seen: set[tuple[str, int]] = set()
    for change in changes:
        row = (change.table, change.row_id)
        if row not in seen and _current(journal, tables[change.table], row[1]) != change.before:
            raise ConflictError(
                f"“{label}” touched something that has changed since, so it was left as it is."
            )
        seen.add(row)
    for change in changes:
        _write(journal, tables[change.table], change)


def _current(journal: sqlite3.Connection, table: Table, row_id: int) -> dict[str, Any] | None:
    row = _row(journal, f'SELECT * FROM "{table.name}" WHERE id = ?', row_id)
    return None if row is None else dict(row)


def _row(journal: sqlite3.Connection, sql: str, *values: object) -> sqlite3.Row | None:
    """The first row of a query, its values by name."""
    cursor = journal.cursor()
    cursor.row_factory = sqlite3.Row
    row: sqlite3.Row | None = cursor.execute(sql, values).fetchone()
    return row


def _write(journal: sqlite3.Connection, table: Table, change: RowChange) -> None:
    if change.after is None:
        journal.execute(f'DELETE FROM "{table.name}" WHERE id = ?', (change.row_id,))
        return
    names = tuple(change.after)
    quoted = ", ".join(f'"{name}"' for name in names)
    values = tuple(change.after.values())
    if change.before is None:
        marks = ", ".join("?" * len(names))
        sql = f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})'
    else:
        sets = ", ".join(f'"{name}" = ?' for name in names)
        sql = f'UPDATE "{table.name}" SET {sets} WHERE id = ?'
        values = (*values, change.row_id)
    journal.execute(sql, values)
