"""A follow-up: something to do for a contact by a date."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Fit(StrEnum):
    """How good a prospect the person is for what I offer."""

    GOOD = "good"
    UNSURE = "unsure"
    POOR = "poor"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDraft:
    """What a person may say of a follow-up; only whom it is for and what it is are needed."""

    contact_id: int
    what: str
    due: date | None = None
    """None: some day."""
    fit: Fit | None = None
    done_on: date | None = None
    """None while it is open."""
    answered: bool | None = None
    """Whether they answered; None is unknown, and always so while it is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(FollowUpDraft):
    """A follow-up as it stands in the journal."""

    id: int
    name: str
    """The contact's."""
    added_on: date
    """The local day it was noted."""
