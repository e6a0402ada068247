"""Joining a group: who asked me in, what I promise it, what I try there, and what I can bear."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from netjournal.model.figure import Figure
from netjournal.model.group import Commitment, Period, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How I take a place in a group: what I promise it, and what it costs."""

    status: Status = Status.MEMBER
    """Member, or trial."""
    joined_on: date
    commitment: Commitment | None = None
    motive: str = ""
    interest: int | None = None
    dues: Decimal | None = None
    dues_period: Period | None = None
    fee: Decimal | None = None
    willing_hours: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentDraft:
    """What I try with a group, and the look back once it is over."""

    experiment: str = ""
    experiment_from: date | None = None
    experiment_until: date | None = None
    """The last day of it."""
    experiment_outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLookBack:
    """An experiment that is over and wants a look back."""

    group_id: int
    group: str
    experiment: str
    experiment_from: date | None
    experiment_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedInto:
    """How many groups someone asked me into, and what came of it."""

    sincere: int = 0
    boosting: int = 0
    unsaid: int = 0
    accepted: int = 0
    """Those I joined, if only for a while."""
    reluctant: int = 0
    """Those I joined at an interest of 2 or less."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.sincere + self.boosting + self.unsaid


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What my other groups ask of me already, and the most I want to bear."""

    all_in: tuple[str, ...] = ()
    """Those I give everything, by name."""
    active: tuple[str, ...] = ()
    """Those I am a member of or try out, by name."""
    hours: Figure
    """A month, over 90 days: meetings and one-to-ones, also outside of groups."""
    most_all_in: int
    most_active: int
    budget: Decimal | None = None
    """Hours a month; None: none was set."""
