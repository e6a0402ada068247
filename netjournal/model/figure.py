"""A figure: a number that says how much it rests on."""

from dataclasses import dataclass
from fractions import Fraction

FEWEST = 3
"""What means, medians, shares and rates rest on at least."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact number, and the count of what it was worked out from."""

    value: Fraction | None
    """None: that is too few."""
    n: int
