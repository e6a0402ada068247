"""Keeps each day's ratings added up, so that charts of many years needn't read every reflection."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from netjournal.store.history import RowChange

EVERYWHERE = 0
"""The scope that takes all groups and one-offs together; other scopes are a group's id."""


def refresh(connection: Connection, changes: Sequence[RowChange]) -> None:
    """Adds up anew the days whose meetings or reflections changed."""
    if days := _touched(connection, changes):
        _add_up(connection, days)


def refresh_all(connection: Connection) -> None:
    """Adds up every day anew."""
    connection.exec_driver_sql("DELETE FROM rating_days")
    days = connection.exec_driver_sql(
        "SELECT DISTINCT date(m.start) FROM meetings m JOIN reflections r ON r.meeting_id = m.id"
    )
    _add_up(connection, set(days.scalars()))


def _touched(connection: Connection, changes: Sequence[RowChange]) -> set[str]:
    rows = [(change.table, row) for change in changes for row in (change.before, change.after)]
    moved = {row["start"][:10] for table, row in rows if table == "meetings" and row}
    reflected = [row["meeting_id"] for table, row in rows if table == "reflections" and row]
    if not reflected:
        return moved
    days = connection.execute(
        text("SELECT date(start) FROM meetings WHERE id IN (SELECT value FROM json_each(:ids))"),
        {"ids": json.dumps(reflected)},
    )
    return moved | set(days.scalars())


def _add_up(connection: Connection, days: Iterable[str]) -> None:
    among = {"days": json.dumps(sorted(days))}
    connection.execute(
        text("DELETE FROM rating_days WHERE day IN (SELECT value FROM json_each(:days))"), among
    )
    for scope, within in ((f"{EVERYWHERE}", ""), ("m.group_id", "AND m.group_id IS NOT NULL")):
        connection.execute(text(_ADD_UP.format(scope=scope, within=within)), among)


_ADD_UP = (
    "INSERT INTO rating_days (scope, day, n, energy, confidence, pushiness, befores, "
    "energy_before, energy_after) "
    "SELECT {scope}, days.value, count(*), sum(r.energy), sum(r.confidence), sum(r.pushiness), "
    "count(r.energy_before), coalesce(sum(r.energy_before), 0), "
    "coalesce(sum(CASE WHEN r.energy_before IS NOT NULL THEN r.energy END), 0) "
    "FROM json_each(:days) days "
    "JOIN meetings m ON m.start >= days.value AND m.start <= days.value || 'T23:59' "
    "JOIN reflections r ON r.meeting_id = m.id "
    "WHERE NOT m.cancelled AND NOT m.missed {within} GROUP BY 1, 2"
)
