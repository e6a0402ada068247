"""Trends: how the ratings went over weeks and months, and what the latest of them say."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from netjournal.model.scale import SCALES, Scale


class By(StrEnum):
    """How many days one step of a chart takes together."""

    WEEK = "week"
    MONTH = "month"


class Span(StrEnum):
    """How far back trends look, in weeks."""

    QUARTER = "12"
    HALF = "26"
    YEAR = "52"
    ALL = "all"

    @property
    def weeks(self) -> int | None:
        """How many weeks; None for the whole journal."""
        return None if self is Span.ALL else int(self)

    @property
    def words(self) -> str:
        """Such as `26 weeks`."""
        return "all time" if self is Span.ALL else f"{self} weeks"


class Direction(StrEnum):
    """Where a rating is going."""

    UP = "up"
    STEADY = "steady"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Some reflections added up; blanks count nowhere."""

    n: int
    """How many reflections."""
    energy: int
    """The sum of their energy; likewise the other sums."""
    confidence: int
    pushiness: int
    befores: int = 0
    """How many of them also say the energy before."""
    energy_before: int = 0
    energy_after: int = 0
    """The sum of the energy of those that say the energy before."""

    def mean(self, scale: Scale) -> Fraction:
        """The mean of one of the ratings."""
        return Fraction(getattr(self, scale.field), self.n)

    @property
    def mean_before(self) -> Fraction | None:
        """The mean energy before, None when nobody said it."""
        return Fraction(self.energy_before, self.befores) if self.befores else None


@dataclass(frozen=True, slots=True)
class RatedDay:
    """The reflections on one day's meetings."""

    day: date
    tally: Tally


@dataclass(frozen=True, slots=True)
class Bucket:
    """The reflections of one week or month; there is none without a reflection."""

    first: date
    last: date
    """Its last day, which may be yet to come."""
    middle: date
    """The mean of the days of its reflections."""
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One meeting's ratings."""

    meeting_id: int
    group_id: int | None
    start: str
    """Local start, `YYYY-MM-DDTHH:MM`."""
    energy: int
    confidence: int
    pushiness: int
    energy_before: int | None = None

    @property
    def day(self) -> date:
        """The day it was held."""
        return date.fromisoformat(self.start[:10])

    @property
    def tally(self) -> Tally:
        """It alone, added up."""
        known = self.energy_before is not None
        return Tally(
            n=1,
            energy=self.energy,
            confidence=self.confidence,
            pushiness=self.pushiness,
            befores=int(known),
            energy_before=self.energy_before or 0,
            energy_after=self.energy if known else 0,
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the number of answers it rests on."""

    value: Fraction
    n: int


@dataclass(frozen=True, slots=True)
class Course:
    """What the latest ratings on one scale say."""

    direction: Direction | None
    """None when there are too few."""
    level: Figure | None
    """Their mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a group's latest reflections say, and which they are."""

    group_id: int
    name: str
    latest: tuple[Rated, ...]
    """The reflections it rests on, oldest first."""
    recent: tuple[Rated, ...]
    """Those and some before them, to be drawn."""
    energy: Course
    confidence: Course
    pushiness: Course
    energy_change: Figure | None
    """Energy less energy before, over the latest that have both."""
    spiral: tuple[str, ...] | None
    """Such as `energy down`, at most three; None when there are too few reflections to tell."""
    left: bool = False
    """Whether I left the group."""

    @property
    def n(self) -> int:
        """How many reflections it rests on."""
        return len(self.latest)

    @property
    def courses(self) -> tuple[tuple[Scale, Course], ...]:
        """The three ratings in the order they are asked."""
        return tuple((scale, getattr(self, scale.field)) for scale in SCALES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    """The ratings over some time, of one group or of all."""

    group_id: int | None
    """None for the whole journal, one-offs included."""
    name: str
    span: Span
    by: By
    first: date
    """The first day looked at; the last is today."""
    last: date
    buckets: tuple[Bucket, ...]
    """Oldest first."""
    days: tuple[RatedDay, ...]
    """Oldest first; only days with a reflection."""
    dots: tuple[RatedDay, ...]
    """What is drawn as a dot: each meeting, or each day where they are too many."""
    outlooks: tuple[Outlook, ...]
    """Every group with a reflection, the deepest commitment first, whatever is looked at."""
    first_use: bool
    """Whether there is no reflection at all."""

    @property
    def outlook(self) -> Outlook | None:
        """What the group looked at is heading for."""
        return next((each for each in self.outlooks if each.group_id == self.group_id), None)

    @property
    def worst(self) -> Outlook | None:
        """The group I am in of whose ratings the most go the wrong way, if two or more do."""
        mine = (each for each in self.outlooks if not each.left and len(each.spiral or ()) > 1)
        return max(mine, key=lambda each: len(each.spiral or ()), default=None)

    @property
    def n(self) -> int:
        """How many reflections it rests on."""
        return sum(bucket.tally.n for bucket in self.buckets)
