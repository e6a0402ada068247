"""Backups: whole copies, or none and a sentence."""

import stat
from pathlib import Path

import pytest

from netjournal.errors import SaveError
from netjournal.journal.journal import Journal
from netjournal.places import backups_folder
from netjournal.store import backup
from netjournal.store.backup import back_up
from tests.entries import fill
from tests.store.damage import KEEPING, blank_out, content, digest, is_whole


def test_a_backup_holds_everything_and_opens_as_a_journal(filled: Path) -> None:
    before = digest(filled)
    copy = back_up(filled, "test")
    assert copy.parent == backups_folder(filled)
    assert copy.name.endswith("-test.db")
    assert content(copy) == content(filled)
    assert content(copy, *KEEPING) == content(filled, *KEEPING)
    assert is_whole(copy)
    assert digest(filled) == before
    Journal.open(copy).close()


def test_only_the_owner_can_read_a_backup(filled: Path) -> None:
    copy = back_up(filled, "test")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_backups_are_named_in_the_order_they_were_made(filled: Path) -> None:
    copies = [back_up(filled, "test") for _ in range(3)]
    assert sorted(backups_folder(filled).iterdir()) == copies


def test_a_journal_in_use_can_be_backed_up(journal: Journal, path: Path) -> None:
    fill(journal)
    copy = back_up(path, "test")
    journal.contacts.delete(1)
    assert len(content(copy, "contacts")["contacts"]) == 4
    assert journal.contacts.count() == 3


def test_no_half_backup_is_left_when_it_fails(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        message = "No space left on device"
        raise OSError(message)

    monkeypatch.setattr(backup, "_sync", fail)
    with pytest.raises(SaveError, match="No space left"):
        back_up(filled, "test")
    assert list(backups_folder(filled).iterdir()) == []


def test_a_damaged_journal_gives_no_backup(filled: Path) -> None:
    blank_out(filled, "meetings_by_start")
    with pytest.raises(SaveError, match="could not be made"):
        back_up(filled, "test")
    assert list(backups_folder(filled).iterdir()) == []
