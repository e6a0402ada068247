"""Backups: verified copies of the journal beside it."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from mmap import ACCESS_READ, mmap
from pathlib import Path

from netjournal.errors import SaveError
from netjournal.places import backups_folder
from netjournal.store.file import connect


def back_up(path: Path, reason: str) -> Path:
    """Copies the journal to a new file in its backups' folder and gives that file.

    The copy is checked and on the disk before it gets its name. Raises SaveError, with no half
    copy left, when it can't be made.
    """
    folder = backups_folder(path)
    target = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{reason}.db"
    partial = target.with_suffix(".partial")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _copy(path, partial)
            _sync(partial)
            partial.rename(target)
        finally:
            partial.unlink(missing_ok=True)
        _sync(folder)
    except (OSError, sqlite3.Error) as error:
        raise SaveError(
            f"A backup could not be made in {folder} ({error}), so nothing else was done. "
            "Make room or check its rights, and try again."
        ) from error
    return target


def holding(path: Path, words: str) -> tuple[Path, ...]:
    """The journal's backups that hold some words as they were typed, oldest first."""
    wanted = words.encode()[:_FOUND_BY]
    folder = backups_folder(path)
    files = sorted(folder.glob("*.db")) if folder.is_dir() else []
    return tuple(file for file in files if _holds(file, wanted))


def _holds(file: Path, wanted: bytes) -> bool:
    try:
        with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as content:
            return content.find(wanted) >= 0
    except (OSError, ValueError):
        # What can't be read can't be ruled out, unless it is empty.
        return file.stat().st_size > 0


_FOUND_BY = 200
"""How many bytes of the words are looked for: longer ones may lie apart in a file."""


def _copy(path: Path, target: Path) -> None:
    with closing(connect(path)) as source, closing(connect(target)) as copy:
        source.backup(copy)
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            message = "the copy is not whole"
            raise sqlite3.DatabaseError(message)
        if _row_counts(copy) != _row_counts(source):
            message = "the copy has other rows"
            raise sqlite3.DatabaseError(message)


def _row_counts(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    return [
        (name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in names.fetchall()
    ]


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
