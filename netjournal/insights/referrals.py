"""What referrals add up to: heat, lag, through which group they went, and what that brought."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from operator import attrgetter

from netjournal.model.figure import FEWEST, Figure
from netjournal.model.give_and_get import Earned, Exchange, Passed
from netjournal.model.referral import Direction


def parted(referrals: Iterable[Passed]) -> tuple[list[Passed], list[Passed]]:
    """Those given, and those received."""
    found: tuple[list[Passed], list[Passed]] = [], []
    given, received = found
    is_given: str = Direction.GIVEN
    for one in referrals:
        (given if one.direction == is_given else received).append(one)
    return found


def heat(referrals: Iterable[Passed]) -> Figure:
    """The median level of those that say theirs."""
    return median(one.level for one in referrals if one.level is not None)


def lag(returned: Iterable[tuple[Passed, Passed]]) -> Figure:
    """The median of days from the first given to the first got back."""
    return median(days_between(given, got) for given, got in returned)


def returned(given: Iterable[Passed], received: Iterable[Passed]) -> list[tuple[Passed, Passed]]:
    """Of each partner the first referral given, and the first received then or later.

    Partners whom I gave none, or who gave none back, are left out.
    """
    first = _first_of_each(given)
    got = _first_of_each(
        one for one in received if one.partner_id in first and one.day >= first[one.partner_id].day
    )
    return [(first[partner], one) for partner, one in got.items()]


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
    # Most come out of no other and nothing comes out of them: they needn't be followed.
    sources = referrals.keys() & {one.source_id for one in referrals.values()}
    began = firsts(
        {
            referral: one.source_id
            for referral, one in referrals.items()
            if referral in sources or one.source_id in sources
        }
    )
    return {
        referral: tuple(of_partner.get(first, ())) if named is None else (named,)
        for referral in referrals
        for first in (began.get(referral, referral),)
        for named in (referrals[first].group_id,)
    }


def exchanges(
    given: Iterable[Passed], received: Iterable[Passed], groups: Mapping[int, Sequence[int]]
) -> dict[int | None, Exchange]:
    """What went each way through each group, whole in each; None is outside."""
    gave, got = (
        Counter(group for one in some for group in groups[one.id] or (None,))
        for some in (given, received)
    )
    return {group: Exchange(given=gave[group], received=got[group]) for group in gave | got}


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


def _first_of_each(referrals: Iterable[Passed]) -> dict[int, Passed]:
    """The first with each partner."""
    found: dict[int, Passed] = {}
    for one in referrals:
        kept = found.setdefault(one.partner_id, one)
        if one.day < kept.day or (one.day == kept.day and one.id < kept.id):
            found[one.partner_id] = one
    return found


_WHEN = attrgetter("day", "id")
