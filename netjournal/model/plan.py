"""The depth plan: the next step with the few people it is worth most this week."""

from dataclasses import dataclass
from datetime import date

from netjournal.model.depth import Rung

WORDS = {
    Rung.TALKED: "Talk with them",
    Rung.WHY: "Ask why they do what they do",
    Rung.ONE_TO_ONE: "Meet one-to-one",
    Rung.REFERRAL: "Think of a referral for them",
}
"""What each rung wants to be done, as a follow-up says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One step with one person."""

    contact_id: int
    name: str
    organisation: str
    group: str
    """Where they are a regular; of several groups the one I am deepest in."""
    rung: Rung
    """What is to be reached next; of someone who goes quiet and lacks nothing, a talk."""
    quiet: bool
    """Whether they are going quiet."""
    known_since: date
    """The first meeting they were at, or the first time we were in touch."""
    last_touch: date | None
    accepted: bool = False
    """Whether a follow-up that says it is open."""

    @property
    def what(self) -> str:
        """What is to be done, as the follow-up will say it."""
        return WORDS[self.rung]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """One thing to give before any ask: someone to whom I know whom to send, and didn't lately."""

    contact_id: int
    name: str
    organisation: str
    good_referral: str
    """Whom to send them."""
    last_gift: date | None
    """The day of the last referral or introduction they had from me; None: never one."""
    known_since: date
