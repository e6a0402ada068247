"""The list of contacts in an order, stretch by stretch.

A list of everyone is walked along an index, however long it is. One that is narrowed otherwise is
gathered at once, as the ids of its contacts; but the first of many are found on a walk, too.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from netjournal.model.contact import ContactLine, Look, Order
from netjournal.model.depth import Rung
from netjournal.store import search
from netjournal.store.contacts import details
from netjournal.store.engines import plain_rows
from netjournal.store.looks import AT_A_TAG, QUIET, Condition, is_at_a_tag
from netjournal.store.members import members, on_day
from netjournal.store.tables.contact import DetailKind

_COLUMN = {
    Order.NAME: "sort_name",
    Order.ORGANISATION: "sort_organisation",
    Order.GROUPS: "sort_groups",
    Order.DEPTH: "depth",
    Order.LAST_TOUCH: "last_touch",
    Order.NEXT_DUE: "next_due",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the list of everyone that lies in its order in an index."""

    condition: str
    order: tuple[str, ...]
    """The columns it is ordered by; ` DESC` follows those that fall."""
    count: int


def parts(session: Session, look: Look, of: Condition) -> tuple[Part, ...]:
    """The parts that the list of everyone a look is at consists of, one after the other."""
    return tuple(
        Part(condition, order, _count(session, condition, of.values))
        for condition, order in _parts(look, of.sql)
    )


def stretch(
    session: Session, of: Condition, parts: Sequence[Part], first: int, size: int
) -> list[int]:
    """The ids of a stretch of the list of everyone, counted from 0."""
    ids: list[int] = []
    for part in parts:
        if len(ids) < size and first < part.count:
            ids += _within(session, of, part, first, min(size - len(ids), part.count - first))
        first = max(0, first - part.count)
    return ids


def foremost(session: Session, look: Look, of: Condition, size: int) -> Sequence[int]:
    """The ids of the first contacts a look is at, found on the way along an index."""
    ids: list[int] = []
    for condition, order in _parts(look, of.sql):
        if len(ids) < size:
            ids += _along(session, condition, order, {**of.values, "size": size - len(ids)})
    return ids


def gathered(session: Session, look: Look, of: Condition, most_hits: int) -> Sequence[int]:
    """The ids of all contacts a look is at, in its order.

    With words it is at most so many of those in which each of them begins a word, those added last.
    """
    if not search.is_a_search(look.words):
        query = f"SELECT contact_id FROM contact_facts f WHERE {of.sql} ORDER BY {_order_by(look)}"
        return _ids(session, query, of.values)
    return _ids(
        session,
        f"SELECT contact_id FROM (SELECT f.* FROM {_MATCHED} AND {of.sql} "
        f"ORDER BY contact_words.rowid DESC LIMIT :most_hits) ORDER BY {_order_by(look)}",
        {**of.values, "query": search.query(look.words), "most_hits": most_hits},
    )


def every(session: Session, look: Look, of: Condition) -> Sequence[int]:
    """The ids of all contacts a look is at, however many, in no order."""
    if not search.is_a_search(look.words):
        query = f"SELECT contact_id FROM contact_facts f WHERE {of.sql}"
        return _ids(session, query, of.values)
    return _ids(
        session,
        f"SELECT contact_id FROM {_MATCHED} AND {of.sql}",
        {**of.values, "query": search.query(look.words)},
    )


def _ids(session: Session, query: str, values: dict[str, object]) -> list[int]:
    """Contacts' ids as one text, which comes quicker than as thousands of rows."""
    found = plain_rows(session, f"SELECT json_group_array(contact_id) FROM ({query})", values)
    ids: list[int] = json.loads(found.fetchone()[0])
    return ids


def count(session: Session, look: Look, of: Condition) -> int:
    """How many contacts a look is at."""
    if is_at_a_tag(look):
        return _number(session, f"({AT_A_TAG})", of.values)
    if not search.is_a_search(look.words):
        return _count(session, of.sql, of.values)
    values = {**of.values, "query": search.query(look.words)}
    return _number(session, f"{_MATCHED} AND {of.sql}", values)


# Left to itself, SQLite would search once for every contact.
_MATCHED = (
    "contact_words CROSS JOIN contact_facts f ON f.contact_id = contact_words.rowid "
    "WHERE contact_words MATCH :query"
)


def lines_of(
    session: Session, contact_ids: Sequence[int], today: date, usual_days: int
) -> tuple[ContactLine, ...]:
    """Contacts as lines of their list, in the order of the ids given; `usual_days` as in looks."""
    ids = {"ids": json.dumps(list(contact_ids))}
    several = details(session, contact_ids)
    groups = _groups(session, ids, today)
    rows = plain_rows(
        session,
        "SELECT c.id, c.name, c.organisation, c.archived, f.times_met, f.last_seen, "
        f"f.last_touch, f.depth, f.has_why, f.next_due, {QUIET} "
        "FROM contacts c JOIN contact_facts f ON f.contact_id = c.id "
        "WHERE c.id IN (SELECT value FROM json_each(:ids))",
        {**ids, "day": f"{today}", "usual_days": usual_days},
    )
    lines = {
        contact_id: ContactLine(
            id=contact_id,
            name=name,
            organisation=organisation,
            emails=tuple(several[contact_id][DetailKind.EMAIL]),
            phones=tuple(several[contact_id][DetailKind.PHONE]),
            tags=tuple(several[contact_id][DetailKind.TAG]),
            groups=tuple(groups[contact_id]),
            times_met=times_met,
            last_seen=last_seen,
            last_touch=last_touch,
            depth=depth,
            has_why=bool(has_why),
            quiet=bool(quiet),
            next_due=next_due,
            archived=bool(archived),
        )
        for (
            contact_id,
            name,
            organisation,
            archived,
            times_met,
            last_seen,
            last_touch,
            depth,
            has_why,
            next_due,
            quiet,
        ) in rows
    }
    return tuple(lines[contact_id] for contact_id in contact_ids if contact_id in lines)


def _parts(look: Look, condition: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The conditions and orders of the parts; those of whom the order isn't known come last."""
    column = _COLUMN[look.order]
    if look.order is Order.NAME:
        yield condition, _names(look)
    elif look.order is Order.DEPTH:
        # Walked backward as a whole, the names on each rung would fall.
        rungs = (0, *Rung) if look.backward else (*reversed(Rung), 0)
        for rung in rungs:
            yield f"{condition} AND depth = {int(rung)}", _names(look)
        yield f"{condition} AND depth IS NULL", _names(look)
    else:
        unknown = f"{column} = ''" if look.order in _BLANK_UNKNOWN else f"{column} IS NULL"
        yield f"{condition} AND {column} > ''", (_first(look), *_names(look))
        yield f"{condition} AND {unknown}", _names(look)


_BLANK_UNKNOWN = (Order.ORGANISATION, Order.GROUPS)
"""The orders whose column is empty, not null, for what isn't known."""


def _order_by(look: Look) -> str:
    """The order of the whole list, the parts' one after the other."""
    column = _COLUMN[look.order]
    return ", ".join((f"nullif({column}, '') IS NULL", _first(look), *_names(look)))


def _first(look: Look) -> str:
    return f"{_COLUMN[look.order]} DESC" if look.falling else _COLUMN[look.order]


def _names(look: Look) -> tuple[str, ...]:
    falling = look.backward and look.order is not Order.DEPTH
    return ("sort_name DESC", "contact_id DESC") if falling else ("sort_name", "contact_id")


def _within(session: Session, of: Condition, part: Part, first: int, size: int) -> Sequence[int]:
    """A stretch of a part, read from its nearer end, so that no row is far away."""
    from_end = first > part.count // 2
    order = [_turned(column) for column in part.order] if from_end else part.order
    offset = part.count - first - size if from_end else first
    ids = _along(session, part.condition, order, {**of.values, "size": size}, offset)
    return ids[::-1] if from_end else ids


def _along(
    session: Session,
    condition: str,
    order: Sequence[str],
    values: dict[str, object],
    offset: int = 0,
) -> Sequence[int]:
    rows = plain_rows(
        session,
        f"SELECT contact_id FROM contact_facts f WHERE {condition} "
        f"ORDER BY {', '.join(order)} LIMIT :size OFFSET :offset",
        {**values, "offset": offset},
    )
    return [contact_id for (contact_id,) in rows]


def _turned(column: str) -> str:
    rising, falls, _ = column.partition(" DESC")
    return rising if falls else f"{column} DESC"


def _count(session: Session, condition: str, values: dict[str, object]) -> int:
    return _number(session, f"contact_facts f WHERE {condition}", values)


def _number(session: Session, of: str, values: dict[str, object]) -> int:
    return int(plain_rows(session, f"SELECT count(*) FROM {of}", values).fetchone()[0])


def _groups(session: Session, ids: dict[str, str], today: date) -> dict[int, list[str]]:
    rows = plain_rows(
        session,
        f"SELECT contact_id, g.name FROM ({_MEMBERS}) JOIN groups g ON g.id = group_id "
        "ORDER BY g.folded_name",
        {**ids, **on_day(today)},
    )
    found: dict[int, list[str]] = defaultdict(list)
    for contact_id, name in rows:
        found[contact_id].append(name)
    return found


_MEMBERS = members("contact_id IN (SELECT value FROM json_each(:ids))")
