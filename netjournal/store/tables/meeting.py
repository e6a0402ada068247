"""The tables of meetings, who was there, and the reflections on them."""

from datetime import datetime
from typing import ClassVar, Self

from pydantic import model_validator
from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from netjournal.model.reflection import Done
from netjournal.store.tables.columns import (
    Count,
    FiveSteps,
    Line,
    Lines,
    Text,
    UtcStamp,
    WallClock,
    choice,
)
from netjournal.store.tables.row import Row


class MeetingRow(Row, table=True):
    """A meeting."""

    __tablename__: ClassVar[str] = "meetings"
    __table_args__ = (
        CheckConstraint("NOT (cancelled AND missed)", "meeting_cancelled_or_missed"),
        CheckConstraint(
            "start IS strftime('%Y-%m-%dT%H:%M', start, '+0 days')", "meeting_starts_to_the_minute"
        ),
        UniqueConstraint("group_id", "start", name="meeting_of_a_group_at_its_own_time"),
        Index("meetings_by_start", "start", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    group_id: int | None = Field(default=None, foreign_key="groups.id", ondelete="CASCADE")
    start: datetime = Field(sa_type=WallClock)
    title: Line = ""
    duration_minutes: int | None = Field(default=None, ge=1, le=7 * 24 * 60)
    place: Line = ""
    cancelled: bool = False
    missed: bool = False
    headcount: Count | None = None
    pitched: bool | None = None

    @model_validator(mode="after")
    def _cancelled_or_missed(self) -> Self:
        if self.cancelled and self.missed:
            message = "missed: a meeting that was called off can't have been missed"
            raise ValueError(message)
        return self


class AttendanceRow(Row, table=True):
    """A contact at a meeting."""

    __tablename__: ClassVar[str] = "attendances"
    __table_args__ = (
        UniqueConstraint("meeting_id", "contact_id", name="attendance_once_a_meeting"),
        Index("attendances_by_contact", "contact_id", "meeting_id"),
        Index("attendances_asked", "meeting_id", sqlite_where=text("asked")),
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(foreign_key="meetings.id", ondelete="CASCADE")
    contact_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")
    talked: bool | None = None
    asked: bool | None = None
    heard_pitch: bool | None = None
    note: Text = ""


class ReflectionRow(Row, table=True):
    """My own note on one meeting."""

    __tablename__: ClassVar[str] = "reflections"
    __table_args__ = (
        *(
            CheckConstraint(f"{rating} BETWEEN 1 AND 5", f"reflection_{rating}_has_five_steps")
            for rating in ("energy", "confidence", "pushiness", "energy_before")
        ),
        CheckConstraint("opportunities >= 0", "reflection_counts_opportunities"),
        UniqueConstraint("meeting_id", name="reflection_one_a_meeting"),
        Index("reflections_by_rating", "meeting_id", "energy", "confidence", "pushiness"),
    )

    id: int | None = Field(default=None, primary_key=True)
    meeting_id: int = Field(default=0, foreign_key="meetings.id", ondelete="CASCADE")
    written_at: datetime | None = Field(default=None, sa_type=UtcStamp)
    energy: FiveSteps
    confidence: FiveSteps
    pushiness: FiveSteps
    energy_before: FiveSteps | None = None
    opportunities: Count | None = None
    gives: Lines = ""
    asks: Lines = ""
    received: Text = ""
    quick_fix: bool | None = None
    planned_work: Text = ""
    planned_done: Done | None = Field(default=None, sa_type=choice(Done, "reflection_planned_done"))
    notes: Text = ""


class RatingDayRow(Row, table=True):
    """A day's attended meetings counted and their ratings added up, of one group or of all."""

    __tablename__: ClassVar[str] = "rating_days"
    __table_args__ = (Index("rating_days_by_day", "day"),)

    scope: int = Field(primary_key=True)
    """The group's id, or 0 for everything, one-offs included."""
    day: str = Field(primary_key=True)
    """Local date, `YYYY-MM-DD`."""
    attended: int
    """How many meetings, those without a reflection among them."""
    n: int
    """How many reflections."""
    energy: int
    """The sum; likewise the others."""
    confidence: int
    pushiness: int
    befores: int
    """How many of them also say the energy before."""
    energy_before: int
    energy_after: int
    """The sum of the energy of those that say the energy before."""


class TimesSeenRow(Row, table=True):
    """How often a contact was at a group's attended meetings."""

    __tablename__: ClassVar[str] = "times_seen"
    # A group's rows lie together, so that a save writes one or two pages of them.
    __table_args__ = ({"sqlite_with_rowid": False},)

    group_id: int = Field(primary_key=True)
    contact_id: int = Field(primary_key=True)
    times: int
    first_seen: str
    """Local date, `YYYY-MM-DD`; likewise of the last."""
    last_seen: str
