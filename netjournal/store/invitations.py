"""Queries over invitations."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session, select

from netjournal.errors import InvalidError
from netjournal.model.change import Noun
from netjournal.model.invitation import Invitation, InvitationDraft, InvitationLook, Outcome
from netjournal.store import search
from netjournal.store.conditions import stated
from netjournal.store.engines import plain_rows
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import ContactRow, InvitationRow

OUTCOME = (
    "CASE WHEN i.outcome = 'pending' AND NOT m.cancelled AND NOT m.missed AND EXISTS (SELECT 1 "
    "FROM attendances a WHERE a.meeting_id = i.meeting_id AND a.contact_id = i.contact_id) "
    "THEN 'came' ELSE i.outcome END"
)
"""What became of the invitation `i` to the meeting `m`, as SQL: who was there has come."""


def add(session: Session, draft: InvitationDraft, meeting_id: int, added_at: datetime) -> int:
    """Adds an invitation to a meeting, with the value statement in force; gives its id."""
    existing(session, ContactRow, draft.contact_id)
    _refuse_second(session, draft.contact_id, meeting_id)
    statement = _statement_on(session, meeting_id, draft.sent_on)
    kept = {"meeting_id": meeting_id, "statement_id": statement, "added_at": added_at}
    return insert(session, valid(InvitationRow, draft, **kept))


def answer(session: Session, invitation_id: int, outcome: Outcome) -> None:
    """Writes what became of an invitation."""
    revise(session, InvitationRow, invitation_id, {"outcome": outcome})


def remove(session: Session, invitation_id: int) -> None:
    """Removes an invitation."""
    session.delete(existing(session, InvitationRow, invitation_id))


def get(session: Session, invitation_id: int) -> Invitation:
    """An invitation; NotFoundError when it isn't there."""
    existing(session, InvitationRow, invitation_id)
    return _found(session, "i.id = :invitation_id", {"invitation_id": invitation_id})[0]


def count(session: Session, look: InvitationLook) -> int:
    """How many invitations a look is at."""
    where, values = _at(look)
    query = text(
        f"SELECT count(*) FROM invitations i JOIN meetings m ON m.id = i.meeting_id WHERE {where}"
    )
    return int(session.execute(query, values).scalar_one())


def stretch(
    session: Session, look: InvitationLook, first: int, size: int
) -> tuple[Invitation, ...]:
    """A stretch of those invitations, by the meeting, the latest first."""
    where, values = _at(look)
    return _found(session, where, {**values, "size": size, "first": first})


def inquiry(
    session: Session, look: InvitationLook, now: datetime
) -> tuple[Sequence[int], int, int]:
    """The ids of those invitations, first those that can be answered, then those still to be.

    And how many are of each of these two sorts.
    """
    where, values = _at(look)
    ids, waiting, coming = plain_rows(
        session,
        "SELECT json_group_array(id), coalesce(sum(sort = 0), 0), coalesce(sum(sort = 1), 0) FROM "
        f"(SELECT i.id AS id, CASE WHEN {OUTCOME} <> 'pending' OR m.cancelled THEN 2 "
        "ELSE m.start > :now END AS sort FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
        f"WHERE {where} ORDER BY 2, CASE WHEN sort = 1 THEN m.start END, m.start DESC, i.id DESC)",
        {**values, "now": f"{now:%Y-%m-%dT%H:%M}"},
    ).fetchone()
    return json.loads(ids), waiting, coming


def these(session: Session, invitation_ids: Sequence[int]) -> tuple[Invitation, ...]:
    """Some invitations, in the order given; those that are gone are left out."""
    wanted = {"ids": json.dumps(list(invitation_ids))}
    found = {
        one.id: one
        for one in _found(session, "i.id IN (SELECT value FROM json_each(:ids))", wanted)
    }
    return tuple(found[each] for each in invitation_ids if each in found)


def _found(session: Session, where: str, values: dict[str, Any]) -> tuple[Invitation, ...]:
    rows = session.execute(
        text(
            f"SELECT i.id, i.contact_id, i.sent_on, {OUTCOME} AS outcome, c.name, i.meeting_id, "
            "m.start, m.group_id, coalesce(g.name, nullif(m.title, ''), 'One-off') AS title, "
            "m.cancelled AS voided, i.outcome <> 'pending' AS answered, "
            "coalesce(v.text, '') AS statement "
            "FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
            "JOIN contacts c ON c.id = i.contact_id LEFT JOIN groups g ON g.id = m.group_id "
            "LEFT JOIN value_statements v ON v.id = i.statement_id "
            f"WHERE {where} ORDER BY m.start DESC, i.id DESC LIMIT :size OFFSET :first"
        ),
        {"size": -1, "first": 0, **values},
    )
    return tuple(
        Invitation(
            **{
                **row._mapping,
                "sent_on": date.fromisoformat(row.sent_on),
                "outcome": Outcome(row.outcome),
                "voided": bool(row.voided),
                "answered": bool(row.answered),
            }
        )
        for row in rows
    )


def _at(look: InvitationLook) -> tuple[str, dict[str, Any]]:
    conditions, values = stated(
        {
            "i.contact_id = :contact_id": ("contact_id", look.contact_id),
            "m.group_id = :group_id": ("group_id", look.group_id),
            "i.meeting_id = :meeting_id": ("meeting_id", look.meeting_id),
            "m.start <= :until": ("until", look.until and f"{look.until}T23:59"),
        }
    )
    outcomes = ", ".join(f"'{outcome}'" for outcome in look.outcomes)
    void = () if look.voided else ("NOT m.cancelled",)
    held, words = _holding(look.words)
    where = " AND ".join((f"{OUTCOME} IN ({outcomes})", *void, *conditions, *held))
    return where, values | words


def _holding(typed: str) -> tuple[Sequence[str], dict[str, str]]:
    """That the contact's name or the meeting's holds each word typed."""
    people = search.titles_of(Noun.CONTACT, typed)
    meetings = search.titles_of(Noun.MEETING, typed)
    held = [
        f"({search.holding('i.contact_id', f':who_{at}')} "
        f"OR {search.holding('i.meeting_id', f':where_{at}')})"
        for at in range(len(people))
    ]
    words = {f"who_{at}": query for at, query in enumerate(people)}
    return held, words | {f"where_{at}": query for at, query in enumerate(meetings)}


def _statement_on(session: Session, meeting_id: int, day: date) -> int | None:
    """The version of why a meeting's group is worth it that was in force on a day."""
    rows = session.execute(
        text(
            "SELECT v.id FROM value_statements v JOIN meetings m ON m.group_id = v.group_id "
            "WHERE m.id = :meeting_id AND date(v.stated_at, 'localtime') <= :day "
            "ORDER BY v.stated_at DESC, v.id DESC LIMIT 1"
        ),
        {"meeting_id": meeting_id, "day": f"{day}"},
    )
    return rows.scalar_one_or_none()


def _refuse_second(session: Session, contact_id: int, meeting_id: int) -> None:
    query = select(InvitationRow.id).where(
        InvitationRow.contact_id == contact_id, InvitationRow.meeting_id == meeting_id
    )
    if session.exec(query).first() is not None:
        sentence = "They are invited to this meeting already; answer that invitation instead."
        raise InvalidError({"contact_id": sentence})
