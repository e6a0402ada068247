"""Queries for the rows behind the figures of give and get, all as of a day."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from sqlmodel import Session

from netjournal.model.change import Noun
from netjournal.model.evidence import Evidence
from netjournal.store.engines import plain_rows
from netjournal.store.give_and_get import (
    ASKED_ELSEWHERE,
    ASKED_THERE,
    CAME,
    INTRODUCED,
    JOINED,
    NOT_REFERRED,
    REFERRAL,
    REFLECTED,
    RETURNED,
    lines,
    until,
)
from netjournal.store.invitations import OUTCOME

Rows = tuple[Evidence, ...]


def referrals(session: Session, day: date) -> Rows:
    """Every referral, newest first; the number is the level."""
    return _read(session, f"{_REFERRALS} WHERE r.day <= :day ORDER BY r.day DESC, r.id DESC", day)


def referrals_of(session: Session, day: date, ids: Iterable[int]) -> Rows:
    """The referrals with these ids, in their order."""
    wanted = list(ids)
    query = f"{_REFERRALS} WHERE r.day <= :day AND r.id IN (SELECT value FROM json_each(:ids))"
    found = {one.record_id: one for one in _read(session, query, day, ids=json.dumps(wanted))}
    return tuple(found[one] for one in wanted)


def business(session: Session, day: date) -> Rows:
    """The business that came to me, oldest first; the number is the amount."""
    query = (
        f"SELECT '{Noun.BUSINESS}', b.id, b.day, c.id, c.name, p.name, "
        f"CASE WHEN r.id IS NULL THEN b.origin ELSE '{REFERRAL}' END, b.amount "
        "FROM business b LEFT JOIN referrals r ON r.id = b.referral_id "
        "LEFT JOIN contacts c ON c.id = coalesce(b.client_id, r.prospect_id) "
        "LEFT JOIN contacts p ON p.id = r.partner_id "
        "WHERE b.day <= :day AND coalesce(r.direction, 'received') = 'received' "
        "ORDER BY b.day, b.id"
    )
    return tuple(
        replace(one, number=one.number and one.number / 100) for one in _read(session, query, day)
    )


def invitations(session: Session, day: date, where: str = "TRUE", **values: int | None) -> Rows:
    """Those that count and of which a condition holds, the latest meeting first.

    The condition is on the invitation `i`, its meeting `m`, and what `became` of it.
    """
    query = (
        f"SELECT '{Noun.INVITATION}', i.id, date(m.start), c.id, c.name, {_TITLE}, "
        f"{OUTCOME} AS became, NULL {_INVITED} "
        "WHERE i.sent_on <= :day AND NOT m.cancelled "
        f"AND ({where}) ORDER BY m.start DESC, i.id DESC"
    )
    return _read(session, query, day, **values)


def last_invited(session: Session, day: date) -> Rows:
    """The invitations of the last day on which any was sent, called off or not."""
    query = (
        f"SELECT '{Noun.INVITATION}', i.id, date(m.start), c.id, c.name, {_TITLE}, "
        f"CASE WHEN m.cancelled THEN 'called off' ELSE {OUTCOME} END, NULL {_INVITED} "
        "WHERE i.sent_on = (SELECT max(sent_on) FROM invitations WHERE sent_on <= :day) "
        "ORDER BY m.start DESC, i.id DESC"
    )
    return _read(session, query, day)


def guests(session: Session, day: date) -> Rows:
    """The invitation by which each contact first came to a group, the latest first."""
    return _came(session, day, Noun.INVITATION, "came.id", "date(came.start)", "came", "TRUE")


def returned(session: Session, day: date) -> Rows:
    """The next meeting of the group at which each of them was, the latest first."""
    then = f"(SELECT date(start) FROM meetings WHERE id = {RETURNED})"
    return _came(session, day, Noun.MEETING, RETURNED, then, "returned", f"{RETURNED} IS NOT NULL")


def joined(session: Session, day: date) -> Rows:
    """The membership that each of them began, the latest first."""
    then = f"(SELECT since FROM memberships WHERE id = {JOINED})"
    return _came(session, day, Noun.MEMBERSHIP, JOINED, then, "joined", f"{JOINED} IS NOT NULL")


def asks(session: Session, day: date) -> Rows:
    """Whom I asked, and what reflections note as asked, newest first."""
    there = (
        f"SELECT '{Noun.MEETING}', m.id, date(m.start) AS day, a.contact_id, "
        f"(SELECT name FROM contacts WHERE id = a.contact_id), {_MEETING}, 'asked', 1 {ASKED_THERE}"
    )
    parts = (there, _interactions("asked", ASKED_ELSEWHERE), _noted("asked", "r.asks", REFLECTED))
    return _read(session, f"{' UNION ALL '.join(parts)} ORDER BY 3 DESC, 1, 2 DESC, 4 DESC", day)


def gives(session: Session, day: date) -> Rows:
    """What I gave: referrals, introductions, and what reflections note, newest first."""
    parts = (
        _REFERRALS.replace("r.direction, r.level", "'gave', 1")
        + " WHERE r.direction = 'given' AND r.day <= :day",
        _interactions("gave", INTRODUCED),
        _noted("gave", "r.gives", f"{REFLECTED} AND {NOT_REFERRED}"),
    )
    return _read(session, f"{' UNION ALL '.join(parts)} ORDER BY 3 DESC, 1, 2 DESC, 4 DESC", day)


_TITLE = "coalesce(g.name, nullif(m.title, ''), 'One-off')"
_MEETING = (
    "coalesce((SELECT name FROM groups WHERE id = m.group_id), nullif(m.title, ''), 'One-off')"
)
_INVITED = (
    "FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
    "JOIN contacts c ON c.id = i.contact_id LEFT JOIN groups g ON g.id = m.group_id"
)
_REFERRALS = (
    f"SELECT '{Noun.REFERRAL}', r.id, r.day, p.id, p.name, q.name, r.direction, r.level "
    "FROM referrals r JOIN contacts p ON p.id = r.partner_id "
    "LEFT JOIN contacts q ON q.id = r.prospect_id"
)


def _interactions(state: str, of: str) -> str:
    whom = (
        "(SELECT w.contact_id FROM interaction_contacts w WHERE w.interaction_id = i.id "
        "ORDER BY w.position LIMIT 1)"
    )
    names = (
        "(SELECT group_concat(name, ', ') FROM (SELECT c.name FROM interaction_contacts w "
        "JOIN contacts c ON c.id = w.contact_id WHERE w.interaction_id = i.id ORDER BY w.position))"
    )
    return f"SELECT '{Noun.INTERACTION}', i.id, i.day, {whom}, {names}, i.kind, '{state}', 1 {of}"


def _noted(state: str, column: str, of: str) -> str:
    """What a column of reflections notes, and how many lines that is."""
    return (
        f"SELECT '{Noun.MEETING}', m.id, date(m.start), NULL, {_MEETING}, {column}, "
        f"'{state}', {lines(column)} {of} AND {column} <> ''"
    )


def _came(
    session: Session, day: date, noun: Noun, record: str, then: str, state: str, where: str
) -> Rows:
    query = (
        f"{CAME} SELECT '{noun}', {record}, {then}, c.id, c.name, g.name, '{state}', NULL "
        "FROM came JOIN contacts c ON c.id = came.contact_id JOIN groups g ON g.id = came.group_id "
        f"WHERE {where} ORDER BY 3 DESC, c.name, g.id"
    )
    return _read(session, query, day)


def _read(session: Session, query: str, day: date, **values: str | int | None) -> Rows:
    nouns, read = {noun.value: noun for noun in Noun}, date.fromisoformat
    return tuple(
        Evidence(
            noun=nouns[noun],
            record_id=record_id,
            day=read(when),
            contact_id=contact_id,
            name=name or "",
            about=about or "",
            state=state or "",
            number=None if number is None else Fraction(number),
        )
        for noun, record_id, when, contact_id, name, about, state, number in plain_rows(
            session, query, {**until(day), **values}
        )
    )
