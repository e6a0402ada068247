"""A sample: what a made-up journal holds, in drafts with the ids that tie them together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft, TagCadence
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft
from netjournal.model.me import MeDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.schedule import Schedule


@dataclass(frozen=True, slots=True)
class SampleContact:
    """A made-up person."""

    id: int
    added_at: datetime
    """UTC."""
    draft: ContactDraft


@dataclass(frozen=True, slots=True)
class SampleGroup:
    """A made-up group with when it meets and why it was said to be worth others' time."""

    id: int
    added_on: date
    draft: GroupDraft
    schedules: tuple[Schedule, ...]
    """In the order they apply from."""
    statements: tuple[tuple[datetime, str], ...] = ()
    """Versions of the value statement with when they were stated, UTC."""


@dataclass(frozen=True, slots=True)
class SampleMeeting:
    """A made-up meeting with what is recorded about it."""

    id: int
    draft: MeetingDraft
    reflection: ReflectionDraft | None = None
    written_at: datetime | None = None
    """When the reflection was, UTC."""
    attendances: tuple[AttendanceDraft, ...] = ()
    """Of contacts of the sample."""


@dataclass(frozen=True, slots=True)
class SampleInteraction:
    """A made-up interaction with contacts of the sample."""

    id: int
    added_at: datetime
    """UTC."""
    draft: InteractionDraft


@dataclass(frozen=True, slots=True)
class SampleFollowUp:
    """A made-up follow-up for a contact of the sample."""

    added_at: datetime
    """UTC."""
    draft: FollowUpDraft


@dataclass(frozen=True, slots=True)
class SampleMe:
    """The made-up owner of a journal."""

    draft: MeDraft
    pitches: tuple[tuple[datetime, str], ...]
    """Versions of the pitch with when they were stated, UTC."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A made-up journal; each part is gone through once and may be made as it is."""

    contacts: Iterable[SampleContact]
    groups: Iterable[SampleGroup]
    meetings: Iterable[SampleMeeting]
    interactions: Iterable[SampleInteraction] = ()
    follow_ups: Iterable[SampleFollowUp] = ()
    memberships: Iterable[MembershipDraft] = ()
    tag_cadences: Iterable[TagCadence] = ()
    me: SampleMe | None = None
