"""Closed business: an amount that was invoiced, and what brought it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Origin(StrEnum):
    """What brought business, where it was no referral."""

    COLD = "cold"
    WALK_IN = "walk-in"
    REPEAT = "repeat"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessDraft:
    """What a person may say of closed business; the amount and the day are needed."""

    amount: Decimal
    """In the journal's one currency; more than 0, with at most two decimals."""
    day: date
    """Local; the day it was invoiced, not to come."""
    client_id: int | None = None
    """The contact who is the client; None: the prospect of the referral, if it names one."""
    referral_id: int | None = None
    """The referral that brought it."""
    origin: Origin | None = None
    """What else brought it; None where a referral did, or it is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Business(BusinessDraft):
    """Closed business as it stands in the journal."""

    id: int
    client: str = ""
    """The name of the client, be it said of the business or by its referral."""
