"""What the list of contacts says of each, and all of whom it is, however many."""

from datetime import timedelta

import pytest

from netjournal.journal import contact_pages
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft, Facet, Look
from netjournal.model.interaction import InteractionDraft, InteractionKind
from tests.conftest import NOON, SetClock


def known(journal: Journal, name: str, days_ago: int, **said: object) -> int:
    """A contact with whom a one-to-one was held so many days ago."""
    contact = journal.contacts.add(ContactDraft(name=name, **said))  # type: ignore[arg-type]
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.ONE_TO_ONE,
            day=NOON.date() - timedelta(days=days_ago),
            contact_ids=(contact,),
        )
    )
    return contact


def quiet(journal: Journal) -> list[str]:
    """Whose lines say that they are going quiet."""
    look = journal.contacts.pages()
    return [line.name for line in look.page(0, look.shown) if line.quiet]


def test_a_line_says_who_is_going_quiet(journal: Journal, clock: SetClock) -> None:
    journal.contacts.set_tag_cadence("weekly", 7)
    known(journal, "By default, in time", 90)
    known(journal, "By default, late", 91)
    known(journal, "Own, in time", 120, cadence_days=120, tags=("weekly",))
    known(journal, "Tag, late", 8, tags=("Weekly",))
    known(journal, "Tag, in time", 7, tags=("weekly",))
    journal.contacts.add(ContactDraft(name="Never met"))
    assert quiet(journal) == ["By default, late", "Tag, late"]
    facet = journal.contacts.pages(Look(facet=Facet.QUIET))
    assert [line.name for line in facet.page(0, 9)] == quiet(journal)
    clock.moment += timedelta(days=1)
    assert len(quiet(journal)) == 5


def test_all_of_a_look_are_more_than_can_be_paged_through(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [journal.contacts.add(ContactDraft(name=f"Ana {n}")) for n in range(5)]
    bea = journal.contacts.add(ContactDraft(name="Bea", tags=("print",)))
    contacts_of = journal.contacts.every
    monkeypatch.setattr(contact_pages, "MOST_HITS", 2)
    assert journal.contacts.pages(Look(words="an")).shown == 2
    assert sorted(contacts_of(Look(words="an"))) == ids
    assert sorted(contacts_of()) == [*ids, bea]
    assert list(contacts_of(Look(tag="Print"))) == [bea]
    assert list(contacts_of(Look(facet=Facet.ARCHIVED))) == []


def test_of_some_contacts_those_remain_that_were_not_deleted(journal: Journal) -> None:
    ids = [journal.contacts.add(ContactDraft(name=f"Ana {n}")) for n in range(3)]
    journal.contacts.delete(ids[1])
    assert sorted(journal.contacts.remaining([*ids, 99])) == [ids[0], ids[2]]
    assert list(journal.contacts.remaining([])) == []
