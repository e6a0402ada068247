"""Runs the benchmarks and prints their figures: python -m tests.benchmarks."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import (
    command,
    duplicates,
    giving,
    keys,
    people,
    saving,
    searching,
    starting,
    weekly,
)
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.setting import Setting

BENCHMARKS: dict[str, Callable[[Setting], Iterator[Figure]]] = {
    "start": starting.start,
    "quit": starting.leave,
    "memory": starting.memory,
    "open": keys.opening,
    "cursor": keys.cursor,
    "filter": keys.filtering,
    "lists": people.lists,
    "person": people.person,
    "duplicates": duplicates.duplicates,
    "meanwhile": duplicates.keys_meanwhile,
    "give": giving.give,
    "save": saving.save,
    "trends": saving.trends,
    "week": weekly.week,
    "groups": weekly.groups,
    "report": weekly.report,
    "search": searching.search,
    "log": command.log,
}
"""By the names they are asked for."""


def main(words: Sequence[str] | None = None) -> None:
    """Measures what was asked for."""
    asked = _parser().parse_args(words)
    with TemporaryDirectory(dir=asked.folder) as folder:
        setting = Setting(Path(folder), asked.rounds, asked.many)
        for line in table(_measured(asked.names or BENCHMARKS, setting)):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def _measured(names: Iterable[str], setting: Setting) -> Iterator[Figure]:
    return chain.from_iterable(BENCHMARKS[name](setting) for name in names)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--rounds", type=int, default=30, help="how often each thing is done")
    parser.add_argument("--many", type=int, default=100_000, help="contacts, and reflections")
    parser.add_argument("--folder", type=Path, help="on the disk to measure on")
    return parser


if __name__ == "__main__":
    main()
