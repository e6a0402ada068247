"""Exact numbers as they are written down."""

from decimal import Decimal
from fractions import Fraction

import pytest

from netjournal.exchange.rounding import rounded


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (Fraction(9, 4), 1, "2.3"),
        (Fraction(-9, 4), 1, "-2.3"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(2), 2, "2.00"),
    ],
)
def test_halves_go_away_from_zero(value: Fraction, places: int, said: str) -> None:
    assert rounded(value, places) == Decimal(said)
    assert str(rounded(value, places)) == said
