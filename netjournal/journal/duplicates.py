"""Which contacts may be one person, worked out beside everything else that goes on."""

from threading import Lock, active_count
from time import perf_counter, sleep

from sqlmodel import Session

from netjournal.errors import ConflictError
from netjournal.insights.duplicates import suggestions
from netjournal.journal.ledger import Ledger
from netjournal.model.change import Change, Noun
from netjournal.model.duplicates import Suggestions
from netjournal.store import contacts, duplicates

_STRETCH, _PAUSE = 0.001, 0.0005
"""Seconds: after so long the interpreter is left to others for a moment."""


class Duplicates:
    """Contacts that look like one person, and those known to be two."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._working = Lock()
        self._known: Suggestions | None = None
        self._changes = 0
        ledger.changes.subscribe(self._forget)

    def suggested(self) -> Suggestions:
        """The pairs worth a look, the surest first.

        It may take a second, in which others get their turn; asked again, only when contacts have
        changed.
        """
        with self._working:
            if (known := self._known) is not None:
                return known
            changes = self._changes
            with self._ledger.read() as session:
                people, apart = duplicates.traits(session), duplicates.apart(session)
            found = suggestions(people, apart, _Pauses())
            if changes == self._changes:
                self._known = found
            return found

    def count(self) -> int:
        """How many contacts would be compared."""
        with self._ledger.read() as session:
            return duplicates.people(session)

    def tell_apart(self, one: int, other: int) -> None:
        """Says that two contacts are two people, so that they aren't suggested any more.

        Raises ConflictError for one and the same, NotFoundError when one of them isn't there.
        """
        if one == other:
            raise ConflictError("That is one contact; choose two.")

        def label(session: Session) -> str:
            first, second = (contacts.get(session, each).name for each in (one, other))
            return f"Told {first} and {second} apart"

        with self._ledger.change(label) as writing:
            duplicates.put_apart(writing.session, one, other)

    def _forget(self, change: Change) -> None:
        if Noun.CONTACT in change.nouns:
            self._changes += 1
            self._known = None


class _Pauses:
    """Leaves the interpreter to other threads, where there are any, after each stretch of work."""

    def __init__(self) -> None:
        self._since = perf_counter()

    def __call__(self) -> None:
        if perf_counter() - self._since > _STRETCH:
            if active_count() > 1:
                sleep(_PAUSE)
            self._since = perf_counter()
