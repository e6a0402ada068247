"""A contact: a person, with what makes them worth knowing and worth referring."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from netjournal.model.depth import Depth
from netjournal.model.follow_up import FollowUp
from netjournal.model.membership import Membership


class Successful(StrEnum):
    """Whether a person does well at what they do."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Client(StrEnum):
    """Whether a person buys from me."""

    NEVER = "never"
    PROSPECT = "prospect"
    CLIENT = "client"
    PAST = "past"


class Referable(StrEnum):
    """Whether I could send someone to a person with a clear conscience."""

    YES = "yes"
    NOT_YET = "not yet"


class Order(StrEnum):
    """How a list of contacts can be sorted."""

    NAME = "name"
    ORGANISATION = "organisation"
    GROUPS = "group"
    DEPTH = "depth"
    LAST_TOUCH = "last touch"
    NEXT_DUE = "next follow-up"


class Facet(StrEnum):
    """A kind of contacts that a list can be narrowed to; only ARCHIVED lists who was put away."""

    QUIET = "going quiet"
    NO_WHY = "no why yet"
    DUE = "follow-up due"
    RE_EVALUATE = "took offence"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Which contacts are looked at, and in which order; whatever is given narrows the list."""

    words: str = ""
    """Each begins a word of their name, organisation, tags or notes."""
    order: Order = Order.NAME
    backward: bool = False
    """Whether the order is reversed; those of whom it isn't known come last all the same."""
    facet: Facet | None = None
    group_id: int | None = None
    """A member of that group today; see ContactLine.groups."""
    tag: str | None = None
    """Whatever its case and accents."""

    @property
    def falling(self) -> bool:
        """Whether the list begins with the greatest: the deepest, the last in touch."""
        return (self.order in (Order.DEPTH, Order.LAST_TOUCH)) != self.backward


EVERYONE = Look()
"""All who aren't put away, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDraft:
    """What a person may say of a contact; only the name is needed."""

    name: str
    organisation: str = ""
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    location: str = ""
    classification: str = ""
    """The profession they stand for."""
    why: str = ""
    """Why they do what they do."""
    good_referral: str = ""
    """Who to send them."""
    goals: str = ""
    accomplishments: str = ""
    interests: str = ""
    networks: str = ""
    skills: str = ""
    tags: tuple[str, ...] = ()
    how_met: str = ""
    successful: Successful | None = None
    client: Client | None = None
    could_refer: Referable | None = None
    re_evaluate: bool = False
    """Took offence at a decision that was good for me."""
    cadence_days: int | None = None
    """Days between touches, 1 or more."""
    notes: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(ContactDraft):
    """A contact as they stand in the journal."""

    id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """A contact as one row of the list of contacts."""

    id: int
    name: str
    organisation: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    tags: tuple[str, ...]
    groups: tuple[str, ...]
    """Names of the groups they are a member of today; those of whom no membership is recorded are
    a member wherever they were seen in the last 365 days."""
    times_met: int
    """Attended meetings they were at."""
    last_seen: str | None
    """Local date of the latest of those, `YYYY-MM-DD`."""
    last_touch: str | None
    """Local date we last talked, were in touch or passed a referral, `YYYY-MM-DD`; mere presence
    isn't a touch."""
    depth: int | None
    """0 seen only, 1 talked, 2 their why known, 3 a one-to-one held, 4 a referral passed; None:
    nothing recorded."""
    has_why: bool
    quiet: bool
    """Whether they are going quiet; so for today, like the groups."""
    next_due: str | None
    """Local date by which their next open follow-up is due, `YYYY-MM-DD`."""
    archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMatch:
    """A contact offered while a name is being typed."""

    id: int
    name: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """One meeting a contact was at, as their card shows it."""

    meeting_id: int
    start: str
    """Local start, `YYYY-MM-DDTHH:MM`."""
    title: str
    """The group's name, or the one-off's title."""
    note: str
    talked: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Touches:
    """How often we were in touch; mere presence isn't one."""

    talked: int
    """Meetings at which we talked."""
    interactions: int
    referrals: int = 0
    """Given to them or received from them."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.talked + self.interactions + self.referrals


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often I want to be in touch with someone, and what says so."""

    days: int
    source: str
    """`own`, `tag investor`, or `default`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A contact with what the journal says of them."""

    contact: Contact
    line: ContactLine
    depth: Depth
    cadence: Cadence
    quiet: bool
    """Whether they are going quiet."""
    touches: Touches
    profile_filled: int
    """How many of PROFILE are filled."""
    first_met: Encounter | None
    """The first meeting they were at."""
    encounters: tuple[Encounter, ...]
    """The latest ones, newest first, at most as many as were asked for."""
    memberships: tuple[Membership, ...]
    """Those that last first, then by the group's name."""
    follow_ups: tuple[FollowUp, ...]
    """The open ones, soonest due first."""


PROFILE = (
    "why",
    "good_referral",
    "goals",
    "accomplishments",
    "interests",
    "networks",
    "skills",
)
"""The fields that make a contact's profile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPages:
    """A long list of contacts: how many there are, and a function that fetches any stretch."""

    total: int | None
    """How many rows the list has; None while a filter's hits are more than were fetched."""
    shown: int
    """How many rows can be paged through."""
    page: Callable[[int, int], tuple[ContactLine, ...]]
    """`page(first, count)`: rows in the list's order, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChoice:
    """A group that a list of contacts can be narrowed to."""

    id: int
    name: str
    count: int
    """Its members, those put away left out; likewise of a tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagChoice:
    """A tag that a list of contacts can be narrowed to."""

    tag: str
    """As it is written for whoever of them was added first."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactChoices:
    """What a list of contacts can be narrowed to, each with how many there are."""

    facets: tuple[tuple[Facet, int], ...]
    """Every facet, in their order."""
    groups: tuple[GroupChoice, ...]
    """By name; those with no member left out."""
    tags: tuple[TagChoice, ...]
    """By name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagCadence:
    """How often I want to be in touch with those who have a tag."""

    tag: str
    days: int
