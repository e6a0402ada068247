"""Who may be one person, as the journal knows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netjournal.errors import ConflictError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from tests.store.damage import content

ANA, ANNA, BO = 1, 2, 3
NOBODY = 99


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana twice, and Bo."""
    reached = ContactDraft(name="Ana Ruiz", emails=("ana@ruiz.example",), phones=("600 123 456",))
    journal.contacts.add(reached)
    journal.contacts.add(
        ContactDraft(name="Ana Ruiz", emails=("ANA@ruiz.example",), phones=("+34600123456",))
    )
    journal.contacts.add(ContactDraft(name="Bo Li"))


def pairs(journal: Journal) -> list[tuple[int, int]]:
    """The ids of those suggested."""
    return [pair.ids for pair in journal.duplicates.suggested().pairs]


def test_they_are_found_by_all_that_is_recorded(journal: Journal) -> None:
    found = journal.duplicates.suggested()
    (pair,) = found.pairs
    assert (pair.ids, found.total) == ((ANA, ANNA), 1)
    assert pair.reason == "same email address, same phone number, same name"
    assert pair.first.emails == ("ana@ruiz.example",)


def test_they_are_found_anew_once_contacts_have_changed(journal: Journal) -> None:
    first = journal.duplicates.suggested()
    assert journal.duplicates.suggested() is first
    bo = journal.contacts.add(ContactDraft(name="Li Bo"))
    assert pairs(journal) == [(ANA, ANNA), (BO, bo)]
    journal.undo()
    journal.merging.merge(ANA, ANNA)
    assert pairs(journal) == []
    journal.undo()
    assert pairs(journal) == [(ANA, ANNA)]


def test_what_another_program_adds_is_compared_too(
    journal: Journal, path: Path, other: Journal
) -> None:
    assert pairs(journal) == [(ANA, ANNA)]
    other.contacts.add(ContactDraft(name="Bo Li"))
    journal.poll()
    assert pairs(journal) == [(ANA, ANNA), (BO, 4)]


@pytest.fixture
def other(path: Path, journal: Journal) -> Iterator[Journal]:
    """Another program with the same journal open."""
    journal = Journal.open(path, clock=journal.clock)
    yield journal
    journal.close()


def test_who_was_told_apart_is_remembered_and_that_can_be_undone(journal: Journal) -> None:
    journal.duplicates.tell_apart(ANNA, ANA)
    assert pairs(journal) == []
    journal.duplicates.tell_apart(ANA, ANNA)
    step = journal.undo()
    assert step.label == "Told Ana Ruiz and Ana Ruiz apart"
    assert pairs(journal) == [(ANA, ANNA)]
    journal.redo()
    assert pairs(journal) == []


def test_who_is_not_the_one_is_not_the_other(journal: Journal) -> None:
    third = journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    journal.duplicates.tell_apart(ANNA, third)
    journal.duplicates.tell_apart(ANA, ANNA)
    journal.merging.merge(ANA, ANNA)
    assert pairs(journal) == []


def test_only_two_who_are_there_can_be_told_apart(journal: Journal) -> None:
    with pytest.raises(ConflictError, match="one contact"):
        journal.duplicates.tell_apart(ANA, ANA)
    for one, other in ((ANA, NOBODY), (NOBODY, ANA)):
        with pytest.raises(NotFoundError):
            journal.duplicates.tell_apart(one, other)


def test_forgetting_someone_forgets_whom_they_were_told_apart_from(
    journal: Journal, path: Path
) -> None:
    journal.duplicates.tell_apart(ANA, ANNA)
    journal.contacts.forget(ANNA)
    assert content(path, "contacts_apart") == {"contacts_apart": []}
    step = journal.last_step()
    assert step is not None
    assert step.label == "Added Bo Li"
