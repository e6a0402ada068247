"""The search through everything that was written."""

from sqlmodel import Session

from netjournal.model.change import Noun
from netjournal.model.search import Hits
from netjournal.store import search


def everything(session: Session, words: str, limit: int, noun: Noun | None) -> Hits:
    """What holds every one of the words, or words that begin so; nothing when none was typed."""
    if not search.is_a_search(words):
        return Hits(hits=(), more=False)
    found = search.everything(session, words, limit + 1, noun)
    return Hits(hits=found[:limit], more=len(found) > limit)
