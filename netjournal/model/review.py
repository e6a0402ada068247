"""A weekly review, and what it looks back on: what happened, what waits, and what comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from netjournal.model.figure import Figure
from netjournal.model.follow_up import FollowUp
from netjournal.model.invitation import Invitation
from netjournal.model.occasion import Occasion
from netjournal.model.period import Period
from netjournal.model.plan import Action, Gift
from netjournal.model.scale import Scale
from netjournal.model.today import PlannedWork

T = TypeVar("T")


class Kept(StrEnum):
    """Whether the intention of the review before was kept."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDraft:
    """What a person may say of a week; something of it has to be said."""

    week: date
    """Any day of the week; kept is its first."""
    note: str = ""
    intention: str = ""
    """One line, for the week to come."""
    kept: Kept | None = None
    """Whether the intention of the review before was kept; None is unknown."""
    habits: tuple[str, ...] = ()
    """Those ticked, each as it was called then: one renamed later keeps its history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyReview(ReviewDraft):
    """A weekly review as it stands in the journal."""

    id: int
    written_at: datetime
    """UTC; when it was first written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Several(Generic[T]):
    """The first of some things, and how many there are in all."""

    first: tuple[T, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMeeting:
    """A meeting I attended."""

    meeting_id: int
    start: str
    """Local start, `YYYY-MM-DDTHH:MM`."""
    name: str
    energy: int | None
    """None for the three when there is no reflection."""
    confidence: int | None
    pushiness: int | None
    people: int
    first_faces: int
    """How many of them were met there for the first time anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How one of the ratings was, and how it was before."""

    scale: Scale
    mean: Figure
    """Over the reflections of the period; a single week often has too few."""
    before: Figure
    """Over the baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much of everything there was; blanks count nowhere."""

    meetings: int = 0
    """Attended; likewise all that follows rests on those alone where it is about meetings."""
    people: int = 0
    """Different people seen at meetings."""
    first_faces: int = 0
    """People whose first attendance anywhere was then."""
    one_to_ones: int = 0
    given: int = 0
    """Referrals; likewise those received."""
    received: int = 0
    invited: int = 0
    """Invitations sent."""
    came: int = 0
    """Invitations to the meetings of the period whose guest came."""
    opportunities: int = 0
    opportunities_known: int = 0
    """How many reflections say how many opportunities there were; 0: it isn't known."""

    @property
    def anything(self) -> bool:
        """Whether anything happened at all."""
        went_out = self.given or self.received or self.invited or self.came
        return bool(self.meetings or self.one_to_ones or went_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Someone I know well who is going quiet."""

    contact_id: int
    name: str
    organisation: str
    depth: int
    last_touch: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """One of the habits that work."""

    text: str
    ticked: bool
    """Whether it is ticked in the review looked at, or in any of a quarter's."""
    adherence: Figure
    """Weeks ticked of weeks reviewed, up to the week looked at, or within the quarter."""
    weeks_ticked: int
    current: bool = True
    """Whether it is among my habits now; one that isn't is shown only where it was ticked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What asks for something now, whichever week is looked at: the same on every one of them."""

    pending: Several[Invitation]
    """Did they come? Those to meetings that have begun, the latest first."""
    planned_work: tuple[PlannedWork, ...]
    """Did it get done? Of the last 14 days and the week looked at, newest first."""
    quiet: Several[Quiet]
    """The deepest known first, then whoever has waited longest."""
    overdue: Several[FollowUp]
    """Open follow-ups that were due before today, the longest overdue first."""
    due: Several[FollowUp]
    """Those due from today to the end of this week, soonest first."""
    gift: Gift | None
    plan: tuple[Action, ...]
    """At most three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """A week or a quarter looked back on."""

    now: datetime
    """Local wall-clock time it was made for."""
    period: Period
    begun: bool
    """Whether its first day has come."""
    over: bool
    """Whether its last day has passed."""
    baseline_first: date
    """It is held against the 12 weeks before a week, and against the quarter before a quarter."""
    baseline_last: date
    counts: Counts
    ratings: tuple[Rating, ...]
    """The three in the order they are asked."""
    meetings: Several[HeldMeeting]
    """Attended, oldest first."""
    done: Several[FollowUp]
    """Follow-ups done in it, the latest first."""
    waiting: tuple[Occasion, ...]
    """Meetings of a week that want a reflection, newest first; of a quarter none are named."""
    agenda: Agenda | None
    """None for a quarter, and for weeks before the last one: only what lies near asks for anything.
    """
    habits: tuple[Habit, ...]
    """In my order; those no longer mine last."""
    review: WeeklyReview | None
    """Of the week; None while there is none."""
    before: WeeklyReview | None
    """The latest review of an earlier week, whose intention may have been kept."""
    reviews: tuple[WeeklyReview, ...] = ()
    """Those of a quarter's weeks, oldest first."""
