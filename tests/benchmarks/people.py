"""How long it takes to see many people in another order or only some, and one with a long past."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import cycle
from time import perf_counter

from netjournal.journal.journal import Journal
from netjournal.model.contact import Facet, Look, Order
from tests.benchmarks.figure import Figure, Measure, by_turns, milliseconds
from tests.benchmarks.keys import contacts
from tests.benchmarks.setting import Setting
from tests.terminal import Terminal

_SCREENFUL = 50
_NAMES = (
    "SELECT c.name, f.depth, f.last_touch FROM contact_facts f JOIN contacts c "
    "ON c.id = f.contact_id WHERE f.archived = 0 ORDER BY f.sort_name, f.contact_id LIMIT ?"
)


def lists(setting: Setting) -> Iterator[Figure]:
    """A screenful of each order and each narrowing, as the journal gives it."""
    path = setting.large.path
    with closing(Journal.open(path)) as journal, closing(sqlite3.connect(path)) as raw:
        floor = _in_turn([lambda: raw.execute(_NAMES, (_SCREENFUL,)).fetchall()])
        for what, most, looks in _asked(journal):
            screenfuls = [partial(_first_screenful, journal, look) for look in looks]
            yield Figure(
                what=f"contacts {what}, {setting.large.size}",
                samples=by_turns(setting.rounds, _in_turn(screenfuls), floor),
                against="as many by name, by sqlite3",
                at_most=most,
            )


def person(setting: Setting) -> Iterator[Figure]:
    """From Enter on a person to the page with their timeline."""
    with (
        contacts(setting.familiar.path, setting) as ours,
        contacts(setting.small.path, setting) as floor,
    ):
        yield Figure(
            what=f"open a person, {setting.familiar.size}",
            samples=by_turns(setting.rounds, partial(_opened, ours), partial(_opened, floor)),
            against=f"one of {setting.small.size}",
            at_most=50,
        )


def _asked(journal: Journal) -> Iterator[tuple[str, float, tuple[Look, ...]]]:
    """What is asked for, in how many milliseconds at most, and all its ways."""
    for order in Order:
        yield f"by {order}", 16, tuple(Look(order=order, backward=back) for back in (False, True))
    for facet in Facet:
        yield f"{facet}", 50, tuple(Look(facet=facet, order=order) for order in Order)
    choices = journal.contacts.choices()
    group, tag = choices.groups[0], max(choices.tags, key=lambda choice: choice.count)
    yield "of a group", 50, tuple(Look(group_id=group.id, order=order) for order in Order)
    yield "with a tag", 50, tuple(Look(tag=tag.tag, order=order) for order in Order)


def _first_screenful(journal: Journal, look: Look) -> None:
    journal.contacts.pages(look).page(0, _SCREENFUL)


def _opened(program: Terminal) -> float:
    program.rest(0.3)
    took = milliseconds(program.press("\r"), program.wait_for("Timeline · "))
    program.rest(0.3)
    program.press("\x1b")
    program.wait_for("by name")
    return took


def _in_turn(doings: Iterable[Callable[[], object]]) -> Measure:
    """Does the next of some things, over and over."""
    rest = cycle(doings)

    def measure() -> float:
        do = next(rest)
        began = perf_counter()
        do()
        return milliseconds(began, perf_counter())

    return measure
