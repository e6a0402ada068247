"""Where the files are."""

from pathlib import Path

import pytest

from netjournal.places import backups_folder, journal_file, preferences_file


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of one's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in ("NETJOURNAL_FILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_journal_is_in_the_home_unless_told_otherwise(home: Path) -> None:
    place = journal_file()
    assert place.is_relative_to(home)
    assert place.name == "journal.db"
    assert place.parent.name == "netjournal"


def test_an_override_wins_over_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETJOURNAL_FILE", "~/named.db")
    assert journal_file() == home / "named.db"
    assert journal_file(Path("~/over.db")) == home / "over.db"
    assert journal_file(Path("here.db")) == home / "here.db"


def test_an_empty_name_is_none(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETJOURNAL_FILE", "")
    assert journal_file().name == "journal.db"


def test_a_link_stays_a_link_so_that_it_can_be_refused(home: Path) -> None:
    (home / "link.db").symlink_to(home / "elsewhere.db")
    assert journal_file(Path("link.db")) == home / "link.db"


def test_backups_are_beside_their_journal(home: Path) -> None:
    assert backups_folder(home / "a.db") == home / "a-backups"
    assert backups_folder(home / "b.db") != backups_folder(home / "a.db")


def test_preferences_are_in_the_home(home: Path) -> None:
    assert preferences_file().is_relative_to(home)
    assert preferences_file().suffix == ".toml"


def test_looking_makes_nothing(home: Path) -> None:
    journal_file()
    preferences_file()
    backups_folder(journal_file())
    assert list(home.iterdir()) == []
