"""Full-text search; whatever is typed is a search, never an error."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.change import Noun
from netjournal.model.search import Hit, Stretches
from netjournal.store.derived import MEETING_ID_MASK
from netjournal.store.document_sources import mark
from netjournal.text import clean_line

MOST_WORDS = 16
"""How many words of what was typed are looked for."""

# No stored text holds these.
_BEGUN, _ENDED = "\x02", "\x03"
_SNIPPET_WORDS = 24


def meetings(session: Session, typed: str, limit: int) -> Sequence[int]:
    """The ids of the meetings in which every word typed begins a word, newest first."""
    return _found(session, "meeting_words", f"rowid & {MEETING_ID_MASK}", typed, limit)


def everything(
    session: Session, typed: str, limit: int, noun: Noun | None = None
) -> tuple[Hit, ...]:
    """What holds every word typed, or words that begin so; last written first."""
    rows = session.execute(
        text(
            "SELECT d.noun, d.record_id, "
            "highlight(document_words, 0, :begun, :ended) AS heading, "
            "snippet(document_words, 1, :begun, :ended, '…', :length) AS snippet, "
            "coalesce(date(m.start), i.day, f.done_on, f.due, f.added_on, r.day, w.week) AS day, "
            "coalesce(f.contact_id, r.partner_id, (SELECT contact_id FROM interaction_contacts "
            "WHERE interaction_id = i.id ORDER BY position LIMIT 1)) AS contact_id "
            # Left to itself, SQLite might search once for every document.
            "FROM document_words CROSS JOIN documents d ON d.id = document_words.rowid "
            "LEFT JOIN meetings m ON d.noun = :meeting AND m.id = d.record_id "
            "LEFT JOIN interactions i ON d.noun = :interaction AND i.id = d.record_id "
            "LEFT JOIN follow_ups f ON d.noun = :follow_up AND f.id = d.record_id "
            "LEFT JOIN referrals r ON d.noun = :referral AND r.id = d.record_id "
            "LEFT JOIN reviews w ON d.noun = :review AND w.id = d.record_id "
            "WHERE document_words MATCH :query ORDER BY document_words.rowid DESC LIMIT :limit"
        ),
        {
            "begun": _BEGUN,
            "ended": _ENDED,
            "length": _SNIPPET_WORDS,
            "meeting": Noun.MEETING,
            "interaction": Noun.INTERACTION,
            "follow_up": Noun.FOLLOW_UP,
            "referral": Noun.REFERRAL,
            "review": Noun.REVIEW,
            "query": query(typed) if noun is None else words_of(noun, typed),
            "limit": limit,
        },
    )
    return tuple(
        Hit(
            noun=Noun(row.noun),
            record_id=row.record_id,
            heading=_stretches(row.heading),
            day=row.day,
            snippet=_stretches(row.snippet),
            contact_id=row.contact_id,
        )
        for row in rows
    )


def holding(record: str, query: str) -> str:
    """The condition that a record is one of those whose documents a query finds."""
    return (
        f"{record} IN (SELECT d.record_id FROM document_words CROSS JOIN documents d "
        f"ON d.id = document_words.rowid WHERE document_words MATCH {query})"
    )


def words_of(noun: Noun, typed: str) -> str | None:
    """The query for a noun's documents that hold every word typed; None when none was."""
    return f'"{mark(noun)}" {query(typed)}' if is_a_search(typed) else None


def titles_of(noun: Noun, typed: str) -> Sequence[str]:
    """For each word typed, the query for a noun's documents in whose title it begins a word."""
    return [f'"{mark(noun)}" title : {word}' for word in query(typed).split()]


def is_a_search(typed: str) -> bool:
    """Whether anything that can be looked for was typed."""
    return bool(query(typed))


def query(typed: str) -> str:
    """What was typed as a query of FTS5: each word quoted, so that none is an operator."""
    words = clean_line(typed).replace('"', " ").split(" ")[:MOST_WORDS]
    return " ".join(f'"{word}"*' for word in words if any(map(str.isalnum, word)))


def _found(session: Session, table: str, what: str, typed: str, limit: int) -> Sequence[int]:
    rows = session.execute(
        text(
            f"SELECT {what} FROM {table} WHERE {table} MATCH :query "
            "ORDER BY rowid DESC LIMIT :limit"
        ),
        {"query": query(typed), "limit": limit},
    )
    return rows.scalars().all()


def _stretches(marked: str) -> Stretches:
    plain, *others = marked.split(_BEGUN)
    stretches = [(plain, False)]
    for other in others:
        found, _, plain = other.partition(_ENDED)
        stretches += [(found, True), (plain, False)]
    return tuple(stretch for stretch in stretches if stretch[0])
