"""Prep: who is likely at a meeting, and what I want to know before I go."""

from dataclasses import dataclass
from datetime import date, datetime

from netjournal.model.figure import FEWEST
from netjournal.model.follow_up import FollowUp
from netjournal.model.invitation import Outcome
from netjournal.model.plan import Gift


@dataclass(frozen=True, slots=True, kw_only=True)
class LastNote:
    """What I noted of someone, privately."""

    day: date
    where: str
    """The group or one-off, or the kind of interaction."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Someone who is likely there."""

    contact_id: int
    name: str
    organisation: str
    classification: str
    seen: int
    """At how many of the group's last rosters; see Prep.rosters."""
    invited: Outcome | None
    """What became of my invitation to this meeting; None: they have none."""
    depth: int | None
    """0 seen only, 1 talked, 2 their why known, 3 a one-to-one held, 4 a referral passed; None:
    nothing recorded."""
    why: str
    """Why they do what they do; empty: I don't know."""
    one_to_one: bool
    """Whether we ever held one."""
    quiet: bool
    """Whether they are going quiet."""
    last_touch: date | None
    notes: tuple[LastNote, ...] = ()
    """The latest, newest first, at most two."""
    promised: tuple[FollowUp, ...] = ()
    """Open follow-ups for them, soonest due first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prep:
    """One page to read before a meeting."""

    now: datetime
    """Local wall-clock time it was made for."""
    name: str
    """The group's name, or the one-off's title."""
    group_id: int | None
    meeting_id: int | None
    start: datetime | None
    """None when the group has no meeting planned."""
    duration_minutes: int | None
    place: str
    rosters: int
    """How many rosters tell who the regulars are, at most six; below three there are none."""
    likely: tuple[Likely, ...]
    """Regulars, and whoever is invited and didn't decline: the most regular first, then by name."""
    gift: Gift | None
    """One thing to give to someone who is likely there."""

    @property
    def knows_regulars(self) -> bool:
        """Whether there are rosters enough to tell who the regulars are."""
        return self.rosters >= FEWEST

    @property
    def no_why(self) -> tuple[Likely, ...]:
        """Those whose why I don't know."""
        return tuple(person for person in self.likely if not person.why)

    @property
    def no_one_to_one(self) -> tuple[Likely, ...]:
        """Those with whom I never held a one-to-one."""
        return tuple(person for person in self.likely if not person.one_to_one)

    @property
    def invited(self) -> tuple[Likely, ...]:
        """Those I invited who haven't said no: the invitations that are out."""
        return tuple(person for person in self.likely if person.invited is not None)

    @property
    def promised(self) -> tuple[FollowUp, ...]:
        """What I promised to any of them, soonest due first and without a date last."""
        promises = (promise for person in self.likely for promise in person.promised)
        return tuple(sorted(promises, key=lambda each: (each.due or date.max, each.id)))
