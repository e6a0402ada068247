"""What a journal's file holds, seen from outside, and ways to hurt it."""

import hashlib
import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from netjournal.store.tables import KEPT, RECORDED, SEARCH

Content = dict[str, list[tuple[Any, ...]]]

RECORDS = tuple(str(row.__tablename__) for row in RECORDED)
DERIVED = ("contact_facts", "rating_days", "times_seen", *SEARCH)
KEEPING = tuple(str(row.__tablename__) for row in KEPT)


def digest(path: Path) -> str:
    """What a file's bytes are known by."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


_ROWS = {
    "rating_days": "SELECT * FROM rating_days ORDER BY scope, day",
    "times_seen": "SELECT * FROM times_seen ORDER BY group_id, contact_id",
    # Undoing is writing too, so a document's id says when it was written and not what it is of.
    "document_words": "SELECT d.noun, d.record_id, w.* FROM document_words w "
    "LEFT JOIN documents d ON d.id = w.rowid ORDER BY d.noun, d.record_id",
}


def content(path: Path, *tables: str) -> Content:
    """All rows of tables, by default those recorded and those derived, with their ids."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(
                _ROWS.get(name, f'SELECT rowid, * FROM "{name}" ORDER BY rowid')
            ).fetchall()
            for name in tables or (*RECORDS, *DERIVED)
        }


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with a file, its references and its search indexes."""
    with closing(sqlite3.connect(path)) as connection:
        for table in SEARCH:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        connection.rollback()
        sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return sound and not connection.execute("PRAGMA foreign_key_check").fetchall()


def blank_out(path: Path, index: str) -> None:
    """Wipes the page on which an index begins, as a failing disk may."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (index,)
        ).fetchone()
    hurt = bytearray(path.read_bytes())
    hurt[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(hurt)


def truncated(whole: bytes, seed: int) -> bytes:
    """The beginning of a file, of a random length short of the whole."""
    return whole[: random.Random(seed).randrange(1, len(whole))]


def flipped(whole: bytes, seed: int) -> bytes:
    """A file with one random bit turned over, where it isn't empty."""
    chance = random.Random(seed)
    hurt = bytearray(whole)
    written = [place for place, byte in enumerate(whole) if byte]
    hurt[chance.choice(written)] ^= 1 << chance.randrange(8)
    return bytes(hurt)
