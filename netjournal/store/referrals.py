"""Queries over referrals."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from netjournal.errors import InvalidError
from netjournal.model.change import Noun
from netjournal.model.referral import (
    OPEN,
    Direction,
    Referral,
    ReferralDraft,
    ReferralLook,
    ReferralStatus,
)
from netjournal.store import search
from netjournal.store.conditions import stated
from netjournal.store.engines import plain_rows
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import ContactRow, GroupRow, MeetingRow, ReferralRow
from netjournal.store.tables.columns import Hundredths


def add(session: Session, draft: ReferralDraft, added_at: datetime) -> int:
    """Adds a referral and gives its id."""
    _refuse_strangers(session, draft)
    return insert(session, valid(ReferralRow, draft, added_at=added_at))


def change(session: Session, referral_id: int, draft: ReferralDraft) -> None:
    """Writes a draft over a referral; InvalidError when it would come out of itself."""
    _refuse_strangers(session, draft)
    if draft.source_id is not None and referral_id in ancestry(session, draft.source_id):
        sentence = "This referral would come out of itself; choose another that it came out of."
        raise InvalidError({"source_id": sentence})
    revise(session, ReferralRow, referral_id, draft)


def win(session: Session, referral_id: int) -> None:
    """Says that a referral is won, unless it is settled already."""
    if existing(session, ReferralRow, referral_id).status in OPEN:
        revise(session, ReferralRow, referral_id, {"status": ReferralStatus.WON})


def remove(session: Session, referral_id: int) -> None:
    """Removes a referral; what came out of it stays, and so does the business it brought."""
    session.delete(existing(session, ReferralRow, referral_id))


def get(session: Session, referral_id: int) -> Referral:
    """A referral; NotFoundError when it isn't there."""
    existing(session, ReferralRow, referral_id)
    return _found(session, "r.id = :referral_id", {"referral_id": referral_id})[0]


def count(session: Session, look: ReferralLook) -> int:
    """How many referrals a look is at."""
    where, values = _at(look)
    query = text(f"SELECT count(*) FROM referrals r WHERE {where}")
    return int(session.execute(query, values).scalar_one())


def stretch(session: Session, look: ReferralLook, first: int, size: int) -> tuple[Referral, ...]:
    """A stretch of those referrals, newest first."""
    where, values = _at(look)
    of = (
        f"r.id IN (SELECT r.id FROM referrals r WHERE {where} "
        "ORDER BY r.day DESC, r.id DESC LIMIT :size OFFSET :first)"
    )
    return _found(session, of, {**values, "size": size, "first": first})


def pipeline(session: Session, look: ReferralLook) -> tuple[Sequence[int], int]:
    """The ids of those referrals, the open ones first, each part newest first; how many are open.

    As one text they come quicker than as thousands of rows.
    """
    where, values = _at(look)
    ids, still_open = plain_rows(
        session,
        "SELECT json_group_array(id), coalesce(sum(open), 0) FROM (SELECT r.id AS id, "
        f"r.status IN ({_among(OPEN)}) AS open FROM referrals r WHERE {where} "
        "ORDER BY 2 DESC, r.day DESC, r.id DESC)",
        values,
    ).fetchone()
    return json.loads(ids), still_open


def these(session: Session, referral_ids: Sequence[int]) -> tuple[Referral, ...]:
    """Some referrals, in the order given; those that are gone are left out."""
    wanted = {"ids": json.dumps(list(referral_ids))}
    found = {
        one.id: one
        for one in _found(session, "r.id IN (SELECT value FROM json_each(:ids))", wanted)
    }
    return tuple(found[each] for each in referral_ids if each in found)


def passed_at(session: Session, meeting_id: int) -> tuple[Referral, ...]:
    """The referrals passed at a meeting, newest first."""
    return _found(session, "r.meeting_id = :meeting_id", {"meeting_id": meeting_id})


def chain(session: Session, referral_id: int) -> tuple[Referral, ...]:
    """The whole chain a referral belongs to, oldest first: all that came out of its first one."""
    existing(session, ReferralRow, referral_id)
    first = ancestry(session, referral_id)[-1]
    return _found(session, f"r.id IN ({_DESCENT})", {"first": first})[::-1]


def ancestry(session: Session, referral_id: int) -> Sequence[int]:
    """A referral, the one it came out of, and so on to the first of its chain."""
    rows = session.execute(
        text(
            # What isn't distinct is left out, so that even a loop has an end.
            "WITH RECURSIVE up (id) AS (VALUES (:id) UNION SELECT r.source_id FROM up "
            "JOIN referrals r ON r.id = up.id WHERE r.source_id IS NOT NULL) SELECT id FROM up"
        ),
        {"id": referral_id},
    )
    return rows.scalars().all()


_DESCENT = (
    "WITH RECURSIVE down (id) AS (VALUES (:first) UNION "
    "SELECT r.id FROM down JOIN referrals r ON r.source_id = down.id) SELECT id FROM down"
)


def _found(session: Session, where: str, values: dict[str, Any]) -> tuple[Referral, ...]:
    rows = session.execute(
        text(
            "SELECT r.id, r.direction, r.day, r.partner_id, r.prospect_id, r.group_id, "
            "r.meeting_id, r.level, r.status, r.source_id, r.note, p.name AS partner, "
            "coalesce(q.name, '') AS prospect, coalesce(g.name, h.name, '') AS group_name, "
            "(SELECT sum(amount) FROM business WHERE referral_id = r.id) AS business, "
            "(SELECT count(*) FROM referrals s WHERE s.source_id = r.id) AS spin_offs "
            "FROM referrals r JOIN contacts p ON p.id = r.partner_id "
            "LEFT JOIN contacts q ON q.id = r.prospect_id LEFT JOIN groups g ON g.id = r.group_id "
            "LEFT JOIN meetings m ON m.id = r.meeting_id LEFT JOIN groups h ON h.id = m.group_id "
            f"WHERE {where} ORDER BY r.day DESC, r.id DESC"
        ).columns(business=Hundredths()),
        values,
    )
    return tuple(_referral(row._mapping) for row in rows)


def _referral(row: Any) -> Referral:
    said = dict(row)
    said["group"] = said.pop("group_name")
    said["day"] = date.fromisoformat(said["day"])
    said["direction"] = Direction(said["direction"])
    said["status"] = ReferralStatus(said["status"])
    return Referral(**said)


def _at(look: ReferralLook) -> tuple[str, dict[str, Any]]:
    conditions, values = stated(
        {
            "r.direction = :direction": ("direction", look.direction),
            "(r.partner_id = :contact_id OR r.prospect_id = :contact_id)": (
                "contact_id",
                look.contact_id,
            ),
            "r.day >= :since": ("since", look.since and f"{look.since}"),
            "r.day <= :until": ("until", look.until and f"{look.until}"),
            search.holding("r.id", ":words"): ("words", search.words_of(Noun.REFERRAL, look.words)),
        }
    )
    by_status = f"r.status IN ({_among(look.statuses)})"
    return " AND ".join((by_status, *conditions)), values


def _among(statuses: Sequence[ReferralStatus]) -> str:
    return ", ".join(f"'{status}'" for status in statuses)


def _refuse_strangers(session: Session, draft: ReferralDraft) -> None:
    """Raises NotFoundError when someone or something a draft names is gone."""
    existing(session, ContactRow, draft.partner_id)
    named = (
        (ContactRow, draft.prospect_id),
        (GroupRow, draft.group_id),
        (MeetingRow, draft.meeting_id),
        (ReferralRow, draft.source_id),
    )
    for row_type, row_id in named:
        if row_id is not None:
            existing(session, row_type, row_id)
