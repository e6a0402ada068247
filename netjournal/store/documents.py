"""Keeps, for every record, a document of all its words, by which it is found.

A document's id grows with each writing, so that what was written last is found first.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from netjournal.model.change import Noun
from netjournal.store.document_sources import SOURCES, Source, mark
from netjournal.store.history import RowChange


def refresh(journal: sqlite3.Connection, changes: Sequence[RowChange]) -> None:
    """Writes the documents anew whose words are no longer what they were."""
    for source in SOURCES:
        written, others = _touched(journal, source, changes)
        if written or others:
            _refresh(journal, source, written, others)


def refresh_all(journal: sqlite3.Connection) -> None:
    """Writes every document anew; what was found before keeps its place, what wasn't follows."""
    records = " UNION ALL ".join(
        f"SELECT '{source.noun}' AS noun, {source.id} AS id, {source.written} AS written "
        f"FROM {source.rows}"
        for source in SOURCES
    )
    for sql in (
        f"DELETE FROM documents WHERE (noun, record_id) NOT IN (SELECT noun, id FROM ({records}))",
        f"INSERT INTO documents (noun, record_id) SELECT noun, id FROM ({records}) "
        "WHERE (noun, id) NOT IN (SELECT noun, record_id FROM documents) "
        "ORDER BY written, noun, id",
        "DELETE FROM document_words",
    ):
        journal.execute(sql)
    for source in SOURCES:
        journal.execute(
            "INSERT INTO document_words (rowid, title, words, noun) "
            f"SELECT d.id, {source.title}, {source.words}, ? FROM {source.rows} "
            f"JOIN documents d ON d.noun = '{source.noun}' AND d.record_id = {source.id} "
            "ORDER BY d.id",
            (mark(source.noun),),
        )


def _touched(
    journal: sqlite3.Connection, source: Source, changes: Sequence[RowChange]
) -> tuple[set[int], set[int]]:
    """The records that were written, and others whose words may have changed with a name or by
    what was taken from them.
    """
    written: set[int] = set()
    others: set[int] = set()
    for change in changes:
        if (record_of := source.parts.get(change.table)) is not None:
            if change.before is not None:
                others.add(record_of(change.before))
            if change.after is not None:
                written.add(record_of(change.after))
    for table, repeating in source.names.items():
        if renamed := _renamed(changes, table):
            marks = "(SELECT value FROM json_each(?))"
            found = journal.execute(repeating.format(marks), (_json(renamed),))
            others.update(record_id for (record_id,) in found)
    return written, others - written


def _renamed(changes: Iterable[RowChange], table: str) -> set[int]:
    return {
        change.row_id
        for change in changes
        if change.table == table
        and change.before is not None
        and change.after is not None
        and change.before["name"] != change.after["name"]
    }


def _refresh(
    journal: sqlite3.Connection, source: Source, written: set[int], others: set[int]
) -> None:
    among = (_json(written | others),)
    fresh: dict[int, tuple[str, str]] = {
        record_id: (title, words)
        for record_id, title, words in journal.execute(
            f"SELECT {source.id}, {source.title}, {source.words} FROM {source.rows} "
            f"WHERE {source.id} IN (SELECT value FROM json_each(?))",
            among,
        )
    }
    stale: list[int] = []
    kept: dict[int, int] = {}
    for document, record_id, *words in journal.execute(
        "SELECT d.id, d.record_id, w.title, w.words FROM documents d "
        f"JOIN document_words w ON w.rowid = d.id WHERE d.noun = '{source.noun}' "
        "AND d.record_id IN (SELECT value FROM json_each(?))",
        among,
    ):
        if fresh.get(record_id) == tuple(words):
            del fresh[record_id]
        else:
            stale.append(document)
            if record_id in others and record_id in fresh:
                kept[record_id] = document
    _replace(journal, source.noun, stale, kept, fresh)


def _replace(
    journal: sqlite3.Connection,
    noun: Noun,
    stale: Sequence[int],
    kept: Mapping[int, int],
    fresh: Mapping[int, tuple[str, str]],
) -> None:
    """Puts fresh words in the place of stale ones: where they were, or after all others."""
    if stale:
        gone = [(document,) for document in sorted(stale)]
        journal.executemany("DELETE FROM document_words WHERE rowid = ?", gone)
        journal.executemany("DELETE FROM documents WHERE id = ?", gone)
    if fresh:
        (end,) = journal.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()
        last = max([end, *kept.values()])
        moved = sorted(set(fresh) - set(kept))
        places = {**kept, **{record_id: last + n for n, record_id in enumerate(moved, 1)}}
        # The index would be written once for every document that comes before the last one.
        rows = sorted((places[record_id], record_id) for record_id in fresh)
        journal.executemany(
            f"INSERT INTO documents (id, noun, record_id) VALUES (?, '{noun}', ?)", rows
        )
        journal.executemany(
            "INSERT INTO document_words (rowid, title, words, noun) VALUES (?, ?, ?, ?)",
            [(document, *fresh[record_id], mark(noun)) for document, record_id in rows],
        )


def _json(ids: Iterable[int]) -> str:
    return json.dumps(sorted(ids))
