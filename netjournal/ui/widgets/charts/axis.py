"""Dates on a line of cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_GAP = 2
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from the first to the last, both included, spread over some cells."""

    first: date
    last: date
    width: int

    @property
    def days(self) -> int:
        """How many days; at least one."""
        return max((self.last - self.first).days + 1, 1)

    def at(self, day: date, across: int = 1) -> int:
        """Where the middle of a day lies, in cells or in parts of cells; kept inside."""
        place = (2 * (day - self.first).days + 1) * self.width * across // (2 * self.days)
        return min(max(place, 0), max(self.width * across - 1, 0))

    def columns(self, first: date, last: date) -> range:
        """The cells of some days; at least one."""
        start = (first - self.first).days * self.width // self.days
        stop = ((last - self.first).days + 1) * self.width // self.days
        start = min(max(start, 0), max(self.width - 1, 0))
        return range(start, max(min(stop, self.width), start + 1))

    def labels(self) -> tuple[tuple[int, str], ...]:
        """As many dates as fit, each with the cell it begins in."""
        for ticks in self._scales():
            placed = [(self.columns(day, day).start, label) for day, label in ticks]
            fit = [(x, label) for x, label in placed if x + len(label) <= self.width]
            if fit and all(
                x + len(label) + _GAP <= later for (x, label), (later, _) in pairwise(fit)
            ):
                return tuple(fit)
        return ()

    def _scales(self) -> Iterator[list[tuple[date, str]]]:
        """Ticks from the finest to the coarsest, leaving out those that can't possibly fit."""
        most = self.width // 4
        for weeks in (1, 2):
            if self.days <= 7 * weeks * most:
                yield [(day, _day(day)) for day in self._mondays(weeks)]
        for months in (1, 2, 3, 6):
            if self.days <= 31 * months * most:
                yield [(day, _month(day)) for day in self._firsts(months)]
        for years in (1, 2, 5, 10, 20, 50, 100):
            if self.days <= 366 * years * most:
                yield [(day, f"{day.year}") for day in self._firsts(12 * years)]

    def _mondays(self, weeks: int) -> Iterator[date]:
        day = self.first + timedelta(days=-self.first.weekday() % 7)
        while day <= self.last:
            yield day
            day += timedelta(weeks=weeks)

    def _firsts(self, months: int) -> Iterator[date]:
        number = self.first.year * 12 + self.first.month - (self.first.day == 1)
        number += -number % months
        while (day := date(number // 12, number % 12 + 1, 1)) <= self.last:
            yield day
            number += months


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _month(day: date) -> str:
    return f"{day.year}" if day.month == 1 else MONTHS[day.month - 1]
