"""The table of closed business."""

from datetime import datetime
from typing import ClassVar, Self

from pydantic import model_validator
from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from netjournal.model.business import Origin
from netjournal.store.tables.columns import Amount, Day, Hundredths, UtcStamp, choice
from netjournal.store.tables.row import Row


class BusinessRow(Row, table=True):
    """An amount that was invoiced."""

    __tablename__: ClassVar[str] = "business"
    __table_args__ = (
        CheckConstraint("amount > 0", "business_is_worth_something"),
        CheckConstraint("referral_id IS NULL OR origin IS NULL", "business_came_from_one_place"),
        Index("business_by_day", "day", "id"),
        Index("business_by_referral", "referral_id", "amount"),
        Index("business_by_client", "client_id", "day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    added_at: datetime | None = Field(default=None, sa_type=UtcStamp)
    amount: Amount = Field(sa_type=Hundredths)
    day: Day
    client_id: int | None = Field(default=None, foreign_key="contacts.id", ondelete="SET NULL")
    referral_id: int | None = Field(default=None, foreign_key="referrals.id", ondelete="SET NULL")
    origin: Origin | None = Field(default=None, sa_type=choice(Origin, "business_origin"))

    @model_validator(mode="after")
    def _worth_something_from_one_place(self) -> Self:
        if not self.amount:
            message = "amount: is 0; type what was invoiced"
            raise ValueError(message)
        if self.referral_id is not None and self.origin is not None:
            message = "origin: stays empty where a referral brought it"
            raise ValueError(message)
        return self
