"""The table of referrals."""

from datetime import datetime
from typing import ClassVar, Self

from pydantic import model_validator
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from netjournal.model.referral import Direction, ReferralStatus
from netjournal.store.tables.columns import Day, FiveSteps, Text, UtcStamp, choice
from netjournal.store.tables.row import Row


class ReferralRow(Row, table=True):
    """A referral."""

    __tablename__: ClassVar[str] = "referrals"
    __table_args__ = (
        CheckConstraint("level BETWEEN 1 AND 5", "referral_level_has_five_steps"),
        CheckConstraint("prospect_id <> partner_id", "referral_is_about_another"),
        CheckConstraint("source_id <> id", "referral_comes_out_of_another"),
        Index("referrals_by_day", "day", "id"),
        Index("referrals_by_partner", "partner_id", "direction", "day"),
        Index("referrals_by_prospect", "prospect_id"),
        Index("referrals_by_source", "source_id"),
        Index("referrals_by_group", "group_id"),
        Index("referrals_by_meeting", "meeting_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    added_at: datetime | None = Field(default=None, sa_type=UtcStamp)
    direction: Direction = Field(sa_type=choice(Direction, "referral_direction"))
    day: Day
    partner_id: int = Field(foreign_key="contacts.id", ondelete="CASCADE")
    prospect_id: int | None = Field(default=None, foreign_key="contacts.id", ondelete="SET NULL")
    group_id: int | None = Field(default=None, foreign_key="groups.id", ondelete="SET NULL")
    meeting_id: int | None = Field(default=None, foreign_key="meetings.id", ondelete="SET NULL")
    level: FiveSteps | None = None
    status: ReferralStatus = Field(
        default=ReferralStatus.PASSED, sa_type=choice(ReferralStatus, "referral_status")
    )
    source_id: int | None = Field(default=None, foreign_key="referrals.id", ondelete="SET NULL")
    note: Text = ""

    @model_validator(mode="after")
    def _about_another(self) -> Self:
        if self.prospect_id is not None and self.prospect_id == self.partner_id:
            message = "prospect_id: can't be the partner as well; name whom it is about"
            raise ValueError(message)
        return self
