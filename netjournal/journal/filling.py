"""What a sample is as rows of the tables."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

from sqlmodel import SQLModel

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
from netjournal.sample.sample import (
    Sample,
    SampleBusiness,
    SampleContact,
    SampleFollowUp,
    SampleGroup,
    SampleInteraction,
    SampleInvitation,
    SampleMe,
    SampleMeeting,
    SampleReferral,
    SampleReview,
)
from netjournal.store.tables import (
    ApartRow,
    AttendanceRow,
    BusinessRow,
    ContactDetailRow,
    ContactRow,
    FollowUpRow,
    GroupRow,
    InteractionContactRow,
    InteractionRow,
    InvitationRow,
    MeetingRow,
    MembershipRow,
    MeRow,
    PitchRow,
    ReferralRow,
    ReflectionRow,
    ReviewRow,
    ScheduleRow,
    TagCadenceRow,
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
    InteractionRow: InteractionDraft,
    FollowUpRow: FollowUpDraft,
    ReferralRow: ReferralDraft,
    BusinessRow: BusinessDraft,
    InvitationRow: InvitationDraft,
    MembershipRow: MembershipDraft,
    TagCadenceRow: TagCadence,
    MeRow: MeDraft,
    ReviewRow: ReviewDraft,
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
        chain.from_iterable(map(_interaction, sample.interactions)),
        map(_follow_up, sample.follow_ups),
        map(_referral, sample.referrals),
        map(_business, sample.business),
        map(_invitation, sample.invitations),
        map(_membership, sample.memberships),
        map(_tag_cadence, sample.tag_cadences),
        map(_apart, sample.apart),
        map(_review, sample.reviews),
        _me(sample.me) if sample.me else (),
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
    for version in group.statements:
        said = {"id": version.id, "stated_at": version.stated_at, "text": version.text}
        yield ValueStatementRow, {**said, "group_id": group.id}


def _meeting(meeting: SampleMeeting) -> Iterator[Row]:
    yield MeetingRow, {**_said(MeetingRow, meeting.draft), "id": meeting.id}
    for attendance in meeting.attendances:
        said = _said(AttendanceRow, attendance)
        yield AttendanceRow, {**said, "meeting_id": meeting.id}
    if meeting.reflection is not None:
        said = _said(ReflectionRow, meeting.reflection)
        kept = {"meeting_id": meeting.id, "written_at": meeting.written_at}
        yield ReflectionRow, {**said, **_one_below_the_other(said, "gives", "asks"), **kept}


def _interaction(interaction: SampleInteraction) -> Iterator[Row]:
    said = _said(InteractionRow, interaction.draft)
    yield InteractionRow, {**said, "id": interaction.id, "added_at": interaction.added_at}
    for position, contact_id in enumerate(interaction.draft.contact_ids):
        place = {"contact_id": contact_id, "position": position}
        yield InteractionContactRow, {**place, "interaction_id": interaction.id}


def _follow_up(follow_up: SampleFollowUp) -> Row:
    noted = {"added_at": follow_up.added_at, "added_on": follow_up.added_at.date()}
    return FollowUpRow, {**_said(FollowUpRow, follow_up.draft), **noted}


def _referral(referral: SampleReferral) -> Row:
    said = _said(ReferralRow, referral.draft)
    return ReferralRow, {**said, "id": referral.id, "added_at": referral.added_at}


def _business(business: SampleBusiness) -> Row:
    said = _said(BusinessRow, business.draft)
    return BusinessRow, {**said, "added_at": business.added_at}


def _invitation(invitation: SampleInvitation) -> Row:
    said = _said(InvitationRow, invitation.draft)
    to = {"meeting_id": invitation.meeting_id, "statement_id": invitation.statement_id}
    return InvitationRow, {**said, **to, "added_at": invitation.added_at}


def _membership(draft: MembershipDraft) -> Row:
    return MembershipRow, _said(MembershipRow, draft)


def _tag_cadence(cadence: TagCadence) -> Row:
    return TagCadenceRow, {**_said(TagCadenceRow, cadence), "folded_tag": fold(cadence.tag)}


def _apart(pair: tuple[int, int]) -> Row:
    first, second = pair
    return ApartRow, {"first_id": first, "second_id": second}


def _review(review: SampleReview) -> Row:
    said = _said(ReviewRow, review.draft)
    return (
        ReviewRow,
        {**said, **_one_below_the_other(said, "habits"), "written_at": review.written_at},
    )


def _me(me: SampleMe) -> Iterator[Row]:
    said = _said(MeRow, me.draft)
    yield MeRow, {**said, **_one_below_the_other(said, "natural_partners", "habits"), "id": 1}
    for stated_at, text in me.pitches:
        yield PitchRow, {"stated_at": stated_at, "text": text}


def _one_below_the_other(said: Mapping[str, Any], *names: str) -> dict[str, str]:
    """The lists among what was said, as they are kept."""
    return {name: "\n".join(said[name]) for name in names}


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
