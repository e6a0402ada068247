"""What can be done with drafts."""

from collections.abc import Iterator
from contextlib import contextmanager

from netjournal.journal.ledger import Ledger
from netjournal.model.draft import Draft
from netjournal.store import drafts
from netjournal.text import clean


class Drafts:
    """The half-filled forms; keeping one is no step of the history and is announced to nobody."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, draft_id: str, form: str, subject: str, body: str) -> None:
        """Keeps the state of an open form."""
        at = self._ledger.clock.utc()
        with self._ledger.store.keep() as session:
            drafts.put(
                session,
                Draft(id=draft_id, form=form, subject=clean(subject), body=body, saved_at=at),
            )

    def kept(self, form: str | None = None) -> tuple[Draft, ...]:
        """The drafts kept, newest first."""
        with self._ledger.read() as session:
            return drafts.every(session, form)

    def take(self, draft_id: str, new_id: str) -> Draft:
        """Moves a kept draft to a form just opened; NotFoundError when it is gone."""
        with self._ledger.store.keep() as session:
            return drafts.take(session, draft_id, new_id)

    def drop(self, draft_id: str) -> None:
        """Throws a draft away."""
        with self._ledger.store.keep() as session:
            drafts.drop(session, draft_id)

    @contextmanager
    def ended(self, draft_id: str) -> Iterator[None]:
        """Within, a change made in this thread removes a draft in the same transaction."""
        with self._ledger.also(lambda session: drafts.drop(session, draft_id)) as done:
            yield
        if not done():
            # Whatever was saved changed nothing.
            self.drop(draft_id)
