"""What referrals add up to: heat, lag, through which group they went, and what that brought."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from operator import attrgetter

from netjournal.model.figure import FEWEST, Figure
from netjournal.model.give_and_get import Earned, Exchange, Passed
from netjournal.model.referral import Direction


def heat(referrals: Iterable[Passed], direction: Direction) -> Figure:
    """The median level of those that went one way and say theirs."""
    return median(
        one.level for one in referrals if one.level is not None and one.direction == direction
    )


def lag(returned: Iterable[tuple[Passed, Passed]]) -> Figure:
    """The median of days from the first given to the first got back."""
    return median(days_between(given, got) for given, got in returned)


def returned(referrals: Collection[Passed]) -> list[tuple[Passed, Passed]]:
    """Of each partner the first referral given, and the first received then or later.

    Partners whom I gave none, or who gave none back, are left out.
    """
    given: dict[int, Passed] = {}
    got: dict[int, Passed] = {}
    for one in referrals:
        if one.direction == Direction.GIVEN:
            _keep_first(given, one)
    for one in referrals:
        if one.direction == Direction.RECEIVED:
            first = given.get(one.partner_id)
            if first is not None and one.day >= first.day:
                _keep_first(got, one)
    return [(given[partner], one) for partner, one in got.items()]


def days_between(given: Passed, got: Passed) -> int:
    """The days from one referral to another."""
    return (date.fromisoformat(got.day) - date.fromisoformat(given.day)).days


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
    # A source that isn't among them begins the chain as far as one can tell.
    found = {referral: referral for referral, source in sources.items() if source not in sources}
    for referral in [one for one in sources if one not in found]:
        trail: dict[int, None] = {}
        at = referral
        while at not in found and at not in trail:
            trail[at] = None
            source = sources[at]
            at = at if source is None else source
        found.update(dict.fromkeys(trail, found.get(at, at)))
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
    counts = Counter(
        (group, passed.direction)
        for referral, passed in referrals.items()
        for group in groups[referral] or (None,)
    )
    return {
        group: Exchange(
            given=counts[group, Direction.GIVEN], received=counts[group, Direction.RECEIVED]
        )
        for group in {group for group, _ in counts}
    }


def credited(
    earned: Iterable[Earned], groups: Mapping[int, Sequence[int]]
) -> dict[int | None, Fraction]:
    """What each group is credited with; several share evenly what a referral brought, None is
    outside.
    """
    # Fractions are slow to add up, so those split alike are added up before they are split.
    sums: Counter[tuple[int | None, int]] = Counter()
    for one in earned:
        if one.referral_id is not None and one.referral_id in groups:
            through = groups[one.referral_id] or (None,)
            for group in through:
                sums[group, len(through)] += one.hundredths
    found: dict[int | None, Fraction] = defaultdict(Fraction)
    for (group, among), hundredths in sums.items():
        found[group] += Fraction(hundredths, 100 * among)
    return dict(found)


def first_received(joined: date | None, received: Iterable[Passed]) -> Passed | None:
    """The first of what was received through a group on the day it was joined or later."""
    if joined is None:
        return None
    since = joined.isoformat()
    return min((one for one in received if one.day >= since), key=_WHEN, default=None)


def _keep_first(of_partner: dict[int, Passed], one: Passed) -> None:
    kept = of_partner.setdefault(one.partner_id, one)
    if kept is not one and (one.day, one.id) < (kept.day, kept.id):
        of_partner[one.partner_id] = one


_WHEN = attrgetter("day", "id")
