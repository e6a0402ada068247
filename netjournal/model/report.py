"""A report: a quarter or a year as it is handed on, with all that its charts draw."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Invited
from netjournal.model.period import Period
from netjournal.model.review import Counts, Habit, HeldMeeting, Rating, Several, WeeklyReview
from netjournal.model.trends import Bucket, RatedDay, Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A week of a quarter, or a month of a year: what went either way, and who was invited."""

    first: date
    last: date
    """Both within the period, so that those at its ends may be shorter."""
    given: int
    """Referrals; likewise those received."""
    received: int
    invited: Invited
    """What became, up to now, of the invitations sent in these days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupReport:
    """What one group took and did in the period."""

    name: str
    """Empty for what belongs to no group."""
    meetings: int
    """Attended."""
    tally: Tally
    """Their reflections added up; n is 0 without any."""
    hours: Figure
    """Meetings with their way and preparation, and one-to-ones; of several groups split evenly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A quarter or a year, held against the one before."""

    now: datetime
    """Local wall-clock time it was made for."""
    period: Period
    before: Period
    counts: Counts
    counts_before: Counts
    ratings: tuple[Rating, ...]
    """The three in the order they are asked."""
    weeks: tuple[Bucket, ...]
    days: tuple[RatedDay, ...]
    """Oldest first; only days with a reflection."""
    meetings: Several[HeldMeeting]
    """Attended, oldest first."""
    steps: tuple[Step, ...]
    """All that have begun, oldest first."""
    invited: Invited
    show_rate: Figure
    business: Decimal
    """What came to me."""
    closed: int
    """How many amounts it is the sum of."""
    groups: tuple[GroupReport, ...]
    """Those with a meeting or an hour, the deepest commitment first, and what is outside last."""
    hours: Figure
    """All of them together."""
    habits: tuple[Habit, ...]
    reviews: tuple[WeeklyReview, ...]
    """Of the weeks that begin in the period, oldest first."""
    currency: str

    @property
    def over(self) -> bool:
        """Whether its last day has passed."""
        return self.period.last < self.now.date()
