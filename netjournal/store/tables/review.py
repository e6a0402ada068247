"""The table of weekly reviews."""

from datetime import datetime
from typing import ClassVar, Self

from pydantic import model_validator
from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from netjournal.model.review import Kept
from netjournal.store.tables.columns import Day, Line, Lines, Text, UtcStamp, choice
from netjournal.store.tables.row import Row


class ReviewRow(Row, table=True):
    """A weekly review."""

    __tablename__: ClassVar[str] = "reviews"
    __table_args__ = (
        CheckConstraint("week IS date(week, '+0 days')", "review_week_is_a_day"),
        CheckConstraint(
            "note <> '' OR intention <> '' OR habits <> '' OR kept IS NOT NULL",
            "review_says_something",
        ),
        UniqueConstraint("week", name="review_one_a_week"),
    )

    id: int | None = Field(default=None, primary_key=True)
    written_at: datetime | None = Field(default=None, sa_type=UtcStamp)
    week: Day
    """Its first day."""
    note: Text = ""
    intention: Line = ""
    kept: Kept | None = Field(default=None, sa_type=choice(Kept, "review_kept"))
    habits: Lines = ""
    """Those ticked, as they were called then."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.note or self.intention or self.habits or self.kept):
            message = (
                "note: says nothing, and neither does the rest of the review; write a line, tick "
                "a habit, or say whether last week's intention was kept"
            )
            raise ValueError(message)
        return self
