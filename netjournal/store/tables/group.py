"""The tables of groups, their schedules and their value statements."""

from datetime import date, datetime, time
from typing import ClassVar, Self

from pydantic import model_validator
from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from netjournal.model.group import Commitment, Kind, Period, Sincerity, Status
from netjournal.model.schedule import check
from netjournal.store.tables.columns import (
    Amount,
    Count,
    Day,
    FiveSteps,
    Hundredths,
    Line,
    Minutes,
    Name,
    Text,
    UtcStamp,
    WallTime,
    choice,
)
from netjournal.store.tables.row import Row


class GroupRow(Row, table=True):
    """A group."""

    __tablename__: ClassVar[str] = "groups"
    __table_args__ = (
        CheckConstraint("name <> ''", "group_has_a_name"),
        CheckConstraint("interest BETWEEN 1 AND 5", "group_interest_has_five_steps"),
        CheckConstraint("left_on >= joined_on", "group_left_after_it_was_joined"),
        UniqueConstraint("folded_name", name="group_name_is_its_own"),
        Index("groups_by_inviter", "invited_by"),
    )

    id: int | None = Field(default=None, primary_key=True)
    name: Name
    folded_name: str
    """The name without case and accents, which no two groups share."""
    added_on: date
    kind: Kind | None = Field(default=None, sa_type=choice(Kind, "group_kind"))
    purpose: Text = ""
    interest: FiveSteps | None = None
    status: Status = Field(default=Status.MEMBER, sa_type=choice(Status, "group_status"))
    commitment: Commitment | None = Field(
        default=None, sa_type=choice(Commitment, "group_commitment")
    )
    invited_by: int | None = Field(default=None, foreign_key="contacts.id", ondelete="SET NULL")
    sincerity: Sincerity | None = Field(default=None, sa_type=choice(Sincerity, "group_sincerity"))
    asked_on: Day | None = None
    joined_on: Day | None = None
    left_on: Day | None = None
    travel_minutes: Minutes | None = None
    preparation_minutes: Minutes | None = None
    size: Count | None = None
    dues: Amount | None = Field(default=None, sa_type=Hundredths)
    dues_period: Period | None = Field(default=None, sa_type=choice(Period, "group_dues_period"))
    fee: Amount | None = Field(default=None, sa_type=Hundredths)
    willing_hours: Amount | None = Field(default=None, sa_type=Hundredths)
    motive: Text = ""
    experiment: Text = ""
    experiment_from: Day | None = None
    experiment_until: Day | None = None
    experiment_outcome: Text = ""
    notes: Text = ""

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.joined_on and self.left_on and self.left_on < self.joined_on:
            message = "left_on: is before the day it was joined"
            raise ValueError(message)
        if (
            self.experiment_from
            and self.experiment_until
            and self.experiment_until < self.experiment_from
        ):
            message = "experiment_until: is before the experiment begins"
            raise ValueError(message)
        return self


class ScheduleRow(Row, table=True):
    """When a group meets, from one date on."""

    __tablename__: ClassVar[str] = "schedules"
    __table_args__ = (
        CheckConstraint("duration_minutes > 0", "schedule_lasts_a_while"),
        Index("schedules_by_group", "group_id", "applies_from"),
    )

    id: int | None = Field(default=None, primary_key=True)
    group_id: int | None = Field(default=None, foreign_key="groups.id", ondelete="CASCADE")
    rule: Line
    """Empty: no more meetings are planned from then on."""
    anchor: Day
    start_time: time = Field(sa_type=WallTime)
    duration_minutes: int | None = Field(default=None, ge=1, le=7 * 24 * 60)
    applies_from: Day | None = None

    @model_validator(mode="after")
    def _rule_gives_dates(self) -> Self:
        if self.rule:
            check(self.rule, self.anchor)
        return self


class ValueStatementRow(Row, table=True):
    """A dated version of why a group is worth others' time."""

    __tablename__: ClassVar[str] = "value_statements"
    __table_args__ = (Index("value_statements_by_group", "group_id", "stated_at"),)

    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="groups.id", ondelete="CASCADE")
    stated_at: datetime = Field(sa_type=UtcStamp)
    text: Text
