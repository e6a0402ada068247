"""A journal whose program is killed at any moment keeps all that was said to be saved.

`NETJOURNAL_KILLS=1000` runs the long series.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from netjournal.journal.journal import Journal
from tests.conftest import SetClock
from tests.store.damage import content, is_whole

KILLS = int(os.environ.get("NETJOURNAL_KILLS", "10"))
LONGEST = 0.2
"""Seconds a program lives at most, once it has begun to save."""

SAVE_ALWAYS = """
import itertools, sys
from pathlib import Path
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from tests.entries import STEADY, one_off, present
journal = Journal.open(Path(sys.argv[1]))
run = sys.argv[2]
for number in itertools.count():
    name = f"{run} {number}"
    match number % 4:
        case 0:
            journal.drafts.keep(f"draft {run}", "contact", "", name)
            print("draft", name, flush=True)
        case 1:
            journal.contacts.add(ContactDraft(name=name, tags=("a", "b"), notes=name * 50))
            print("contact", name, flush=True)
        case 2:
            meeting = one_off(f"2026-11-01T08:00", name)
            journal.meetings.reflect(meeting, STEADY, present(name, name), draft_id=f"draft {run}")
            print("meeting", name, flush=True)
        case 3:
            journal.contacts.add(ContactDraft(name=name))
            journal.undo()
            print("undone", name, flush=True)
"""


def test_what_was_said_to_be_saved_outlives_a_kill(path: Path, clock: SetClock) -> None:
    Journal.open(path).close()
    chance = random.Random(20261121)
    acknowledged: list[tuple[str, str]] = []
    for run in range(KILLS):
        acknowledged += kept_until_killed(path, run, chance.uniform(0, LONGEST))
        if run % 20 == KILLS % 20:
            assert is_whole(path)
    check(path, clock, acknowledged)


def kept_until_killed(path: Path, run: int, seconds: float) -> list[tuple[str, str]]:
    """What a program acknowledged to have kept before it was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", SAVE_ALWAYS, path, str(run)], stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        try:
            program.wait(seconds)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
        said = [first, *program.stdout]
    assert program.returncode == -signal.SIGKILL
    lines = [line.rstrip("\n").partition(" ") for line in said if line.endswith("\n")]
    return [(what, name) for what, _, name in lines]


def check(path: Path, clock: SetClock, acknowledged: list[tuple[str, str]]) -> None:
    """Everything is as it was acknowledged."""
    journal = Journal.open(path, clock=clock)
    contacts = {row[3] for row in content(path, "contacts")["contacts"]}
    meetings = {row[4] for row in content(path, "meetings")["meetings"]}
    drafts = {row[4] for row in content(path, "drafts")["drafts"]}
    for what, name in acknowledged:
        if what == "contact":
            assert name in contacts
        if what == "meeting":
            assert name in meetings
            assert name in contacts
        if what == "undone":
            assert name not in contacts
    assert _drafts_left(acknowledged) <= drafts
    assert is_whole(path)
    assert journal.contacts.count() == len(content(path, "contacts")["contacts"])
    journal.close()


def _drafts_left(acknowledged: list[tuple[str, str]]) -> set[str]:
    """The drafts acknowledged after which nothing can have been saved that took them along."""
    left: dict[str, str] = {}
    for what, name in acknowledged:
        run = name.split(" ")[0]
        if what == "draft":
            left[run] = name
        else:
            left.pop(run, None)
    return set(left.values())
