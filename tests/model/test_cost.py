"""What a group costs, as it is shown."""

from decimal import Decimal
from fractions import Fraction

import pytest

from netjournal.model.cost import in_cents


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (Fraction(100, 3), "33.33"),
        (Fraction(25, 3), "8.33"),
        (Fraction(1, 200), "0.01"),
        (Fraction(1, 201), "0"),
        (Fraction(12), "12"),
    ],
)
def test_what_was_worked_out_is_rounded_half_up(exact: Fraction, shown: str) -> None:
    assert in_cents(exact) == Decimal(shown)
