"""Exact numbers as they are written down."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def rounded(value: Fraction, places: int = 2) -> Decimal:
    """With so many decimals, halves away from zero."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
