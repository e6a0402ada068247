"""Queries over contacts."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, col, delete, select

from netjournal.errors import InvalidError
from netjournal.model.contact import Contact, ContactDraft
from netjournal.store import interactions
from netjournal.store.engines import plain_rows
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import ContactDetailRow, ContactRow
from netjournal.store.tables.contact import DetailKind
from netjournal.text import clean_line, fold

_DETAILS = {
    DetailKind.EMAIL: "emails",
    DetailKind.PHONE: "phones",
    DetailKind.LINK: "links",
    DetailKind.TAG: "tags",
}


def add(session: Session, draft: ContactDraft, added_at: datetime) -> int:
    """Adds a contact and gives its id."""
    contact_id = insert(session, valid(ContactRow, draft, added_at=added_at))
    _put_details(session, contact_id, draft)
    return contact_id


def change(session: Session, contact_id: int, draft: ContactDraft) -> None:
    """Writes a draft over a contact."""
    revise(session, ContactRow, contact_id, draft)
    _put_details(session, contact_id, draft)


def archive(session: Session, contact_id: int, archived: bool) -> str:
    """Puts a contact away, or takes them out again; gives their name."""
    row = existing(session, ContactRow, contact_id)
    row.archived = archived
    return row.name


def remove(session: Session, contact_id: int) -> None:
    """Removes a contact, their attendances and the interactions nobody else was in."""
    interactions.remove_with_nobody_but(session, [contact_id])
    session.delete(existing(session, ContactRow, contact_id))


def get(session: Session, contact_id: int) -> Contact:
    """A contact; NotFoundError when they aren't there."""
    row = existing(session, ContactRow, contact_id)
    several = details(session, [contact_id])[contact_id]
    return Contact(
        **row.model_dump(exclude={"added_at"}),
        emails=tuple(several[DetailKind.EMAIL]),
        phones=tuple(several[DetailKind.PHONE]),
        links=tuple(several[DetailKind.LINK]),
        tags=tuple(several[DetailKind.TAG]),
    )


def count(session: Session) -> int:
    """How many contacts there are, those put away left out."""
    query = text("SELECT count(*) FROM contact_facts WHERE archived = 0")
    return int(session.execute(query).scalar_one())


def there(session: Session, contact_ids: Iterable[int]) -> frozenset[int]:
    """Those of some contacts who are in the journal."""
    query = "SELECT id FROM contacts WHERE id IN (SELECT value FROM json_each(:ids))"
    rows = plain_rows(session, query, {"ids": json.dumps(list(contact_ids))})
    return frozenset(contact_id for (contact_id,) in rows)


def names(session: Session) -> dict[int, str]:
    """Every contact's folded name, those put away left out."""
    rows = session.execute(
        text("SELECT contact_id, sort_name FROM contact_facts WHERE archived = 0")
    )
    return dict(rows.all())


def refuse_detail(kind: DetailKind, value: str) -> None:
    """Raises InvalidError for an email address, phone number, link or tag that can't be kept."""
    _detail(0, kind, 0, value)


def _put_details(session: Session, contact_id: int, draft: ContactDraft) -> None:
    wanted = {
        (kind, position): value
        for kind, field in _DETAILS.items()
        for position, value in enumerate(_distinct(kind, getattr(draft, field)))
    }
    rows = session.exec(select(ContactDetailRow).where(ContactDetailRow.contact_id == contact_id))
    for row in rows.all():
        value = wanted.pop((row.kind, row.position), None)
        if value is None:
            session.exec(delete(ContactDetailRow).where(col(ContactDetailRow.id) == row.id))
        elif value != row.value:
            new = _detail(contact_id, row.kind, row.position, value)
            row.value, row.folded_value = new.value, new.folded_value
    for (kind, position), value in wanted.items():
        session.add(_detail(contact_id, kind, position, value))
    session.flush()


def _detail(contact_id: int, kind: DetailKind, position: int, value: str) -> ContactDetailRow:
    said = {"contact_id": contact_id, "kind": kind, "position": position, "value": value}
    said["folded_value"] = fold(value)
    try:
        return valid(ContactDetailRow, said)
    except InvalidError as refused:
        sentence = str(refused).replace("Value", f"One of the {_DETAILS[kind]}", 1)
        raise InvalidError({_DETAILS[kind]: sentence}) from None


def _distinct(kind: DetailKind, values: Iterable[str]) -> list[str]:
    """What was said, each once; tags that differ only in case and accents are one."""
    same = fold if kind is DetailKind.TAG else str
    distinct: dict[str, str] = {}
    for value in filter(None, map(clean_line, values)):
        distinct.setdefault(same(value), value)
    return list(distinct.values())


def details(session: Session, contact_ids: Sequence[int]) -> dict[int, dict[DetailKind, list[str]]]:
    """What contacts have several of, each kind in its order."""
    rows = plain_rows(
        session,
        "SELECT contact_id, kind, value FROM contact_details "
        "WHERE contact_id IN (SELECT value FROM json_each(:ids)) "
        "ORDER BY contact_id, kind, position",
        {"ids": json.dumps(list(contact_ids))},
    )
    found: dict[int, dict[DetailKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for contact_id, kind, value in rows:
        found[contact_id][DetailKind(kind)].append(value)
    return found
