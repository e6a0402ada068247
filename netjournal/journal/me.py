"""What can be done with what I say of myself."""

from netjournal.journal.ledger import Ledger
from netjournal.model.me import Me, MeDraft
from netjournal.store import me


class Myself:
    """What I stand for, and how I work when it goes well."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def get(self) -> Me:
        """Me, with every version of my pitch; all blank while nothing is said."""
        with self._ledger.read() as session:
            return me.get(session)

    def revise(self, draft: MeDraft) -> None:
        """Changes what I say of myself; another pitch becomes a new version, a blank one none."""
        with self._ledger.change("Changed what you say of yourself") as writing:
            me.put(writing.session, draft, writing.utc)
