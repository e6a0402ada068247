"""Asks for a file to write into."""

from pathlib import Path

from textual.app import ComposeResult

from netjournal.destination import Destination
from netjournal.errors import InvalidError, SaveError
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.widgets.field import Field, Line


class FileDialog(FormDialog[Destination]):
    """Names a file; one that is there is overwritten only when that is asked for once more."""

    FORM = "file"

    def __init__(self, heading: str, name: str, journal: Path) -> None:
        """`name` is proposed; the `journal` is never overwritten."""
        super().__init__()
        self.heading = heading
        self._proposed = name
        self._journal = journal
        self.about = {"what": name}
        self._warned: Path | None = None

    def fields(self) -> ComposeResult:
        """The file, in the folder the program was started in unless it says otherwise."""
        yield Field("File", Line(self._proposed, id="file", placeholder="review.md, or a path"))

    def draft(self) -> Destination:
        """The file named; InvalidError when it can't be written, and once when it is there."""
        typed = self.text("file").strip()
        if not typed:
            raise InvalidError({"file": "Name a file."})
        try:
            destination = Destination.at(Path(typed).expanduser(), self._journal)
        except (SaveError, RuntimeError) as problem:
            raise InvalidError({"file": str(problem)}) from problem
        if destination.taken and self._warned != destination.path:
            self._warned = destination.path
            sentence = "It is there already; save once more to overwrite it, or name another."
            raise InvalidError({"file": sentence})
        return destination
