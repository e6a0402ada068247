"""What a group costs a month, in hours and in money."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from netjournal.model.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """A group's cost a month; what isn't known is None, never zero."""

    hours: Figure
    """Over 90 days: attended meetings with their way and preparation, and one-to-ones."""
    dues: Fraction | None = None
    fees: Fraction | None = None
    """Of the meetings attended in 90 days."""
    time: Fraction | None = None
    """The hours at what an hour is worth to me."""

    @property
    def money(self) -> Fraction | None:
        """Dues and fees, as far as they are known."""
        return _sum(self.dues, self.fees)

    @property
    def total(self) -> Fraction | None:
        """Dues, fees and time, as far as they are known."""
        return _sum(self.dues, self.fees, self.time)


def in_cents(amount: Fraction) -> Decimal:
    """An amount, or a number of hours, as it is shown: with two decimals, rounded half up."""
    return Decimal(floor(amount * 100 + Fraction(1, 2))) / 100


def _sum(*parts: Fraction | None) -> Fraction | None:
    known = [part for part in parts if part is not None]
    return sum(known, Fraction()) if known else None
