"""Queries over how often one wants to be in touch with those who have a tag."""

from sqlmodel import Session, col, select

from netjournal.model.contact import TagCadence
from netjournal.store.rules import insert, revise, valid
from netjournal.store.tables import TagCadenceRow
from netjournal.text import fold


def every(session: Session) -> tuple[TagCadence, ...]:
    """Those that are set, by tag."""
    rows = session.exec(select(TagCadenceRow).order_by(col(TagCadenceRow.folded_tag)))
    return tuple(TagCadence(tag=row.tag, days=row.days) for row in rows)


def put(session: Session, tag: str, days: int) -> None:
    """Sets one, over what was set before."""
    said = {"tag": tag, "folded_tag": fold(tag), "days": days}
    row = _set(session, tag)
    if row is None:
        insert(session, valid(TagCadenceRow, said))
    elif row.id is not None:
        revise(session, TagCadenceRow, row.id, said)


def drop(session: Session, tag: str) -> None:
    """Takes one away, if it is set."""
    row = _set(session, tag)
    if row is not None:
        session.delete(row)


def _set(session: Session, tag: str) -> TagCadenceRow | None:
    query = select(TagCadenceRow).where(TagCadenceRow.folded_tag == fold(tag))
    return session.exec(query).one_or_none()
