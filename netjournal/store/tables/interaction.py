"""The tables of interactions and whom they were with."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from netjournal.model.interaction import InteractionKind
from netjournal.store.tables.columns import Day, Minutes, Text, UtcStamp, choice
from netjournal.store.tables.row import Row


class InteractionRow(Row, table=True):
    """An interaction."""

    __tablename__: ClassVar[str] = "interactions"
    __table_args__ = (
        Index("interactions_by_day", "day", "id"),
        Index("interactions_asked", "day", sqlite_where=text("asked")),
        Index("introductions", "day", sqlite_where=text("kind = 'introduction'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    added_at: datetime | None = Field(default=None, sa_type=UtcStamp)
    kind: InteractionKind = Field(sa_type=choice(InteractionKind, "interaction_kind"))
    day: Day
    minutes: Minutes | None = None
    group_id: int | None = Field(default=None, foreign_key="groups.id", ondelete="SET NULL")
    asked: bool | None = None
    partnering: bool | None = None
    note: Text = ""


class InteractionContactRow(Row, table=True):
    """Someone an interaction was with."""

    __tablename__: ClassVar[str] = "interaction_contacts"
    __table_args__ = (
        UniqueConstraint("interaction_id", "contact_id", name="interaction_contact_once"),
        Index("interaction_contacts_by_contact", "contact_id", "interaction_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    interaction_id: int = Field(foreign_key="interactions.id", ondelete="CASCADE")
    contact_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")
    position: int
    """0 is the first."""
