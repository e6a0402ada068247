"""How long it takes to read what a week opens with: Today, the prep page and the review."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from time import perf_counter

from netjournal.journal.journal import Journal
from tests.benchmarks.figure import Figure, Measure, by_turns, milliseconds
from tests.benchmarks.setting import Setting

_LATEST = "SELECT * FROM meetings ORDER BY start DESC LIMIT 200"


def week(setting: Setting) -> Iterator[Figure]:
    """Each of the three pages, and the quarter."""
    path = setting.long.path
    with closing(Journal.open(path)) as journal, closing(sqlite3.connect(path)) as raw:
        group = journal.groups.lines()[0].id
        readings: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Today", journal.today),
            ("the prep page", lambda: journal.prep(group_id=group)),
            ("the review of a week", journal.review),
            ("the review of a quarter", journal.quarter),
        )
        for what, reading in readings:
            yield Figure(
                what=f"{what}, {setting.long.size}",
                samples=by_turns(
                    setting.rounds,
                    _timed(reading),
                    _timed(lambda: raw.execute(_LATEST).fetchall()),
                ),
                against="the latest 200 meetings, by sqlite3",
                at_most=50,
            )


def _timed(reading: Callable[[], object]) -> Measure:
    def measure() -> float:
        began = perf_counter()
        reading()
        return milliseconds(began, perf_counter())

    return measure
