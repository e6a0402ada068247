"""Merges one contact into another: whatever points at the one is made to point at the other.

Foreign keys are followed as the tables declare them, so that a new table can't be forgotten. Where
a rule allows one row only, such as one attendance a meeting, the two are united first.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from netjournal.errors import ConflictError
from netjournal.model.contact import ContactDraft
from netjournal.model.interaction import InteractionKind
from netjournal.model.invitation import Outcome
from netjournal.model.merge import Holdings
from netjournal.store import contacts
from netjournal.store.rules import existing
from netjournal.store.tables import RECORDED, ContactRow
from netjournal.store.tables.row import table_of
from netjournal.when import say_day

Values = dict[str, Any]


def merge(session: Session, kept: int, gone: int, draft: ContactDraft) -> None:
    """Makes two contacts one, of whom the draft is true; the one `gone` ends.

    Raises ConflictError when they can't be one person.
    """
    if sentence := obstacle(session, kept, gone):
        raise ConflictError(sentence)
    for unite in UNITED.values():
        unite(session, kept, gone)
    for table, column in references():
        if table not in _LEFT:
            _run(session, f"UPDATE {table} SET {column} = :kept WHERE {column} = :gone", kept, gone)
    _run(
        session,
        "UPDATE contacts SET added_at = (SELECT min(added_at) FROM contacts "
        "WHERE id IN (:kept, :gone)) WHERE id = :kept",
        kept,
        gone,
    )
    session.expire_all()
    contacts.change(session, kept, draft)
    session.delete(existing(session, ContactRow, gone))
    session.flush()


def references() -> Iterator[tuple[str, str]]:
    """Each recorded table and column that points at a contact."""
    for table in map(table_of, RECORDED):
        for column in table.columns:
            if any(key.column.table.name == "contacts" for key in column.foreign_keys):
                yield table.name, column.name


def obstacle(session: Session, kept: int, gone: int) -> str:
    """Why two contacts can't be one person, as a sentence; empty when nothing is in the way."""
    for say in (_referral_between, _introduction_of):
        if sentence := say(session, kept, gone):
            return f"{sentence}, so they are two people. If they aren't, change or delete it first."
    return ""


def holdings(session: Session, contact_id: int) -> Holdings:
    """How many records of each sort a contact has."""
    row = _run(session, _HOLDINGS, contact_id, contact_id).one()
    return Holdings(**row._mapping)


_HOLDINGS = """
SELECT (SELECT count(*) FROM attendances WHERE contact_id = :kept) AS meetings,
  (SELECT count(*) FROM interaction_contacts WHERE contact_id = :kept) AS interactions,
  (SELECT count(*) FROM follow_ups WHERE contact_id = :kept) AS follow_ups,
  (SELECT count(*) FROM referrals WHERE :kept IN (partner_id, prospect_id)) AS referrals,
  (SELECT count(*) FROM business WHERE client_id = :kept) AS business,
  (SELECT count(*) FROM invitations WHERE contact_id = :kept) AS invitations,
  (SELECT count(*) FROM memberships WHERE contact_id = :kept) AS memberships
"""


def _referral_between(session: Session, kept: int, gone: int) -> str:
    row = _run(
        session,
        "SELECT p.name AS partner, q.name AS prospect, r.day FROM referrals r "
        "JOIN contacts p ON p.id = r.partner_id JOIN contacts q ON q.id = r.prospect_id "
        "WHERE r.partner_id IN (:kept, :gone) AND r.prospect_id IN (:kept, :gone) "
        "ORDER BY r.day DESC, r.id DESC LIMIT 1",
        kept,
        gone,
    ).one_or_none()
    if row is None:
        return ""
    return f"A referral of {_said(row.day)} with {row.partner} is about {row.prospect}"


def _introduction_of(session: Session, kept: int, gone: int) -> str:
    row = _run(
        session,
        "SELECT i.day FROM interactions i "
        f"WHERE i.kind = '{InteractionKind.INTRODUCTION}' AND (SELECT count(*) = 2 AND "
        "sum(contact_id IN (:kept, :gone)) = 2 FROM interaction_contacts "
        "WHERE interaction_id = i.id) ORDER BY i.day DESC LIMIT 1",
        kept,
        gone,
    ).one_or_none()
    return "" if row is None else f"You introduced them to each other on {_said(row.day)}"


def _said(day: str) -> str:
    return say_day(date.fromisoformat(day))


def _unite_attendances(session: Session, kept: int, gone: int) -> None:
    for ours, theirs in _shared(session, "attendances", "meeting_id", kept, gone):
        heard = {
            column: _either(ours[column], theirs[column])
            for column in ("talked", "asked", "heard_pitch")
        }
        note = ours["note"]
        if theirs["note"] not in note:
            note = f"{note}\n{theirs['note']}" if note else theirs["note"]
        _replace(session, "attendances", ours, theirs, {**heard, "note": note})


def _unite_interactions(session: Session, kept: int, gone: int) -> None:
    for ours, theirs in _shared(session, "interaction_contacts", "interaction_id", kept, gone):
        position = min(ours["position"], theirs["position"])
        _replace(session, "interaction_contacts", ours, theirs, {"position": position})


def _unite_invitations(session: Session, kept: int, gone: int) -> None:
    for ours, theirs in _shared(session, "invitations", "meeting_id", kept, gone):
        earlier = min(ours, theirs, key=lambda row: row["sent_on"])
        told = min(ours["outcome"], theirs["outcome"], key=_TOLD.index)
        news = {name: earlier[name] for name in ("sent_on", "statement_id")}
        _replace(session, "invitations", ours, theirs, {**news, "outcome": told})


_TOLD = (Outcome.CAME, Outcome.NO_SHOW, Outcome.DECLINED, Outcome.PENDING)
"""The outcome that counts where one person has two: who came did so whatever else was said."""


def _unite_memberships(session: Session, kept: int, gone: int) -> None:
    for theirs in _rows(session, "memberships", "contact_id = :gone", kept, gone):
        in_group = f"contact_id = :kept AND group_id = {theirs['group_id']}"
        for ours in _rows(session, "memberships", in_group, kept, gone):
            if _overlap(ours, theirs):
                # What they span together may touch the next of theirs.
                _replace(session, "memberships", theirs, ours, _membership(ours, theirs))
                theirs.update(_membership(ours, theirs))


def _membership(ours: Values, theirs: Values) -> Values:
    """One membership that says what two do, from the first day known of either to the last."""
    since = [row["since"] for row in (ours, theirs) if row["since"]]
    until = [row["until"] for row in (ours, theirs)]
    return {
        "role": _both(ours["role"], theirs["role"]),
        "classification": _both(ours["classification"], theirs["classification"]),
        "since": min(since, default=None),
        "until": None if None in until else max(until),
    }


def _unite_apart(session: Session, kept: int, gone: int) -> None:
    """Whoever isn't the one isn't the other either; that they themselves aren't no longer holds."""
    others = {
        other
        for row in _rows(session, "contacts_apart", ":gone IN (first_id, second_id)", kept, gone)
        for other in (row["first_id"], row["second_id"])
    } - {kept, gone}
    _run(
        session,
        "DELETE FROM contacts_apart WHERE :gone IN (first_id, second_id)",
        kept,
        gone,
    )
    for other in sorted(others):
        session.connection().execute(
            text("INSERT INTO contacts_apart (first_id, second_id) VALUES (:first, :second) "
                 "ON CONFLICT DO NOTHING"),
            {"first": min(kept, other), "second": max(kept, other)},
        )  # fmt: skip


UNITED: Mapping[str, Callable[[Session, int, int], None]] = {
    "attendances": _unite_attendances,
    "interaction_contacts": _unite_interactions,
    "invitations": _unite_invitations,
    "memberships": _unite_memberships,
    "contacts_apart": _unite_apart,
}
"""What is done first in the tables where both may have a row and one may stay, by table."""
_LEFT = ("contact_details", "contacts_apart")
"""Tables whose rows are written anew, from the draft or above."""


def _run(session: Session, statement: str, kept: int, gone: int) -> Any:
    return session.connection().execute(text(statement), {"kept": kept, "gone": gone})


def _rows(session: Session, table: str, where: str, kept: int, gone: int) -> list[Values]:
    found = _run(session, f"SELECT * FROM {table} WHERE {where} ORDER BY id", kept, gone)
    return [dict(row) for row in found.mappings()]


def _shared(
    session: Session, table: str, column: str, kept: int, gone: int
) -> Iterator[tuple[Values, Values]]:
    """The rows of both that are of one meeting, one interaction and so on."""
    ours = {row[column]: row for row in _rows(session, table, "contact_id = :kept", kept, gone)}
    for theirs in _rows(session, table, "contact_id = :gone", kept, gone):
        if theirs[column] in ours:
            yield ours[theirs[column]], theirs


def _replace(session: Session, table: str, ours: Values, theirs: Values, news: Values) -> None:
    """Takes a row away and writes what it said into another."""
    connection = session.connection()
    connection.execute(text(f"DELETE FROM {table} WHERE id = :id"), {"id": theirs["id"]})
    changed = {name: value for name, value in news.items() if value != ours[name]}
    if changed:
        sets = ", ".join(f"{name} = :{name}" for name in changed)
        connection.execute(
            text(f"UPDATE {table} SET {sets} WHERE id = :id"), {**changed, "id": ours["id"]}
        )


def _either(one: int | None, other: int | None) -> int | None:
    """Yes when one says so, no when the other or both do, unknown when neither says anything."""
    said = [value for value in (one, other) if value is not None]
    return max(said) if said else None


def _both(one: str, other: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, (one, other))))


def _overlap(one: Values, other: Values) -> bool:
    def begins_before_end(first: Values, second: Values) -> bool:
        return (first["since"] or f"{date.min}") <= (second["until"] or f"{date.max}")

    return begins_before_end(one, other) and begins_before_end(other, one)
