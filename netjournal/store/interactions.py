"""Queries over interactions."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from netjournal.errors import InvalidError
from netjournal.model.interaction import Interaction, InteractionDraft, InteractionKind
from netjournal.store.conditions import stated, where
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import (
    ContactRow,
    GroupRow,
    InteractionContactRow,
    InteractionRow,
)


def add(session: Session, draft: InteractionDraft, added_at: datetime) -> int:
    """Adds an interaction and gives its id."""
    _refuse_strangers(session, draft)
    interaction_id = insert(session, valid(InteractionRow, draft, added_at=added_at))
    _put_contacts(session, interaction_id, draft.contact_ids)
    return interaction_id


def change(session: Session, interaction_id: int, draft: InteractionDraft) -> None:
    """Writes a draft over an interaction."""
    _refuse_strangers(session, draft)
    revise(session, InteractionRow, interaction_id, draft)
    _put_contacts(session, interaction_id, draft.contact_ids)


def remove(session: Session, interaction_id: int) -> None:
    """Removes an interaction."""
    session.delete(existing(session, InteractionRow, interaction_id))


def remove_with_nobody_but(session: Session, contact_ids: Sequence[int]) -> None:
    """Removes the interactions in which nobody would be left without the contacts."""
    session.execute(
        text(
            "WITH gone AS (SELECT value FROM json_each(:ids)) DELETE FROM interactions "
            "WHERE id IN (SELECT interaction_id FROM interaction_contacts "
            "WHERE contact_id IN gone) AND NOT EXISTS (SELECT 1 FROM interaction_contacts ic "
            "WHERE ic.interaction_id = interactions.id AND ic.contact_id NOT IN gone)"
        ),
        {"ids": json.dumps(list(contact_ids))},
    )


def get(session: Session, interaction_id: int) -> Interaction:
    """An interaction; NotFoundError when it isn't there."""
    existing(session, InteractionRow, interaction_id)
    return _whole(session, [interaction_id])[0]


def count(session: Session, contact_id: int | None, since: date | None, until: date | None) -> int:
    """How many interactions there are from one day to another, with a contact or with anyone."""
    within, values = _within(contact_id, since, until)
    rows = session.execute(text(f"SELECT count(*) FROM interactions i{within}"), values)
    return int(rows.scalar_one())


def stretch(
    session: Session,
    first: int,
    size: int,
    contact_id: int | None,
    since: date | None,
    until: date | None,
) -> tuple[Interaction, ...]:
    """A stretch of those interactions, newest first."""
    within, values = _within(contact_id, since, until)
    ids = session.execute(
        text(
            f"SELECT i.id FROM interactions i{within} ORDER BY i.day DESC, i.id DESC "
            "LIMIT :size OFFSET :first"
        ),
        {**values, "size": size, "first": first},
    )
    return _whole(session, ids.scalars().all())


def _whole(session: Session, interaction_ids: Sequence[int]) -> tuple[Interaction, ...]:
    """Interactions with the names of those they were with, in the order of their ids given."""
    query = (
        select(InteractionRow, GroupRow.name)
        .join(GroupRow, col(GroupRow.id) == col(InteractionRow.group_id), isouter=True)
        .where(col(InteractionRow.id).in_(interaction_ids))
    )
    people = _people(session, interaction_ids)
    found = {
        row.id: Interaction(
            **row.model_dump(exclude={"added_at"}),
            contact_ids=tuple(contact_id for contact_id, _ in people[row.id or 0]),
            names=tuple(name for _, name in people[row.id or 0]),
            group=group or "",
        )
        for row, group in session.exec(query)
    }
    return tuple(found[interaction_id] for interaction_id in interaction_ids)


def _people(session: Session, interaction_ids: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """The id and name of each contact, by the interaction's id, in their order."""
    query = (
        select(InteractionContactRow.interaction_id, ContactRow.id, ContactRow.name)
        .join(ContactRow, col(ContactRow.id) == col(InteractionContactRow.contact_id))
        .where(col(InteractionContactRow.interaction_id).in_(interaction_ids))
        .order_by(col(InteractionContactRow.position))
    )
    people: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for interaction_id, contact_id, name in session.exec(query):
        people[interaction_id].append((contact_id or 0, name))
    return people


def _put_contacts(session: Session, interaction_id: int, contact_ids: Sequence[int]) -> None:
    positions = {contact_id: position for position, contact_id in enumerate(contact_ids)}
    query = select(InteractionContactRow).where(
        InteractionContactRow.interaction_id == interaction_id
    )
    for row in session.exec(query).all():
        position = positions.pop(row.contact_id, None)
        if position is None:
            session.delete(row)
        elif position != row.position:
            row.position = position
    for contact_id, position in positions.items():
        said = {"contact_id": contact_id, "position": position}
        insert(session, valid(InteractionContactRow, said, interaction_id=interaction_id))


def _refuse_strangers(session: Session, draft: InteractionDraft) -> None:
    """Raises InvalidError when those it was with can't be right, NotFoundError when one is gone."""
    for contact_id in draft.contact_ids:
        existing(session, ContactRow, contact_id)
    if draft.group_id is not None:
        existing(session, GroupRow, draft.group_id)
    if sentence := _wrong_with_people(draft):
        raise InvalidError({"contact_ids": sentence})


def _wrong_with_people(draft: InteractionDraft) -> str:
    if not draft.contact_ids:
        return "Nobody is named; name whom it was with."
    if len(set(draft.contact_ids)) < len(draft.contact_ids):
        return "Someone is named twice; name each person once."
    if draft.kind is InteractionKind.INTRODUCTION and len(draft.contact_ids) < 2:
        return "An introduction takes at least two people; name whom you introduced."
    return ""


def _within(
    contact_id: int | None, since: date | None, until: date | None
) -> tuple[str, dict[str, Any]]:
    conditions, values = stated(
        {
            "i.id IN (SELECT interaction_id FROM interaction_contacts "
            "WHERE contact_id = :contact_id)": ("contact_id", contact_id),
            "i.day >= :since": ("since", since and f"{since}"),
            "i.day <= :until": ("until", until and f"{until}"),
        }
    )
    return where(conditions), values
