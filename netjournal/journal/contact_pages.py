"""The list of the contacts a look is at, stretch by stretch."""

from collections.abc import Callable, Sequence

from sqlmodel import Session

from netjournal.journal.ledger import Ledger
from netjournal.model.contact import ContactLine, ContactPages, Look
from netjournal.store import contact_list
from netjournal.store.looks import can_be_walked, condition, is_walked
from netjournal.store.search import is_a_search

MOST_HITS = 250
"""How many of a filter's hits can be paged through, those added last."""
MANY = 5_000
"""Of more than these, only the first are found at first."""
AT_FIRST = 200
"""How many these are."""
_FURTHER = 4
"""Where they end, so many times as many are found."""

Stretch = Callable[[Session, int, int], Sequence[int]]
"""The ids of a stretch of a list: from which on, counted from 0, and how many."""


def pages(ledger: Ledger, look: Look, usual_days: int) -> ContactPages:
    """The list of the contacts a look is at; `usual_days` as in looks.condition."""
    with ledger.read() as session:
        total, shown, stretch = _list(session, ledger, look, usual_days)

    def page(first: int, size: int) -> tuple[ContactLine, ...]:
        with ledger.glance() as session:
            ids = stretch(session, first, size)
            today = ledger.clock.now().date()
            return contact_list.lines_of(session, ids, today, usual_days)

    return ContactPages(total=total, shown=shown, page=page)


def _list(
    session: Session, ledger: Ledger, look: Look, usual_days: int
) -> tuple[int | None, int, Stretch]:
    """How many there are, how many can be paged through, and the way to a stretch of them."""
    today = ledger.clock.now().date()
    of = condition(look, today, usual_days)
    if is_walked(look):
        parts = contact_list.parts(session, look, of)
        total = sum(part.count for part in parts)
        return (
            total,
            total,
            lambda session, *where: contact_list.stretch(session, of, parts, *where),
        )
    if can_be_walked(look) and (total := contact_list.count(session, look, of)) > MANY:
        on_the_way = condition(look, today, usual_days, on_the_way=True)

        def found(session: Session, so_many: int) -> Sequence[int]:
            if so_many > total // 2:
                return contact_list.gathered(session, look, of, MOST_HITS)
            return contact_list.foremost(session, look, on_the_way, so_many)

        return total, total, _by_and_by(total, found)
    ids = contact_list.gathered(session, look, of, MOST_HITS)
    whole = len(ids) < MOST_HITS or not is_a_search(look.words)
    return len(ids) if whole else None, len(ids), lambda _, first, size: ids[first : first + size]


def _by_and_by(total: int, found: Callable[[Session, int], Sequence[int]]) -> Stretch:
    """Finds the first of many contacts again only when more of them are wanted."""
    known: Sequence[int] = ()

    def stretch(session: Session, first: int, size: int) -> Sequence[int]:
        nonlocal known
        wanted = min(first + size, total)
        if len(known) < wanted:
            known = found(session, max(wanted, AT_FIRST, _FURTHER * len(known)))
        return known[first : first + size]

    return stretch
