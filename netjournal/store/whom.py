"""Queries for whom a few words mean."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.contact import ContactMatch
from netjournal.text import fold

MOST_WORDS = 16
"""How many of the words are looked for one by one."""
_MOST_BRACKETS = 4
"""How many brackets are tried for the one behind a name."""

_PLACE = re.compile("[1-9][0-9]{0,8}")

_NAMED = "f.sort_name = :words"
_HOLDS = "instr(f.sort_name, :words)"
_BEGINS = "instr(' ' || f.sort_name || ' ' || f.sort_organisation, ' ' || :word{0})"

_SO_NAMED = "f.sort_name = :name AND "
_APART = (
    _SO_NAMED + "f.sort_organisation = :within",
    "f.contact_id = (SELECT contact_id FROM contact_facts WHERE sort_name = :name "
    "ORDER BY contact_id LIMIT :place > 0 OFFSET :place - 1)",
    _SO_NAMED + ":within <> '' AND instr(f.sort_organisation, :within)",
)
"""What stands in brackets behind a name is the organisation, or says the how-manieth was noted, or
is a part of the organisation.
"""
_APART_IN_PART = (
    "instr(f.sort_name, :name) AND f.sort_organisation = :within",
    "instr(f.sort_name, :name) AND :within <> '' AND instr(f.sort_organisation, :within)",
)

_Asked = tuple[str, Mapping[str, object]]
"""A condition, and the values in it."""


def fitting(session: Session, words: str, limit: int) -> Sequence[ContactMatch]:
    """The contacts some words fit best, by name, at most so many.

    Best is a name that is the words, or with what stands in brackets behind it tells two of one
    name apart; then one that holds them, then one that with the organisation has a word beginning
    with each. Those put away are looked at only when no other fits; but of brackets only when
    no other is so named.
    """
    wanted = fold(words)
    if not wanted:
        return ()
    usual = tuple(_usual(wanted))
    asked = [(one, archived) for one in _apart(wanted) for archived in (False, True)]
    asked += [(one, archived) for archived in (False, True) for one in usual]
    for (condition, values), archived in asked:
        among = {**values, "archived": archived, "limit": limit}
        found = _matches(session, f"f.archived = :archived AND {condition}", among)
        if found:
            return found
    return ()


def named(session: Session, name: str) -> Sequence[ContactMatch]:
    """The contacts of a name, whatever its case and accents, those put away too.

    Where there are none, those whom it means with what stands in brackets behind it.
    """
    wanted = fold(name)
    for condition, values in ((_NAMED, {"words": wanted}), *_apart(wanted)):
        found = _matches(session, condition, {**values, "limit": -1})
        if found:
            return found
    return ()


def in_brackets(words: str) -> Iterator[tuple[str, str]]:
    """Each way to read words as a name and what stands in brackets behind it."""
    if not words.endswith(")"):
        return
    pieces = words[:-1].split("(", _MOST_BRACKETS)
    for at in range(1, len(pieces)):
        if name := "(".join(pieces[:at]).strip():
            yield name, "(".join(pieces[at:]).strip()


def _apart(wanted: str) -> Iterator[_Asked]:
    for at, (name, within) in enumerate(in_brackets(wanted)):
        if at == 0:
            yield _NAMED, {"words": wanted}
        for condition in _APART:
            yield condition, {"name": name, "within": within, "place": _place(within)}


def _place(within: str) -> int:
    """The how-manieth some words say was noted, from 1; 0 when they don't say it."""
    return int(within) if _PLACE.fullmatch(within) else 0


def _usual(wanted: str) -> Iterator[_Asked]:
    yield _NAMED, {"words": wanted}
    yield _HOLDS, {"words": wanted}
    for name, within in in_brackets(wanted):
        for condition in _APART_IN_PART:
            yield condition, {"name": name, "within": within}
    parts = wanted.split(" ")[:MOST_WORDS]
    begins = " AND ".join(_BEGINS.format(at) for at in range(len(parts)))
    yield begins, {f"word{at}": part for at, part in enumerate(parts)}


def _matches(
    session: Session, condition: str, values: Mapping[str, object]
) -> Sequence[ContactMatch]:
    rows = session.execute(
        text(
            "SELECT c.id, c.name, c.organisation FROM contact_facts f "
            "JOIN contacts c ON c.id = f.contact_id "
            f"WHERE {condition} "
            # Were it to walk them by name, it would look each organisation up.
            "ORDER BY +f.sort_name, f.contact_id LIMIT :limit"
        ),
        values,
    )
    return [ContactMatch(**row._mapping) for row in rows]
