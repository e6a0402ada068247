"""What to do next for depth, and what to give before any ask."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from netjournal.model.depth import Rung
from netjournal.model.plan import Action, Gift

ACTIONS = 3
"""How many the plan names a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regular:
    """A regular of a group I am in, with how deep I know them; once for each of their groups."""

    contact_id: int
    name: str
    organisation: str
    group: str
    all_in: bool
    """Whether I am all in in that group."""
    rungs: frozenset[Rung]
    """Those that hold."""
    quiet: bool
    """Whether they are going quiet."""
    known_since: date
    last_touch: date | None


def plan(regulars: Iterable[Regular], most: int = ACTIONS) -> tuple[Action, ...]:
    """The next missing rung of the regulars it is worth most with, at most one a person.

    Who goes quiet comes before who is new, then the regulars of groups I am all in come before
    those of others, and then the longest known first. The next rung is the lowest that doesn't
    hold; someone who goes quiet although all hold wants a talk.
    """
    found: dict[int, Action] = {}
    for regular in sorted(regulars, key=_worth):
        rung = _next(regular)
        if rung is not None and regular.contact_id not in found:
            found[regular.contact_id] = _action(regular, rung)
    return tuple(found.values())[:most]


def gift(people: Iterable[Gift]) -> Gift | None:
    """One of those to whom I know whom to send: who has waited longest since I gave them anything.

    A gift is a referral or an introduction. Whoever never had one waits since we first met.
    """
    return min(people, key=_waits_since, default=None)


def _worth(regular: Regular) -> tuple[object, ...]:
    return (
        not regular.quiet,
        not regular.all_in,
        regular.known_since,
        regular.contact_id,
        regular.group,
    )


def _next(regular: Regular) -> Rung | None:
    missing = next((rung for rung in Rung if rung not in regular.rungs), None)
    return Rung.TALKED if missing is None and regular.quiet else missing


def _action(regular: Regular, rung: Rung) -> Action:
    return Action(
        contact_id=regular.contact_id,
        name=regular.name,
        organisation=regular.organisation,
        group=regular.group,
        rung=rung,
        quiet=regular.quiet,
        known_since=regular.known_since,
        last_touch=regular.last_touch,
    )


def _waits_since(one: Gift) -> tuple[object, ...]:
    return one.last_gift or one.known_since, one.name, one.contact_id
