"""Queries over the regulars of groups: who they are, and how deep I know them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlmodel import Session

from netjournal.model.depth import Rung
from netjournal.model.figure import FEWEST
from netjournal.model.plan import Gift
from netjournal.store.engines import plain_rows
from netjournal.store.looks import QUIET
from netjournal.store.members import on_day

ROSTERS = 6
"""How many of a group's latest rosters tell who its regulars are."""


class Place(NamedTuple):
    """A contact's place in a group as its rosters tell it."""

    group_id: int
    contact_id: int
    seen: int
    """At how many of the rosters."""


class Known(NamedTuple):
    """What is known of someone."""

    contact_id: int
    name: str
    organisation: str
    classification: str
    why: str
    archived: bool
    depth: int | None
    rungs: frozenset[Rung]
    quiet: bool
    last_touch: date | None
    known_since: date | None


def regulars(session: Session, before: datetime, group_ids: Iterable[int]) -> Sequence[Place]:
    """Whoever was at half or more of a group's last six rosters before a moment.

    A group with fewer than three has none.
    """
    values = {**_before(before), "groups": json.dumps(list(group_ids))}
    return [Place(*row) for row in plain_rows(session, _REGULARS, values)]


def rosters(session: Session, before: datetime, group_id: int) -> int:
    """How many rosters of a group tell who its regulars are."""
    values = {**_before(before), "groups": json.dumps([group_id])}
    row = plain_rows(session, f"{_ROSTERS} SELECT count(*) FROM rosters", values).fetchone()
    return int(row[0])


def known(
    session: Session, contact_ids: Iterable[int], today: date, usual_days: int
) -> Mapping[int, Known]:
    """What is known of some contacts, by their id."""
    ids = json.dumps(list(contact_ids))
    values = {**on_day(today), "usual_days": usual_days, "ids": ids}
    found = {}
    for contact_id, name, organisation, role, why, *facts in plain_rows(session, _KNOWN, values):
        archived, depth, touch, talked, one_to_one, referral, quiet, since = facts
        holds = zip(Rung, (talked, bool(why), one_to_one, referral), strict=True)
        found[contact_id] = Known(
            contact_id=contact_id,
            name=name,
            organisation=organisation,
            classification=role,
            why=why,
            archived=bool(archived),
            depth=depth,
            rungs=frozenset(rung for rung, yes in holds if yes),
            quiet=bool(quiet),
            last_touch=_day(touch),
            known_since=_day(since),
        )
    return found


def givable(
    session: Session, today: date, contact_ids: Iterable[int] | None = None
) -> Sequence[Gift]:
    """To whom of some contacts, or of all, I know whom to send: those I ever talked to."""
    among = "" if contact_ids is None else "AND c.id IN (SELECT value FROM json_each(:ids)) "
    values = {"ids": json.dumps(list(contact_ids or ())), "day": f"{today}"}
    rows = plain_rows(session, _GIVABLE.format(among=among), values)
    return [
        Gift(
            contact_id=contact_id,
            name=name,
            organisation=organisation,
            good_referral=good_referral,
            last_gift=_day(last_gift),
            known_since=date.fromisoformat(since),
        )
        for contact_id, name, organisation, good_referral, last_gift, since in rows
        if since is not None
    ]


def _before(moment: datetime) -> dict[str, str | int]:
    return {"before": f"{moment:%Y-%m-%dT%H:%M}", "most": ROSTERS, "fewest": FEWEST}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


_ROSTERS = (
    "WITH rosters AS MATERIALIZED (SELECT m.group_id, m.id AS meeting_id, "
    "count(*) OVER (PARTITION BY m.group_id) AS n FROM json_each(:groups) j "
    "JOIN meetings m ON m.id IN (SELECT o.id FROM meetings o WHERE o.group_id = j.value "
    "AND o.start < :before AND NOT o.cancelled AND NOT o.missed "
    "AND EXISTS (SELECT 1 FROM attendances x WHERE x.meeting_id = o.id) "
    "ORDER BY o.start DESC, o.id DESC LIMIT :most))"
)
_REGULARS = (
    f"{_ROSTERS} SELECT r.group_id, a.contact_id, count(*) FROM rosters r "
    "JOIN attendances a ON a.meeting_id = r.meeting_id WHERE r.n >= :fewest "
    "GROUP BY r.group_id, a.contact_id HAVING 2 * count(*) >= r.n "
    "ORDER BY r.group_id, a.contact_id"
)
_TOUCHED = (
    "EXISTS (SELECT 1 FROM interaction_contacts w JOIN interactions i ON i.id = w.interaction_id "
    "WHERE w.contact_id = c.id{which})"
)
_SINCE = (
    "(SELECT min(day) FROM (SELECT f.first_seen AS day UNION ALL SELECT min(i.day) "
    "FROM interaction_contacts w JOIN interactions i ON i.id = w.interaction_id "
    "WHERE w.contact_id = c.id "
    "UNION ALL SELECT min(r.day) FROM referrals r WHERE r.partner_id = c.id))"
)
_KNOWN = (
    "SELECT c.id, c.name, c.organisation, c.classification, c.why, f.archived, f.depth, "
    f"f.last_touch, {_TOUCHED.format(which='')} OR EXISTS (SELECT 1 FROM attendances a "
    "JOIN meetings m ON m.id = a.meeting_id WHERE a.contact_id = c.id AND a.talked "
    "AND NOT m.cancelled AND NOT m.missed), "
    f"""{_TOUCHED.format(which=" AND i.kind = 'one-to-one'")}, """
    "EXISTS (SELECT 1 FROM referrals r WHERE r.partner_id = c.id), "
    f"{QUIET}, {_SINCE} FROM contacts c JOIN contact_facts f ON f.contact_id = c.id "
    "WHERE c.id IN (SELECT value FROM json_each(:ids))"
)
_GIVABLE = (
    "SELECT c.id, c.name, c.organisation, c.good_referral, nullif(max("
    "coalesce((SELECT max(r.day) FROM referrals r WHERE r.partner_id = c.id "
    "AND r.direction = 'given' AND r.day <= :day), ''), "
    "coalesce((SELECT max(i.day) FROM interaction_contacts w "
    "JOIN interactions i ON i.id = w.interaction_id WHERE w.contact_id = c.id "
    "AND i.kind = 'introduction' AND i.day <= :day), '')), ''), "
    f"{_SINCE} FROM contacts c JOIN contact_facts f ON f.contact_id = c.id "
    # An index of the facts is no way to the few of whom it is known.
    "WHERE c.good_referral <> '' AND +f.archived = 0 AND +f.last_touch IS NOT NULL {among}"
)
