"""What business says, worked out by hand."""

from decimal import Decimal
from fractions import Fraction

from netjournal.insights.business import (
    by_source,
    days_by_client,
    retention,
    source_by_client,
    total,
)
from netjournal.model.business import Origin
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Earned, SourceBusiness


def earned(amount: int, day: int, source: str | None, client: int | None) -> Earned:
    """An amount of a day in November."""
    return Earned(0, 100 * amount, f"2026-11-{day:02}", source, client, None)


ALL = [
    earned(100, 1, "referral", 1),
    earned(50, 1, "referral", 2),
    earned(50, 2, "repeat", 1),
    earned(20, 3, "referral", 3),
    earned(20, 3, "referral", 3),
    earned(5, 4, "cold", 4),
    earned(7, 5, None, None),
    earned(30, 6, "referral", 2),
]


def test_each_source_has_what_it_brought_and_the_clients_it_began() -> None:
    assert by_source(ALL, days_by_client(ALL)) == (
        SourceBusiness(source="referral", amount=Decimal(220), retention=Figure(Fraction(2, 3), 3)),
        SourceBusiness(source="repeat", amount=Decimal(50), retention=Figure(None, 0)),
        SourceBusiness(source=None, amount=Decimal(7), retention=Figure(None, 0)),
        SourceBusiness(source=Origin.COLD, amount=Decimal(5), retention=Figure(None, 1)),
    )
    assert by_source([], {}) == ()


def test_all_of_it() -> None:
    assert total(ALL) == Decimal(282)
    assert total([]) == Decimal(0)


def test_a_clients_source_is_that_of_their_first_business() -> None:
    assert source_by_client(ALL) == {1: "referral", 2: "referral", 3: "referral", 4: "cold"}


def test_a_client_with_two_amounts_on_a_day_has_not_come_back() -> None:
    assert retention(days_by_client(ALL)) == Figure(Fraction(1, 2), 4)
    assert retention(days_by_client(ALL[:2])) == Figure(None, 2)
