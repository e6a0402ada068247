"""Files that readings are written into: whole or not at all, and never over the journal."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from netjournal.errors import SaveError


@dataclass(frozen=True, slots=True)
class Destination:
    """A file that may be written."""

    path: Path
    taken: bool
    """Whether a file stands there already."""

    @classmethod
    def at(cls, path: Path, journal: Path) -> "Destination":
        """The file somebody named; SaveError when it can't be, or mustn't be."""
        # Someone may keep the file elsewhere, with a link in its place.
        real = Path(os.path.realpath(path))
        try:
            if real.is_dir():
                raise SaveError(f"{path} is a folder; name a file in it.")
            if not real.parent.is_dir():
                raise SaveError(f"There is no folder {real.parent}; make it first.")
            taken = real.exists()
            if taken and not real.is_file():
                raise SaveError(f"{path} isn't a plain file; name another.")
            if taken and journal.exists() and journal.samefile(real):
                raise SaveError(f"{path} is your journal; name another file.")
        except (OSError, ValueError) as problem:
            raise _unwritable(path, problem) from problem
        return cls(real, taken)

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


def _unwritable(path: Path, problem: Exception) -> SaveError:
    said = problem.strerror if isinstance(problem, OSError) else "that isn't a file's name"
    return SaveError(f"{path} can't be written: {said}.")
