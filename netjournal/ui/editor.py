"""Lets a person write in the editor of their choice."""

import os
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.app import App, SuspendNotSupported

from netjournal.errors import JournalError


@dataclass(frozen=True, slots=True)
class Edited:
    """What came back from the editor; its file stays until the words are saved."""

    words: str
    path: Path

    def forget(self) -> None:
        """Deletes the file."""
        self.path.unlink(missing_ok=True)


def edit(app: App[object], words: str) -> Edited | None:
    """Opens the editor on a private file and waits; None when the words weren't changed.

    Raises JournalError when there is no editor, or it failed.
    """
    command = _editor()
    handle, name = tempfile.mkstemp(prefix="netjournal-", suffix=".md")
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{words}\n" if words else "")
    try:
        with app.suspend():
            finished = subprocess.run([*command, name], check=False)
    except (OSError, SuspendNotSupported) as problem:
        path.unlink()
        raise JournalError(f"The editor {command[0]} could not be started.") from problem
    edited = Edited(path.read_text(encoding="utf-8", errors="replace"), path)
    if edited.words.strip() == words.strip():
        edited.forget()
        return None
    if finished.returncode:
        raise JournalError(f"The editor failed, so nothing was saved. Your text is in {path}.")
    return edited


def _editor() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if named:
        return shlex.split(named)
    for name in ("nano", "vi"):
        if (found := shutil.which(name)) is not None:
            return [found]
    raise JournalError("No editor was found; set EDITOR to the one you like.")
