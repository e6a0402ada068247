"""Two programs on one journal at once: neither loses anything, and each hears of the other."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from netjournal.errors import BusyError
from netjournal.journal.first_look import first_look
from netjournal.journal.journal import Journal
from netjournal.model.change import Change, Noun
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from tests.conftest import SetClock
from tests.entries import STEADY, fill, one_off, present
from tests.store.damage import is_whole

WRITES = 40
"""How often each of two programs saves."""

OPEN = """
import sys
from pathlib import Path
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft, Look
journal = Journal.open(Path(sys.argv[1]))
"""
COUNT_UP = f"""{OPEN}
from dataclasses import replace
from tests.entries import STEADY, one_off, present
for number in range({WRITES}):
    moment = f"2026-11-{{number % 20 + 1:02}}T{{sys.argv[2]}}:{{number // 20:02}}"
    journal.meetings.reflect(one_off(moment), STEADY, present(f"{{sys.argv[2]}} {{number}}"))
    journal.contacts.count() if number % 8 == 0 else journal.poll()
print(len(journal.contacts.pages(Look(words=sys.argv[2])).page(0, 100)))
"""


def program(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Another program, running."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )


def run(code: str, *arguments: object) -> str:
    """What another program printed until it ended well."""
    done = program(code, *arguments)
    printed, _ = done.communicate()
    assert done.returncode == 0
    return printed


@pytest.fixture
def heard(journal: Journal) -> list[Change]:
    """Every change announced in this program."""
    changes: list[Change] = []
    journal.changes.subscribe(changes.append)
    return changes


def test_two_programs_that_write_lose_nothing(path: Path, clock: SetClock) -> None:
    Journal.open(path).close()
    programs = [program(COUNT_UP, path, hour) for hour in ("07", "08")]
    printed = [each.communicate()[0] for each in programs]
    assert [each.returncode for each in programs] == [0, 0]
    assert printed == [f"{WRITES}\n"] * 2
    journal = Journal.open(path, clock=clock)
    assert journal.contacts.count() == len(journal.meetings.all()) == 2 * WRITES
    undone = 0
    while journal.last_step() is not None:
        journal.undo()
        undone += 1
    assert undone == 2 * WRITES
    assert journal.contacts.count() == 0
    journal.close()
    assert is_whole(path)


TRY_TO_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
try:
    connection.execute("BEGIN IMMEDIATE")
    print("locked")
except sqlite3.OperationalError:
    print("refused")
"""


def test_no_one_gets_the_write_lock_while_we_hold_it(journal: Journal, path: Path) -> None:
    fill(journal)
    journal.poll()
    today = journal.clock.now().date()
    with journal._store.write("a long one"):
        assert run(TRY_TO_LOCK, path) == "refused\n"
        # A second descriptor of the file, closed, would drop this process's locks.
        assert first_look(path, today) is not None
        assert run(TRY_TO_LOCK, path) == "refused\n"
        journal.today()
        assert run(TRY_TO_LOCK, path) == "refused\n"
    assert run(TRY_TO_LOCK, path) == "locked\n"


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another program keeps the journal all to itself."""
    code = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('BEGIN EXCLUSIVE')"
    with program(f"{code}; print(flush=True); sys.stdin.read()", path) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        yield
        holder.communicate()


def test_a_page_does_not_wait_for_another_program(journal: Journal, path: Path) -> None:
    fill(journal)
    contacts, meetings = journal.contacts.pages(), journal.meetings.pages()
    with held(path):
        for pages in (contacts, meetings):
            with pytest.raises(BusyError, match="try again"):
                pages.page(0, 10)
    assert len(contacts.page(0, 10)) == len(meetings.page(0, 10)) == 4


def test_a_save_waits_for_another_program_and_then_says_so(journal: Journal, path: Path) -> None:
    bo = journal.contacts.add(ContactDraft(name="Bo"))
    journal._store.patience = 0.1
    with held(path), pytest.raises(BusyError, match="try again"):
        journal.contacts.add(ContactDraft(name="Ana"))
    assert journal.contacts.add(ContactDraft(name="Ana")) == bo + 1
    assert journal.contacts.count() == 2


READ_ON = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("BEGIN")
connection.execute("SELECT * FROM contacts").fetchall()
print(flush=True)
sys.stdin.read()
"""


def test_a_commit_that_waits_in_vain_lets_go_of_the_journal(journal: Journal, path: Path) -> None:
    journal.contacts.add(ContactDraft(name="Ana"))
    with program(READ_ON, path) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        with pytest.raises(BusyError), journal._store.keep(patience=0) as session:
            session.connection().exec_driver_sql("UPDATE contacts SET name = 'Bo'")
        assert run(TRY_TO_LOCK, path) == "locked\n"
        reader.communicate()
    assert journal.contacts.get(1).name == "Ana"
    assert journal.contacts.add(ContactDraft(name="Li")) == 2


def test_a_save_is_said_to_be_saved_though_what_follows_has_to_wait(
    journal: Journal, path: Path
) -> None:
    journal._store.patience = 0.1
    with ExitStack() as until:
        # Another program comes in between the commit and the first look.
        journal.changes.subscribe(lambda _: until.enter_context(held(path)))
        assert journal.contacts.add(ContactDraft(name="Ana")) == 1
    assert journal.contacts.get(1).name == "Ana"


def test_what_another_program_changed_is_announced_once(
    journal: Journal, path: Path, heard: list[Change]
) -> None:
    run(f"{OPEN}journal.contacts.add(ContactDraft(name='Ana'))", path)
    assert heard == []
    journal.poll()
    journal.poll()
    assert heard == [Change(nouns=frozenset({Noun.CONTACT}), foreign=True)]
    assert journal.contacts.match("ana")


def test_our_own_changes_are_not_announced_as_anothers(
    journal: Journal, heard: list[Change]
) -> None:
    journal.groups.join(GroupDraft(name="Riverside"))
    journal.undo()
    journal.redo()
    journal.poll()
    assert heard == [Change(nouns=frozenset({Noun.GROUP}))] * 3


def test_another_programs_undo_is_announced(
    journal: Journal, path: Path, heard: list[Change]
) -> None:
    journal.meetings.reflect(one_off("2026-11-20T08:00"), STEADY, present("Ana"))
    heard.clear()
    run(f"{OPEN}journal.undo()", path)
    journal.poll()
    assert heard == [Change(nouns=frozenset({Noun.MEETING, Noun.CONTACT}), foreign=True)]
    assert journal.meetings.all() == ()


def test_what_another_program_undid_and_superseded_is_announced(
    journal: Journal, path: Path, heard: list[Change]
) -> None:
    journal.groups.join(GroupDraft(name="Riverside"))
    heard.clear()
    run(f"{OPEN}journal.undo(); journal.contacts.add(ContactDraft(name='Ana'))", path)
    journal.poll()
    (change,) = heard
    assert change.foreign
    assert {Noun.GROUP, Noun.CONTACT} <= change.nouns


def test_neither_drafts_nor_first_looks_are_announced(
    journal: Journal, path: Path, heard: list[Change]
) -> None:
    run(f"{OPEN}journal.drafts.keep('a', 'contact', '', '{{}}'); journal.today()", path)
    journal.poll()
    assert heard == []
    assert len(journal.drafts.kept()) == 1
