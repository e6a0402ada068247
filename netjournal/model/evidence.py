"""Evidence: the rows that a figure of give and get rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from netjournal.model.change import Noun


class Part(StrEnum):
    """A figure of give and get, as it can be asked for its rows."""

    GIVEN = "given"
    """Every referral given; its number is the level. Likewise those received."""
    RECEIVED = "received"
    HEAT_GIVEN = "heat-given"
    """Those given that say how warm they were; its number is the level."""
    HEAT_RECEIVED = "heat-received"
    LAG = "lag"
    """Of each partner the first got back, its number the days, and then the first given."""
    PER_CONTACT_MET = "per-contact-met"
    """Every referral."""
    GROUP = "group"
    """The referrals through a group; `group_id` says which, None outside every group."""
    CREDITED = "credited"
    """The business through a group, as above; its number is what the group is credited with."""
    DAYS_TO_FIRST = "days-to-first"
    """The first referral received through a group, its number the days since I joined."""
    BUSINESS = "business"
    """All business that came to me; its number is the amount."""
    SOURCE = "source"
    """What one source brought; `source` as in SourceBusiness."""
    RETENTION = "retention"
    """All business with a client, client by client."""
    SOURCE_RETENTION = "source-retention"
    """That of the clients whose first came from a source."""
    SENT = "sent"
    """Every invitation that counts; its state is the outcome."""
    CAME = "came"
    NO_SHOW = "no-show"
    DECLINED = "declined"
    PENDING_PAST = "pending-past"
    SHOW_RATE = "show-rate"
    """The invitations with an outcome."""
    STATEMENT = "statement"
    """Those of one value statement: `statement_id` and `group_id` as in StatementInvited."""
    GUESTS = "guests"
    """The invitation by which each contact first came to a group."""
    RETURNED = "returned"
    """The meeting at which each of those came again."""
    JOINED = "joined"
    """The membership that each of those began."""
    DAYS_SINCE_INVITED = "days-since-invited"
    """The invitations sent on the last day on which any were."""
    ASKS = "asks"
    """Asks of a person, at a meeting or not, and those noted in reflections, so many a meeting."""
    GIVES = "gives"
    """Referrals given, introductions, and what reflections note as given, so many a meeting."""
    ASKS_PER_GIVE = "asks-per-give"


OF_GROUP = (Part.GROUP, Part.CREDITED, Part.DAYS_TO_FIRST)
"""What is asked for of one group, or of outside them all."""
OF_SOURCE = (Part.SOURCE, Part.SOURCE_RETENTION)
"""What is asked for of one source of business."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A row that a figure rests on."""

    noun: Noun
    """What it is: a referral, business, an invitation, a meeting, an interaction, a membership."""
    record_id: int
    day: date
    """Local; of an invitation, the day of its meeting."""
    contact_id: int | None
    """The partner, the client, the guest, whom it was asked of; None: nobody, or nobody known."""
    name: str
    """Theirs; empty: nobody's."""
    about: str
    """The prospect; the partner whose referral brought business; the meeting; what was noted."""
    state: str
    """Which way a referral went, what brought business, what became of an invitation, or else
    `asked` or `gave`; empty: unknown.
    """
    number: Fraction | None = None
    """A level, days, an amount, or how many it counts as; None: it has none."""
