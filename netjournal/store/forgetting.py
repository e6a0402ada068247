"""Erases a contact from the journal: their records, and what was kept of them beside those."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from netjournal.model.change import Noun
from netjournal.store import contact_batches, derived, history
from netjournal.store.history import RowChange
from netjournal.store.rules import existing
from netjournal.store.store import Store
from netjournal.store.tables import SEARCH, ContactRow
from netjournal.text import fold

_REFERENCES = {
    "contact_id": "contacts",
    "invited_by": "contacts",
    "partner_id": "contacts",
    "prospect_id": "contacts",
    "client_id": "contacts",
    "first_id": "contacts",
    "second_id": "contacts",
    "referral_id": "referrals",
    "source_id": "referrals",
    "interaction_id": "interactions",
    "follow_up_id": "follow_ups",
    "membership_id": "memberships",
}
"""What rows and the drafts of forms call the ids of records, with the tables these are in."""
_SEVERAL = "with"
"""What the draft of a form calls the ids of several contacts, parted by commas."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A record whose own words hold a name."""

    noun: Noun
    title: str
    day: str | None
    """Local date it is about, `YYYY-MM-DD`."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasing changed, and what it left."""

    name: str
    changed: tuple[RowChange, ...]
    revision: int
    mentions: tuple[Mention, ...]


def erase(store: Store, contact_id: int, utc: datetime) -> Erased:
    """Erases a contact, with the steps of the history and the drafts that touch or name them.

    That can't be undone. It leaves bytes of it in the file until that is written anew.
    """
    with store.keep() as session:
        connection = session.connection()
        name = existing(session, ContactRow, contact_id).name
        # As a step it is known what goes with them, and what is derived can follow.
        step_id = history.open_step(connection, "", utc, store.run)
        contact_batches.remove(session, [contact_id])
        changed = history.close_step(connection, step_id)
        derived.refresh(connection, changed)
        gone = _Gone(contact_id, name, changed)
        _forget_steps(connection, gone, step_id)
        _forget_drafts(connection, gone)
        connection.exec_driver_sql("DELETE FROM first_look")
        for index in SEARCH:
            connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        return Erased(name, changed, history.revision(connection), _mentions(connection, gone))


class _Gone:
    """Tells whether something touches or names whoever is forgotten."""

    def __init__(self, contact_id: int, name: str, changed: Sequence[RowChange]) -> None:
        self.name = name
        self._contact_id = contact_id
        self._rows = {(change.table, change.row_id) for change in changed if change.after is None}
        self._named = re.compile(rf"(?<!\w){re.escape(fold(name))}(?!\w)") if fold(name) else None

    def is_named_in(self, words: str) -> bool:
        """Whether words hold the name, whatever its case and accents."""
        return self._named is not None and self._named.search(fold(words)) is not None

    def is_touched_by(self, table: str, row_id: int) -> bool:
        """Whether a row went with them."""
        return (table, row_id) in self._rows

    def is_in(self, value: Any) -> bool:
        """Whether anything in a value from JSON is them, refers to them or names them."""
        match value:
            case str():
                return self.is_named_in(value)
            case dict():
                return self._is_referred_to_by(value) or any(map(self.is_in, value.values()))
            case list():
                return any(map(self.is_in, value))
            case _:
                return False

    def _is_referred_to_by(self, said: dict[str, Any]) -> bool:
        several = str(said.get(_SEVERAL, "")).split(",")
        return str(self._contact_id) in several or any(
            (table, said[key]) in self._rows
            for key, table in _REFERENCES.items()
            if isinstance(said.get(key), int)
        )


def _forget_steps(connection: Connection, gone: _Gone, own_step: int) -> None:
    labels = connection.exec_driver_sql("SELECT id, label FROM history_steps").all()
    steps = {own_step} | {step_id for step_id, label in labels if gone.is_named_in(label)}
    rows = connection.exec_driver_sql(
        "SELECT step_id, table_name, row_id, before, after FROM history_changes"
    )
    for step_id, table, row_id, *states in rows:
        if step_id not in steps and (
            gone.is_touched_by(table, row_id)
            or any(gone.is_in(json.loads(state)) for state in states if state)
        ):
            steps.add(step_id)
    _delete(connection, "history_steps", steps)


def _forget_drafts(connection: Connection, gone: _Gone) -> None:
    rows = connection.exec_driver_sql("SELECT id, subject, body FROM drafts")
    drafts = {
        draft_id
        for draft_id, subject, body in rows
        if gone.is_in(_read(subject)) or gone.is_in(_read(body))
    }
    _delete(connection, "drafts", drafts)


def _read(kept: str) -> Any:
    """What a form kept, from JSON where it is that."""
    try:
        return json.loads(kept)
    except (ValueError, RecursionError):
        return kept


def _delete(connection: Connection, table: str, ids: set[Any]) -> None:
    connection.execute(
        text(f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(:ids))"),
        {"ids": json.dumps(sorted(ids))},
    )


def _mentions(connection: Connection, gone: _Gone) -> tuple[Mention, ...]:
    rows = connection.exec_driver_sql(
        "SELECT d.noun, w.title, w.words, coalesce(date(m.start), i.day, r.day, v.week) AS day "
        "FROM documents d CROSS JOIN document_words w ON w.rowid = d.id "
        "LEFT JOIN meetings m ON d.noun = 'meeting' AND m.id = d.record_id "
        "LEFT JOIN interactions i ON d.noun = 'interaction' AND i.id = d.record_id "
        "LEFT JOIN referrals r ON d.noun = 'referral' AND r.id = d.record_id "
        "LEFT JOIN reviews v ON d.noun = 'review' AND v.id = d.record_id ORDER BY d.id"
    )
    return tuple(
        Mention(Noun(row.noun), row.title or "", row.day)
        for row in rows
        if gone.is_named_in(row.words)
        or (row.noun in _TITLED and gone.is_named_in(row.title or ""))
    )


_TITLED = (Noun.GROUP, Noun.MEETING)
"""The nouns whose title is words of mine; the others' is somebody's name."""
