"""An invitation: I invited a contact to a meeting. Did they come?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What became of an invitation."""

    PENDING = "pending"
    CAME = "came"
    NO_SHOW = "no-show"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationDraft:
    """What a person may say of an invitation, beside the meeting it is to."""

    contact_id: int
    sent_on: date
    """Local; not after the meeting, and not to come."""
    outcome: Outcome = Outcome.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(InvitationDraft):
    """An invitation as it stands in the journal; pending ones of who was there have come."""

    id: int
    name: str
    """The contact's."""
    meeting_id: int
    start: str
    """Local start of the meeting, `YYYY-MM-DDTHH:MM`."""
    group_id: int | None
    title: str
    """The group's name, or the one-off's title."""
    voided: bool
    """Whether the meeting was called off, so that the invitation counts for nothing."""
    answered: bool
    """Whether the outcome was said; False where it is read from who was there."""
    statement: str
    """How I said why the group is worth it, as that stood when it was sent; empty: I hadn't."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLook:
    """Which invitations a list shows; whatever is left out isn't asked for."""

    outcomes: tuple[Outcome, ...] = tuple(Outcome)
    voided: bool = True
    """Whether those to meetings that were called off are shown too."""
    contact_id: int | None = None
    group_id: int | None = None
    meeting_id: int | None = None
    until: date | None = None
    """Only those to meetings up to that day."""
    words: str = ""
    """What it holds: each word begins one of the contact's name or of the meeting's."""


EVERY_INVITATION = InvitationLook()
"""Looks at all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPages:
    """A long list of invitations: how many there are, and a function that fetches any stretch."""

    total: int
    page: Callable[[int, int], tuple[Invitation, ...]]
    """`page(first, count)`: by the meeting, the latest first, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry(InvitationPages):
    """Invitations by what is to be asked: those first whose meeting is over, unanswered.

    Then come the others without an answer, the next meeting first; then all that are answered.
    """

    waiting: int
    """How many could be answered now."""
    coming: int
    """How many are to meetings still to come, unanswered."""
