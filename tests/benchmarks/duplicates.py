"""How long it takes to compare everyone, and what a key takes meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from time import perf_counter

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from tests.benchmarks.figure import Figure, Measure, by_turns, milliseconds
from tests.benchmarks.keys import contacts
from tests.benchmarks.setting import Setting
from tests.terminal import Terminal

_COMPARED = (
    "SELECT c.name, c.organisation, d.value FROM contacts c "
    "LEFT JOIN contact_details d ON d.contact_id = c.id"
)
_STRETCH = 0.5
"""Seconds for which everyone is surely still being compared after a change."""
_CURSOR = "▌"
"""What is written whenever the cursor moves."""


def duplicates(setting: Setting) -> Iterator[Figure]:
    """Everyone compared with everyone."""
    crowd = setting.known
    with closing(Journal.open(crowd.path)) as journal, closing(sqlite3.connect(crowd.path)) as raw:
        yield Figure(
            what=f"compare all of {crowd.size}",
            samples=by_turns(setting.rounds // 3 or 1, _comparing(journal), lambda: _reading(raw)),
            against="reading what is compared, by sqlite3",
            at_most=2000,
        )


def keys_meanwhile(setting: Setting) -> Iterator[Figure]:
    """The cursor down one row while everyone is compared, as after each change of a contact."""
    crowd = setting.known
    with contacts(crowd.path, setting) as ours, contacts(crowd.path, setting) as floor:
        floor.rest(3)
        yield Figure(
            what=f"cursor key while {crowd.size} are compared",
            samples=by_turns(setting.rounds, _Meanwhile(ours), lambda: _down(floor)),
            against="the same at rest",
            times_at_most=1.5,
        )


def _comparing(journal: Journal) -> Measure:
    def measure() -> float:
        # Whoever is new makes all be compared again.
        journal.contacts.add(ContactDraft(name="Somebody New"))
        began = perf_counter()
        journal.duplicates.suggested()
        took = milliseconds(began, perf_counter())
        journal.undo()
        return took

    return measure


def _reading(raw: sqlite3.Connection) -> float:
    began = perf_counter()
    raw.execute(_COMPARED).fetchall()
    return milliseconds(began, perf_counter())


class _Meanwhile:
    """Presses keys in the stretches after changes; between them a change is made."""

    def __init__(self, program: Terminal) -> None:
        self._program = program
        self._until = 0.0

    def __call__(self) -> float:
        if perf_counter() > self._until:
            self._program.rest(2)
            self._program.press("a")
            self._program.wait_for("Archived")
            self._program.rest(0.1)
            self._until = perf_counter() + _STRETCH
        return _down(self._program)


def _down(program: Terminal) -> float:
    program.rest(0.05)
    return milliseconds(program.press("j"), program.wait_for(_CURSOR))
