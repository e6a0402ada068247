"""A period: the week, the quarter or the year that is looked back on."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Stretch(StrEnum):
    """How much is looked back on at once."""

    WEEK = "week"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """A week, a quarter or a year, by its first and last day."""

    stretch: Stretch
    first: date
    last: date

    @property
    def number(self) -> int:
        """Of a week the ISO number of the one most of its days are in, 1 to 53; of a quarter 1–4.

        A week that begins on another day than Monday is numbered by its middle. Of a year it is
        the year.
        """
        if self.stretch is Stretch.YEAR:
            return self.first.year
        if self.stretch is Stretch.QUARTER:
            return (self.first.month + 2) // 3
        return self._middle.isocalendar().week

    @property
    def year(self) -> int:
        """The year that number is of; the days around New Year may be of the other one."""
        if self.stretch is not Stretch.WEEK:
            return self.first.year
        return self._middle.isocalendar().year

    @property
    def _middle(self) -> date:
        return self.first + timedelta(days=3)

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last
