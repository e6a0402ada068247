"""What can be done with contacts."""

from collections.abc import Sequence
from datetime import date

from netjournal.journal.ledger import Ledger
from netjournal.journal.whom import contact_meant
from netjournal.model.change import Change, Noun
from netjournal.model.contact import (
    EVERYONE,
    Card,
    Contact,
    ContactDraft,
    ContactLine,
    ContactMatch,
    ContactPages,
    Look,
)
from netjournal.store import contact_list, contacts
from netjournal.store.looks import Condition, condition, is_walked
from netjournal.store.search import is_a_search
from netjournal.text import clean_line, fold

MOST_HITS = 2_000
"""How many of a filter's hits can be paged through, those added last."""
_LIKENESS = 70
"""From 0 to 100: how alike a name must be to be offered for what was typed."""


class Contacts:
    """The people one knows."""

    def __init__(self, ledger: Ledger, usual_days: int) -> None:
        """`usual_days`: how often one wants to be in touch, unless a contact or a tag says."""
        self._ledger = ledger
        self._usual_days = usual_days
        self._names: dict[int, str] | None = None
        self._changes = 0
        ledger.changes.subscribe(self._forget_names)

    def add(self, draft: ContactDraft) -> int:
        """Adds a contact; gives their id. Two people may share a name."""
        with self._ledger.change(f"Added {clean_line(draft.name)}") as writing:
            return contacts.add(writing.session, draft, writing.utc)

    def revise(self, contact_id: int, draft: ContactDraft) -> None:
        """Changes what is said of a contact."""
        with self._ledger.change(f"Changed {clean_line(draft.name)}") as writing:
            contacts.change(writing.session, contact_id, draft)

    def archive(self, contact_id: int, archived: bool = True) -> None:
        """Puts a contact away, or takes them out again."""
        verb = "Archived" if archived else "Took back"
        with self._ledger.change(f"{verb} {self.get(contact_id).name}") as writing:
            contacts.archive(writing.session, contact_id, archived)

    def delete(self, contact_id: int) -> None:
        """Removes a contact, and them from the meetings they were at."""
        with self._ledger.change(f"Deleted {self.get(contact_id).name}") as writing:
            contacts.remove(writing.session, contact_id)

    def get(self, contact_id: int) -> Contact:
        """A contact; NotFoundError when they aren't there."""
        with self._ledger.read() as session:
            return contacts.get(session, contact_id)

    def card(self, contact_id: int, encounters: int = 50) -> Card:
        """A contact with the latest meetings they were at."""
        with self._ledger.read() as session:
            return Card(
                contact=contacts.get(session, contact_id),
                line=contact_list.lines_of(session, [contact_id], self._today())[0],
                encounters=contacts.encounters(session, contact_id, encounters),
            )

    def pages(self, look: Look = EVERYONE) -> ContactPages:
        """The list of the contacts a look is at."""
        with self._ledger.read() as session:
            of = self._condition(look)
            if not is_walked(look):
                ids = contact_list.gathered(session, look, of, MOST_HITS)
                return self._gathered(
                    ids, whole=len(ids) < MOST_HITS or not is_a_search(look.words)
                )
            parts = contact_list.parts(session, look, of)

        def page(first: int, size: int) -> tuple[ContactLine, ...]:
            with self._ledger.glance() as session:
                ids = contact_list.stretch(session, of, parts, first, size)
                return contact_list.lines_of(session, ids, self._today())

        total = sum(part.count for part in parts)
        return ContactPages(total=total, shown=total, page=page)

    def count(self, look: Look = EVERYONE) -> int:
        """How many contacts a look is at, however many that are."""
        with self._ledger.read() as session:
            return contact_list.count(session, look, self._condition(look))

    def named(self, name: str) -> tuple[int, ...]:
        """The ids of the contacts of a name, whatever its case and accents."""
        with self._ledger.read() as session:
            return contacts.named(session, name)

    def meant(self, words: str) -> ContactMatch:
        """The only contact some words fit: a name, a part of one, or with it of the organisation.

        Raises NotFoundError when they fit nobody, and AmbiguousError when they fit several.
        """
        with self._ledger.read() as session:
            return contact_meant(session, words)

    def match(self, typed: str, limit: int = 8) -> tuple[ContactMatch, ...]:
        """The contacts a typed name may mean, the likeliest first, those put away left out."""
        wanted = fold(typed)
        if not wanted:
            return ()
        ids = _likeliest(wanted, self._known_names(), limit)
        with self._ledger.read() as session:
            lines = contact_list.lines_of(session, ids, self._today())
        return tuple(
            ContactMatch(id=line.id, name=line.name, organisation=line.organisation)
            for line in lines
        )

    def _gathered(self, ids: Sequence[int], *, whole: bool) -> ContactPages:
        def page(first: int, size: int) -> tuple[ContactLine, ...]:
            with self._ledger.glance() as session:
                return contact_list.lines_of(session, ids[first : first + size], self._today())

        return ContactPages(total=len(ids) if whole else None, shown=len(ids), page=page)

    def _condition(self, look: Look) -> Condition:
        return condition(look, self._today(), self._usual_days)

    def _today(self) -> date:
        return self._ledger.clock.now().date()

    def _known_names(self) -> dict[int, str]:
        names = self._names
        if names is None:
            changes = self._changes
            with self._ledger.read() as session:
                names = contacts.names(session)
            # They may have changed since they were read; if that is announced later, it is heard.
            if changes == self._changes:
                self._names = names
        return names

    def _forget_names(self, change: Change) -> None:
        if Noun.CONTACT in change.nouns:
            self._changes += 1
            self._names = None


def _likeliest(wanted: str, names: dict[int, str], limit: int) -> list[int]:
    """Names that are what was typed, then those in which each typed word begins a word, then those
    that are alike.
    """
    words = wanted.split(" ")
    begun = [
        contact_id
        for contact_id, name in names.items()
        if all(f" {word}" in f" {name}" for word in words)
    ]
    begun.sort(key=lambda contact_id: (names[contact_id] != wanted, names[contact_id]))
    if len(begun) >= limit or len(wanted) < 3:
        return begun[:limit]
    from rapidfuzz import fuzz, process

    alike = process.extract(wanted, names, scorer=fuzz.WRatio, limit=limit, score_cutoff=_LIKENESS)
    return list(dict.fromkeys([*begun, *(contact_id for _, _, contact_id in alike)]))[:limit]
