"""The table of invitations."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from netjournal.model.invitation import Outcome
from netjournal.store.tables.columns import Day, UtcStamp, choice
from netjournal.store.tables.row import Row


class InvitationRow(Row, table=True):
    """An invitation of a contact to a meeting."""

    __tablename__: ClassVar[str] = "invitations"
    __table_args__ = (
        UniqueConstraint("meeting_id", "contact_id", name="invitation_once_a_meeting"),
        Index("invitations_by_contact", "contact_id", "meeting_id"),
        Index("invitations_by_day", "sent_on"),
        Index("invitations_by_statement", "statement_id"),
        Index("invitations_open", "meeting_id", sqlite_where=text("outcome = 'pending'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    added_at: datetime | None = Field(default=None, sa_type=UtcStamp)
    contact_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")
    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE")
    sent_on: Day
    statement_id: int | None = Field(
        default=None, foreign_key="value_statements.id", ondelete="SET NULL"
    )
    """The version in force when it was sent."""
    outcome: Outcome = Field(default=Outcome.PENDING, sa_type=choice(Outcome, "invitation_outcome"))
