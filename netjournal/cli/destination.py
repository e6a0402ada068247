"""Files that readings are written into: whole or not at all, and never over another unasked."""

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

import click

from netjournal.errors import SaveError


@dataclass(frozen=True, slots=True)
class Destination:
    """A file that may be written."""

    path: Path

    @classmethod
    def chosen(cls, path: Path, journal: Path, *, force: bool) -> "Destination":
        """The file somebody named, after asking, on a terminal, whether to overwrite it.

        SaveError when it can't be, or mustn't be, for the journal is never overwritten.
        """
        # Someone may keep the file elsewhere, with a link in its place.
        real = Path(os.path.realpath(path))
        try:
            if real.is_dir():
                raise SaveError(f"{path} is a folder; name a file in it.")
            if not real.parent.is_dir():
                raise SaveError(f"There is no folder {real.parent}; make it first.")
            if real.exists():
                _allow(path, real, journal, force=force)
        except (OSError, ValueError) as problem:
            raise _unwritable(path, problem) from problem
        return cls(real)

    def write(self, contents: bytes) -> None:
        """Puts the contents there, readable by its owner alone; SaveError when the disk refuses."""
        try:
            descriptor, name = mkstemp(prefix=".netjournal-", dir=self.path.parent)
        except OSError as problem:
            raise _unwritable(self.path, problem) from problem
        new = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(contents)
                file.flush()
                os.fsync(file.fileno())
            new.replace(self.path)
        except OSError as problem:
            raise _unwritable(self.path, problem) from problem
        finally:
            with suppress(OSError):
                new.unlink()


def _allow(path: Path, real: Path, journal: Path, *, force: bool) -> None:
    if not real.is_file():
        raise SaveError(f"{path} isn't a plain file; name another.")
    if journal.exists() and journal.samefile(real):
        raise SaveError(f"{path} is your journal; name another file.")
    if force:
        return
    there = f"{click.format_filename(path)} is there already"
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SaveError(f"{there}; name another file, or overwrite it with --force.")
    if not click.confirm(f"{there}. Overwrite it?", err=True):
        raise SaveError("Nothing was written.")


def _unwritable(path: Path, problem: Exception) -> SaveError:
    said = problem.strerror if isinstance(problem, OSError) else "that isn't a file's name"
    return SaveError(f"{path} can't be written: {said}.")
