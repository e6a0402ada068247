"""The table of follow-ups."""

from datetime import date, datetime
from typing import ClassVar, Self

from pydantic import model_validator
from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from netjournal.model.follow_up import Fit
from netjournal.store.tables.columns import Day, Name, UtcStamp, choice
from netjournal.store.tables.row import Row


class FollowUpRow(Row, table=True):
    """A follow-up."""

    __tablename__: ClassVar[str] = "follow_ups"
    __table_args__ = (
        CheckConstraint("what <> ''", "follow_up_says_what"),
        CheckConstraint("answered IS NULL OR done_on IS NOT NULL", "follow_up_answered_once_done"),
        Index("follow_ups_by_contact", "contact_id", "done_on", "due"),
        Index("follow_ups_open", "due", "id", sqlite_where=text("done_on IS NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    added_at: datetime | None = Field(default=None, sa_type=UtcStamp)
    added_on: date
    contact_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")
    what: Name
    due: Day | None = None
    fit: Fit | None = Field(default=None, sa_type=choice(Fit, "follow_up_fit"))
    done_on: Day | None = None
    answered: bool | None = None

    @model_validator(mode="after")
    def _answered_once_done(self) -> Self:
        if self.answered is not None and self.done_on is None:
            message = "answered: is known only once it is done"
            raise ValueError(message)
        return self
