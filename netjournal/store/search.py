"""Full-text search; whatever is typed is a search, never an error."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlmodel import Session

from netjournal.store.derived import MEETING_ID_MASK
from netjournal.text import clean_line

MOST_WORDS = 16
"""How many words of what was typed are looked for."""


def contacts(session: Session, typed: str, limit: int) -> Sequence[int]:
    """The ids of the contacts in which every word typed begins a word; the newest come first."""
    return _found(session, "contact_words", "rowid", typed, limit)


def meetings(session: Session, typed: str, limit: int) -> Sequence[int]:
    """The ids of the meetings in which every word typed begins a word, newest first."""
    return _found(session, "meeting_words", f"rowid & {MEETING_ID_MASK}", typed, limit)


def count_contacts(session: Session, typed: str, archived: bool) -> int:
    """How many contacts, put away or not, the words fit."""
    matched = session.execute(
        text(
            # Left to itself, SQLite would search once for every contact.
            "SELECT count(*) FROM contact_words CROSS JOIN contact_facts "
            "ON contact_id = contact_words.rowid "
            "WHERE contact_words MATCH :query AND +archived = :archived"
        ),
        {"query": _query(typed), "archived": archived},
    )
    return int(matched.scalar_one())


def is_a_search(typed: str) -> bool:
    """Whether anything that can be looked for was typed."""
    return bool(_query(typed))


def _found(session: Session, table: str, what: str, typed: str, limit: int) -> Sequence[int]:
    rows = session.execute(
        text(
            f"SELECT {what} FROM {table} WHERE {table} MATCH :query "
            "ORDER BY rowid DESC LIMIT :limit"
        ),
        {"query": _query(typed), "limit": limit},
    )
    return rows.scalars().all()


def _query(typed: str) -> str:
    """What was typed as a query of FTS5: each word quoted, so that none is an operator."""
    words = clean_line(typed).replace('"', " ").split(" ")[:MOST_WORDS]
    return " ".join(f'"{word}"*' for word in words if any(map(str.isalnum, word)))
