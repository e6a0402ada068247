"""A group: a recurring body of people, such as a chapter, a chamber, a club or a meetup."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from netjournal.model.schedule import Schedule


class Kind(StrEnum):
    """What sort of body a group is."""

    REFERRAL = "referral"
    CHAMBER = "chamber"
    INDUSTRY = "industry"
    SERVICE = "service"
    SOCIAL = "social"
    ONLINE = "online"
    OTHER = "other"


class Status(StrEnum):
    """Where I stand with a group."""

    CANDIDATE = "candidate"
    TRIAL = "trial"
    MEMBER = "member"
    LEFT = "left"


class Commitment(StrEnum):
    """How much of myself I give a group."""

    ALL_IN = "all in"
    REGULAR = "regular"
    OCCASIONAL = "occasional"


class Period(StrEnum):
    """What one payment of dues covers."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Sincerity(StrEnum):
    """How being asked into a group felt."""

    SINCERE = "sincere"
    BOOSTING = "boosting"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDraft:
    """What a person may say of a group; only the name is needed."""

    name: str
    kind: Kind | None = None
    purpose: str = ""
    interest: int | None = None
    """Genuine interest, 1–5."""
    status: Status = Status.MEMBER
    commitment: Commitment | None = None
    invited_by: int | None = None
    """The contact who asked me in."""
    sincerity: Sincerity | None = None
    """How being asked felt."""
    asked_on: date | None = None
    """The day I was asked."""
    joined_on: date | None = None
    left_on: date | None = None
    travel_minutes: int | None = None
    """There and back, per meeting."""
    preparation_minutes: int | None = None
    """Per meeting."""
    size: int | None = None
    """How many members it has."""
    dues: Decimal | None = None
    dues_period: Period | None = None
    fee: Decimal | None = None
    """Per meeting."""
    willing_hours: Decimal | None = None
    """Hours a month I am willing to give."""
    motive: str = ""
    """Why I join, or joined."""
    experiment: str = ""
    """What I try, such as "all in until March"."""
    experiment_from: date | None = None
    experiment_until: date | None = None
    experiment_outcome: str = ""
    """The look back, once the experiment is over."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Rescheduled:
    """Another schedule for a group."""

    schedule: Schedule | None
    """None: no more meetings are planned."""
    applies_from: date | None
    """The first day it holds; None: for the group's whole life."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(GroupDraft):
    """A group as it stands in the journal."""

    id: int
    added_on: date
    """The day it was entered; nothing before it waits for a reflection."""
    schedules: tuple[Schedule, ...] = ()
    """In the order they apply from; the last is the one in force."""
    value_statement: str = ""
    """The latest version of why it is worth others' time."""

    @property
    def goes_on(self) -> bool:
        """Whether its meetings to come are mine, too: I haven't left it."""
        return self.left_on is None and self.status is not Status.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A group as one line of the list of groups."""

    id: int
    name: str
    kind: Kind | None
    status: Status
    commitment: Commitment | None
    schedule: str
    """In words, such as "every Tuesday at 07:00"; empty when it has none."""
    next_start: str | None
    """Local start of the next meeting, `YYYY-MM-DDTHH:MM`, or None when none is planned."""
    last_start: str | None
    """Local start of the latest attended meeting, or None."""
    meetings: int
    """Attended meetings."""
    reflections: int
    people: int
    """Contacts seen there, ever."""
    energy: tuple[int, ...] = ()
    """The last eight reflections' ratings, oldest first."""
    confidence: tuple[int, ...] = ()
    pushiness: tuple[int, ...] = ()
    look_back: bool = False
    """Whether an experiment is over and wants a look back."""
