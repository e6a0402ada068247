"""Saves as one would write them by hand: the rows a save has to leave, put there by SQL alone.

They are the rows of the record, of its step in the history, of the search and of the sums; nothing
is checked, looked up or put into words.
"""

import json
import sqlite3
from itertools import count

_NEW = count()
_STAMP = "2026-01-01T00:00:00Z"
_START, _DAY = "1999-01-01T07:00", "1999-01-01"
_PEOPLE = (1, 2, 3)
_WORDS = "Ana Ruiz Li Wei Jo March"


def note(raw: sqlite3.Connection) -> None:
    """The notes of a reflection, written anew."""
    notes = f"Note {next(_NEW)}"
    raw.execute("BEGIN IMMEDIATE")
    (row,) = raw.execute("SELECT id FROM reflections WHERE meeting_id = 2").fetchone()
    raw.execute("UPDATE reflections SET notes = ? WHERE id = ?", (notes, row))
    _step(raw, (("reflections", row),))
    _words(raw, 2, notes)
    raw.execute("COMMIT")


def reflection(raw: sqlite3.Connection) -> None:
    """A meeting of no group with its ratings and three people."""
    raw.execute("BEGIN IMMEDIATE")
    meeting = _added(
        raw,
        "INSERT INTO meetings (start, title, place, cancelled, missed) "
        "VALUES (?, 'Mixer', '', 0, 0)",
        _START,
    )
    rated = _added(
        raw,
        "INSERT INTO reflections (meeting_id, written_at, energy, confidence, pushiness, gives, "
        "asks, received, planned_work, notes) VALUES (?, ?, 4, 3, 1, '', '', '', '', 'Good room.')",
        meeting,
        _STAMP,
    )
    there = "INSERT INTO attendances (meeting_id, contact_id, talked, note) VALUES (?, ?, 1, '')"
    met = [("attendances", _added(raw, there, meeting, person)) for person in _PEOPLE]
    _step(raw, (("meetings", meeting), ("reflections", rated), *met))
    for person in _PEOPLE:
        raw.execute(
            "UPDATE contact_facts SET times_met = times_met + 1 WHERE contact_id = ?", (person,)
        )
    raw.execute(
        "INSERT INTO rating_days VALUES (0, ?, 1, 1, 4, 3, 1, 0, 0, 0) "
        "ON CONFLICT (scope, day) DO UPDATE SET attended = attended + 1, n = n + 1, "
        "energy = energy + 4, confidence = confidence + 3",
        (_DAY,),
    )
    _words(raw, meeting, "Good room.")
    raw.execute("COMMIT")


def _step(raw: sqlite3.Connection, rows: tuple[tuple[str, int], ...]) -> None:
    step = _added(
        raw,
        "INSERT INTO history_steps (label, made_at, run, undone, revision) "
        "SELECT 'By hand', ?, 'benchmark', 0, revision + 1 FROM journal_state",
        _STAMP,
    )
    for table, row in rows:
        image = json.dumps(dict.fromkeys("abcdefghijkl", row))
        raw.execute(
            "INSERT INTO history_changes (step_id, table_name, row_id, before, after) "
            "VALUES (?, ?, ?, ?, ?)",
            (step, table, row, image, image),
        )
    raw.execute("UPDATE journal_state SET revision = revision + 1")


def _words(raw: sqlite3.Connection, meeting: int, notes: str) -> None:
    """What the meeting is found by: in its place among meetings, and as the last one written."""
    raw.execute("DELETE FROM meeting_words WHERE rowid = ?", (meeting,))
    raw.execute(
        "INSERT INTO meeting_words (rowid, name, people, notes) VALUES (?, 'Mixer', ?, ?)",
        (meeting, _WORDS, notes),
    )
    mine = ("meeting", meeting)
    known = raw.execute("SELECT id FROM documents WHERE noun = ? AND record_id = ?", mine)
    for row in known.fetchall():
        raw.execute("DELETE FROM document_words WHERE rowid = ?", row)
        raw.execute("DELETE FROM documents WHERE id = ?", row)
    written = _added(raw, "INSERT INTO documents (noun, record_id) VALUES (?, ?)", *mine)
    raw.execute(
        "INSERT INTO document_words (rowid, title, words, noun) VALUES (?, 'Mixer', ?, 'meeting')",
        (written, notes),
    )


def _added(raw: sqlite3.Connection, statement: str, *values: object) -> int:
    return raw.execute(statement, values).lastrowid or 0
