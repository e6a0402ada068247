"""Give and get: what went either way, as figures."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from netjournal.model.business import Origin
from netjournal.model.figure import Figure


class Passed(NamedTuple):
    """What the figures need of a referral, as it is read: there may be many."""

    id: int
    direction: str
    """As in Direction."""
    day: str
    """Local, `YYYY-MM-DD`."""
    partner_id: int
    source_id: int | None
    group_id: int | None
    """The group it names, else that of its meeting."""
    level: int | None


class Earned(NamedTuple):
    """What they need of an amount that came to me; those of referrals I gave aren't mine."""

    id: int
    hundredths: int
    """Of the amount."""
    day: str
    """Local, `YYYY-MM-DD`."""
    source: str | None
    """`referral`, another origin, or None: unknown."""
    client_id: int | None
    """The client said, else the prospect of the referral."""
    referral_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """How many referrals went each way."""

    given: int = 0
    received: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupExchange:
    """What went each way through a group; a referral counts whole in each of its groups."""

    group_id: int | None
    """None: outside every group."""
    group: str
    exchange: Exchange
    credited: Fraction
    """The business it brought me, that of several groups split evenly."""
    days_to_first: int | None
    """From joining to the first referral received; None: none yet, or when I joined is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What became of invitations; those to meetings that were called off don't count."""

    sent: int = 0
    came: int = 0
    no_show: int = 0
    declined: int = 0
    pending_past: int = 0
    """Unanswered although the day of the meeting has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupGiven:
    """What went either way through one group, and what became of the invitations to it."""

    exchange: GroupExchange | None
    """None: no referral went through it."""
    invited: Invited


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementInvited:
    """What became of the invitations sent with one version of a value statement."""

    statement_id: int | None
    """None: none was written."""
    statement: str
    group_id: int | None
    """None for one-offs."""
    group: str
    """Empty for one-offs."""
    invited: Invited
    show_rate: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceBusiness:
    """What one source brought me."""

    source: Origin | str | None
    """`referral`, another origin, or None: unknown."""
    amount: Decimal
    retention: Figure
    """Of the clients whose first business came so: the share with business on two days or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What it all comes to, over the whole journal."""

    exchange: Exchange
    business: Decimal
    """All that came to me."""
    invited: Invited
    show_rate: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAndGet(Totals):
    """What I gave and got, over the whole journal; `journal.evidence` gives the rows behind it."""

    heat_given: Figure
    """The median level; likewise of those received."""
    heat_received: Figure
    lag: Figure
    """Days from the first given to a partner to the first got back, the median."""
    per_contact_met: Figure
    groups: tuple[GroupExchange, ...]
    """Those with anything, by name, and outside last."""
    sources: tuple[SourceBusiness, ...]
    retention: Figure
    statements: tuple[StatementInvited, ...]
    """The last written first."""
    returned: int
    """Of those who came to a group: how many came again later; each contact and group once."""
    joined: int
    came: int
    """Contacts who came to a group by invitation, each contact and group once."""
    days_since_invited: int | None
    """None: never."""
    asks: int
    gives: int
    asks_per_give: Figure
