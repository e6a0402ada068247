"""How long it takes to read what a week opens with and the groups, and to report on a year."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from time import perf_counter

from netjournal.exchange.report import html
from netjournal.journal.journal import Journal
from tests.benchmarks.figure import Figure, Measure, by_turns, milliseconds
from tests.benchmarks.setting import Setting

_LATEST = "SELECT * FROM meetings ORDER BY start DESC LIMIT 200"
_YEAR = "SELECT * FROM meetings WHERE start >= strftime('%Y', 'now', 'localtime') ORDER BY start"


def week(setting: Setting) -> Iterator[Figure]:
    """Each of the three pages, and the quarter."""
    with closing(Journal.open(setting.long.path)) as journal:
        group = journal.groups.lines()[0].id
        yield from _read(
            setting,
            {
                "Today": journal.today,
                "the prep page": lambda: journal.prep(group_id=group),
                "the review of a week": journal.review,
                "the review of a quarter": journal.quarter,
            },
        )


def groups(setting: Setting) -> Iterator[Figure]:
    """The list of groups, and of one of them who its members are and what it costs."""
    with closing(Journal.open(setting.long.path)) as journal:
        group = journal.groups.lines()[0].id
        yield from _read(
            setting,
            {
                "the list of groups": journal.groups.lines,
                "a group's members": lambda: journal.memberships.of_group(group),
                "what groups cost": journal.time_and_money.of_groups,
            },
        )


def report(setting: Setting) -> Iterator[Figure]:
    """A year as a page of HTML, from the journal to the last byte of it."""
    path = setting.long.path
    with closing(Journal.open(path)) as journal, closing(sqlite3.connect(path)) as raw:
        yield Figure(
            what=f"the report of a year, {setting.long.size}",
            samples=by_turns(
                setting.rounds,
                _timed(lambda: html(journal.report(whole_year=True)).encode()),
                _timed(lambda: raw.execute(_YEAR).fetchall()),
            ),
            against="a year's meetings, by sqlite3",
            at_most=1000,
        )


def _read(setting: Setting, readings: Mapping[str, Callable[[], object]]) -> Iterator[Figure]:
    with closing(sqlite3.connect(setting.long.path)) as raw:
        for what, reading in readings.items():
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
