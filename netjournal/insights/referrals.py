"""What referrals add up to: heat, lag, through which group they went, and what that brought."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from netjournal.model.figure import FEWEST, Figure
from netjournal.model.give_and_get import Exchange
from netjournal.model.referral import Direction


@dataclass(frozen=True, slots=True)
class Passed:
    """What the figures need of a referral."""

    direction: Direction
    day: date
    source_id: int | None
    group_id: int | None
    """The group it names, else that of its meeting."""


def heat(levels: Mapping[int, int]) -> Figure:
    """The median level, from how many referrals have each."""
    return median([level for level, count in levels.items() for _ in range(count)])


def lag(firsts: Iterable[tuple[date, date | None]]) -> Figure:
    """The median of days from the first given to the first got back; those without are left out."""
    return median([(got - given).days for given, got in firsts if got is not None])


def median(values: Iterable[int]) -> Figure:
    """The median; of an even count the mean of the middle two."""
    ordered = sorted(values)
    n = len(ordered)
    if n < FEWEST:
        return Figure(None, n)
    return Figure(Fraction(ordered[(n - 1) // 2] + ordered[n // 2], 2), n)


def ratio(part: int, whole: int, fewest: int = FEWEST) -> Figure:
    """A part of a whole, or so many to each; the whole is what it rests on."""
    return Figure(Fraction(part, whole) if whole >= fewest else None, whole)


def firsts(sources: Mapping[int, int | None]) -> dict[int, int]:
    """The first referral of each one's chain, from what each came out of."""
    found: dict[int, int] = {}
    for referral in sources:
        trail: dict[int, None] = {}
        at = referral
        # A source that isn't among them begins the chain as far as one can tell.
        while at not in found and at not in trail and (source := sources[at]) in sources:
            trail[at] = None
            at = source if source is not None else at
        first = found.get(at, at)
        found.update(dict.fromkeys((*trail, at), first))
    return found


def groups_of(
    referrals: Mapping[int, Passed], of_partner: Mapping[int, Sequence[int]]
) -> dict[int, tuple[int, ...]]:
    """The groups each referral went through: those of the first of its chain.

    That is the one it names, else its meeting's, else `of_partner`: by the referral's id, those its
    partner and I were both in that day. None: outside.
    """
    began = firsts({referral: passed.source_id for referral, passed in referrals.items()})
    found: dict[int, tuple[int, ...]] = {}
    for referral, first in began.items():
        named = referrals[first].group_id
        found[referral] = tuple(of_partner.get(first, ())) if named is None else (named,)
    return found


def exchanges(
    referrals: Mapping[int, Passed], groups: Mapping[int, Sequence[int]]
) -> dict[int | None, Exchange]:
    """What went each way through each group, whole in each; None is outside."""
    counts: dict[int | None, dict[Direction, int]] = defaultdict(
        lambda: dict.fromkeys(Direction, 0)
    )
    for referral, passed in referrals.items():
        for group in groups[referral] or (None,):
            counts[group][passed.direction] += 1
    return {
        group: Exchange(given=ways[Direction.GIVEN], received=ways[Direction.RECEIVED])
        for group, ways in counts.items()
    }


def credited(amounts: Iterable[tuple[Decimal, Sequence[int]]]) -> dict[int | None, Fraction]:
    """Amounts by the groups they came through, split evenly; None is outside."""
    found: dict[int | None, Fraction] = defaultdict(Fraction)
    for amount, through in amounts:
        groups = through or (None,)
        for group in groups:
            found[group] += Fraction(amount) / len(groups)
    return dict(found)


def days_to_first(joined: date | None, received: Iterable[date]) -> int | None:
    """Days from joining a group to the first referral received through it then or later."""
    if joined is None:
        return None
    first = min((day for day in received if day >= joined), default=None)
    return None if first is None else (first - joined).days
