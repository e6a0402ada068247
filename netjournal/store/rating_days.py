"""Keeps each day's meetings counted and their ratings added up: charts of many years read these."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from netjournal.store import differing
from netjournal.store.attended import ATTENDED
from netjournal.store.differing import Derived
from netjournal.store.history import RowChange, rows_altered
from netjournal.store.tables import RatingDayRow

EVERYWHERE = 0
"""The scope that takes all groups and one-offs together; other scopes are a group's id."""

_DAYS = Derived.of(RatingDayRow)
_MATTERS = ("start", "group_id", "cancelled", "missed")
_RATINGS = ("energy", "confidence", "pushiness", "energy_before")


def refresh(journal: sqlite3.Connection, changes: Sequence[RowChange]) -> None:
    """Adds up anew the days whose meetings, with who was there and reflections, changed."""
    if days := _touched(journal, changes):
        _add_up(journal, days)


def refresh_all(journal: sqlite3.Connection) -> None:
    """Adds up every day anew."""
    days = journal.execute("SELECT date(start) FROM meetings UNION SELECT day FROM rating_days")
    _add_up(journal, [day for (day,) in days])


def _touched(journal: sqlite3.Connection, changes: Sequence[RowChange]) -> set[str]:
    moved = {row["start"][:10] for row in rows_altered(changes, "meetings", *_MATTERS)}
    rated = rows_altered(changes, "reflections", "meeting_id", *_RATINGS)
    met = rows_altered(changes, "attendances", "meeting_id")
    at = {row["meeting_id"] for row in (*rated, *met)}
    if not at:
        return moved
    days = journal.execute(
        "SELECT date(start) FROM meetings WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(at)),),
    )
    return moved | {day for (day,) in days}


def _add_up(journal: sqlite3.Connection, days: Iterable[str]) -> None:
    among = {"days": json.dumps(sorted(days))}
    old = differing.kept(journal, _DAYS, "day IN (SELECT value FROM json_each(:days))", among)
    differing.replace(journal, _DAYS, old, journal.execute(_SUMS, among))


def _sums(scope: str, within: str) -> str:
    return (
        f"SELECT {scope}, days.value, count(*), count(r.id), coalesce(sum(r.energy), 0), "
        "coalesce(sum(r.confidence), 0), coalesce(sum(r.pushiness), 0), "
        "count(r.energy_before), coalesce(sum(r.energy_before), 0), "
        "coalesce(sum(CASE WHEN r.energy_before IS NOT NULL THEN r.energy END), 0) "
        "FROM json_each(:days) days "
        "JOIN meetings m ON m.start >= days.value AND m.start <= days.value || 'T23:59' "
        "LEFT JOIN reflections r ON r.meeting_id = m.id "
        f"WHERE {ATTENDED} {within} GROUP BY 1, 2"
    )


_SUMS = (
    f"{_sums(f'{EVERYWHERE}', '')} UNION ALL {_sums('m.group_id', 'AND m.group_id IS NOT NULL')}"
)
