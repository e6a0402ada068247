"""How long it takes to read what was given and got."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from time import perf_counter

from netjournal.journal.journal import Journal
from tests.benchmarks.figure import Figure, Measure, by_turns, milliseconds
from tests.benchmarks.setting import Setting

_SCREENFUL = 50
_REFERRALS = "SELECT id, direction, day, partner_id, source_id, group_id, level FROM referrals"
_BUSINESS = "SELECT id, amount, day, client_id, referral_id, origin FROM business"


def give(setting: Setting) -> Iterator[Figure]:
    """The area as it opens, with its list and what it all comes to; and all figures."""
    path = setting.large.path
    with (
        closing(Journal.open(path)) as journal,
        closing(sqlite3.connect(path)) as raw,
        _no_garbage_among_imports(),
    ):
        size = f"{_count(raw):,} referrals"
        floor = _timed(
            lambda: (raw.execute(_REFERRALS).fetchall(), raw.execute(_BUSINESS).fetchall())
        )
        for what, reading, goal in (
            ("give & get as it opens", lambda: _opened(journal), 50),
            ("all figures of give & get", journal.give_and_get, 100),
        ):
            yield Figure(
                what=f"{what}, {size}",
                samples=by_turns(setting.rounds, _timed(reading), floor),
                against="referrals and business read by sqlite3",
                at_most=goal,
            )


@contextmanager
def _no_garbage_among_imports() -> Iterator[None]:
    """Looks for no garbage in what was there before, as the app doesn't once it is open."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _opened(journal: Journal) -> None:
    journal.referrals.pipeline().page(0, _SCREENFUL)
    journal.give_and_get_totals()


def _count(raw: sqlite3.Connection) -> int:
    return int(raw.execute("SELECT count(*) FROM referrals").fetchone()[0])


def _timed(do: Callable[[], object]) -> Measure:
    def measure() -> float:
        began = perf_counter()
        do()
        return milliseconds(began, perf_counter())

    return measure
