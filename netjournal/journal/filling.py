"""What a sample is as rows of the tables."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

from sqlmodel import SQLModel

from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.sample.sample import Sample, SampleContact, SampleGroup, SampleMeeting
from netjournal.store.tables import (
    AttendanceRow,
    ContactDetailRow,
    ContactRow,
    GroupRow,
    MeetingRow,
    ReflectionRow,
    ScheduleRow,
    ValueStatementRow,
)
from netjournal.store.tables.contact import DetailKind
from netjournal.text import fold

Row = tuple[type[SQLModel], Mapping[str, Any]]
"""A table's row by its columns."""

_DRAFTS: Mapping[type[SQLModel], Any] = {
    ContactRow: ContactDraft,
    GroupRow: GroupDraft,
    ScheduleRow: Schedule,
    MeetingRow: MeetingDraft,
    AttendanceRow: AttendanceDraft,
    ReflectionRow: ReflectionDraft,
}
_DETAILS = {
    DetailKind.EMAIL: attrgetter("emails"),
    DetailKind.PHONE: attrgetter("phones"),
    DetailKind.LINK: attrgetter("links"),
    DetailKind.TAG: attrgetter("tags"),
}


def rows(sample: Sample) -> Iterator[Row]:
    """Every row of a sample, one after the other."""
    return chain(
        chain.from_iterable(map(_contact, sample.contacts)),
        chain.from_iterable(map(_group, sample.groups)),
        chain.from_iterable(map(_meeting, sample.meetings)),
    )


def _contact(contact: SampleContact) -> Iterator[Row]:
    said = _said(ContactRow, contact.draft)
    yield ContactRow, {**said, "id": contact.id, "added_at": contact.added_at}
    for kind, values in _DETAILS.items():
        for position, value in enumerate(values(contact.draft)):
            detail = {"kind": kind, "position": position, "value": value}
            yield (
                ContactDetailRow,
                {**detail, "contact_id": contact.id, "folded_value": fold(value)},
            )


def _group(group: SampleGroup) -> Iterator[Row]:
    said = _said(GroupRow, group.draft)
    kept = {"id": group.id, "folded_name": fold(group.draft.name), "added_on": group.added_on}
    yield GroupRow, {**said, **kept}
    for schedule in group.schedules:
        yield ScheduleRow, {**_said(ScheduleRow, schedule), "group_id": group.id}
    for stated_at, text in group.statements:
        yield (
            ValueStatementRow,
            {"group_id": group.id, "stated_at": stated_at, "text": text},
        )


def _meeting(meeting: SampleMeeting) -> Iterator[Row]:
    yield MeetingRow, {**_said(MeetingRow, meeting.draft), "id": meeting.id}
    for attendance in meeting.attendances:
        said = _said(AttendanceRow, attendance)
        yield AttendanceRow, {**said, "meeting_id": meeting.id}
    if meeting.reflection is not None:
        said = _said(ReflectionRow, meeting.reflection)
        lines = {"gives": "\n".join(said["gives"]), "asks": "\n".join(said["asks"])}
        kept = {"meeting_id": meeting.id, "written_at": meeting.written_at}
        yield ReflectionRow, {**said, **lines, **kept}


def _said(row_type: type[SQLModel], draft: object) -> dict[str, Any]:
    """What a draft says of a row's columns."""
    names, values = _shared(row_type)
    return dict(zip(names, values(draft), strict=True))


@cache
def _shared(row_type: type[SQLModel]) -> tuple[tuple[str, ...], Callable[[object], Any]]:
    """The columns that a draft says something of, and what gets their values from it."""
    said = _DRAFTS[row_type].__dataclass_fields__
    names = tuple(name for name in said if name in row_type.model_fields)
    return names, attrgetter(*names)
