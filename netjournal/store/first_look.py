"""The first look: what Today is made from, kept as one row that plain sqlite3 reads in a moment."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from netjournal.errors import JournalError
from netjournal.store.file import APPLICATION_ID, SCHEMA, connect

T = TypeVar("T")

VERSION = 3
"""Of the format of the inputs; a first look of another version is ignored."""


def read(path: Path, decode: Callable[[str, str], T]) -> T | None:
    """What `decode` makes of the inputs of Today and of the local date they were written on.

    None when there are none, they are of another version or can't be decoded, or the journal has
    changed since.
    """
    try:
        if not path.is_file() or path.is_symlink() or path.stat().st_size == 0:
            return None
        with closing(connect(path)) as connection:
            # The first frame waits for this, so another program's lock is not waited for.
            connection.execute("PRAGMA busy_timeout=20")
            connection.execute("PRAGMA query_only=ON")
            connection.execute("PRAGMA trusted_schema=OFF")
            if not _is_ours(connection):
                return None
            row = connection.execute(
                "SELECT inputs, written_on FROM first_look WHERE version = ? "
                "AND revision = (SELECT revision FROM journal_state)",
                (VERSION,),
            ).fetchone()
            return None if row is None else decode(*row)
    except (OSError, sqlite3.Error, JournalError, ValueError, TypeError, KeyError):
        return None


def _is_ours(connection: sqlite3.Connection) -> bool:
    marks = [
        connection.execute(f"PRAGMA {pragma}").fetchone()[0]
        for pragma in ("application_id", "user_version")
    ]
    return marks == [APPLICATION_ID, SCHEMA]
