"""Queries over me: what I stand for, and the versions of my pitch."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from netjournal.errors import InvalidError
from netjournal.model.me import Me, MeDraft, Pitch
from netjournal.store.rules import insert, revise, valid
from netjournal.store.tables import MeRow, PitchRow
from netjournal.text import clean, clean_line, fold, lines

_ONLY = 1
"""The id of the one row."""
_LISTS = ("natural_partners", "habits")


def get(session: Session) -> Me:
    """Me as I stand in the journal; all blank while nothing is said."""
    row, pitches = session.get(MeRow, _ONLY) or MeRow(), _pitches(session)
    return Me(
        classification=row.classification,
        natural_partners=lines(row.natural_partners),
        why=row.why,
        good_referral=row.good_referral,
        habits=lines(row.habits),
        pitch=pitches[0].text if pitches else "",
        pitches=pitches,
    )


def put(session: Session, draft: MeDraft, at: datetime) -> None:
    """Writes what is said of me; another pitch than the one in force becomes a new version."""
    said = _said(draft)
    new = valid(MeRow, said, id=_ONLY)
    if session.get(MeRow, _ONLY) is not None:
        revise(session, MeRow, _ONLY, said)
    elif any(new.model_dump(exclude={"id"}).values()):
        session.add(new)
    pitches, pitch = _pitches(session), clean(draft.pitch)
    if pitch and (not pitches or pitch != pitches[0].text):
        insert(session, _version(pitch, at))


def _said(draft: MeDraft) -> dict[str, Any]:
    said = {field.name: getattr(draft, field.name) for field in fields(MeDraft)}
    del said["pitch"]
    return {**said, **{name: _distinct(said[name]) for name in _LISTS}}


def _version(pitch: str, at: datetime) -> PitchRow:
    try:
        return valid(PitchRow, {"text": pitch}, stated_at=at)
    except InvalidError as refused:
        raise InvalidError({"pitch": str(refused).replace("Text", "Pitch", 1)}) from None


def _distinct(texts: tuple[str, ...]) -> tuple[str, ...]:
    """What was said, each once whatever its case and accents, blanks left out."""
    distinct: dict[str, str] = {}
    for said in filter(None, map(clean_line, texts)):
        distinct.setdefault(fold(said), said)
    return tuple(distinct.values())


def _pitches(session: Session) -> tuple[Pitch, ...]:
    """Every version, newest first."""
    query = select(PitchRow).order_by(col(PitchRow.stated_at).desc(), col(PitchRow.id).desc())
    return tuple(Pitch(**row.model_dump()) for row in session.exec(query))
