"""The journal's file before it is opened: what it is, and whether it may be touched."""

import os
import sqlite3
import stat
from contextlib import closing
from enum import Enum
from pathlib import Path

from netjournal.errors import BusyError, FileError
from netjournal.places import backups_folder

APPLICATION_ID = 0x6E6A726E
"""Marks an SQLite file as a journal of netjournal ("njrn")."""
SCHEMA = 1
"""The number of the schema this version writes; the file keeps it as its `user_version`."""
CHECKED_WHOLE = 8 * 1024 * 1024
"""Files of at most so many bytes are checked whole each time they are opened."""


class Found(Enum):
    """What stands where the journal should be."""

    NOTHING = "nothing"
    JOURNAL = "a journal of this version"
    OLDER = "a journal of an older version"


def examine(path: Path) -> Found:
    """What stands at `path`; nothing is written.

    Raises FileError for anything that isn't a whole journal of this version or an older one, and
    BusyError when another program holds it.
    """
    size = _size_of_plain_file(path)
    if size is None:
        return Found.NOTHING
    if size == 0:
        _refuse_if_backed_up(path)
        return Found.NOTHING
    with closing(connect(path)) as connection:
        return _identify(path, connection, size)


def create(path: Path) -> None:
    """Makes an empty file that only its owner can read, in a folder that only its owner can."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_NOFOLLOW, 0o600))
    except OSError as error:
        raise FileError(
            f"The journal can't be made at {path}: {error.strerror}. "
            "Choose another place with --journal FILE."
        ) from error


def connect(path: Path) -> sqlite3.Connection:
    """A plain connection to an existing file: read-only where it can't be written."""
    mode = "rw" if os.access(path, os.W_OK) else "ro"
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise FileError(f"{path} can't be opened: {error}. Check that you may read it.") from error


def _size_of_plain_file(path: Path) -> int | None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FileError(f"{path} can't be looked at: {error.strerror}.") from error
    if stat.S_ISLNK(found.st_mode):
        raise FileError(
            f"{path} is a link. A link could lead a private journal anywhere, so it isn't "
            "followed; name the file itself."
        )
    if not stat.S_ISREG(found.st_mode):
        raise FileError(f"{path} isn't a file. Name a file for the journal.")
    if not os.access(path, os.R_OK):
        raise FileError(f"{path} can't be read: its rights don't let you. It was not touched.")
    return found.st_size


def _refuse_if_backed_up(path: Path) -> None:
    folder = backups_folder(path)
    if folder.is_dir() and any(folder.iterdir()):
        raise FileError(
            f"{path} is empty, yet it has backups, so something emptied it. It was not touched. "
            f"The backups are in {folder}: copy the latest one over it, or move it away to begin "
            "anew."
        )


def _identify(path: Path, connection: sqlite3.Connection, size: int) -> Found:
    try:
        application_id, version, pages, page_size = (
            connection.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("application_id", "user_version", "page_count", "page_size")
        )
        if application_id != APPLICATION_ID:
            raise FileError(
                f"{path} is not a journal of netjournal. It was not touched; name another file."
            )
        if version > SCHEMA:
            raise FileError(
                f"{path} was written by a newer netjournal (format {version}; this one knows "
                f"{SCHEMA}). It was not touched; upgrade netjournal to open it."
            )
        if size < pages * page_size or (size <= CHECKED_WHOLE and not _is_sound(connection)):
            raise damaged(path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise BusyError(
                f"Another program holds {path}. Close it there and try again."
            ) from error
        raise FileError(f"{path} can't be opened: {error}. It was not touched.") from error
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema quotes it.
        raise damaged(path) from error
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_NOTADB:
            raise FileError(
                f"{path} is not a journal of netjournal. It was not touched; name another file."
            ) from error
        raise damaged(path) from error
    return Found.JOURNAL if version == SCHEMA else Found.OLDER


def _is_sound(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def damaged(path: Path) -> FileError:
    """What to say of a file that is a journal but not whole."""
    return FileError(
        f"{path} is damaged. It was not touched. Keep a copy of it; backups, if there are any, "
        f"are in {backups_folder(path)}."
    )
