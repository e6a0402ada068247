"""A disk that refuses: a sentence, nothing changed, and saving works again once there is room."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event

from netjournal.errors import SaveError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from tests.entries import STEADY, fill, one_off, present
from tests.store.damage import KEEPING, content, is_whole

LONG = "Long notes. " * 5_000
Verb = Callable[[Journal], object]


@pytest.fixture
def limited(journal: Journal) -> Callable[[int | None], None]:
    """Allows the journal's file so many pages more than it has; None: as many as it wants."""

    def limit(pages: int | None) -> None:
        with journal._store.keep() as session:
            connection = session.connection()
            size = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            allowed = 1_000_000 if pages is None else size + pages
            connection.exec_driver_sql(f"PRAGMA max_page_count={allowed}")

    return limit


@pytest.mark.parametrize(
    "verb",
    [
        lambda journal: journal.contacts.add(ContactDraft(name="Zoe", notes=LONG)),
        lambda journal: journal.meetings.note(1, LONG),
        lambda journal: journal.meetings.reflect(
            one_off("2026-11-20T08:00"), STEADY, present(*(f"Guest {n}" for n in range(300)))
        ),
        lambda journal: journal.drafts.keep("form-1", "contact", "", LONG),
    ],
)
def test_a_full_disk_changes_nothing(
    journal: Journal, path: Path, limited: Callable[[int | None], None], verb: Verb
) -> None:
    fill(journal)
    limited(2)
    before, kept, step = content(path), content(path, *KEEPING), journal.last_step()
    with pytest.raises(SaveError, match="disk is full"):
        verb(journal)
    assert (content(path), content(path, *KEEPING), journal.last_step()) == (before, kept, step)
    limited(None)
    verb(journal)
    assert (content(path), content(path, *KEEPING)) != (before, kept)
    assert is_whole(path)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (sqlite3.SQLITE_IOERR, "reported an error"),
        (sqlite3.SQLITE_READONLY, "can't be written"),
        (sqlite3.SQLITE_FULL, "disk is full"),
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
    ],
)
def test_what_fails_at_the_commit_was_not_saved(
    journal: Journal, path: Path, code: int, sentence: str
) -> None:
    fill(journal)
    before = content(path)

    def fail(_: object) -> None:
        error = sqlite3.OperationalError("injected")
        error.sqlite_errorcode = code
        raise error

    event.listen(journal._store._writer, "commit", fail)
    with pytest.raises(Exception, match=sentence):
        journal.contacts.delete(1)
    event.remove(journal._store._writer, "commit", fail)
    assert content(path) == before
    journal.contacts.delete(1)
    assert journal.contacts.count() == 3
