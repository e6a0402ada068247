"""Queries for the figures of give and get: small aggregates, all as of a day."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlmodel import Session

from netjournal.model.referral import Direction
from netjournal.store.derived import ATTENDED
from netjournal.store.invitations import OUTCOME


class ReferralFact(NamedTuple):
    """What the figures need of a referral."""

    id: int
    direction: Direction
    day: date
    source_id: int | None
    group_id: int | None
    """The group it names, else that of its meeting."""
    level: int | None


class BusinessFact(NamedTuple):
    """An amount that came to me; those of referrals I gave aren't mine."""

    amount: Decimal
    day: date
    referral_id: int | None
    origin: str | None
    client_id: int | None
    """The client said, else the prospect of the referral."""


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


def referrals(session: Session, day: date) -> Sequence[ReferralFact]:
    """Every referral up to a day."""
    rows = session.execute(
        text(
            "SELECT r.id, r.direction, r.day, r.source_id, coalesce(r.group_id, m.group_id), "
            "r.level FROM referrals r LEFT JOIN meetings m ON m.id = r.meeting_id "
            "WHERE r.day <= :day"
        ),
        {"day": f"{day}"},
    )
    return [
        ReferralFact(one, Direction(way), date.fromisoformat(when), source, group, level)
        for one, way, when, source, group, level in rows
    ]


def partner_groups(session: Session, referral_ids: Iterable[int]) -> Mapping[int, Sequence[int]]:
    """The groups the partner was a member of and I was in on a referral's day, by referral."""
    rows = session.execute(text(_PARTNER_GROUPS), {"ids": json.dumps(list(referral_ids))})
    found: dict[int, list[int]] = defaultdict(list)
    for referral_id, group_id in rows:
        found[referral_id].append(group_id)
    return found


def first_given_and_got(session: Session, day: date) -> Sequence[tuple[date, date | None]]:
    """Of each partner I gave to, the day of the first, and of the first got then or later."""
    rows = session.execute(
        text(
            "SELECT given.day, (SELECT min(r.day) FROM referrals r WHERE r.partner_id = given.id "
            "AND r.direction = 'received' AND r.day >= given.day AND r.day <= :day) FROM "
            "(SELECT partner_id AS id, min(day) AS day FROM referrals "
            "WHERE direction = 'given' AND day <= :day GROUP BY partner_id) given"
        ),
        {"day": f"{day}"},
    )
    return [(date.fromisoformat(gave), _day(got)) for gave, got in rows]


def business(session: Session, day: date) -> Sequence[BusinessFact]:
    """The business that came to me up to a day, oldest first."""
    rows = session.execute(
        text(
            "SELECT b.amount, b.day, b.referral_id, b.origin, "
            "coalesce(b.client_id, r.prospect_id) "
            "FROM business b LEFT JOIN referrals r ON r.id = b.referral_id "
            "WHERE b.day <= :day AND coalesce(r.direction, 'received') = 'received' "
            "ORDER BY b.day, b.id"
        ),
        {"day": f"{day}"},
    )
    return [
        BusinessFact(Decimal(cents) / 100, date.fromisoformat(when), *rest)
        for cents, when, *rest in rows
    ]


def groups(session: Session) -> Sequence[GroupFact]:
    """Every group by name."""
    rows = session.execute(
        text(f"SELECT g.id, g.name, {_JOINED} FROM groups g ORDER BY g.folded_name")
    )
    return [GroupFact(group_id, name, _day(joined)) for group_id, name, joined in rows]


def contacts_met(session: Session) -> int:
    """How many contacts I met at a meeting."""
    query = "SELECT count(*) FROM contact_facts WHERE times_met > 0"
    return int(session.execute(text(query)).scalar_one())


def outcomes(session: Session, day: date) -> Sequence[OutcomeCount]:
    """What became of the invitations sent up to a day, the last value statement first."""
    rows = session.execute(
        text(
            "SELECT statement_id, coalesce(v.text, ''), group_name, outcome, past, count(*) FROM "
            "(SELECT i.statement_id, coalesce(g.name, '') AS group_name, "
            f"{OUTCOME} AS outcome, m.start < :tomorrow AS past FROM invitations i "
            "JOIN meetings m ON m.id = i.meeting_id LEFT JOIN groups g ON g.id = m.group_id "
            "WHERE i.sent_on <= :day AND NOT m.cancelled) "
            "LEFT JOIN value_statements v ON v.id = statement_id "
            "GROUP BY statement_id, group_name, outcome, past "
            "ORDER BY v.stated_at DESC, statement_id DESC, group_name"
        ),
        _until(day),
    )
    return [
        OutcomeCount(one, said, group, outcome, bool(past), number)
        for one, said, group, outcome, past, number in rows
    ]


def last_invited(session: Session, day: date) -> date | None:
    """The day the last invitation was sent, up to a day."""
    query = text("SELECT max(sent_on) FROM invitations WHERE sent_on <= :day")
    return _day(session.execute(query, {"day": f"{day}"}).scalar_one())


def comings(session: Session, day: date) -> Comings:
    """Who came to a group by invitation, came again later, and became a member since."""
    row = session.execute(
        text(
            "WITH came AS (SELECT i.contact_id, m.group_id, min(m.start) AS start "
            "FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
            "WHERE m.group_id IS NOT NULL AND NOT m.cancelled AND m.start < :tomorrow "
            f"AND {OUTCOME} = 'came' GROUP BY i.contact_id, m.group_id) "
            "SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM attendances a "
            "JOIN meetings m ON m.id = a.meeting_id WHERE a.contact_id = came.contact_id "
            "AND m.group_id = came.group_id AND m.start > came.start AND m.start < :tomorrow "
            "AND NOT m.cancelled AND NOT m.missed)), 0), "
            "coalesce(sum(EXISTS (SELECT 1 FROM memberships s "
            "WHERE s.contact_id = came.contact_id AND s.group_id = came.group_id "
            "AND s.since >= date(came.start) AND s.since <= :day)), 0) FROM came"
        ),
        _until(day),
    ).one()
    return Comings(*row)


def asks_and_gives(session: Session, day: date) -> AsksAndGives:
    """How often I asked, and how often I gave."""
    row = session.execute(
        text(
            "SELECT (SELECT count(*) FROM attendances a JOIN meetings m ON m.id = a.meeting_id "
            "WHERE a.asked AND NOT m.cancelled AND NOT m.missed AND m.start < :tomorrow) + "
            "(SELECT count(*) FROM interactions WHERE asked AND day <= :day) + "
            f"(SELECT coalesce(sum({_LINES.format('r.asks')}), 0) {_REFLECTED}), "
            "(SELECT count(*) FROM referrals WHERE direction = 'given' AND day <= :day) + "
            "(SELECT count(*) FROM interactions WHERE kind = 'introduction' AND day <= :day) + "
            f"(SELECT coalesce(sum({_LINES.format('r.gives')}), 0) {_REFLECTED} "
            "AND NOT EXISTS (SELECT 1 FROM referrals f WHERE f.meeting_id = m.id "
            "AND f.direction = 'given' AND f.day <= :day))"
        ),
        _until(day),
    ).one()
    return AsksAndGives(*row)


_LINES = "CASE WHEN {0} = '' THEN 0 ELSE length({0}) - length(replace({0}, char(10), '')) + 1 END"
_REFLECTED = (
    "FROM reflections r JOIN meetings m ON m.id = r.meeting_id "
    "WHERE NOT m.cancelled AND NOT m.missed AND m.start < :tomorrow"
)
_JOINED = (
    "coalesce(g.joined_on, (SELECT date(min(m.start)) FROM meetings m "
    f"WHERE m.group_id = g.id AND {ATTENDED}))"
)
_PARTNER_GROUPS = (
    # Worked out once a group, not once a referral.
    f"WITH mine AS MATERIALIZED (SELECT g.id, {_JOINED} AS joined_on, g.left_on FROM groups g) "
    "SELECT r.id, g.id FROM referrals r JOIN memberships s ON s.contact_id = r.partner_id "
    "AND coalesce(s.since, r.day) <= r.day AND coalesce(s.until, r.day) >= r.day "
    "JOIN mine g ON g.id = s.group_id WHERE r.id IN (SELECT value FROM json_each(:ids)) "
    "AND g.joined_on <= r.day AND coalesce(g.left_on, r.day) >= r.day "
    "UNION SELECT r.id, g.id FROM referrals r JOIN attendances a ON a.contact_id = r.partner_id "
    "JOIN meetings n ON n.id = a.meeting_id JOIN mine g ON g.id = n.group_id "
    "WHERE r.id IN (SELECT value FROM json_each(:ids)) AND NOT n.cancelled AND NOT n.missed "
    "AND n.start >= date(r.day, '-364 days') AND n.start < date(r.day, '+1 day') "
    "AND NOT EXISTS (SELECT 1 FROM memberships s WHERE s.contact_id = r.partner_id) "
    "AND g.joined_on <= r.day AND coalesce(g.left_on, r.day) >= r.day ORDER BY 1, 2"
)


def _until(day: date) -> dict[str, Any]:
    return {"day": f"{day}", "tomorrow": f"{date.fromordinal(day.toordinal() + 1)}"}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
