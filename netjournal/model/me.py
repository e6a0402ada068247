"""Me: what I stand for, and how I work when it goes well."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeDraft:
    """What a person may say of themselves; all of it is optional."""

    classification: str = ""
    """The profession I stand for."""
    natural_partners: tuple[str, ...] = ()
    """The professions that serve the same people as I do."""
    why: str = ""
    """Why I do what I do."""
    good_referral: str = ""
    """Who is a good referral for me."""
    habits: tuple[str, ...] = ()
    """What I do when it goes well, one line each."""
    pitch: str = ""
    """The version in force; another text becomes a new version, blank withdraws none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitch:
    """A version of my pitch."""

    id: int
    stated_at: datetime
    """UTC; in force from then until the next."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me(MeDraft):
    """Me as I stand in the journal."""

    pitches: tuple[Pitch, ...] = ()
    """Newest first."""
