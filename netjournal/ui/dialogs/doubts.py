"""Says, while one fills in a form, whether a group is one too many."""

from contextlib import suppress
from decimal import Decimal

from textual.widgets import Static

from netjournal.amounts import read_amount
from netjournal.errors import InvalidError
from netjournal.insights.concentration import Promised, doubts
from netjournal.model.group import Commitment, Status
from netjournal.model.joining import Load
from netjournal.text import visible


class Doubts(Static):
    """What would be more than one wants; it takes no room while nothing is."""

    DEFAULT_CSS = """
    Doubts { display: none; height: auto; margin: 0 0 0 17; color: $text-warning; }
    Doubts.-said { display: block; }
    """

    def __init__(self, before: Promised | None = None) -> None:
        """`before` is how I stand with a group that is only changed."""
        super().__init__(markup=False)
        self._before = before
        self._load: Load | None = None
        self._said: tuple[str | None, str | None, str] = (None, None, "")

    def know(self, load: Load) -> None:
        """Takes in what I do already."""
        self._load = load
        self._show()

    def look(self, status: str | None, commitment: str | None, hours: str) -> None:
        """Takes in what the form says."""
        self._said = (status, commitment, hours)
        self._show()

    def _show(self) -> None:
        status, commitment, typed = self._said
        hours: Decimal | None = None
        with suppress(InvalidError):
            hours = read_amount(typed) if typed.strip() else None
        sentences: tuple[str, ...] = ()
        if self._load is not None and status:
            depth = Commitment(commitment) if commitment else None
            sentences = doubts(self._load, Promised(Status(status), depth, hours), self._before)
        self.update("\n".join(f"! {visible(sentence)}" for sentence in sentences))
        self.set_class(bool(sentences), "-said")
