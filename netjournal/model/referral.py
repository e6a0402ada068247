"""A referral: business passed, given or received, of which both other parties know."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Direction(StrEnum):
    """Which way a referral went."""

    GIVEN = "given"
    RECEIVED = "received"


class ReferralStatus(StrEnum):
    """How far a referral has come."""

    PASSED = "passed"
    CONTACTED = "contacted"
    WON = "won"
    LOST = "lost"


LEVELS = (
    "details passed on",
    "material sent",
    "testimonial",
    "call ahead",
    "introduced in person",
)
"""What each level of a referral means, 1 to 5."""

OPEN = (ReferralStatus.PASSED, ReferralStatus.CONTACTED)
"""The statuses of a referral that isn't settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDraft:
    """What a person may say of a referral; which way it went, when and whose are needed."""

    direction: Direction
    day: date
    """Local; the day it was passed, not to come."""
    partner_id: int
    """The contact it was given to, or received from."""
    prospect_id: int | None = None
    """The contact whom it is about."""
    group_id: int | None = None
    """The group it went through; None: outside, or through that of its meeting."""
    meeting_id: int | None = None
    level: int | None = None
    """How warm it was, 1 to 5 as in LEVELS."""
    status: ReferralStatus = ReferralStatus.PASSED
    source_id: int | None = None
    """The referral it came out of."""
    note: str = ""
    """Private."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(ReferralDraft):
    """A referral as it stands in the journal."""

    id: int
    partner: str
    """The partner's name."""
    prospect: str = ""
    """The prospect's name."""
    group: str = ""
    """The name of the group it says it went through, else of its meeting's."""
    business: Decimal | None = None
    """All the business it brought so far; None: none is recorded."""
    spin_offs: int = 0
    """How many referrals came directly out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLook:
    """Which referrals a list shows; whatever is left out isn't asked for."""

    direction: Direction | None = None
    statuses: tuple[ReferralStatus, ...] = tuple(ReferralStatus)
    contact_id: int | None = None
    """As partner or as prospect."""
    since: date | None = None
    until: date | None = None
    words: str = ""
    """What it holds: each word begins one of the names, the group's or the note's."""


EVERY_REFERRAL = ReferralLook()
"""Looks at all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralPages:
    """A long list of referrals: how many there are, and a function that fetches any stretch."""

    total: int
    page: Callable[[int, int], tuple[Referral, ...]]
    """`page(first, count)`: newest first, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline(ReferralPages):
    """Referrals with those first that aren't settled; each part newest first."""

    open: int
    """How many of them aren't settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactExchange:
    """What went either way between me and a contact, as the partner of referrals."""

    given: int
    received: int
    brought: Decimal | None
    """All the business their referrals brought me; None: none is recorded."""
    gave: Decimal | None
    """All the business mine are known to have brought them; None: none is recorded."""
