"""The history: every transaction's rows before and after, by which it is undone and redone.

One mechanism serves all tables. Temporary triggers, made from the tables' columns on the writer's
connection, note each row that an insert, an update, a delete or a cascade touches; so the file
itself holds no trigger, and a migration none to mend.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, text

from netjournal.errors import ConflictError, NotFoundError
from netjournal.model.change import Step
from netjournal.store.tables import RECORDED
from netjournal.text import clean_line

KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after a step; None where it did not exist."""

    table: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def _tables() -> dict[str, Table]:
    tables: list[Table] = [row.__table__ for row in RECORDED]  # type: ignore[attr-defined]
    return {table.name: table for table in tables}


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
    forget_older(connection, made_at)
    step_id = connection.execute(
        text(
            "INSERT INTO history_steps (label, made_at, run, undone, revision) "
            "VALUES (:label, :made_at, :run, 0, 0)"
        ),
        {"label": clean_line(label), "made_at": f"{made_at:%Y-%m-%dT%H:%M:%SZ}", "run": run},
    ).lastrowid
    connection.exec_driver_sql("INSERT INTO temp.open_step VALUES (?)", (step_id,))
    return step_id


def close_step(connection: Connection, step_id: int) -> tuple[RowChange, ...]:
    """Ends a step and gives what it changed.

    One that changed nothing leaves no trace; after any other, what was undone can't be redone.
    """
    connection.exec_driver_sql("DELETE FROM temp.open_step")
    changes = _changes(connection, step_id)
    if _come_to_nothing(changes):
        connection.exec_driver_sql("DELETE FROM history_steps WHERE id = ?", (step_id,))
    else:
        connection.exec_driver_sql("DELETE FROM history_steps WHERE undone")
        _mark(connection, step_id, undone=False)
    return changes


def count_unnoted_change(connection: Connection) -> None:
    """Counts a change that no step tells of, so that whoever looks reads everything anew."""
    connection.exec_driver_sql("UPDATE journal_state SET revision = revision + 1")


def undo(connection: Connection, run: str) -> tuple[Step, tuple[RowChange, ...]]:
    """Takes back the last step done."""
    row = _last_done(connection)
    if row is None:
        raise NotFoundError("There is nothing to undo.")
    changes = tuple(
        RowChange(change.table, change.row_id, change.after, change.before)
        for change in reversed(_changes(connection, row.id))
    )
    _apply(connection, row.label, changes)
    _mark(connection, row.id, undone=True)
    return _step(row, run), changes


def redo(connection: Connection, run: str) -> tuple[Step, tuple[RowChange, ...]]:
    """Does the step again that was undone last."""
    row = _first_undone(connection)
    if row is None:
        raise NotFoundError("There is nothing to redo.")
    changes = _changes(connection, row.id)
    _apply(connection, row.label, changes)
    _mark(connection, row.id, undone=False)
    return _step(row, run), changes


def last_step(connection: Connection, run: str) -> Step | None:
    """The step that undo would take back."""
    row = _last_done(connection)
    return None if row is None else _step(row, run)


def next_step(connection: Connection, run: str) -> Step | None:
    """The step that redo would do again."""
    row = _first_undone(connection)
    return None if row is None else _step(row, run)


def forget_older(connection: Connection, now: datetime) -> None:
    """Removes the steps older than the history is kept for."""
    connection.execute(
        text("DELETE FROM history_steps WHERE made_at < :limit"),
        {"limit": f"{now - KEPT_FOR:%Y-%m-%dT%H:%M:%SZ}"},
    )


def revision(connection: Connection) -> int:
    """The journal's revision: how many changes, undos and redos it has seen."""
    return int(connection.exec_driver_sql("SELECT revision FROM journal_state").scalar_one())


def tables_changed_since(connection: Connection, seen: int) -> frozenset[str]:
    """The tables changed after the revision last seen; all when the history can't say which."""
    since = {"since": seen}
    steps = connection.execute(
        text("SELECT count(*) FROM history_steps WHERE revision > :since"), since
    ).scalar_one()
    # Steps that were undone and superseded, or were too old to keep, are gone.
    if steps < revision(connection) - seen:
        return frozenset(_tables())
    rows = connection.execute(
        text(
            "SELECT DISTINCT table_name FROM history_changes JOIN history_steps s "
            "ON s.id = step_id WHERE s.revision > :since"
        ),
        since,
    )
    return frozenset(rows.scalars())


def _come_to_nothing(changes: Sequence[RowChange]) -> bool:
    """Whether every row ends as it began, as one does that is replaced by its like."""
    first: dict[tuple[str, int], RowChange] = {}
    last: dict[tuple[str, int], RowChange] = {}
    for change in changes:
        row = (change.table, change.row_id)
        first.setdefault(row, change)
        last[row] = change
    return all(first[row].before == last[row].after for row in last)


def _changes(connection: Connection, step_id: int) -> tuple[RowChange, ...]:
    rows = connection.execute(
        text(
            "SELECT table_name, row_id, before, after FROM history_changes "
            "WHERE step_id = :step ORDER BY id"
        ),
        {"step": step_id},
    )
    return tuple(
        RowChange(table, row_id, before and json.loads(before), after and json.loads(after))
        for table, row_id, before, after in rows
    )


def _mark(connection: Connection, step_id: int, *, undone: bool) -> None:
    connection.exec_driver_sql("UPDATE journal_state SET revision = revision + 1")
    connection.execute(
        text(
            "UPDATE history_steps SET undone = :undone, "
            "revision = (SELECT revision FROM journal_state) WHERE id = :step"
        ),
        {"undone": undone, "step": step_id},
    )


_STEP = "SELECT id, label, made_at, run FROM history_steps"


def _last_done(connection: Connection) -> Any:
    return connection.exec_driver_sql(
        f"{_STEP} WHERE NOT undone AND revision > 0 ORDER BY id DESC LIMIT 1"
    ).one_or_none()


def _first_undone(connection: Connection) -> Any:
    return connection.exec_driver_sql(f"{_STEP} WHERE undone ORDER BY id LIMIT 1").one_or_none()


def _step(row: Any, run: str) -> Step:
    return Step(
        label=row.label,
        made_at=datetime.fromisoformat(row.made_at),
        this_run=row.run == run,
    )


def _apply(connection: Connection, label: str, changes: Sequence[RowChange]) -> None:
    """Brings each row from its `before` to its `after`.

    Raises ConflictError, before anything is written, when a row is no longer its `before`. The
    whole is looked at first because writing one row may already cascade to the next.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    tables = _tables()
    seen: set[tuple[str, int]] = set()
    for change in changes:
        row = (change.table, change.row_id)
        if row not in seen and _current(connection, tables[change.table], row[1]) != change.before:
            raise ConflictError(
                f"“{label}” touched something that has changed since, so it was left as it is."
            )
        seen.add(row)
    for change in changes:
        _write(connection, tables[change.table], change)


def _current(connection: Connection, table: Table, row_id: int) -> dict[str, Any] | None:
    row = connection.exec_driver_sql(
        f'SELECT * FROM "{table.name}" WHERE id = ?', (row_id,)
    ).one_or_none()
    return None if row is None else dict(row._mapping)


def _write(connection: Connection, table: Table, change: RowChange) -> None:
    if change.after is None:
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE id = ?', (change.row_id,))
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
    connection.exec_driver_sql(sql, values)
