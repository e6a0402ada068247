"""How long a command takes, from the shell and back to it."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from netjournal.journal.clock import SystemClock
from tests.benchmarks.figure import Figure, by_turns, milliseconds
from tests.benchmarks.setting import Setting
from tests.terminal import Terminal


def log(setting: Setting) -> Iterator[Figure]:
    """`netjournal log` with options: saved, and told."""
    # Every time the same meeting: the first time it is new, then its ratings are replaced.
    day = SystemClock().now().date().isoformat()
    said = ("log", "--title", "Mixer", "--when", f"{day} 00:00", "-e4", "-c3", "-p1", "--replace")
    words = ("-m", "netjournal", "--journal", setting.large.path, *said)
    yield Figure(
        what=f"netjournal log, {setting.large.size}",
        samples=by_turns(
            setting.rounds,
            partial(_run, setting.folder, *words),
            partial(_run, setting.folder, "-c", "import sqlmodel, click"),
        ),
        against="Python importing SQLModel and click",
        times_at_most=1.7,
    )


def _run(home: Path, *words: str | Path) -> float:
    with Terminal(sys.executable, *words, home=home) as program:
        code, moment = program.ended()
        if code:
            raise RuntimeError("\n".join(program.screen()).strip())
        return milliseconds(program.began, moment)
