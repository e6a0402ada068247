"""What referrals add up to, worked out by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.referrals import (
    Passed,
    credited,
    days_to_first,
    exchanges,
    firsts,
    groups_of,
    heat,
    lag,
    median,
    ratio,
)
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Exchange
from netjournal.model.referral import Direction

GIVEN, RECEIVED = Direction
NOV = [date(2026, 11, day) for day in range(1, 31)]


def passed(
    way: Direction = GIVEN, source: int | None = None, group: int | None = None, day: int = 1
) -> Passed:
    """A referral of a day in November."""
    return Passed(way, date(2026, 11, day), source, group)


@pytest.mark.parametrize(
    ("levels", "figure"),
    [
        ({}, Figure(None, 0)),
        ({5: 2}, Figure(None, 2)),
        ({1: 1, 5: 2}, Figure(Fraction(5), 3)),
        ({1: 2, 4: 2}, Figure(Fraction(5, 2), 4)),
        ({1: 3, 4: 2, 5: 1}, Figure(Fraction(5, 2), 6)),
    ],
)
def test_heat_is_the_median_level(levels: dict[int, int], figure: Figure) -> None:
    assert heat(levels) == figure


@given(st.lists(st.integers(1, 5), min_size=3))
def test_a_median_lies_between_and_forgets_the_order(values: list[int]) -> None:
    found = median(values)
    assert found == median(sorted(values, reverse=True))
    assert found.value is not None
    assert min(values) <= found.value <= max(values)
    assert 2 * sum(1 for value in values if value < found.value) <= len(values)


def test_lag_leaves_out_who_gave_nothing_back() -> None:
    pairs = [(NOV[0], NOV[0]), (NOV[0], NOV[10]), (NOV[5], NOV[9]), (NOV[0], None)]
    assert lag(pairs) == Figure(Fraction(4), 3)
    assert lag(pairs[:2] + pairs[3:]) == Figure(None, 2)


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
    referrals = {
        1: passed(group=7),
        2: passed(source=1, group=8),
        3: passed(),
        4: passed(source=3),
        5: passed(),
    }
    assert groups_of(referrals, {3: (7, 8), 1: (9,)}) == {
        1: (7,),
        2: (7,),
        3: (7, 8),
        4: (7, 8),
        5: (),
    }


def test_a_referral_counts_whole_in_each_of_its_groups() -> None:
    referrals = {1: passed(), 2: passed(RECEIVED), 3: passed(RECEIVED)}
    assert exchanges(referrals, {1: (7,), 2: (7, 8), 3: ()}) == {
        7: Exchange(given=1, received=1),
        8: Exchange(received=1),
        None: Exchange(received=1),
    }


def test_business_of_several_groups_is_split_evenly() -> None:
    amounts = [(Decimal("100.00"), (7, 8, 9)), (Decimal("0.50"), (7,)), (Decimal(3), ())]
    assert credited(amounts) == {
        7: Fraction(100, 3) + Fraction(1, 2),
        8: Fraction(100, 3),
        9: Fraction(100, 3),
        None: Fraction(3),
    }


@given(
    st.lists(
        st.tuples(
            st.decimals(0, 1000, places=2), st.lists(st.integers(1, 4), unique=True, max_size=4)
        )
    )
)
def test_nothing_is_lost_by_splitting(amounts: list[tuple[Decimal, list[int]]]) -> None:
    assert sum(credited(amounts).values()) == sum(Fraction(amount) for amount, _ in amounts)


def test_the_first_referral_counts_from_joining() -> None:
    days = [NOV[9], NOV[4], NOV[0]]
    assert days_to_first(NOV[2], days) == 2
    assert days_to_first(NOV[0], days) == 0
    assert days_to_first(NOV[10], days) is None
    assert days_to_first(None, days) is None
