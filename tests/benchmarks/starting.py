"""How long it takes to come and to go, and how much room it takes meanwhile."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from netjournal.ui.areas import AREAS
from tests.benchmarks.figure import Figure, by_turns, milliseconds
from tests.benchmarks.programs import BARE_READY, READY, Begun, app, bare
from tests.benchmarks.setting import Setting

BARE = "a bare Textual app"
"""What all of these are held against."""


def start(setting: Setting) -> Iterator[Figure]:
    """From the command to Today with its data on the screen."""
    for journal in (setting.small, setting.large):
        yield Figure(
            what=f"start to Today, {journal.size}",
            samples=by_turns(
                setting.rounds,
                partial(_shown, partial(app, journal.path, setting.folder), READY),
                partial(_shown, partial(bare, setting.folder), BARE_READY),
            ),
            against=BARE,
            times_at_most=1.15,
        )


def leave(setting: Setting) -> Iterator[Figure]:
    """From q to the shell."""
    yield Figure(
        what="quit",
        samples=by_turns(
            setting.rounds,
            partial(_left, partial(app, setting.small.path, setting.folder), READY),
            partial(_left, partial(bare, setting.folder), BARE_READY),
        ),
        against=BARE,
        at_most=300,
    )


def memory(setting: Setting) -> Iterator[Figure]:
    """What every area has taken once it was opened, shared libraries by their share."""
    yield Figure(
        what=f"memory, every area opened, {setting.large.size}",
        samples=by_turns(
            3,
            partial(_taken, partial(app, setting.large.path, setting.folder), READY),
            partial(_taken, partial(bare, setting.folder), BARE_READY),
        ),
        unit="MB",
        against=BARE,
        times_at_most=2.1,
    )


def _shown(begun: Begun, words: str) -> float:
    with begun() as program:
        return milliseconds(program.began, program.wait_for(words))


def _left(begun: Begun, words: str) -> float:
    with begun() as program:
        program.wait_for(words)
        program.rest(0.5)
        pressed = program.press("q")
        return milliseconds(pressed, program.ended()[1])


def _taken(begun: Begun, words: str) -> float:
    with begun() as program:
        program.wait_for(words)
        for area in reversed(AREAS):
            program.press(area.key)
            program.rest(0.5)
        shares = Path(f"/proc/{program.process}/smaps_rollup").read_text()
    found = re.search(r"^Pss: +(\d+) kB", shares, re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1024
