"""Keeps how often each contact was seen at each group, so that no page reads every attendance."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from netjournal.store import differing
from netjournal.store.differing import Derived
from netjournal.store.history import RowChange, rows_altered
from netjournal.store.tables import TimesSeenRow

_SEEN = Derived.of(TimesSeenRow)
_MATTERS = ("start", "group_id", "cancelled", "missed")


def refresh(journal: sqlite3.Connection, changes: Sequence[RowChange]) -> None:
    """Counts anew those who were at the meetings that changed, at the groups of these."""
    attendances = rows_altered(changes, "attendances", "meeting_id", "contact_id")
    meetings = [*rows_altered(changes, "meetings", *_MATTERS)]
    contacts, there, groups = set(), set(), {row["group_id"] for row in meetings}
    for row in attendances:
        contacts.add(row["contact_id"])
        there.add(row["meeting_id"])
    contacts |= _ids(
        journal,
        "SELECT contact_id FROM attendances WHERE meeting_id IN (SELECT value FROM json_each(?))",
        {row["id"] for row in meetings},
    )
    groups |= _ids(
        journal,
        "SELECT group_id FROM meetings WHERE id IN (SELECT value FROM json_each(?))",
        there,
    )
    if contacts and groups - {None}:
        _count(journal, groups - {None}, contacts)


def refresh_all(journal: sqlite3.Connection) -> None:
    """Counts everyone anew."""
    journal.execute(f"DELETE FROM {_SEEN.name}")
    journal.execute(f"INSERT INTO {_SEEN.name} {_counted('TRUE')}")


def _ids(journal: sqlite3.Connection, query: str, among: Iterable[int]) -> set[int]:
    return {found for (found,) in journal.execute(query, (json.dumps(sorted(among)),))}


def _count(journal: sqlite3.Connection, groups: Iterable[int], contacts: Iterable[int]) -> None:
    among = {"groups": json.dumps(sorted(groups)), "contacts": json.dumps(sorted(contacts))}
    where = (
        "{}group_id IN (SELECT value FROM json_each(:groups)) "
        "AND {}contact_id IN (SELECT value FROM json_each(:contacts))"
    )
    old = differing.kept(journal, _SEEN, where.format("", ""), among)
    new = journal.execute(_counted(where.format("+m.", "a.")), among)
    differing.replace(journal, _SEEN, old, new)


def _counted(where: str) -> str:
    return (
        "SELECT m.group_id, a.contact_id, count(*), date(min(m.start)), date(max(m.start)) "
        "FROM attendances a CROSS JOIN meetings m ON m.id = a.meeting_id "
        "WHERE m.group_id IS NOT NULL AND NOT m.cancelled AND NOT m.missed "
        f"AND {where} GROUP BY 1, 2"
    )
