"""Changes of many contacts at once."""

import json
from collections.abc import Sequence

from sqlalchemy import text
from sqlmodel import Session

from netjournal.store import interactions
from netjournal.store.contacts import refuse_detail
from netjournal.store.rules import revise
from netjournal.store.tables import ContactRow
from netjournal.store.tables.contact import DetailKind
from netjournal.text import clean_line, fold

_AMONG = "(SELECT value FROM json_each(:ids))"


def names(session: Session, contact_ids: Sequence[int]) -> Sequence[str]:
    """The names of those that are there."""
    query = f"SELECT name FROM contacts WHERE id IN {_AMONG} ORDER BY id"
    return session.execute(text(query), _ids(contact_ids)).scalars().all()


def tag(session: Session, contact_ids: Sequence[int], tag: str) -> None:
    """Gives contacts a tag, as their last; those who have it keep it as it is written."""
    refuse_detail(DetailKind.TAG, tag)
    session.execute(
        text(
            "INSERT INTO contact_details (contact_id, kind, position, value, folded_value) "
            "SELECT id, 'tag', coalesce((SELECT max(position) + 1 FROM contact_details d "
            "WHERE d.contact_id = contacts.id AND d.kind = 'tag'), 0), :tag, :folded "
            f"FROM contacts WHERE id IN {_AMONG} AND NOT EXISTS (SELECT 1 FROM contact_details d "
            "WHERE d.kind = 'tag' AND d.folded_value = :folded AND d.contact_id = contacts.id)"
        ),
        {**_ids(contact_ids), "tag": clean_line(tag), "folded": fold(tag)},
    )


def untag(session: Session, contact_ids: Sequence[int], tag: str) -> None:
    """Takes a tag from contacts, whatever its case and accents."""
    session.execute(
        text(
            "DELETE FROM contact_details WHERE kind = 'tag' AND folded_value = :folded "
            f"AND contact_id IN {_AMONG}"
        ),
        {**_ids(contact_ids), "folded": fold(tag)},
    )


def archive(session: Session, contact_ids: Sequence[int], archived: bool) -> None:
    """Puts contacts away, or takes them out again."""
    session.execute(
        text(
            "UPDATE contacts SET archived = :archived "
            f"WHERE id IN {_AMONG} AND archived <> :archived"
        ),
        {**_ids(contact_ids), "archived": archived},
    )


def remove(session: Session, contact_ids: Sequence[int]) -> None:
    """Removes contacts, their attendances and the interactions nobody else was in."""
    interactions.remove_with_nobody_but(session, contact_ids)
    session.execute(text(f"DELETE FROM contacts WHERE id IN {_AMONG}"), _ids(contact_ids))


def set_cadence(session: Session, contact_ids: Sequence[int], days: int | None) -> None:
    """Says how often to be in touch with each of the contacts, or leaves it to their tags."""
    for contact_id in contact_ids:
        revise(session, ContactRow, contact_id, {"cadence_days": days})


def _ids(contact_ids: Sequence[int]) -> dict[str, str]:
    return {"ids": json.dumps(list(contact_ids))}
