"""What can be done with contacts."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlmodel import Session

from netjournal.errors import NotFoundError
from netjournal.journal import card, contact_pages, forgetting
from netjournal.journal.ledger import Ledger
from netjournal.journal.whom import contact_meant, told_apart
from netjournal.model.change import Change, Noun
from netjournal.model.contact import (
    EVERYONE,
    Card,
    Contact,
    ContactChoices,
    ContactDraft,
    ContactMatch,
    ContactPages,
    Look,
    TagCadence,
)
from netjournal.model.forgotten import Forgotten
from netjournal.store import (
    contact_batches,
    contact_choices,
    contact_list,
    contacts,
    tag_cadences,
    whom,
)
from netjournal.store.looks import Condition, condition
from netjournal.store.store import Label
from netjournal.text import clean_line, fold

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

    def forget(self, contact_id: int) -> Forgotten:
        """Erases a contact, also from the history and the drafts; that can't be undone."""
        return forgetting.forget(self._ledger, contact_id)

    def tag(self, contact_ids: Sequence[int], tag: str, on: bool = True) -> None:
        """Gives contacts a tag, or takes it from them; as one step, like all that follows."""
        verb = f"Tagged {{}} with {clean_line(tag)}" if on else f"Untagged {{}}: {clean_line(tag)}"
        with self._ledger.change(_several(verb, contact_ids)) as writing:
            change = contact_batches.tag if on else contact_batches.untag
            change(writing.session, contact_ids, tag)

    def archive_all(self, contact_ids: Sequence[int], archived: bool = True) -> None:
        """Puts contacts away, or takes them out again."""
        verb = "Archived {}" if archived else "Took back {}"
        with self._ledger.change(_several(verb, contact_ids)) as writing:
            contact_batches.archive(writing.session, contact_ids, archived)

    def delete_all(self, contact_ids: Sequence[int]) -> None:
        """Removes contacts, and them from the meetings they were at."""
        with self._ledger.change(_several("Deleted {}", contact_ids)) as writing:
            contact_batches.remove(writing.session, contact_ids)

    def set_cadence(self, contact_ids: Sequence[int], days: int | None) -> None:
        """Says how often to be in touch with contacts; None leaves it to their tags."""
        label = _several("Said how often to be in touch with {}", contact_ids)
        with self._ledger.change(label) as writing:
            contact_batches.set_cadence(writing.session, contact_ids, days)

    def set_tag_cadence(self, tag: str, days: int | None) -> None:
        """Says how often to be in touch with those who have a tag; None no longer says it."""
        label = f"Said how often to be in touch with those tagged {clean_line(tag)}"
        with self._ledger.change(label) as writing:
            if days is None:
                tag_cadences.drop(writing.session, tag)
            else:
                tag_cadences.put(writing.session, tag, days)

    def tag_cadences(self) -> tuple[TagCadence, ...]:
        """How often to be in touch with those who have a tag, by tag."""
        with self._ledger.read() as session:
            return tag_cadences.every(session)

    def get(self, contact_id: int) -> Contact:
        """A contact; NotFoundError when they aren't there."""
        with self._ledger.read() as session:
            return contacts.get(session, contact_id)

    def card(self, contact_id: int, encounters: int = 50) -> Card:
        """A contact with what the journal says of them; NotFoundError when they aren't there."""
        with self._ledger.read() as session:
            return card.read(session, contact_id, self._today(), self._usual_days, encounters)

    def pages(self, look: Look = EVERYONE) -> ContactPages:
        """The list of the contacts a look is at."""
        return contact_pages.pages(self._ledger, look, self._usual_days)

    def count(self, look: Look = EVERYONE) -> int:
        """How many contacts a look is at, however many that are."""
        with self._ledger.read() as session:
            return contact_list.count(session, look, self._condition(look))

    def every(self, look: Look = EVERYONE) -> Sequence[int]:
        """The ids of all contacts a look is at, however many, in no order."""
        with self._ledger.read() as session:
            return contact_list.every(session, look, self._condition(look))

    def remaining(self, contact_ids: Iterable[int]) -> frozenset[int]:
        """Those of some contacts that are still in the journal."""
        with self._ledger.read() as session:
            return contacts.there(session, contact_ids)

    def choices(self) -> ContactChoices:
        """What the list can be narrowed to, each with how many there are."""
        with self._ledger.read() as session:
            return contact_choices.choices(session, self._today(), self._usual_days)

    def named(self, name: str) -> tuple[int, ...]:
        """The ids of the contacts of a name, whatever its case and accents, in order of noting.

        What stands in brackets behind the name tells those apart who share it.
        """
        with self._ledger.read() as session:
            return tuple(one.id for one in whom.named(session, name))

    def told_apart(self, name: str) -> tuple[str, ...]:
        """The contacts of a name, each as words that mean no other of them."""
        with self._ledger.read() as session:
            return told_apart(session, whom.named(session, name))

    def meant(self, words: str) -> ContactMatch:
        """The only contact some words fit: a name, a part of one, or with it of the organisation.

        What stands in brackets behind a name tells those apart who share it.

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
            lines = contact_list.lines_of(session, ids, self._today(), self._usual_days)
        return tuple(
            ContactMatch(id=line.id, name=line.name, organisation=line.organisation)
            for line in lines
        )

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


def _several(label: str, contact_ids: Sequence[int]) -> Label:
    """A label in which `{}` stands for a contact's name, or for how many they are.

    Raises NotFoundError when none of them is there.
    """

    def named(session: Session) -> str:
        names = contact_batches.names(session, contact_ids)
        if not names:
            raise NotFoundError("None of these contacts is in the journal any more.")
        whom = names[0] if len(names) == 1 else f"{len(names):,} contacts"
        return label.replace("{}", whom, 1)

    return named


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
