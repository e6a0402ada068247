"""What can be done with interactions: the touches outside a group's meetings."""

from collections.abc import Sequence
from datetime import date

from netjournal.errors import InvalidError
from netjournal.journal.ledger import Ledger
from netjournal.model.interaction import (
    Interaction,
    InteractionDraft,
    InteractionKind,
    InteractionPages,
)
from netjournal.store import contacts, interactions
from netjournal.when import say_day

_A_KIND = {
    InteractionKind.ONE_TO_ONE: "a one-to-one with",
    InteractionKind.CALL: "a call with",
    InteractionKind.MESSAGE: "a message with",
    InteractionKind.INTRODUCTION: "an introduction of",
    InteractionKind.OTHER: "a touch with",
}


class Interactions:
    """One-to-ones, calls, messages, introductions and other touches."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, draft: InteractionDraft) -> int:
        """Adds an interaction; gives its id.

        Raises InvalidError for a day to come, for nobody, for someone named twice and for an
        introduction of fewer than two.
        """
        self._refuse_future(draft.day)
        with self._ledger.change(f"Noted {self._named(draft)}") as writing:
            return interactions.add(writing.session, draft, writing.utc)

    def revise(self, interaction_id: int, draft: InteractionDraft) -> None:
        """Changes what is said of an interaction; InvalidError as when adding one."""
        self._refuse_future(draft.day)
        with self._ledger.change(f"Changed {self._named(draft)}") as writing:
            interactions.change(writing.session, interaction_id, draft)

    def delete(self, interaction_id: int) -> None:
        """Removes an interaction."""
        with self._ledger.change(f"Deleted {self._named(self.get(interaction_id))}") as writing:
            interactions.remove(writing.session, interaction_id)

    def get(self, interaction_id: int) -> Interaction:
        """An interaction; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return interactions.get(session, interaction_id)

    def pages(
        self,
        contact_id: int | None = None,
        *,
        since: date | None = None,
        until: date | None = None,
    ) -> InteractionPages:
        """The interactions from one day to another, with a contact or with anyone, newest first."""
        with self._ledger.read() as session:
            total = interactions.count(session, contact_id, since, until)

        def page(first: int, size: int) -> tuple[Interaction, ...]:
            with self._ledger.glance() as session:
                return interactions.stretch(session, first, size, contact_id, since, until)

        return InteractionPages(total=total, page=page)

    def _named(self, draft: InteractionDraft) -> str:
        """An interaction as the history names it."""
        with self._ledger.read() as session:
            names = [contacts.get(session, contact_id).name for contact_id in draft.contact_ids]
        return f"{_A_KIND[draft.kind]} {_listed(names)}"

    def _refuse_future(self, day: date) -> None:
        if day > self._ledger.clock.now().date():
            sentence = f"{say_day(day)} is still to come; note a follow-up instead."
            raise InvalidError({"day": sentence})


def _listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them; of more than three, the first two and how many more."""
    if len(names) > 3:
        return f"{names[0]}, {names[1]} and {len(names) - 2} more"
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return "".join(names) or "nobody"
