"""Whatever is in the journal, nothing that acts on the terminal reaches it."""

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from netjournal.journal.clock import SystemClock
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.schedule import Schedule
from tests.conftest import SetClock
from tests.entries import STEADY
from tests.terminal import Terminal

ACTS = {
    "blinks": "\x1b[5m",
    "fills the screen": "\x1b#8",
    "writes to the clipboard": "\x1b]52;c;aGk=\x07",
    "names the window": "\x1b]0;owned\x1b\\",
    "asks for an answer": "\x1b[c",
    "colours by an eight-bit sequence": "\u009b5m",
    "names the window by one": "\u009d0;owned\u009c",
    "goes back": "\b",
    "rings": "\x07",
    "overrides the direction": "\u202e",
    "isolates a direction": "\u2066",
    "ends the text": "\x00",
}
HOSTILE = "Mallory" + "".join(ACTS.values()) + "[/][@click=app.quit]x[/]"
WORDS = {
    "contacts": "name organisation role location classification why good_referral notes",
    "contact_details": "value",
    "groups": "name purpose motive experiment notes",
    "value_statements": "text",
    "meetings": "title place",
    "attendances": "note",
    "reflections": "gives asks received planned_work notes",
    "document_words": "title words",
    "drafts": "subject",
    "history_steps": "label",
}
"""Where people's words are kept."""

SCREENS = (
    ("", "Waiting for a reflection", "Mallory"),
    ("2", "Standing", "Mallory"),
    ("3", "Organisation", "Mallory"),
    ("\r", "Back"),
    ("4", "Mallory"),
    ("\r", "Back"),
    ("u", "Undo this?", "Mallory"),
    ("n", "Mallory"),
    ("\x06", "Whatever you wrote"),
    ("mallory", " found", "Mallory"),
    ("\x1b", "Facts"),
    ("1", "The next seven days", "Mallory"),
    ("r", "Who was there", "Mallory"),
    ("\x1b", "Mallory"),
)
"""Keys that lead through the app, and what is seen then."""


@pytest.fixture
def hostile(path: Path) -> Path:
    """A journal in which every text was replaced by one that acts on terminals."""
    now = SystemClock().now()
    clock = SetClock(now - timedelta(days=20))
    journal = Journal.open(path, clock=clock)
    met = journal.contacts.add(ContactDraft(name="Ann", emails=("a@x.example",), tags=("old",)))
    group = journal.groups.join(
        GroupDraft(name="Riverside", purpose="-", invited_by=met),
        Schedule(
            rule="FREQ=DAILY;INTERVAL=5",
            anchor=(now - timedelta(days=18)).date(),
            start_time=now.time(),
        ),
        "-",
    )
    clock.moment = now
    for occasion in journal.meetings.occasions(group)[1:]:
        journal.meetings.reflect(
            occasion,
            replace(STEADY, gives=("-",), asks=("-",), planned_work="-", notes="-"),
            (AttendanceDraft(contact_id=met, name="Ann", talked=True, note="-"),),
        )
    journal.drafts.keep("1", "contact", "-", "{}")
    journal.close()
    with closing(sqlite3.connect(path)) as connection:
        for table, columns in WORDS.items():
            for column in columns.split():
                connection.execute(f"UPDATE {table} SET {column} = ?", (HOSTILE,))
        words = json.dumps(HOSTILE)[1:-1]
        connection.execute(
            "UPDATE first_look SET inputs = replace(inputs, 'Riverside', ?)", (words,)
        )
        connection.commit()
    return path


@pytest.fixture
def terminal(hostile: Path, tmp_path: Path) -> Iterator[Terminal]:
    """The app on that journal."""
    words = (sys.executable, "-m", "netjournal", "--journal", hostile)
    with Terminal(*words, home=tmp_path) as terminal:
        yield terminal


def test_no_screen_lets_a_text_act_on_the_terminal(terminal: Terminal) -> None:
    for key, *shown in SCREENS:
        terminal.press(key)
        for words in shown:
            terminal.wait_for(words)
        terminal.rest()
    # Textual says so itself which pointer the mouse has.
    written = bytes(terminal.written).decode().replace("\x1b]22;default\x07", "")
    assert [name for name, sequence in ACTS.items() if sequence in written] == []


@pytest.mark.parametrize("command", ["today", "groups", "contacts", "meetings", "search mallory"])
def test_no_command_lets_a_text_act_on_the_terminal(
    hostile: Path, tmp_path: Path, command: str
) -> None:
    words = (sys.executable, "-m", "netjournal", "--journal", str(hostile), *command.split())
    with Terminal(*words, home=tmp_path) as terminal:
        assert terminal.ended()[0] == 0
        written = bytes(terminal.written).decode()
    assert "Mallory" in written
    assert [name for name, sequence in ACTS.items() if sequence in written] == []
