"""How long the journal itself takes: to save, and to say how the ratings went."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from netjournal.journal.clock import SystemClock
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.trends import By, Span
from tests.benchmarks import by_hand
from tests.benchmarks.figure import Figure, Measure, by_turns, milliseconds
from tests.benchmarks.setting import Setting

_DURABLE = ("journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=ON", "foreign_keys=ON")
_RATINGS = "SELECT count(*), sum(energy), sum(confidence), sum(pushiness) FROM reflections"


def save(setting: Setting) -> Iterator[Figure]:
    """A note, and a whole reflection with three people, until they are safe on the disk."""
    path = setting.large.path
    with closing(Journal.open(path)) as journal, closing(_raw(path)) as raw:
        for what, ours, floor in (
            ("note", _note(journal), by_hand.note),
            ("reflection", _reflect(journal), by_hand.reflection),
        ):
            yield Figure(
                what=f"save a {what}, {setting.large.size}",
                samples=by_turns(setting.rounds, ours, _timed(partial(floor, raw))),
                against="the same rows by sqlite3, as durably",
                times_at_most=3,
            )


def trends(setting: Setting) -> Iterator[Figure]:
    """The ratings of half a year, and of all time."""
    path = setting.long.path
    with closing(Journal.open(path)) as journal, closing(_raw(path)) as raw:
        for span, goal in ((Span.HALF, 10), (Span.ALL, 50)):
            yield Figure(
                what=f"trends over {span.words}, {setting.long.size}",
                samples=by_turns(
                    setting.rounds,
                    _timed(partial(journal.trends, None, span, By.WEEK)),
                    _timed(lambda: raw.execute(_RATINGS).fetchall()),
                ),
                against="all ratings added up by sqlite3",
                at_most=goal,
            )


def _note(journal: Journal) -> Measure:
    numbers = count()
    return _timed(lambda: journal.meetings.note(1, f"Note {next(numbers)}"))


def _reflect(journal: Journal) -> Measure:
    began = SystemClock().now() - timedelta(days=1)
    hours = count()
    there = tuple(
        AttendanceDraft(contact_id=line.id, name=line.name, talked=True)
        for line in journal.contacts.pages().page(0, 3)
    )
    ratings = ReflectionDraft(energy=4, confidence=3, pushiness=1, notes="Good room.")

    def reflect() -> None:
        start = began - timedelta(hours=next(hours))
        mixer = Occasion(start=start, group_id=None, meeting_id=None, name="Mixer")
        journal.meetings.reflect(mixer, ratings, there)

    return _timed(reflect)


def _raw(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in _DURABLE:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _timed(do: Callable[[], object]) -> Measure:
    def measure() -> float:
        began = perf_counter()
        do()
        return milliseconds(began, perf_counter())

    return measure
