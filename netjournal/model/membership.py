"""A membership: a contact's place in a group."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipDraft:
    """What a person may say of a contact's place in a group."""

    contact_id: int
    group_id: int
    role: str = ""
    """Such as `chair` or `treasurer`."""
    classification: str = ""
    """The profession they sit for; empty: their own."""
    since: date | None = None
    """None: unknown, so for as long as one can tell."""
    until: date | None = None
    """The last day; None while it lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(MembershipDraft):
    """A membership as it stands in the journal."""

    id: int
    name: str
    """The contact's."""
    group: str
    """The group's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Someone in a group, as its page shows them."""

    contact_id: int
    name: str
    organisation: str
    membership: Membership | None
    """None for someone who is a member only by having been seen: they have no membership at all."""
    classification: str
    """Of the membership, else their own."""
    depth: int | None
    times_met: int
    """At meetings of this group."""
    last_seen: str | None
    """Local date at a meeting of this group, `YYYY-MM-DD`."""
    has_why: bool
