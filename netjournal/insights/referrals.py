"""What referrals add up to: heat, lag, through which group they went, and what that brought."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from netjournal.model.figure import FEWEST, Figure
from netjournal.model.give_and_get import Exchange, Passed
from netjournal.model.referral import Direction


def heat(referrals: Iterable[Passed], direction: Direction) -> Figure:
    """The median level of those that went one way and say theirs."""
    return median(
        one.level for one in referrals if one.direction is direction and one.level is not None
    )


def lag(returned: Iterable[tuple[Passed, Passed]]) -> Figure:
    """The median of days from the first given to the first got back."""
    return median((got.day - given.day).days for given, got in returned)


def returned(referrals: Sequence[Passed]) -> list[tuple[Passed, Passed]]:
    """Of each partner the first referral given, and the first received then or later.

    Partners whom I gave none, or who gave none back, are left out.
    """
    given: dict[int, Passed] = {}
    got: dict[int, Passed] = {}
    for one in referrals:
        if one.direction is Direction.GIVEN:
            _keep_first(given, one)
    for one in referrals:
        first = given.get(one.partner_id)
        if one.direction is Direction.RECEIVED and first is not None and one.day >= first.day:
            _keep_first(got, one)
    return [(given[partner], one) for partner, one in got.items()]


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
    through = {
        first: tuple(of_partner.get(first, ())) if named is None else (named,)
        for first in set(began.values())
        for named in (referrals[first].group_id,)
    }
    return {referral: through[first] for referral, first in began.items()}


def exchanges(
    referrals: Mapping[int, Passed], groups: Mapping[int, Sequence[int]]
) -> dict[int | None, Exchange]:
    """What went each way through each group, whole in each; None is outside."""
    counts: Counter[tuple[int | None, Direction]] = Counter()
    for referral, passed in referrals.items():
        counts.update((group, passed.direction) for group in groups[referral] or (None,))
    return {
        group: Exchange(
            given=counts[group, Direction.GIVEN], received=counts[group, Direction.RECEIVED]
        )
        for group in {group for group, _ in counts}
    }


def credited(amounts: Iterable[tuple[Decimal, Sequence[int]]]) -> dict[int | None, Fraction]:
    """Amounts by the groups they came through, split evenly; None is outside."""
    # Fractions are slow to add up, so those split alike are added up before they are split.
    sums: dict[tuple[int | None, int], Decimal] = defaultdict(Decimal)
    for amount, through in amounts:
        groups = through or (None,)
        for group in groups:
            sums[group, len(groups)] += amount
    found: dict[int | None, Fraction] = defaultdict(Fraction)
    for (group, among), amount in sums.items():
        found[group] += Fraction(amount) / among
    return dict(found)


def first_received(joined: date | None, received: Iterable[Passed]) -> Passed | None:
    """The first of what was received through a group on the day it was joined or later."""
    if joined is None:
        return None
    return min((one for one in received if one.day >= joined), key=_when, default=None)


def _keep_first(of_partner: dict[int, Passed], one: Passed) -> None:
    kept = of_partner.get(one.partner_id)
    if kept is None or _when(one) < _when(kept):
        of_partner[one.partner_id] = one


def _when(one: Passed) -> tuple[date, int]:
    return one.day, one.id
