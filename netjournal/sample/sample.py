"""A sample: what a made-up journal holds, in drafts with the ids that tie them together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft, TagCadence
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft
from netjournal.model.invitation import InvitationDraft
from netjournal.model.me import MeDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.referral import ReferralDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.review import ReviewDraft
from netjournal.model.schedule import Schedule


@dataclass(frozen=True, slots=True)
class SampleContact:
    """A made-up person."""

    id: int
    added_at: datetime
    """UTC."""
    draft: ContactDraft


@dataclass(frozen=True, slots=True)
class SampleStatement:
    """A version of why a made-up group was said to be worth others' time."""

    id: int
    stated_at: datetime
    """UTC."""
    text: str


@dataclass(frozen=True, slots=True)
class SampleGroup:
    """A made-up group with when it meets and why it was said to be worth others' time."""

    id: int
    added_on: date
    draft: GroupDraft
    schedules: tuple[Schedule, ...]
    """In the order they apply from."""
    statements: tuple[SampleStatement, ...] = ()
    """In the order they were stated."""


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
class SampleReferral:
    """A made-up referral."""

    id: int
    added_at: datetime
    """UTC."""
    draft: ReferralDraft
    """Between contacts of the sample; it may come out of one with a smaller id."""


@dataclass(frozen=True, slots=True)
class SampleBusiness:
    """Made-up business that was closed."""

    added_at: datetime
    """UTC."""
    draft: BusinessDraft


@dataclass(frozen=True, slots=True)
class SampleInvitation:
    """A made-up invitation of a contact of the sample to a meeting of it."""

    added_at: datetime
    """UTC."""
    draft: InvitationDraft
    meeting_id: int
    statement_id: int | None = None
    """The version of the value statement in force when it was sent."""


@dataclass(frozen=True, slots=True)
class SampleReview:
    """A made-up weekly review."""

    written_at: datetime
    """UTC."""
    draft: ReviewDraft


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
    referrals: Iterable[SampleReferral] = ()
    business: Iterable[SampleBusiness] = ()
    invitations: Iterable[SampleInvitation] = ()
    memberships: Iterable[MembershipDraft] = ()
    tag_cadences: Iterable[TagCadence] = ()
    apart: Iterable[tuple[int, int]] = ()
    """Contacts who look alike and are two people, the smaller id first."""
    reviews: Iterable[SampleReview] = ()
    me: SampleMe | None = None
