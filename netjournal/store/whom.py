"""Queries for whom a few words mean."""

from collections.abc import Mapping, Sequence

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.contact import ContactMatch
from netjournal.text import fold

MOST_WORDS = 16
"""How many of the words are looked for one by one."""

_NAMED = "f.sort_name = :words"
_HOLDS = "instr(f.sort_name, :words)"
_BEGINS = "instr(' ' || f.sort_name || ' ' || f.sort_organisation, ' ' || :word{0})"


def fitting(session: Session, words: str, limit: int) -> Sequence[ContactMatch]:
    """The contacts some words fit best, by name, at most so many.

    Best is a name that is the words, then one that holds them, then one that with the organisation
    has a word beginning with each. Those put away are looked at only when no other fits.
    """
    wanted = fold(words)
    if not wanted:
        return ()
    parts = wanted.split(" ")[:MOST_WORDS]
    values = {"words": wanted, **{f"word{at}": part for at, part in enumerate(parts)}}
    begins = " AND ".join(_BEGINS.format(at) for at in range(len(parts)))
    for archived in (False, True):
        for condition in (_NAMED, _HOLDS, begins):
            found = _matches(session, condition, {**values, "archived": archived, "limit": limit})
            if found:
                return found
    return ()


def _matches(
    session: Session, condition: str, values: Mapping[str, object]
) -> Sequence[ContactMatch]:
    rows = session.execute(
        text(
            "SELECT c.id, c.name, c.organisation FROM contact_facts f "
            "JOIN contacts c ON c.id = f.contact_id "
            f"WHERE f.archived = :archived AND {condition} "
            # Were it to walk them by name, it would look each organisation up.
            "ORDER BY +f.sort_name, f.contact_id LIMIT :limit"
        ),
        values,
    )
    return [ContactMatch(**row._mapping) for row in rows]
