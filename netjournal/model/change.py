"""A change: which nouns were touched, and how a step is undone and named."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Noun(StrEnum):
    """What a change can touch, and a screen can read."""

    GROUP = "group"
    MEETING = "meeting"
    CONTACT = "contact"
    INTERACTION = "interaction"
    FOLLOW_UP = "follow-up"
    REFERRAL = "referral"
    BUSINESS = "business"
    INVITATION = "invitation"
    MEMBERSHIP = "membership"
    ME = "me"
    REVIEW = "review"


class Change(NamedTuple):
    """A committed change of the journal, made here or by another process."""

    nouns: frozenset[Noun]
    foreign: bool = False
    """Whether another process made it."""


class Step(NamedTuple):
    """One undoable step."""

    label: str
    """What was done, such as `Reflected on BNI Riverside, Tue 17 Nov`."""
    made_at: datetime
    """UTC."""
    this_run: bool
    """Whether this run of the program made it; undoing an older one is asked first."""
