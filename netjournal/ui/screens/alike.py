"""The quiet word in Contacts that some people may be one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from netjournal.errors import BusyError, JournalError
from netjournal.ui.screens.area import JournalScreen

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

MOST = 20_000
"""Among more contacts they are looked for only when asked."""


class Alike:
    """Compares everyone in the background, one run at a time."""

    def __init__(self, screen: JournalScreen[Any], found: Callable[[], None]) -> None:
        """`found` is called when there is another word to say."""
        self._screen = screen
        self._found = found
        self._looking = False
        self._again = False
        self.said = ""
        """How many pairs look alike and the key that lists them; empty when none does."""

    def look(self) -> None:
        """Looks who is alike now; while a look is under way, once more after it."""
        if self._looking:
            self._again = True
            return
        self._looking = True
        self._screen.read(_pairs, self._looked, lane="alike", after_paint=True)

    def _looked(self, pairs: int) -> None:
        self._looking = False
        said = f" · {pairs:,} alike (=)" if pairs else ""
        if said != self.said:
            self.said = said
            self._found()
        if self._again:
            self._again = False
            self.look()


def _pairs(journal: "Journal") -> int:
    try:
        few = journal.duplicates.count() <= MOST
        return journal.duplicates.suggested().total if few else 0
    except BusyError:
        raise
    except JournalError:
        # Nobody asked, so nobody is told; the next change makes it look again.
        return 0
