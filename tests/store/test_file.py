"""What is refused as a journal, with a sentence and untouched, and who may read one."""

import os
import sqlite3
import stat
import subprocess
import sys
import warnings
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from netjournal.errors import BusyError, FileError, JournalError
from netjournal.insights.today import today
from netjournal.journal.first_look import first_look
from netjournal.journal.journal import Journal
from netjournal.model.contact import Look, Order
from netjournal.places import backups_folder
from tests import unprivileged
from tests.conftest import SetClock
from tests.store.damage import blank_out, digest, flipped, is_whole, truncated

TRUNCATIONS = int(os.environ.get("NETJOURNAL_TRUNCATIONS", "40"))
FLIPS = int(os.environ.get("NETJOURNAL_FLIPS", "60"))
"""How many hurt files are opened; the full series is 200 and 1,000."""
DAY = date(2026, 11, 21)


def refused(path: Path) -> str:
    """The sentence with which a file is refused, which must leave it as it is."""
    before = digest(path), sorted(path.parent.iterdir())
    first_look(path, DAY)
    with pytest.raises(FileError) as refusal:
        Journal.open(path)
    assert (digest(path), sorted(path.parent.iterdir())) == before
    return str(refusal.value)


def test_a_link_is_refused(filled: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(filled)
    assert "is a link" in refused(link)
    assert link.is_symlink()


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(FileError, match="is a link"):
        Journal.open(link)
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="isn't a file"):
        Journal.open(tmp_path)
    assert first_look(tmp_path, DAY) is None


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="isn't a file"):
        Journal.open(tmp_path / "pipe")
    assert first_look(tmp_path / "pipe", DAY) is None


def test_a_path_through_a_file_is_refused(filled: Path) -> None:
    with pytest.raises(FileError, match="can't be looked at"):
        Journal.open(filled / "journal.db")


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")
    assert "is not a journal of netjournal" in refused(path)


@pytest.mark.parametrize("text", [b"Dear diary,\n" * 500, b"x", bytes(100), bytes(8192)])
def test_what_is_no_database_is_refused(path: Path, text: bytes) -> None:
    path.write_bytes(text)
    assert "is not a journal of netjournal" in refused(path)


def test_a_journal_of_a_newer_version_is_refused(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA user_version = 999")
    assert "newer netjournal" in refused(filled)


def test_an_emptied_journal_with_backups_is_refused(path: Path) -> None:
    path.touch()
    folder = backups_folder(path)
    folder.mkdir()
    (folder / "20261120.db").touch()
    assert str(folder) in refused(path)


def test_an_empty_file_without_backups_becomes_a_journal(path: Path, clock: SetClock) -> None:
    path.touch()
    Journal.open(path, clock=clock).close()
    assert is_whole(path)


def test_a_truncated_journal_is_refused(filled: Path) -> None:
    whole = filled.read_bytes()
    for seed in range(TRUNCATIONS):
        filled.write_bytes(truncated(whole, seed))
        sentence = refused(filled)
        assert "is damaged" in sentence or "is not a journal" in sentence
    filled.write_bytes(whole)
    Journal.open(filled).close()


def test_a_flipped_bit_never_surprises(filled: Path, clock: SetClock) -> None:
    whole = filled.read_bytes()
    unharmed = 0
    for seed in range(FLIPS):
        filled.write_bytes(flipped(whole, seed))
        try:
            read_everything(filled, clock)
            unharmed += 1
        except JournalError:
            continue
    assert 0 < unharmed < FLIPS


def read_everything(path: Path, clock: SetClock) -> None:
    """Looks at every reading of a journal."""
    if inputs := first_look(path, clock.now().date()):
        today(inputs, clock.now())
    journal = Journal.open(path, clock=clock)
    try:
        # A value whose type was hurt is warned of before it is refused.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            _read(journal)
    finally:
        journal.close()


def _read(journal: Journal) -> None:
    journal.today()
    journal.last_step()
    journal.drafts.kept()
    journal.meetings.occasions()
    for group in journal.groups.lines():
        journal.meetings.form(journal.meetings.occasion(group.id))
    journal.meetings.all()
    journal.meetings.pages("steady").page(0, 100)
    for order in Order:
        for line in journal.contacts.pages(Look(order=order)).page(0, 100):
            journal.contacts.card(line.id)
            journal.timeline(line.id).page(0, 100)
    journal.interactions.pages().page(0, 100)
    journal.follow_ups.all()
    journal.referrals.pages().page(0, 100)
    journal.business.all()
    journal.invitations.pages().page(0, 100)
    journal.contacts.match("ana")


def test_a_wiped_page_is_damage(filled: Path) -> None:
    blank_out(filled, "meetings_by_start")
    assert "is damaged" in refused(filled)


def test_a_renamed_column_is_damage(filled: Path) -> None:
    whole = filled.read_bytes()
    assert whole.count(b"heard_pitch BOOLEAN") == 1
    filled.write_bytes(whole.replace(b"heard_pitch BOOLEAN", b"heard_ditch BOOLEAN"))
    assert "is damaged" in refused(filled)


@pytest.mark.parametrize(
    "hurt",
    [
        "UPDATE meetings SET start = '2026-02-30T07:00' WHERE id = 1",
        "UPDATE groups SET added_on = 'yesterday!'",
        "UPDATE contacts SET notes = CAST(x'ff' AS TEXT)",
        "UPDATE interactions SET day = '2026-13-01'",
        "UPDATE interactions SET kind = 'dream'",
        "UPDATE follow_ups SET fit = 'superb'",
        "UPDATE referrals SET direction = 'sideways'",
        "UPDATE business SET day = '2026-13-01'",
        "UPDATE invitations SET outcome = 'maybe'",
    ],
)
def test_what_a_column_can_not_hold_is_damage(filled: Path, clock: SetClock, hurt: str) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(hurt)
        connection.commit()
    with pytest.raises(FileError, match="is damaged"):
        read_everything(filled, clock)


def test_only_the_owner_can_read_a_journal_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "journal.db"
    unprivileged.run(
        "import sys; from pathlib import Path\n"
        "from netjournal.journal.journal import Journal\n"
        "from netjournal.store.backup import back_up\n"
        "Journal.open(Path(sys.argv[1])).close(); back_up(Path(sys.argv[1]), 'test')",
        path,
    )
    made = [path, *backups_folder(path).iterdir()]
    assert [stat.S_IMODE(file.stat().st_mode) for file in made] == [0o600, 0o600]
    folders = [path.parent, backups_folder(path)]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700, 0o700]


TRY = """
import sys
from pathlib import Path
from netjournal.errors import JournalError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
try:
    journal = Journal.open(Path(sys.argv[1]))
    print(journal.contacts.count())
    journal.contacts.add(ContactDraft(name="Li Wei"))
except JournalError as problem:
    print(type(problem).__name__, problem)
"""


def test_an_unreadable_journal_is_refused(filled: Path) -> None:
    filled.chmod(0)
    (said,) = unprivileged.run(TRY, filled)
    assert said.startswith("FileError")
    assert "rights" in said


def test_a_read_only_journal_is_read_and_says_that_it_can_not_be_saved(filled: Path) -> None:
    filled.chmod(0o400)
    before = digest(filled)
    contacts, said = unprivileged.run(TRY, filled)
    assert contacts == "4"
    assert said.startswith("SaveError")
    assert "can't be written" in said
    assert digest(filled) == before


def test_a_journal_in_a_read_only_folder_is_read_and_says_so(filled: Path) -> None:
    filled.parent.chmod(0o500)
    before = digest(filled)
    contacts, said = unprivileged.run(TRY, filled)
    filled.parent.chmod(0o700)
    assert contacts == "4"
    assert said.startswith("SaveError")
    assert digest(filled) == before


def test_where_nothing_can_be_made_a_sentence_says_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    (said,) = unprivileged.run(TRY, home / "share" / "journal.db")
    assert said.startswith("FileError")
    assert "--journal FILE" in said


def test_a_journal_another_program_holds_is_busy(filled: Path) -> None:
    before = digest(filled)
    holder = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('BEGIN EXCLUSIVE')"
    with subprocess.Popen(
        [sys.executable, "-c", f"{holder}; print('held', flush=True); sys.stdin.read()", filled],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()
        assert first_look(filled, DAY) is None
        with pytest.raises(BusyError, match="Another program holds"):
            Journal.open(filled)
        program.communicate()
    assert digest(filled) == before
    Journal.open(filled).close()


def test_two_programs_that_make_a_journal_at_once_both_open_it(path: Path) -> None:
    code = TRY.replace("print(journal.contacts.count())", "")
    programs = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(3)]
    assert [program.wait() for program in programs] == [0, 0, 0]
    journal = Journal.open(path)
    assert journal.contacts.count() == 3
    journal.close()
