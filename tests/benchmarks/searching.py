"""How long a search through everything takes, key by key."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import cycle
from time import perf_counter

from netjournal.journal.journal import Journal
from tests.benchmarks.figure import Figure, Measure, by_turns, milliseconds
from tests.benchmarks.setting import Setting

_TYPED = ("good questions on pri", "riverside table", "an introduction to l")
"""What is typed, and is found often, seldom and never."""
_FOUND = (
    "SELECT rowid FROM document_words WHERE document_words MATCH ? ORDER BY rowid DESC LIMIT 101"
)


def search(setting: Setting) -> Iterator[Figure]:
    """Each key of some searches through a journal of many notes."""
    path = setting.long.path
    with closing(Journal.open(path)) as journal, closing(sqlite3.connect(path)) as raw:
        yield Figure(
            what=f"search as one types, {setting.long.size}",
            samples=by_turns(
                setting.rounds * len(_TYPED),
                _each_key(lambda words: journal.search(words, 100)),
                _each_key(lambda words: raw.execute(_FOUND, (_query(words),)).fetchall()),
            ),
            against="the same found by sqlite3, not read",
            at_most=5,
        )


def _each_key(look: Callable[[str], object]) -> Measure:
    keys = cycle(words[: place + 1] for words in _TYPED for place in range(len(words)))

    def measure() -> float:
        words = next(keys)
        began = perf_counter()
        look(words)
        return milliseconds(began, perf_counter())

    return measure


def _query(words: str) -> str:
    return " ".join(f'"{word}"*' for word in words.split())
