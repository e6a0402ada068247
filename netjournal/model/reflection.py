"""A reflection: your own note on one meeting."""

from dataclasses import dataclass
from enum import StrEnum


class Done(StrEnum):
    """Whether the work planned for the day got done."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionDraft:
    """What a person may say of a meeting; the three ratings are needed."""

    energy: int
    """1 (drained) to 5 (buzzing)."""
    confidence: int
    """1 (shaken) to 5 (strong)."""
    pushiness: int
    """1 (relaxed) to 5 (pushy); high is bad."""
    energy_before: int | None = None
    """1–5."""
    opportunities: int | None = None
    """How many; None is unknown, 0 is an answer."""
    gives: tuple[str, ...] = ()
    """What I gave, a short line each."""
    asks: tuple[str, ...] = ()
    """What I asked for, a short line each."""
    received: str = ""
    quick_fix: bool | None = None
    """Whether I reached for a quick fix."""
    planned_work: str = ""
    """The work I had planned for that day."""
    planned_done: Done | None = None
    """Whether it got done afterwards."""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(ReflectionDraft):
    """A reflection as it stands in the journal."""

    meeting_id: int
