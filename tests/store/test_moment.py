"""Readings that fit together, because they are of one moment."""

from contextlib import closing
from pathlib import Path

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft


def people(journal: Journal) -> int:
    """How many there are."""
    return journal.contacts.count()


def test_what_is_written_meanwhile_is_seen_only_afterwards(tmp_path: Path) -> None:
    with (
        closing(Journal.open(tmp_path / "journal.db")) as journal,
        closing(Journal.open(tmp_path / "other.db")) as other,
    ):
        for each in (journal, other):
            each.contacts.add(ContactDraft(name="Ann"))
        with journal.moment():
            assert people(journal) == 1
            # Another journal has its own moments.
            other.contacts.add(ContactDraft(name="Bob"))
            assert people(other) == 2
            with journal.moment():
                assert people(journal) == 1
        journal.contacts.add(ContactDraft(name="Bob"))
        assert people(journal) == 2


def test_a_moment_is_one_transaction(tmp_path: Path) -> None:
    with closing(Journal.open(tmp_path / "journal.db")) as journal:
        with journal._store.read() as alone:
            assert alone is not None
        with journal.moment(), journal._store.read() as one, journal._store.read() as two:
            assert one is two
        with journal._store.read() as after:
            assert after is not one
