"""Queries over memberships."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from netjournal.errors import InvalidError
from netjournal.model.membership import Member, Membership, MembershipDraft
from netjournal.store.engines import plain_rows
from netjournal.store.members import members, on_day
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import ContactRow, GroupRow, MembershipRow
from netjournal.when import say_day


def add(session: Session, draft: MembershipDraft) -> int:
    """Adds a membership and gives its id; InvalidError when they have that place already."""
    row = valid(MembershipRow, draft)
    _refuse_overlap(session, draft, None)
    return insert(session, row)


def change(session: Session, membership_id: int, draft: MembershipDraft) -> None:
    """Writes a draft over a membership; InvalidError as when adding one."""
    revise(session, MembershipRow, membership_id, draft)
    _refuse_overlap(session, draft, membership_id)


def end(session: Session, membership_id: int, on: date) -> None:
    """Makes a day the last one of a membership."""
    revise(session, MembershipRow, membership_id, {"until": on})
    _refuse_overlap(session, get(session, membership_id), membership_id)


def remove(session: Session, membership_id: int) -> None:
    """Removes a membership."""
    session.delete(existing(session, MembershipRow, membership_id))


def get(session: Session, membership_id: int) -> Membership:
    """A membership; NotFoundError when it isn't there."""
    existing(session, MembershipRow, membership_id)
    return next(_found(session, MembershipRow.id == membership_id))


def of_contact(session: Session, contact_id: int, today: date) -> tuple[Membership, ...]:
    """A contact's memberships: those not over by group, then those that are, the latest first."""
    held = tuple(
        _found(session, MembershipRow.contact_id == contact_id, order=(GroupRow.folded_name,))
    )
    lasting = (one for one in held if (one.until or today) >= today)
    over = (one for one in held if (one.until or today) < today)
    return (*lasting, *sorted(over, key=lambda one: one.until or today, reverse=True))


def of_group(session: Session, group_id: int, today: date) -> tuple[Member, ...]:
    """A group's members on a day, those known deepest first."""
    existing(session, GroupRow, group_id)
    rows = plain_rows(session, _MEMBERS_OF_GROUP, {"group_id": group_id, **on_day(today)})
    held = {
        membership.contact_id: membership
        for membership in _found(session, MembershipRow.group_id == group_id)
        if (membership.since or today) <= today <= (membership.until or today)
    }
    return tuple(
        Member(
            contact_id=contact_id,
            name=name,
            organisation=organisation,
            membership=held.get(contact_id),
            classification=_sits_for(held.get(contact_id)) or own,
            depth=depth,
            times_met=times_met,
            last_seen=last_seen,
            has_why=bool(has_why),
        )
        for contact_id, name, organisation, own, depth, has_why, times_met, last_seen in rows
    )


_MEMBERS_OF_GROUP = f"""
WITH there AS ({members("group_id = :group_id")}), met AS (
  SELECT contact_id AS id, times AS times_met, last_seen FROM times_seen
  WHERE group_id = :group_id AND last_seen <= :day
  UNION ALL SELECT a.contact_id, count(*), date(max(m.start)) FROM times_seen s
  CROSS JOIN attendances a ON a.contact_id = s.contact_id
  CROSS JOIN meetings m ON m.id = a.meeting_id AND m.group_id = s.group_id
  WHERE s.group_id = :group_id AND s.last_seen > :day
  AND m.start < :seen_to AND NOT m.cancelled AND NOT m.missed GROUP BY a.contact_id)
SELECT c.id, c.name, c.organisation, c.classification, f.depth, f.has_why,
  coalesce(met.times_met, 0) AS times_met, met.last_seen
FROM there JOIN contacts c ON c.id = there.contact_id
JOIN contact_facts f ON f.contact_id = c.id LEFT JOIN met ON met.id = c.id
ORDER BY coalesce(f.depth, -1) DESC, f.sort_name, c.id
"""


def _sits_for(membership: Membership | None) -> str:
    return membership.classification if membership else ""


def _found(session: Session, *conditions: Any, order: Any = ()) -> Iterator[Membership]:
    query = (
        select(MembershipRow, ContactRow.name, GroupRow.name)
        .join(ContactRow, col(ContactRow.id) == col(MembershipRow.contact_id))
        .join(GroupRow, col(GroupRow.id) == col(MembershipRow.group_id))
        .where(*conditions)
        .order_by(*order, col(MembershipRow.id))
    )
    for row, name, group in session.exec(query):
        yield Membership(**row.model_dump(), name=name, group=group)


def _refuse_overlap(session: Session, draft: MembershipDraft, own_id: int | None) -> None:
    """Raises InvalidError when a contact would hold two places in one group on the same day."""
    for other in _found(
        session,
        MembershipRow.contact_id == draft.contact_id,
        MembershipRow.group_id == draft.group_id,
        MembershipRow.id != own_id,
    ):
        if _overlap(draft, other):
            sentence = (
                f"{other.name} is in {other.group} already{_span(other)}; "
                "change or end that membership."
            )
            raise InvalidError({"since": sentence})


def _overlap(one: MembershipDraft, other: MembershipDraft) -> bool:
    return (one.since or date.min) <= (other.until or date.max) and (other.since or date.min) <= (
        one.until or date.max
    )


def _span(membership: Membership) -> str:
    days = (("since", membership.since), ("until", membership.until))
    said = [f"{word} {say_day(day)}" for word, day in days if day]
    return f", {', '.join(said)}" if said else ""
