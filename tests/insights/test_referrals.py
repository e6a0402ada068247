"""What referrals add up to, worked out by hand."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.referrals import (
    credited,
    exchanges,
    first_received,
    firsts,
    groups_of,
    heat,
    lag,
    median,
    parted,
    ratio,
    returned,
)
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Earned, Exchange, Passed
from netjournal.model.referral import Direction

GIVEN, RECEIVED = Direction
NOV = [date(2026, 11, day) for day in range(1, 31)]


def passed(
    way: Direction = GIVEN,
    source: int | None = None,
    group: int | None = None,
    day: int = 1,
    partner: int = 1,
    level: int | None = None,
    number: int = 1,
) -> Passed:
    """A referral of a day in November."""
    return Passed(number, way, f"2026-11-{day:02}", partner, source, group, level)


@pytest.mark.parametrize(
    ("levels", "figure"),
    [
        ([], Figure(None, 0)),
        ([5, None, 5], Figure(None, 2)),
        ([5, 1, 5], Figure(Fraction(5), 3)),
        ([1, None, 4, 1, 4], Figure(Fraction(5, 2), 4)),
        ([1, 1, 1, 4, 4, 5], Figure(Fraction(5, 2), 6)),
    ],
)
def test_heat_is_the_median_level(levels: list[int | None], figure: Figure) -> None:
    assert heat(passed(level=level) for level in levels) == figure


def test_those_given_are_told_from_those_received() -> None:
    every = [passed(way, number=number) for number, way in enumerate((GIVEN, RECEIVED, GIVEN))]
    assert parted(every) == ([every[0], every[2]], [every[1]])


@given(st.lists(st.integers(1, 5), min_size=3))
def test_a_median_lies_between_and_forgets_the_order(values: list[int]) -> None:
    found = median(values)
    assert found == median(sorted(values, reverse=True))
    assert found.value is not None
    assert min(values) <= found.value <= max(values)
    assert 2 * sum(1 for value in values if value < found.value) <= len(values)


def test_the_first_given_and_the_first_got_back_of_each_partner() -> None:
    late = passed(day=20, number=1)
    first = passed(day=5, number=2)
    before = passed(RECEIVED, day=4, number=3)
    same_day = passed(RECEIVED, day=5, number=5)
    entered_first = passed(RECEIVED, day=5, number=4)
    unreturned = passed(day=6, partner=2, number=6)
    unasked = passed(RECEIVED, day=7, partner=3, number=7)
    every = [before, first, entered_first, same_day, unreturned, unasked, late]
    assert returned(*parted(every)) == [(first, entered_first)]


def test_lag_is_the_median_of_days() -> None:
    pairs = [(passed(day=1), passed(RECEIVED, day=1 + days)) for days in (0, 10, 4)]
    assert lag(pairs) == Figure(Fraction(4), 3)
    assert lag(pairs[:2]) == Figure(None, 2)


def test_a_ratio_rests_on_the_whole() -> None:
    assert ratio(1, 3) == Figure(Fraction(1, 3), 3)
    assert ratio(2, 2) == Figure(None, 2)
    assert ratio(5, 2, 1) == Figure(Fraction(5, 2), 2)
    assert ratio(5, 0, 1) == Figure(None, 0)


def test_every_chain_has_a_first() -> None:
    assert firsts({3: 2, 2: 1, 1: None, 4: 1, 9: None, 7: 99}) == {
        1: 1,
        2: 1,
        3: 1,
        4: 1,
        7: 7,
        9: 9,
    }


@given(st.dictionaries(st.integers(0, 9), st.none() | st.integers(0, 12)))
def test_the_first_of_a_chain_is_its_own_first_even_in_a_loop(
    sources: dict[int, int | None],
) -> None:
    found = firsts(sources)
    assert found.keys() == sources.keys()
    assert all(found[first] == first for first in found.values())
    for referral, source in sources.items():
        if source in sources and source is not None:
            assert found[referral] == found[source]


def test_a_referral_went_through_the_groups_of_the_first_of_its_chain() -> None:
    referrals = [
        passed(number=4, source=3),
        passed(number=1, group=7),
        passed(number=2, source=1, group=8),
        passed(number=3),
        passed(number=5),
        passed(number=6, source=99),
    ]
    assert groups_of(referrals, {3: (7, 8), 1: (9,)}) == {
        1: (7,),
        2: (7,),
        3: (7, 8),
        4: (7, 8),
        5: (),
        6: (),
    }


def test_a_referral_counts_whole_in_each_of_its_groups() -> None:
    received = (passed(RECEIVED, number=2), passed(RECEIVED, number=3))
    assert exchanges([passed()], received, {1: (7,), 2: (7, 8), 3: ()}) == {
        7: Exchange(given=1, received=1),
        8: Exchange(received=1),
        None: Exchange(received=1),
    }


def earned(hundredths: int, referral: int | None) -> Earned:
    """An amount that a referral brought."""
    return Earned(1, hundredths, "2026-11-20", None, None, referral)


def test_business_of_several_groups_is_split_evenly() -> None:
    groups = {1: (7, 8, 9), 2: (7,), 3: ()}
    amounts = [earned(100_00, 1), earned(50, 2), earned(3_00, 3), earned(9, None), earned(9, 4)]
    assert credited(amounts, groups) == {
        7: Fraction(100, 3) + Fraction(1, 2),
        8: Fraction(100, 3),
        9: Fraction(100, 3),
        None: Fraction(3),
    }


@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.lists(st.integers(1, 4), unique=True, max_size=4)))
)
def test_nothing_is_lost_by_splitting(amounts: list[tuple[int, list[int]]]) -> None:
    groups = {number: tuple(through) for number, (_, through) in enumerate(amounts)}
    brought = [earned(hundredths, number) for number, (hundredths, _) in enumerate(amounts)]
    every = sum(credited(brought, groups).values())
    assert every == Fraction(sum(hundredths for hundredths, _ in amounts), 100)


def test_the_first_referral_counts_from_joining() -> None:
    days = [passed(RECEIVED, day=day, number=day) for day in (1, 5, 10)]
    assert first_received(NOV[2], days) == days[1]
    assert first_received(NOV[0], days) == days[0]
    assert first_received(NOV[10], days) is None
    assert first_received(None, days) is None
