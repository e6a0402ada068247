"""Queries over closed business."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from netjournal.model.business import Business, BusinessDraft
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import BusinessRow, ContactRow, ReferralRow


def add(session: Session, draft: BusinessDraft, added_at: datetime) -> int:
    """Adds closed business and gives its id."""
    _refuse_strangers(session, draft)
    return insert(session, valid(BusinessRow, draft, added_at=added_at))


def change(session: Session, business_id: int, draft: BusinessDraft) -> None:
    """Writes a draft over closed business."""
    _refuse_strangers(session, draft)
    revise(session, BusinessRow, business_id, draft)


def remove(session: Session, business_id: int) -> None:
    """Removes closed business."""
    session.delete(existing(session, BusinessRow, business_id))


def get(session: Session, business_id: int) -> Business:
    """Closed business; NotFoundError when it isn't there."""
    existing(session, BusinessRow, business_id)
    return _found(session, BusinessRow.id == business_id)[0]


def of_referral(session: Session, referral_id: int) -> tuple[Business, ...]:
    """What a referral brought, oldest first."""
    return _found(session, BusinessRow.referral_id == referral_id)


def every(session: Session) -> tuple[Business, ...]:
    """All of it, oldest first."""
    return _found(session)


def _found(session: Session, *conditions: Any) -> tuple[Business, ...]:
    client = func.coalesce(BusinessRow.client_id, ReferralRow.prospect_id)
    query = (
        select(BusinessRow, ContactRow.name)
        .join(ReferralRow, col(ReferralRow.id) == col(BusinessRow.referral_id), isouter=True)
        .join(ContactRow, col(ContactRow.id) == client, isouter=True)
        .where(*conditions)
        .order_by(col(BusinessRow.day), col(BusinessRow.id))
    )
    return tuple(
        Business(**row.model_dump(exclude={"added_at"}), client=name or "")
        for row, name in session.exec(query)
    )


def _refuse_strangers(session: Session, draft: BusinessDraft) -> None:
    if draft.client_id is not None:
        existing(session, ContactRow, draft.client_id)
    if draft.referral_id is not None:
        existing(session, ReferralRow, draft.referral_id)
