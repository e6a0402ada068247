"""What groups cost a month."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.cost import Spent, at_meeting, cost, dues, hours, hours_but_of
from netjournal.model.cost import Cost
from netjournal.model.figure import Figure
from netjournal.model.group import GroupDraft, Period, Status

MILL = GroupDraft(
    name="Mill",
    travel_minutes=40,
    preparation_minutes=15,
    dues=Decimal("100"),
    dues_period=Period.QUARTER,
    fee=Decimal("12.50"),
)
SPENT = (Spent(100, (1,)), Spent(50, (1, 2), at_meeting=False), Spent(30), Spent(60, (2,)))


@pytest.mark.parametrize(
    ("recorded", "planned", "group", "minutes"),
    [
        (90, 60, MILL, 145),
        (None, 75, MILL, 130),
        (None, None, MILL, 115),
        (None, None, GroupDraft(name="Rotary"), 60),
        (None, None, None, 60),
        (20, None, None, 20),
    ],
)
def test_a_meeting_takes_its_time_its_way_and_its_preparation(
    recorded: int | None, planned: int | None, group: GroupDraft | None, minutes: int
) -> None:
    assert at_meeting(recorded, planned, group) == minutes


def test_hours_a_month_are_split_evenly() -> None:
    # Mill: 100 + 25 minutes in three months; Rotary: 25 + 60; outside: 30.
    assert hours(SPENT) == {
        1: Figure(Fraction(125, 180), 2),
        2: Figure(Fraction(85, 180), 2),
        None: Figure(Fraction(30, 180), 1),
    }


def test_hours_elsewhere_leave_out_only_what_went_into_the_group() -> None:
    assert hours_but_of(SPENT, None) == Figure(Fraction(240, 180), 4)
    assert hours_but_of(SPENT, 1) == Figure(Fraction(115, 180), 3)
    assert hours_but_of(SPENT[:1], 1) == Figure(None, 0)


@pytest.mark.parametrize(
    ("period", "month"),
    [
        (Period.MONTH, Fraction(100)),
        (Period.QUARTER, Fraction(100, 3)),
        (Period.YEAR, Fraction(25, 3)),
        (None, None),
    ],
)
def test_dues_are_those_of_a_month(period: Period | None, month: Fraction | None) -> None:
    assert dues(Decimal(100), period) == month
    assert dues(None, period) is None


def test_cost_adds_up_exactly() -> None:
    found = cost(MILL, Figure(Fraction(5, 2), 7), 7, Decimal("45.50"))
    assert found == Cost(
        hours=Figure(Fraction(5, 2), 7),
        dues=Fraction(100, 3),
        fees=Fraction(175, 6),
        time=Fraction(455, 4),
    )
    assert found.money == Fraction(125, 2)
    assert found.total == Fraction(125, 2) + Fraction(455, 4)


def test_what_is_not_known_costs_nothing_known() -> None:
    found = cost(GroupDraft(name="Rotary"), Figure(Fraction(2), 3), 3, None)
    assert (found.dues, found.fees, found.time, found.money, found.total) == (None,) * 5
    unmet = cost(MILL, Figure(None, 0), 0, Decimal(50))
    assert (unmet.fees, unmet.time, unmet.total) == (Fraction(0), None, Fraction(100, 3))


@pytest.mark.parametrize("status", [Status.CANDIDATE, Status.LEFT])
def test_dues_are_only_paid_where_one_is(status: Status) -> None:
    group = GroupDraft(name="Mill", status=status, dues=Decimal(9), dues_period=Period.MONTH)
    assert cost(group, Figure(None, 0), 0, None).dues is None


@given(
    st.lists(
        st.builds(Spent, st.integers(0, 600), st.lists(st.integers(1, 4), unique=True, max_size=3))
    )
)
def test_nothing_is_lost_by_splitting(spent: list[Spent]) -> None:
    whole = Fraction(sum(one.minutes for one in spent), 180)
    assert sum((one.value or 0 for one in hours(spent).values()), Fraction()) == whole
    for group in (1, 2, 3, 4):
        own = hours(spent).get(group, Figure(None, 0)).value or 0
        assert (hours_but_of(spent, group).value or 0) + own == whole
