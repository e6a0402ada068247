"""Queries for the figures of give and get: small aggregates, all as of a day."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlmodel import Session

from netjournal.model.give_and_get import Earned, Exchange, Passed
from netjournal.model.referral import Direction
from netjournal.store.attended import ATTENDED
from netjournal.store.engines import plain_rows
from netjournal.store.invitations import OUTCOME

REFERRAL = "referral"
"""The source of the business that a referral brought."""


@dataclass(frozen=True, slots=True)
class GroupFact:
    """A group, and when I joined it: the day said, else that of its first attended meeting."""

    id: int
    name: str
    joined_on: date | None


class OutcomeCount(NamedTuple):
    """How many invitations sent with one value statement came out one way."""

    statement_id: int | None
    statement: str
    group_id: int | None
    group: str
    outcome: str
    past: bool
    number: int


class Comings(NamedTuple):
    """Contacts who came to a group by invitation, each contact and group once."""

    came: int
    returned: int
    joined: int


class AsksAndGives(NamedTuple):
    """How often I asked, and how often I gave."""

    asks: int
    gives: int


def referrals(session: Session, day: date) -> Sequence[Passed]:
    """Every referral up to a day, oldest first."""
    query = f"SELECT {_PASSED} WHERE r.day <= :day ORDER BY r.day, r.id"
    return list(map(_passed, plain_rows(session, query, until(day))))


def referrals_through(
    session: Session, day: date, group_id: int, begun: Sequence[int]
) -> Sequence[Passed]:
    """The referrals up to a day whose chain went through a group, oldest first.

    That is: began with one that names it, or whose meeting does, or with one of those `begun`.
    """
    query = (
        # What isn't distinct is left out, so that even a loop has an end.
        "WITH RECURSIVE chain (id) AS (SELECT r.id FROM referrals r "
        "LEFT JOIN meetings m ON m.id = r.meeting_id "
        "LEFT JOIN referrals s ON s.id = r.source_id AND s.day <= :day "
        "WHERE +r.day <= :day AND s.id IS NULL AND (coalesce(r.group_id, m.group_id) = :group_id "
        "OR r.id IN (SELECT value FROM json_each(:begun))) "
        "UNION SELECT r.id FROM chain JOIN referrals r ON r.source_id = chain.id "
        "WHERE +r.day <= :day) "
        f"SELECT {_PASSED} WHERE r.id IN (SELECT id FROM chain) ORDER BY r.day, r.id"
    )
    values = {**until(day), "group_id": group_id, "begun": json.dumps(list(begun))}
    return list(map(_passed, plain_rows(session, query, values)))


def exchange(session: Session, day: date) -> Exchange:
    """How many referrals went each way up to a day."""
    # All of them along the index that holds the direction too, for a plus hides the day's.
    query = "SELECT direction, count(*) FROM referrals WHERE +day <= :day GROUP BY direction"
    counts = dict(plain_rows(session, query, until(day)).fetchall())
    return Exchange(
        given=counts.get(Direction.GIVEN, 0), received=counts.get(Direction.RECEIVED, 0)
    )


def partner_groups(session: Session, day: date) -> Mapping[int, tuple[int, ...]]:
    """The groups the partner was a member of and I was in on the day of the referral.

    By the referral's id, of those that begin a chain and name no group, neither does their meeting.
    """
    rows = plain_rows(session, _PARTNER_GROUPS, until(day))
    return {
        referral_id: tuple(group_id for _, group_id in each)
        for referral_id, each in groupby(rows, key=itemgetter(0))
    }


def business(
    session: Session, day: date, referral_ids: Sequence[int] | None = None
) -> Sequence[Earned]:
    """The business that came to me up to a day, oldest first; or what some referrals brought."""
    brought = "" if referral_ids is None else f"AND r.id IN ({_THESE}) "
    query = (
        "SELECT b.id, b.amount, b.day, "
        f"CASE WHEN r.id IS NULL THEN b.origin ELSE '{REFERRAL}' END, "
        f"coalesce(b.client_id, r.prospect_id), r.id {_MINE} {brought}ORDER BY b.day, b.id"
    )
    values = {**until(day), "ids": json.dumps(list(referral_ids or ()))}
    return list(map(_earned, plain_rows(session, query, values)))


def business_in_all(session: Session, day: date) -> Decimal:
    """The sum of the business that came to me up to a day."""
    query = f"SELECT coalesce(sum(b.amount), 0) {_MINE}"
    return Decimal(plain_rows(session, query, until(day)).fetchone()[0]).scaleb(-2)


def groups(session: Session, day: date, group_id: int | None = None) -> Sequence[GroupFact]:
    """Every group by name, or only the one."""
    one = "" if group_id is None else "WHERE g.id = :group_id "
    query = f"SELECT g.id, g.name, {_JOINED} FROM groups g {one}ORDER BY g.folded_name"
    rows = plain_rows(session, query, {**until(day), "group_id": group_id})
    return [GroupFact(group_id, name, _day(joined)) for group_id, name, joined in rows]


def contacts_met(session: Session, day: date) -> int:
    """How many contacts I met at a meeting up to a day."""
    query = "SELECT count(*) FROM contact_facts WHERE first_seen <= :day"
    return int(plain_rows(session, query, until(day)).fetchone()[0])


def outcomes(session: Session, day: date, group_id: int | None = None) -> Sequence[OutcomeCount]:
    """What became of the invitations sent up to a day, the last value statement first.

    Of all, or only of those to a group.
    """
    one = "" if group_id is None else "AND m.group_id = :group_id "
    query = (
        "SELECT statement_id, coalesce(v.text, ''), g.id, coalesce(g.name, ''), outcome, past, "
        "number FROM (SELECT i.statement_id, m.group_id, "
        f"{OUTCOME} AS outcome, m.start < :tomorrow AS past, count(*) AS number "
        "FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
        f"WHERE i.sent_on <= :day AND NOT m.cancelled {one}GROUP BY 1, 2, 3, 4) i "
        "LEFT JOIN groups g ON g.id = i.group_id "
        "LEFT JOIN value_statements v ON v.id = statement_id "
        "ORDER BY v.stated_at DESC, statement_id DESC, g.folded_name"
    )
    return [
        OutcomeCount(statement_id, said, group_id, group, outcome, bool(past), number)
        for statement_id, said, group_id, group, outcome, past, number in plain_rows(
            session, query, {**until(day), "group_id": group_id}
        )
    ]


def last_invited(session: Session, day: date) -> date | None:
    """The day the last invitation was sent, up to a day."""
    query = "SELECT max(sent_on) FROM invitations WHERE sent_on <= :day"
    return _day(plain_rows(session, query, until(day)).fetchone()[0])


def comings(session: Session, day: date) -> Comings:
    """Who came to a group by invitation, came again later, and became a member since."""
    query = (
        f"{CAME} SELECT count(*), count(*) FILTER (WHERE EXISTS (SELECT 1 {_CAME_AGAIN})), "
        f"count(*) FILTER (WHERE EXISTS (SELECT 1 {_CAME_IN})) FROM came"
    )
    return Comings(*plain_rows(session, query, until(day)).fetchone())


def asks_and_gives(session: Session, day: date) -> AsksAndGives:
    """How often I asked, and how often I gave."""
    asked = f"(SELECT count(*) {ASKED_THERE}) + (SELECT count(*) {ASKED_ELSEWHERE})"
    gave = (
        "(SELECT count(*) FROM referrals WHERE direction = 'given' AND +day <= :day) "
        f"+ (SELECT count(*) {INTRODUCED})"
    )
    noted = (
        f"SELECT coalesce(sum({lines('r.asks')}), 0) AS asks, "
        f"coalesce(sum({lines('r.gives')}) FILTER (WHERE {NOT_REFERRED}), 0) AS gives {REFLECTED}"
    )
    query = f"SELECT {asked} + asks, {gave} + gives FROM ({noted})"
    return AsksAndGives(*plain_rows(session, query, until(day)).fetchone())


def lines(column: str) -> str:
    """How many lines a column holds, as SQL."""
    return (
        f"CASE WHEN {column} = '' THEN 0 "
        f"ELSE length({column}) - length(replace({column}, char(10), '')) + 1 END"
    )


def until(day: date) -> dict[str, str]:
    """What the queries call a day, and the one after it."""
    return {"day": f"{day}", "tomorrow": f"{date.fromordinal(day.toordinal() + 1)}"}


_PASSED = (
    "r.id, r.direction, r.day, r.partner_id, r.source_id, coalesce(r.group_id, m.group_id), "
    "r.level FROM referrals r LEFT JOIN meetings m ON m.id = r.meeting_id"
)
# What makes a tuple of any sort, without the detour by way of a function: there are many.
_passed = partial(tuple.__new__, Passed)
_earned = partial(tuple.__new__, Earned)
_MINE = (
    "FROM business b LEFT JOIN referrals r ON r.id = b.referral_id "
    "WHERE b.day <= :day AND coalesce(r.direction, 'received') = 'received'"
)
_THESE = "SELECT value FROM json_each(:ids)"
CAME = (
    "WITH came AS MATERIALIZED (SELECT i.id, i.contact_id, m.group_id, min(m.start) AS start "
    "FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
    "WHERE m.group_id IS NOT NULL AND NOT m.cancelled AND m.start < :tomorrow "
    f"AND i.outcome IN ('came', 'pending') AND {OUTCOME} = 'came' "
    "GROUP BY i.contact_id, m.group_id)"
)
"""Of each contact and group the invitation by which they first came."""
_CAME_AGAIN = (
    "FROM attendances a CROSS JOIN meetings m ON m.id = a.meeting_id "
    "WHERE a.contact_id = came.contact_id AND m.group_id = came.group_id "
    "AND m.start > came.start AND m.start < :tomorrow AND NOT m.cancelled AND NOT m.missed"
)
_CAME_IN = (
    "FROM memberships s WHERE s.contact_id = came.contact_id AND s.group_id = came.group_id "
    "AND s.since >= date(came.start) AND s.since <= :day"
)
RETURNED = f"(SELECT m.id {_CAME_AGAIN} ORDER BY m.start LIMIT 1)"
"""The next meeting of the group at which who `came` was."""
JOINED = f"(SELECT s.id {_CAME_IN} ORDER BY s.since LIMIT 1)"
"""The membership of the group that who `came` began since."""
ASKED_THERE = (
    "FROM attendances a JOIN meetings m ON m.id = a.meeting_id "
    "WHERE a.asked AND NOT m.cancelled AND NOT m.missed AND m.start < :tomorrow"
)
"""Those asked at meetings; likewise at other times; introductions; reflections that note any."""
ASKED_ELSEWHERE = "FROM interactions i WHERE i.asked AND +i.day <= :day"
INTRODUCED = "FROM interactions i WHERE i.kind = 'introduction' AND +i.day <= :day"
REFLECTED = (
    "FROM reflections r CROSS JOIN meetings m ON m.id = r.meeting_id "
    "WHERE (r.asks <> '' OR r.gives <> '') "
    "AND NOT m.cancelled AND NOT m.missed AND m.start < :tomorrow"
)
NOT_REFERRED = (
    "NOT EXISTS (SELECT 1 FROM referrals f WHERE f.meeting_id = m.id "
    "AND f.direction = 'given' AND f.day <= :day)"
)
"""Whether no referral given names the meeting."""
_JOINED = (
    "coalesce(g.joined_on, (SELECT date(min(m.start)) FROM meetings m "
    f"WHERE m.group_id = g.id AND m.start < :tomorrow AND {ATTENDED}))"
)
_PARTNER_GROUPS = (
    # What I was in, and the window of a day, are worked out once and not for each that is joined.
    f"WITH mine AS MATERIALIZED (SELECT g.id, {_JOINED} AS joined_on, "
    "coalesce(g.left_on, '9999-12-31') AS left_on FROM groups g), "
    "unnamed AS MATERIALIZED (SELECT r.id, r.day, r.partner_id, "
    "date(r.day, '-364 days') AS since, r.day || 'T24' AS until, "
    "EXISTS (SELECT 1 FROM memberships s WHERE s.contact_id = r.partner_id) AS has_a_place "
    "FROM referrals r LEFT JOIN meetings m ON m.id = r.meeting_id "
    "LEFT JOIN referrals s ON s.id = r.source_id AND s.day <= :day "
    "WHERE +r.group_id IS NULL AND m.group_id IS NULL AND s.id IS NULL AND +r.day <= :day) "
    "SELECT r.id, g.id FROM unnamed r CROSS JOIN memberships s ON s.contact_id = r.partner_id "
    "AND coalesce(s.since, r.day) <= r.day AND coalesce(s.until, r.day) >= r.day "
    "JOIN mine g ON g.id = s.group_id "
    "WHERE r.has_a_place AND r.day BETWEEN g.joined_on AND g.left_on "
    "UNION SELECT r.id, g.id FROM unnamed r "
    "CROSS JOIN attendances a ON a.contact_id = r.partner_id "
    "CROSS JOIN meetings n ON n.id = a.meeting_id JOIN mine g ON g.id = n.group_id "
    "WHERE NOT r.has_a_place AND n.start BETWEEN r.since AND r.until "
    "AND NOT n.cancelled AND NOT n.missed "
    "AND r.day BETWEEN g.joined_on AND g.left_on ORDER BY 1, 2"
)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
