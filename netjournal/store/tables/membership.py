"""The table of memberships."""

from typing import ClassVar, Self

from pydantic import model_validator
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from netjournal.store.tables.columns import Day, Line
from netjournal.store.tables.row import Row


class MembershipRow(Row, table=True):
    """A contact's place in a group."""

    __tablename__: ClassVar[str] = "memberships"
    __table_args__ = (
        CheckConstraint("until >= since", "membership_ends_after_it_began"),
        Index("memberships_by_contact", "contact_id", "group_id"),
        Index("memberships_by_group", "group_id", "contact_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")
    group_id: int = Field(foreign_key="groups.id", ondelete="CASCADE")
    role: Line = ""
    classification: Line = ""
    since: Day | None = None
    until: Day | None = None

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.since and self.until and self.until < self.since:
            message = "until: is before the day it began"
            raise ValueError(message)
        return self
