"""What is derived from the records and kept beside them: facts, sums and the search indexes.

It is refreshed from the rows a transaction changed, in that transaction, so that undo, redo and
imports keep it right without knowing of it.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from netjournal.store import differing, documents, rating_days, times_seen
from netjournal.store.differing import Derived
from netjournal.store.engines import driver
from netjournal.store.history import RowChange
from netjournal.store.tables import SEARCH, ContactFactsRow
from netjournal.text import fold

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001
_ID_BITS = 36
MEETING_ID_MASK = (1 << _ID_BITS) - 1
"""Takes a meeting's id out of the rowid of its words."""

_FACTS = Derived.of(ContactFactsRow)
_CONTACT_WORDS = Derived("contact_words", ("rowid",), ("name", "organisation", "tags", "notes"))
_MEETING_WORDS = Derived("meeting_words", ("rowid",), ("name", "people", "notes"))


_DEPTH = (
    "CASE WHEN referred.id IS NOT NULL THEN 4 WHEN touched.one_to_one THEN 3 "
    "WHEN c.why <> '' THEN 2 WHEN touched.id IS NOT NULL OR met.last_talked IS NOT NULL THEN 1 "
    "WHEN met.times_met > 0 THEN 0 END"
)
"""The highest rung of the ladder of depth that holds; insights.depth says it rung by rung."""


def refresh(connection: Connection, changes: Sequence[RowChange]) -> None:
    """Brings up to date whatever depends on the rows that changed."""
    journal = driver(connection)
    if contacts := _contacts_touched(journal, changes):
        _refresh_contacts(journal, contacts)
    if meetings := _meetings_touched(journal, changes):
        _refresh_meetings(journal, meetings, changes)
    rating_days.refresh(journal, changes)
    times_seen.refresh(journal, changes)
    documents.refresh(journal, changes)


def refresh_all(connection: Connection) -> None:
    """Derives everything anew."""
    journal = driver(connection)
    for table in (_FACTS, _CONTACT_WORDS, _MEETING_WORDS):
        journal.execute(f"DELETE FROM {table.name}")
    _refresh_contacts(journal, _ids(journal, "SELECT id FROM contacts"))
    _refresh_meetings(journal, _ids(journal, "SELECT id FROM meetings"))
    rating_days.refresh_all(journal)
    times_seen.refresh_all(journal)
    documents.refresh_all(journal)
    for index in SEARCH:
        # As one deep segment; else one of the next saves merges with all of it, and takes seconds.
        journal.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def words_rowid(meeting_id: int, start: datetime) -> int:
    """The rowid of a meeting's words, which orders them by start."""
    minutes = int((start - _EPOCH).total_seconds()) // 60
    return (minutes << _ID_BITS) | meeting_id


def _values(changes: Iterable[RowChange], table: str, column: str) -> set[int]:
    """What a column of a table held before or after the changes."""
    return {
        row[column]
        for change in changes
        if change.table == table
        for row in (change.before, change.after)
        if row is not None and row[column] is not None
    }


def _altered(changes: Iterable[RowChange], table: str, *columns: str) -> set[int]:
    """The rows of a table in which a column is no longer what it was."""
    return {
        change.row_id for change in changes if change.table == table and change.alters(*columns)
    }


def _contacts_touched(connection: sqlite3.Connection, changes: Sequence[RowChange]) -> set[int]:
    met = _altered(changes, "meetings", "start", "cancelled", "missed", "group_id")
    touched = _altered(changes, "interactions", "day", "kind")
    renamed = _altered(changes, "groups", "name")
    return (
        {change.row_id for change in changes if change.table == "contacts"}
        | _values(changes, "interaction_contacts", "contact_id")
        | _values(changes, "follow_ups", "contact_id")
        | _values(changes, "memberships", "contact_id")
        | _values(changes, "referrals", "partner_id")
        | _ids(
            connection,
            "SELECT contact_id FROM interaction_contacts WHERE interaction_id IN {}",
            touched,
        )
        | _ids(connection, "SELECT contact_id FROM memberships WHERE group_id IN {}", renamed)
        | _ids(
            connection,
            "SELECT a.contact_id FROM meetings m JOIN attendances a ON a.meeting_id = m.id "
            "WHERE m.group_id IN {}",
            renamed,
        )
        | _values(changes, "contact_details", "contact_id")
        | _values(changes, "attendances", "contact_id")
        | _ids(connection, "SELECT contact_id FROM attendances WHERE meeting_id IN {}", met)
    )


def _meetings_touched(connection: sqlite3.Connection, changes: Sequence[RowChange]) -> set[int]:
    renamed_people = _altered(changes, "contacts", "name")
    renamed_groups = _altered(changes, "groups", "name")
    return (
        {change.row_id for change in changes if change.table == "meetings"}
        | _values(changes, "reflections", "meeting_id")
        | _values(changes, "attendances", "meeting_id")
        | _ids(
            connection, "SELECT meeting_id FROM attendances WHERE contact_id IN {}", renamed_people
        )
        | _ids(connection, "SELECT id FROM meetings WHERE group_id IN {}", renamed_groups)
    )


def _ids(connection: sqlite3.Connection, sql: str, among: set[int] | None = None) -> set[int]:
    """The ids a query gives; none when it asks among none."""
    if among is not None and not among:
        return set()
    return {row[0] for row in _query(connection, sql, among or ())}


def _query(connection: sqlite3.Connection, sql: str, ids: Iterable[int]) -> sqlite3.Cursor:
    """Runs a query in which `{}` stands for the set of ids; gives rows with names."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql.format(_AMONG), {"ids": json.dumps(sorted(ids))})


_AMONG = "(SELECT value FROM json_each(:ids))"


def _refresh_contacts(connection: sqlite3.Connection, ids: set[int]) -> None:
    rows = _query(
        connection,
        "WITH met AS (SELECT a.contact_id AS id, count(m.id) AS times_met, "
        "min(m.start) AS first_seen, max(m.start) AS last_seen, "
        "max(CASE WHEN a.talked THEN m.start END) AS last_talked, "
        "max(CASE WHEN m.group_id IS NOT NULL THEN m.start || m.group_id END) AS last_at_group "
        "FROM attendances a JOIN meetings m ON m.id = a.meeting_id "
        "WHERE a.contact_id IN {0} AND NOT m.cancelled AND NOT m.missed GROUP BY a.contact_id), "
        "touched AS (SELECT ic.contact_id AS id, max(i.day) AS last_day, "
        "max(i.kind = 'one-to-one') AS one_to_one FROM interaction_contacts ic "
        "JOIN interactions i ON i.id = ic.interaction_id "
        "WHERE ic.contact_id IN {0} GROUP BY ic.contact_id), "
        "referred AS (SELECT partner_id AS id, max(day) AS last_day FROM referrals "
        "WHERE partner_id IN {0} GROUP BY partner_id) "
        "SELECT c.id AS contact_id, c.id AS rowid, c.archived, c.name, c.organisation, c.notes, "
        "c.why <> '' AS has_why, c.cadence_days, "
        "(SELECT group_concat(value, ' ') FROM contact_details d "
        "WHERE d.contact_id = c.id AND d.kind = 'tag') AS tags, "
        "coalesce(met.times_met, 0) AS times_met, date(met.first_seen) AS first_seen, "
        "date(met.last_seen) AS last_seen, "
        "nullif(max(coalesce(date(met.last_talked), ''), coalesce(touched.last_day, ''), "
        "coalesce(referred.last_day, '')), '') "
        "AS last_touch, "
        f"{_DEPTH} AS depth, "
        "(SELECT min(due) FROM follow_ups f "
        "WHERE f.contact_id = c.id AND f.done_on IS NULL) AS next_due, "
        "coalesce((SELECT g.folded_name FROM groups g "
        # A start takes 16 characters.
        "WHERE g.id = CAST(substr(met.last_at_group, 17) AS INTEGER)), "
        "(SELECT min(g.folded_name) FROM memberships s JOIN groups g ON g.id = s.group_id "
        "WHERE s.contact_id = c.id), '') AS sort_groups "
        "FROM contacts c LEFT JOIN met ON met.id = c.id LEFT JOIN touched ON touched.id = c.id "
        "LEFT JOIN referred ON referred.id = c.id "
        "WHERE c.id IN {0}",
        ids,
    )
    contacts = [
        {
            **row,
            "tags": row["tags"] or "",
            "sort_name": fold(row["name"]),
            "sort_organisation": fold(row["organisation"]),
        }
        for row in map(dict, rows)
    ]
    _put(connection, _FACTS, ids, contacts)
    _put(connection, _CONTACT_WORDS, ids, contacts)


def _refresh_meetings(
    connection: sqlite3.Connection, ids: set[int], changes: Sequence[RowChange] = ()
) -> None:
    stale = {
        words_rowid(change.row_id, datetime.fromisoformat(row["start"]))
        for change in changes
        if change.table == "meetings"
        for row in (change.before,)
        if row is not None
    }
    rows = _query(
        connection,
        "SELECT m.id, m.start, m.title, m.place, g.name AS group_name, "
        "(SELECT group_concat(c.name || ' ' || a.note, ' ') FROM attendances a "
        "JOIN contacts c ON c.id = a.contact_id WHERE a.meeting_id = m.id) AS people, "
        "r.notes, r.gives, r.asks, r.received, r.planned_work FROM meetings m "
        "LEFT JOIN groups g ON g.id = m.group_id LEFT JOIN reflections r ON r.meeting_id = m.id "
        "WHERE m.id IN {}",
        ids,
    )
    words: list[dict[str, Any]] = [
        {
            "rowid": words_rowid(row["id"], datetime.fromisoformat(row["start"])),
            "name": _joined(row["group_name"], row["title"], row["place"]),
            "people": row["people"] or "",
            "notes": _joined(
                row["notes"], row["gives"], row["asks"], row["received"], row["planned_work"]
            ),
        }
        for row in rows
    ]
    _put(connection, _MEETING_WORDS, stale | {row["rowid"] for row in words}, words)


def _put(
    connection: sqlite3.Connection,
    table: Derived,
    ids: Iterable[int],
    rows: Iterable[Mapping[str, Any]],
) -> None:
    """Makes these rows of a table the only ones that have one of the ids."""
    among = {"ids": json.dumps(sorted(ids))}
    old = differing.kept(connection, table, f"{table.key[0]} IN {_AMONG}", among)
    new = (tuple(row[name] for name in table.columns) for row in rows)
    differing.replace(connection, table, old, new)


def _joined(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
