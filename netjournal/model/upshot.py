"""What a meeting led to besides the reflection on it: who came of those invited, and what next."""

from dataclasses import dataclass
from datetime import date

from netjournal.model.invitation import Outcome
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A contact, or by their name alone someone who becomes one."""

    name: str
    contact_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of an invitation."""

    invitation_id: int
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedReferral:
    """A referral given or received at the meeting."""

    direction: Direction
    partner: Someone
    """Whom it was given to, or who gave it."""
    prospect: Someone | None = None
    """Whom it is about."""
    level: int | None = None
    """How warm it was, 1 to 5."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What I said at the meeting that I would do for someone."""

    contact: Someone
    what: str
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Upshot:
    """All that is noted with a reflection."""

    answers: tuple[Answer, ...] = ()
    invited: tuple[Someone, ...] = ()
    next_meeting: Occasion | None = None
    """The meeting those are invited to."""
    referrals: tuple[PassedReferral, ...] = ()
    follow_ups: tuple[Promise, ...] = ()


NOTHING = Upshot()
"""Nothing came of it."""
