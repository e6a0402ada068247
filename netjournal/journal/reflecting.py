"""How a reflection and who was there come to a meeting, within one transaction."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session, SQLModel

from netjournal.errors import InvalidError, NotFoundError
from netjournal.journal.occasions import next_of_group, on_record
from netjournal.journal.today import duration_on
from netjournal.journal.whom import contact_named
from netjournal.model.attendance import Attendance, AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.invitation import InvitationLook
from netjournal.model.meeting import LogEntry, Meeting, MeetingDraft, ReflectionForm
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.scale import SCALES
from netjournal.store import (
    contacts,
    follow_ups,
    groups,
    invitations,
    meetings,
    referrals,
    reflections,
)
from netjournal.store.rules import valid
from netjournal.store.store import Writing
from netjournal.store.tables.meeting import MeetingRow, ReflectionRow
from netjournal.text import clean_line, fold

_MEETING_FACTS = ("pitched", "headcount")


def form(session: Session, occasion: Occasion, now: datetime) -> ReflectionForm:
    """What the reflection form on a meeting opens with."""
    meeting_id = on_record(session, occasion)
    meeting = None if meeting_id is None else meetings.get(session, meeting_id)
    last_time: Sequence[Attendance] = ()
    if occasion.group_id is not None:
        last_time = reflections.last_roster(session, occasion.group_id, occasion.start)
    return ReflectionForm(
        occasion=occasion._replace(
            meeting_id=meeting_id, duration_minutes=_duration(session, occasion, meeting)
        ),
        meeting=meeting,
        last_time=tuple(
            AttendanceDraft(contact_id=there.contact_id, name=there.name) for there in last_time
        ),
        next_meeting=_next_meeting(session, occasion, now),
        **({} if meeting is None else _around(session, meeting)),
    )


def meeting_of(session: Session, occasion: Occasion, facts: MeetingDraft | None = None) -> int:
    """The id of the meeting an occasion is, made if nothing is recorded of it yet."""
    meeting_id = on_record(session, occasion)
    if meeting_id is None:
        if occasion.group_id is not None:
            groups.get(session, occasion.group_id)
        return meetings.add(session, facts or _fresh(occasion))
    if facts is not None:
        meetings.change(session, meeting_id, facts)
    return meeting_id


def put_roster(
    writing: Writing, meeting_id: int, roster: Sequence[AttendanceDraft] | None
) -> dict[int, str]:
    """Makes exactly these the ones who were there; gives the names of the contacts it adds.

    Raises NotFoundError for someone who was deleted or merged since the roster was written.
    """
    if roster is None:
        return {}
    _refuse_gone(writing.session, roster)
    new: dict[int, str] = {}
    known: dict[int, AttendanceDraft] = {}
    for draft in roster:
        contact_id = draft.contact_id
        if contact_id is None:
            contact_id = contacts.add(writing.session, ContactDraft(name=draft.name), writing.utc)
            new[contact_id] = clean_line(draft.name)
        known[contact_id] = draft
    reflections.put_roster(writing.session, meeting_id, known.items())
    return new


def log(
    writing: Writing, occasion: Occasion, entry: LogEntry, *, replace: bool
) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Fills in a meeting; gives its id, the new contacts' names, and the fields left alone."""
    meeting_id = meeting_of(writing.session, occasion)
    meeting = meetings.get(writing.session, meeting_id)
    kept = [
        *_log_facts(writing, meeting, entry, replace),
        *_log_reflection(writing, meeting, entry, replace),
    ]
    new = _log_people(writing, meeting, entry.met)
    return meeting_id, new, tuple(kept)


def _refuse_gone(session: Session, roster: Sequence[AttendanceDraft]) -> None:
    wanted = {draft.contact_id for draft in roster if draft.contact_id is not None}
    there = contacts.there(session, wanted)
    gone = [clean_line(draft.name) for draft in roster if draft.contact_id in wanted - there]
    if gone:
        raise NotFoundError(
            f"No longer in the journal, deleted or merged: {', '.join(gone)}. Take them out of "
            "who was there, or name who is meant; nothing was saved."
        )


def as_draft(meeting: Meeting) -> MeetingDraft:
    """The facts of a recorded meeting, to change some of them."""
    return MeetingDraft(**{name: getattr(meeting, name) for name in _names(MeetingDraft)})


def _next_meeting(session: Session, occasion: Occasion, now: datetime) -> Occasion | None:
    """The meeting of the same group one could invite to now."""
    if occasion.group_id is None:
        return None
    return next_of_group(session, groups.get(session, occasion.group_id), now)


def _around(session: Session, meeting: Meeting) -> dict[str, Any]:
    """What else is recorded around a meeting."""
    look = InvitationLook(meeting_id=meeting.id)
    return {
        "invitations": invitations.stretch(session, look, 0, -1),
        "referrals": referrals.passed_at(session, meeting.id),
        "follow_ups": follow_ups.open_around(session, meeting.id, meeting.start.date()),
    }


def _duration(session: Session, occasion: Occasion, meeting: Meeting | None) -> int | None:
    """How long a meeting lasts: as recorded, as it was pointed at, else as the group's do."""
    known = (meeting and meeting.duration_minutes) or occasion.duration_minutes
    if known or occasion.group_id is None:
        return known
    return duration_on(groups.get(session, occasion.group_id), occasion.start)


def _fresh(occasion: Occasion) -> MeetingDraft:
    return MeetingDraft(
        start=occasion.start,
        group_id=occasion.group_id,
        title="" if occasion.group_id is not None else occasion.name,
        duration_minutes=occasion.duration_minutes,
        place=occasion.place,
    )


def _log_facts(writing: Writing, meeting: Meeting, entry: LogEntry, replacing: bool) -> list[str]:
    before = as_draft(meeting)
    said = {name: getattr(entry, name) for name in _MEETING_FACTS}
    after, kept = _filled(MeetingRow, before, said, replacing)
    meetings.change(writing.session, meeting.id, replace(after, cancelled=False, missed=False))
    return kept


def _log_reflection(
    writing: Writing, meeting: Meeting, entry: LogEntry, replacing: bool
) -> list[str]:
    said = {
        name: value
        for name in _names(ReflectionDraft)
        if (value := getattr(entry, name)) not in (None, "", ())
    }
    if not said:
        return []
    if meeting.reflection is None:
        missing = [scale.field for scale in SCALES if scale.field not in said]
        if missing:
            sentence = f"A reflection needs all three ratings; missing: {', '.join(missing)}."
            raise InvalidError({missing[0]: sentence})
        reflections.put(writing.session, meeting.id, ReflectionDraft(**said), writing.utc)
        return []
    after, kept = _filled(ReflectionRow, meeting.reflection, said, replacing)
    reflections.put(writing.session, meeting.id, after, writing.utc)
    return kept


def _log_people(writing: Writing, meeting: Meeting, met: Sequence[str]) -> tuple[str, ...]:
    there = {
        attendance.contact_id: AttendanceDraft(
            **{name: getattr(attendance, name) for name in _names(AttendanceDraft)}
        )
        for attendance in meeting.attendances
    }
    unknown: dict[str, AttendanceDraft] = {}
    for name in met:
        contact_id = contact_named(writing.session, name)
        if contact_id is None:
            unknown.setdefault(fold(name), AttendanceDraft(name=name))
        elif contact_id not in there:
            there[contact_id] = AttendanceDraft(contact_id=contact_id, name=name)
    if not met:
        return ()
    new = put_roster(writing, meeting.id, (*there.values(), *unknown.values()))
    return tuple(new.values())


def _filled(
    row_type: type[SQLModel], before: Any, said: dict[str, Any], replacing: bool
) -> tuple[Any, list[str]]:
    """A draft with what was said put where it was blank, and the fields left as they were.

    What was said has to keep the rules even where it isn't taken.
    """
    blank = (None, "", ())
    news = {name: value for name, value in said.items() if value not in blank}
    valid(row_type, replace(before, **news))
    kept = [
        name
        for name, value in news.items()
        if not replacing and getattr(before, name) not in blank and getattr(before, name) != value
    ]
    taken = {name: value for name, value in news.items() if name not in kept}
    return replace(before, **taken), kept


def _names(draft: type[Any]) -> list[str]:
    return [field.name for field in fields(draft)]
