"""How long it takes from a key to what it shows, among many people."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, islice
from pathlib import Path

from netjournal.journal.journal import Journal
from netjournal.model.contact import Look
from tests.benchmarks.figure import Figure, Measure, by_turns, milliseconds
from tests.benchmarks.programs import BARE_READY, READY, TYPING_READY, app, bare, bare_typing
from tests.benchmarks.setting import Setting
from tests.terminal import Terminal

_CLEAR = "\x15"
"""Ctrl+U, which empties a line."""


@dataclass(frozen=True, slots=True)
class Step:
    """A key, what is written then, and what has to be pressed before."""

    key: str
    shown: str
    before: str = ""


def opening(setting: Setting) -> Iterator[Figure]:
    """From the key of Contacts to the list on the screen."""
    yield Figure(
        what=f"open Contacts, {setting.large.size}",
        samples=by_turns(
            setting.rounds // 3 or 1,
            partial(_opened, setting.large.path, setting.folder),
            partial(_opened, setting.small.path, setting.folder),
        ),
        against=setting.small.size,
        times_at_most=1.1,
    )


def cursor(setting: Setting) -> Iterator[Figure]:
    """The cursor down one row in Contacts."""
    small, large, rounds = setting.small, setting.large, setting.rounds
    few, many = _down(small.path, rounds + 1), _down(large.path, rounds + 1)
    with contacts(small.path, setting) as ours, bare(setting.folder) as floor:
        floor.wait_for(BARE_READY)
        counting = (Step("j", f"pressed {number}") for number in count(1))
        yield Figure(
            what=f"cursor key, {small.size}",
            samples=by_turns(rounds, _pressing(ours, few), _pressing(floor, counting)),
            against="a key in a bare Textual app",
            at_most=5,
            nearly_all_at_most=10,
        )
    # Both from the top: further down a key also scrolls.
    with contacts(large.path, setting) as ours, contacts(small.path, setting) as floor:
        yield Figure(
            what=f"cursor key, {large.size}",
            samples=by_turns(rounds, _pressing(ours, many), _pressing(floor, few)),
            against=small.size,
            at_most=5,
            nearly_all_at_most=10,
            times_at_most=1.25,
        )


def filtering(setting: Setting) -> Iterator[Figure]:
    """A letter typed into the filter of Contacts."""
    for journal in (setting.small, setting.large):
        with contacts(journal.path, setting) as ours, bare_typing(setting.folder) as floor:
            ours.press("/")
            floor.wait_for(TYPING_READY)
            steps = _letters(journal.path, setting.rounds + 1)
            echoed = (replace(step, shown=step.key) for step in steps)
            yield Figure(
                what=f"filter key, {journal.size}",
                samples=by_turns(setting.rounds, _pressing(ours, steps), _pressing(floor, echoed)),
                against="a key in a bare Input",
                at_most=16,
            )


@contextmanager
def contacts(journal: Path, setting: Setting) -> Iterator[Terminal]:
    """The app at rest in Contacts."""
    with app(journal, setting.folder) as program:
        _open_contacts(program)
        yield program


def _opened(journal: Path, home: Path) -> float:
    with app(journal, home) as program:
        return _open_contacts(program)


def _open_contacts(program: Terminal) -> float:
    program.wait_for(READY)
    program.rest(1)
    return milliseconds(program.press("3"), program.wait_for(" people · by name"))


def _pressing(program: Terminal, steps: Iterable[Step]) -> Measure:
    """Presses the next key, once all is quiet, and waits for what it shows."""
    left = iter(steps)

    def press() -> float:
        step = next(left)
        if step.before:
            program.press(step.before)
        program.rest(0.3)
        return milliseconds(program.press(step.key), program.wait_for(step.shown))

    return press


def _down(journal: Path, rows: int) -> tuple[Step, ...]:
    with closing(Journal.open(journal)) as opened:
        lines = opened.contacts.pages().page(1, rows)
    return tuple(Step("j", _beginning(line.name)) for line in lines)


def _letters(journal: Path, letters: int) -> tuple[Step, ...]:
    with closing(Journal.open(journal)) as opened:
        return tuple(islice(_typed(opened), letters))


def _typed(journal: Journal) -> Iterator[Step]:
    """First names of people throughout the list, letter by letter."""
    everyone = journal.contacts.pages()
    while True:
        for at in range(0, everyone.shown, max(everyone.shown // 20, 1)):
            word = everyone.page(at, 1)[0].name.split()[0]
            for end in range(1, len(word) + 1):
                first = journal.contacts.pages(Look(words=word[:end])).page(0, 1)[0]
                yield Step(word[end - 1], _beginning(first.name), _CLEAR if end == 1 else "")


def _beginning(name: str) -> str:
    """As much of a name as its column surely shows."""
    return name[:12]
