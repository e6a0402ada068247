"""Queries for duplicates: what contacts are compared by, and who was said to be two people."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.duplicates import Traits
from netjournal.store.engines import plain_rows
from netjournal.store.rules import existing, insert, valid
from netjournal.store.tables import ApartRow, ContactRow
from netjournal.store.tables.contact import DetailKind


def traits(session: Session) -> tuple[Traits, ...]:
    """What everyone is compared by, those added first before others."""
    emails, phones = (_details(session, kind) for kind in (DetailKind.EMAIL, DetailKind.PHONE))
    people = plain_rows(
        session, "SELECT id, name, organisation, archived FROM contacts ORDER BY id", {}
    )
    return tuple(
        Traits(
            id=contact_id,
            name=name,
            organisation=organisation,
            emails=tuple(emails.get(contact_id, ())),
            phones=tuple(phones.get(contact_id, ())),
            archived=bool(archived),
        )
        for contact_id, name, organisation, archived in people
    )


def _details(session: Session, kind: DetailKind) -> Mapping[int, Sequence[str]]:
    """What everyone has of a kind, in their order."""
    found: dict[int, list[str]] = defaultdict(list)
    # As they lie in the table, which is quicker than by an index: it is all of them.
    query = "SELECT contact_id, value FROM contact_details WHERE +kind = :kind ORDER BY +position"
    for contact_id, value in plain_rows(session, query, {"kind": kind}):
        found[contact_id].append(value)
    return found


def apart(session: Session) -> frozenset[tuple[int, int]]:
    """The pairs that were said to be two people, the lower id first."""
    rows = plain_rows(session, "SELECT first_id, second_id FROM contacts_apart", {})
    return frozenset(rows.fetchall())


def put_apart(session: Session, one: int, other: int) -> None:
    """Says that two contacts are two people; NotFoundError when one of them isn't there."""
    first, second = sorted((one, other))
    for contact_id in (first, second):
        existing(session, ContactRow, contact_id)
    if (first, second) not in apart(session):
        insert(session, valid(ApartRow, {"first_id": first, "second_id": second}))


def people(session: Session) -> int:
    """How many contacts there are, those put away among them."""
    return int(session.execute(text("SELECT count(*) FROM contacts")).scalar_one())
