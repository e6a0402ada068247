"""What referrals add up to: heat, lag, through which group they went, and what that brought."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from netjournal.model.figure import FEWEST, Figure
from netjournal.model.give_and_get import Earned, Exchange, Passed
from netjournal.model.referral import Direction

Groups = tuple[int, ...]
"""The groups a referral went through; none: outside."""
_OUTSIDE = (None,)


def parted(referrals: Sequence[Passed]) -> tuple[list[Passed], list[Passed]]:
    """Those given, and those received."""
    is_given: str = Direction.GIVEN
    return (
        [one for one in referrals if one.direction == is_given],
        [one for one in referrals if one.direction != is_given],
    )


def heat(referrals: Iterable[Passed]) -> Figure:
    """The median level of those that say theirs."""
    return median(one.level for one in referrals if one.level is not None)


def lag(returned: Iterable[tuple[Passed, Passed]]) -> Figure:
    """The median of days from the first given to the first got back."""
    return median(days_between(given, got) for given, got in returned)


def returned(given: Sequence[Passed], received: Sequence[Passed]) -> list[tuple[Passed, Passed]]:
    """Of each partner the first referral given, and the first received then or later.

    Both are given oldest first. Partners whom I gave none, or who gave none back, are left out.
    """
    # Of each partner the last that is put into a dictionary stays there.
    first = {one.partner_id: one for one in reversed(given)}
    got = {
        one.partner_id: one
        for one in reversed(received)
        if one.partner_id in first and one.day >= first[one.partner_id].day
    }
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
    for referral, source in sources.items():
        if source is not None and source in found:
            found.setdefault(referral, found[source])
        elif referral not in found:
            trail: dict[int, None] = {}
            at = referral
            while at not in found and at not in trail:
                trail[at] = None
                source = sources[at]
                at = at if source is None else source
            found.update(dict.fromkeys(trail, found.get(at, at)))
    return found


def groups_of(referrals: Sequence[Passed], of_partner: Mapping[int, Groups]) -> dict[int, Groups]:
    """The groups each referral went through, by its id: those of the first of its chain.

    That is the one it names, else its meeting's, else `of_partner`: by the referral's id, those its
    partner and I were both in that day. None: outside.
    """
    groups = {one.group_id for one in referrals if one.group_id is not None}
    named: dict[int | None, Groups] = {group: (group,) for group in groups}
    through = {one.id: named.get(one.group_id) or of_partner.get(one.id, ()) for one in referrals}
    # Most come out of no other and nothing comes out of them: they needn't be followed.
    led = {
        one.id: one.source_id
        for one in referrals
        if one.source_id is not None and one.source_id in through
    }
    for referral, first in firsts({**dict.fromkeys(led.values()), **led}).items():
        through[referral] = through[first]
    return through


def exchanges(
    given: Iterable[Passed], received: Iterable[Passed], groups: Mapping[int, Groups]
) -> dict[int | None, Exchange]:
    """What went each way through each group, whole in each; None is outside."""
    gave, got = (_by_group(some, groups) for some in (given, received))
    return {group: Exchange(given=gave[group], received=got[group]) for group in gave | got}


def credited(earned: Iterable[Earned], groups: Mapping[int, Groups]) -> dict[int | None, Fraction]:
    """What each group is credited with; several share evenly what a referral brought, None is
    outside.
    """
    # Fractions are slow to add up, so what is split alike is added up before it is split.
    sums: Counter[Groups] = Counter()
    for one in earned:
        if one.referral_id is not None and one.referral_id in groups:
            sums[groups[one.referral_id]] += one.hundredths
    found: dict[int | None, Fraction] = defaultdict(Fraction)
    for through, hundredths in sums.items():
        for group in through or _OUTSIDE:
            found[group] += Fraction(hundredths, 100 * max(len(through), 1))
    return dict(found)


def first_received(joined: date | None, received: Iterable[Passed]) -> Passed | None:
    """The first of what was received through a group on the day it was joined or later.

    It is given oldest first.
    """
    if joined is None:
        return None
    since = joined.isoformat()
    return next((one for one in received if one.day >= since), None)


def _by_group(referrals: Iterable[Passed], groups: Mapping[int, Groups]) -> Counter[int | None]:
    found: Counter[int | None] = Counter()
    for through, number in Counter(groups[one.id] for one in referrals).items():
        for group in through or _OUTSIDE:
            found[group] += number
    return found
