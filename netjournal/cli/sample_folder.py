"""The folder a sample lies in for a while: private, held while in use, and removed in the end."""

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from netjournal.errors import FileError

_PREFIX = "netjournal-sample-"
_HOLD = "in-use"
"""A file that is locked for as long as its folder is in use, however that ends."""


@contextmanager
def folder_for_a_while() -> Iterator[Path]:
    """A new folder that only its owner can enter, removed with all that is in it.

    Removes, too, what a process left behind that was killed.
    """
    folder = _made()
    hold = _held(folder)
    _sweep(folder.parent)
    try:
        yield folder
    finally:
        os.close(hold)
        _remove(folder)


def _made() -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=_PREFIX))
    except OSError as error:
        raise FileError(
            f"There is no place for the sample journal: {error.strerror or error}. "
            "Name a folder that can be written in the variable TMPDIR."
        ) from error


def _held(folder: Path) -> int:
    """Locks a folder's file before it has the name by which others look for it."""
    unnamed = folder / f"{_HOLD}.new"
    hold = os.open(unnamed, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    fcntl.flock(hold, fcntl.LOCK_EX)
    unnamed.rename(folder / _HOLD)
    return hold


def _sweep(place: Path) -> None:
    """Removes folders like ours that nobody holds any more; what can't be removed stays."""
    for folder in place.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if _is_private(folder) and _is_left(folder / _HOLD):
                shutil.rmtree(folder)


def _is_private(folder: Path) -> bool:
    found = folder.lstat()
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.getuid()
        and not stat.S_IMODE(found.st_mode) & 0o077
    )


def _is_left(hold: Path) -> bool:
    """Whether the process that made the file is gone, and its lock with it."""
    descriptor = os.open(hold, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def _remove(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise FileError(
            f"The sample journal could not be removed from {folder}: {error.strerror}."
        ) from error
