"""Queries for what stands on a contact's card beside what was said of them."""

from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.contact import Encounter, TagCadence, Touches
from netjournal.model.referral import ContactExchange
from netjournal.store.tables.columns import Hundredths


@dataclass(frozen=True, slots=True)
class Touched:
    """How often we were in touch."""

    touches: Touches
    one_to_ones: int


def touched(session: Session, contact_id: int) -> Touched:
    """How often we were in touch."""
    row = session.execute(
        text(
            "SELECT (SELECT count(*) FROM attendances a JOIN meetings m ON m.id = a.meeting_id "
            "WHERE a.contact_id = :contact_id AND a.talked AND NOT m.cancelled AND NOT m.missed) "
            "AS talked, count(*) AS interactions, coalesce(sum(i.kind = 'one-to-one'), 0) "
            "AS one_to_ones, (SELECT count(*) FROM referrals WHERE partner_id = :contact_id) "
            "AS referrals FROM interaction_contacts ic "
            "JOIN interactions i ON i.id = ic.interaction_id WHERE ic.contact_id = :contact_id"
        ),
        {"contact_id": contact_id},
    ).one()
    touches = Touches(talked=row.talked, interactions=row.interactions, referrals=row.referrals)
    return Touched(touches, row.one_to_ones)


def exchange(session: Session, contact_id: int) -> ContactExchange:
    """What went either way with a contact as the partner."""
    row = session.execute(
        text(
            "WITH passed AS (SELECT r.direction, (SELECT sum(amount) FROM business "
            "WHERE referral_id = r.id) AS business FROM referrals r "
            "WHERE r.partner_id = :contact_id) "
            "SELECT coalesce(sum(direction = 'given'), 0) AS given, "
            "coalesce(sum(direction = 'received'), 0) AS received, "
            "sum(business) FILTER (WHERE direction = 'received') AS brought, "
            "sum(business) FILTER (WHERE direction = 'given') AS gave FROM passed"
        ).columns(brought=Hundredths(), gave=Hundredths()),
        {"contact_id": contact_id},
    ).one()
    return ContactExchange(**row._mapping)


def tag_cadences(session: Session, contact_id: int) -> tuple[TagCadence, ...]:
    """How often to be in touch with those who have a tag of theirs, the shortest first."""
    rows = session.execute(
        text(
            "SELECT d.value, t.days FROM contact_details d "
            "JOIN tag_cadences t ON t.folded_tag = d.folded_value "
            "WHERE d.contact_id = :contact_id AND d.kind = 'tag' ORDER BY t.days, d.position"
        ),
        {"contact_id": contact_id},
    )
    return tuple(TagCadence(tag=tag, days=days) for tag, days in rows)


def encounters(
    session: Session, contact_id: int, limit: int, *, oldest_first: bool = False
) -> tuple[Encounter, ...]:
    """The latest meetings a contact was at, newest first, or the first ones."""
    order = "m.start, m.id" if oldest_first else "m.start DESC, m.id DESC"
    rows = session.execute(
        text(
            "SELECT m.id, m.start, coalesce(g.name, nullif(m.title, ''), 'One-off') AS title, "
            "a.note, a.talked FROM attendances a JOIN meetings m ON m.id = a.meeting_id "
            "LEFT JOIN groups g ON g.id = m.group_id WHERE a.contact_id = :contact_id "
            f"AND NOT m.cancelled AND NOT m.missed ORDER BY {order} LIMIT :limit"
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
