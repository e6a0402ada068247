"""Queries over contacts."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session, col, delete, select

from netjournal.errors import InvalidError
from netjournal.model.contact import Contact, ContactDraft, ContactLine, Encounter, Order
from netjournal.store import interactions
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
_ORDER = {
    Order.NAME: ("sort_name", "contact_id"),
    Order.ORGANISATION: ("sort_organisation", "sort_name", "contact_id"),
    Order.GROUPS: ("sort_groups", "sort_name", "contact_id"),
    Order.DEPTH: ("depth DESC", "sort_name", "contact_id"),
    Order.LAST_TOUCH: ("last_touch DESC", "sort_name", "contact_id"),
    Order.NEXT_DUE: ("next_due IS NULL", "next_due", "contact_id"),
}
_SEEN_WITHIN = timedelta(days=365)


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
    details = _details(session, [contact_id])[contact_id]
    return Contact(
        **row.model_dump(exclude={"added_at"}),
        emails=tuple(details[DetailKind.EMAIL]),
        phones=tuple(details[DetailKind.PHONE]),
        links=tuple(details[DetailKind.LINK]),
        tags=tuple(details[DetailKind.TAG]),
    )


def named(session: Session, name: str) -> tuple[int, ...]:
    """The ids of the contacts of that name, whatever its case and accents."""
    rows = session.execute(
        text("SELECT contact_id FROM contact_facts WHERE sort_name = :name ORDER BY contact_id"),
        {"name": fold(name)},
    )
    return tuple(rows.scalars())


def count(session: Session, archived: bool) -> int:
    """How many contacts there are, put away or not."""
    return int(
        session.execute(
            text("SELECT count(*) FROM contact_facts WHERE archived = :archived"),
            {"archived": archived},
        ).scalar_one()
    )


def stretch(
    session: Session,
    first: int,
    size: int,
    *,
    order: Order,
    archived: bool,
    today: date,
    total: int,
) -> tuple[ContactLine, ...]:
    """A stretch of the list of contacts in an order.

    The far half of a long list is read from its end, so that no row is farther than half of it.
    """
    size = max(0, min(size, total - first))
    backward = first > total // 2
    offset = total - first - size if backward else first
    ids = (
        session.execute(
            text(
                "SELECT contact_id FROM contact_facts WHERE archived = :archived "
                f"ORDER BY {_order_by(order, backward)} LIMIT :size OFFSET :offset"
            ),
            {"archived": archived, "size": size, "offset": offset},
        )
        .scalars()
        .all()
    )
    return lines_of(session, list(reversed(ids)) if backward else ids, today)


def sorted_ids(
    session: Session, contact_ids: Sequence[int], order: Order, archived: bool
) -> Sequence[int]:
    """Those of the contacts that are put away, or aren't, in an order."""
    rows = session.execute(
        text(
            # Left to itself, SQLite would walk every contact in that order.
            "SELECT contact_id FROM json_each(:ids) CROSS JOIN contact_facts "
            "ON contact_id = value WHERE +archived = :archived "
            f"ORDER BY {_order_by(order, False)}"
        ),
        {"archived": archived, "ids": json.dumps(list(contact_ids))},
    )
    return rows.scalars().all()


def lines_of(session: Session, contact_ids: Sequence[int], today: date) -> tuple[ContactLine, ...]:
    """Contacts as lines of their list, in the order of the ids given."""
    ids = {"ids": json.dumps(list(contact_ids))}
    details = _details(session, contact_ids)
    groups = _groups(session, ids["ids"], today)
    rows = session.execute(
        text(
            "SELECT c.id, c.name, c.organisation, c.archived, f.times_met, f.last_seen, "
            "f.last_touch, f.depth, f.has_why, f.next_due "
            "FROM contacts c JOIN contact_facts f ON f.contact_id = c.id "
            "WHERE c.id IN (SELECT value FROM json_each(:ids))"
        ),
        ids,
    )
    lines = {
        row.id: ContactLine(
            id=row.id,
            name=row.name,
            organisation=row.organisation,
            emails=tuple(details[row.id][DetailKind.EMAIL]),
            phones=tuple(details[row.id][DetailKind.PHONE]),
            tags=tuple(details[row.id][DetailKind.TAG]),
            groups=tuple(groups[row.id]),
            times_met=row.times_met,
            last_seen=row.last_seen,
            last_touch=row.last_touch,
            depth=row.depth,
            has_why=bool(row.has_why),
            next_due=row.next_due,
            archived=bool(row.archived),
        )
        for row in rows
    }
    return tuple(lines[contact_id] for contact_id in contact_ids if contact_id in lines)


def encounters(session: Session, contact_id: int, limit: int) -> tuple[Encounter, ...]:
    """The latest meetings a contact was at, newest first."""
    rows = session.execute(
        text(
            "SELECT m.id, m.start, coalesce(g.name, nullif(m.title, ''), 'One-off') AS title, "
            "a.note, a.talked FROM attendances a JOIN meetings m ON m.id = a.meeting_id "
            "LEFT JOIN groups g ON g.id = m.group_id WHERE a.contact_id = :contact_id "
            "AND NOT m.cancelled AND NOT m.missed ORDER BY m.start DESC, m.id DESC LIMIT :limit"
        ),
        {"contact_id": contact_id, "limit": limit},
    )
    return tuple(
        Encounter(
            meeting_id=row.id,
            start=row.start,
            title=row.title,
            note=row.note,
            talked=None if row.talked is None else bool(row.talked),
        )
        for row in rows
    )


def names(session: Session) -> dict[int, str]:
    """Every contact's folded name, those put away left out."""
    rows = session.execute(
        text("SELECT contact_id, sort_name FROM contact_facts WHERE NOT archived")
    )
    return dict(rows.all())


def _order_by(order: Order, backward: bool) -> str:
    return ", ".join(_reversed(column) if backward else column for column in _ORDER[order])


def _reversed(column: str) -> str:
    rising, descending, _ = column.partition(" DESC")
    return rising if descending else f"{column} DESC"


def _put_details(session: Session, contact_id: int, draft: ContactDraft) -> None:
    wanted = {
        (kind, position): value
        for kind, field in _DETAILS.items()
        for position, value in enumerate(_distinct(getattr(draft, field)))
    }
    rows = session.exec(select(ContactDetailRow).where(ContactDetailRow.contact_id == contact_id))
    for row in rows.all():
        value = wanted.pop((row.kind, row.position), None)
        if value is None:
            session.exec(delete(ContactDetailRow).where(col(ContactDetailRow.id) == row.id))
        elif value != row.value:
            row.value = _detail(contact_id, row.kind, row.position, value).value
    for (kind, position), value in wanted.items():
        session.add(_detail(contact_id, kind, position, value))
    session.flush()


def _detail(contact_id: int, kind: DetailKind, position: int, value: str) -> ContactDetailRow:
    said = {"contact_id": contact_id, "kind": kind, "position": position, "value": value}
    try:
        return valid(ContactDetailRow, said)
    except InvalidError as refused:
        sentence = str(refused).replace("Value", f"One of the {_DETAILS[kind]}", 1)
        raise InvalidError({_DETAILS[kind]: sentence}) from None


def _distinct(values: Iterable[str]) -> list[str]:
    return [value for value in dict.fromkeys(map(clean_line, values)) if value]


def _details(
    session: Session, contact_ids: Sequence[int]
) -> dict[int, dict[DetailKind, list[str]]]:
    rows = session.execute(
        text(
            "SELECT contact_id, kind, value FROM contact_details "
            "WHERE contact_id IN (SELECT value FROM json_each(:ids)) "
            "ORDER BY contact_id, kind, position"
        ),
        {"ids": json.dumps(list(contact_ids))},
    )
    found: dict[int, dict[DetailKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for contact_id, kind, value in rows:
        found[contact_id][DetailKind(kind)].append(value)
    return found


def _groups(session: Session, ids: str, today: date) -> dict[int, list[str]]:
    rows = session.execute(
        text(
            "SELECT DISTINCT a.contact_id, g.name, g.folded_name FROM attendances a "
            "JOIN meetings m ON m.id = a.meeting_id JOIN groups g ON g.id = m.group_id "
            "WHERE a.contact_id IN (SELECT value FROM json_each(:ids)) "
            "AND m.start > :since AND NOT m.cancelled AND NOT m.missed ORDER BY g.folded_name"
        ),
        {"ids": ids, "since": f"{today - _SEEN_WITHIN}T23:59"},
    )
    found: dict[int, list[str]] = defaultdict(list)
    for contact_id, name, _ in rows:
        found[contact_id].append(name)
    return found
