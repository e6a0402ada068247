"""The tables of contacts and of what a contact can have several of."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from netjournal.model.contact import Client, Referable, Successful
from netjournal.store.tables.columns import Line, Name, Text, UtcStamp, choice
from netjournal.store.tables.row import Row


class ContactRow(Row, table=True):
    """A contact."""

    __tablename__: ClassVar[str] = "contacts"
    __table_args__ = (
        CheckConstraint("name <> ''", "contact_has_a_name"),
        CheckConstraint("cadence_days BETWEEN 1 AND 3650", "contact_cadence_is_some_days"),
        Index("contacts_to_re_evaluate", "id", sqlite_where=text("re_evaluate")),
        Index("contacts_to_refer_to", "id", sqlite_where=text("good_referral <> ''")),
    )

    id: int | None = Field(default=None, primary_key=True)
    added_at: datetime | None = Field(default=None, sa_type=UtcStamp)
    name: Name
    organisation: Line = ""
    role: Line = ""
    location: Line = ""
    classification: Line = ""
    why: Text = ""
    good_referral: Text = ""
    goals: Text = ""
    accomplishments: Text = ""
    interests: Text = ""
    networks: Text = ""
    skills: Text = ""
    how_met: Text = ""
    successful: Successful | None = Field(
        default=None, sa_type=choice(Successful, "contact_successful")
    )
    client: Client | None = Field(default=None, sa_type=choice(Client, "contact_client"))
    could_refer: Referable | None = Field(
        default=None, sa_type=choice(Referable, "contact_could_refer")
    )
    re_evaluate: bool = False
    cadence_days: int | None = Field(default=None, ge=1, le=3650)
    notes: Text = ""
    archived: bool = False


class DetailKind(StrEnum):
    """What a contact can have several of."""

    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    TAG = "tag"


class ContactDetailRow(Row, table=True):
    """One email address, phone number, link or tag of a contact."""

    __tablename__: ClassVar[str] = "contact_details"
    __table_args__ = (
        CheckConstraint("value <> ''", "contact_detail_says_something"),
        Index("contact_details_by_contact", "contact_id", "kind", "position"),
        Index("contact_details_by_value", "kind", "folded_value", "contact_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")
    kind: DetailKind = Field(sa_type=choice(DetailKind, "contact_detail_kind"))
    position: int
    """0 is the first of its kind."""
    value: Name
    folded_value: str
    """The value without case and accents."""


class TagCadenceRow(Row, table=True):
    """How often I want to be in touch with those who have a tag."""

    __tablename__: ClassVar[str] = "tag_cadences"
    __table_args__ = (
        CheckConstraint("tag <> ''", "tag_cadence_has_a_tag"),
        CheckConstraint("days BETWEEN 1 AND 3650", "tag_cadence_is_some_days"),
        UniqueConstraint("folded_tag", name="tag_cadence_one_a_tag"),
    )

    id: int | None = Field(default=None, primary_key=True)
    tag: Name
    folded_tag: str
    """The tag without case and accents."""
    days: int = Field(ge=1, le=3650)


class ApartRow(Row, table=True):
    """Two contacts who look alike and were said to be two people."""

    __tablename__: ClassVar[str] = "contacts_apart"
    __table_args__ = (
        CheckConstraint("first_id < second_id", "apart_lower_comes_first"),
        UniqueConstraint("first_id", "second_id", name="apart_said_once"),
        Index("contacts_apart_by_second", "second_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    first_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")
    second_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")


class ContactFactsRow(Row, table=True):
    """What is derived about a contact, kept so that 100,000 of them can be sorted by it."""

    __tablename__: ClassVar[str] = "contact_facts"
    __table_args__ = (
        *(
            # A list narrowed to those without a why reads nothing but its index, too.
            Index(name, "archived", *order, "sort_name", "contact_id", "has_why")
            for name, order in (
                ("contacts_by_name", ()),
                ("contacts_by_organisation", ("sort_organisation",)),
                ("contacts_by_groups", ("sort_groups",)),
                ("contacts_by_depth", ("depth",)),
                ("contacts_by_last_touch", (text("last_touch DESC"),)),
                ("contacts_by_next_due", ("next_due",)),
            )
        ),
        Index("contacts_met", "first_seen", sqlite_where=text("first_seen IS NOT NULL")),
    )

    contact_id: int = Field(primary_key=True, foreign_key="contacts.id", ondelete="CASCADE")
    archived: bool
    sort_name: str
    sort_organisation: str
    sort_groups: str
    """The folded name of the group they were last seen at, else of one they are a member of."""
    times_met: int
    """Attended meetings they were at."""
    first_seen: str | None
    """Local date of the first of those, `YYYY-MM-DD`."""
    last_seen: str | None
    """Likewise of the last."""
    last_touch: str | None
    """Local date we last talked, were in touch or passed a referral, `YYYY-MM-DD`; mere presence
    isn't a touch."""
    depth: int | None
    """0 seen only, 1 talked, 2 their why known, 3 a one-to-one held, 4 a referral passed; None:
    nothing recorded."""
    has_why: bool
    next_due: str | None
    """Local date, `YYYY-MM-DD`, by which their next open follow-up is due."""
    cadence_days: int | None
    """Their own."""
