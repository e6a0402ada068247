"""The tables of what I stand for."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from netjournal.store.tables.columns import Line, Lines, Text, UtcStamp
from netjournal.store.tables.row import Row


class MeRow(Row, table=True):
    """Me: at most one row."""

    __tablename__: ClassVar[str] = "me"
    __table_args__ = (CheckConstraint("id = 1", "me_is_one_row"),)

    id: int | None = Field(default=None, primary_key=True)
    classification: Line = ""
    natural_partners: Lines = ""
    why: Text = ""
    good_referral: Text = ""
    habits: Lines = ""


class PitchRow(Row, table=True):
    """A dated version of my pitch."""

    __tablename__: ClassVar[str] = "pitches"
    __table_args__ = (Index("pitches_by_moment", "stated_at"),)

    id: int | None = Field(default=None, primary_key=True)
    stated_at: datetime = Field(sa_type=UtcStamp)
    text: Text
