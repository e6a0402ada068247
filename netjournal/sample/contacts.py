"""The contacts of the sample life, with what meetings and dealings say of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from netjournal.model.contact import Client, ContactDraft
from netjournal.model.referral import OPEN, Direction
from netjournal.sample.acquaintances import Acquaintance
from netjournal.sample.fates import FATES, LEFT, STALE
from netjournal.sample.rosters import Seat
from netjournal.sample.sample import (
    SampleBusiness,
    SampleContact,
    SampleGroup,
    SampleInvitation,
    SampleMeeting,
    SampleReferral,
)

_NOON = time(12)
_STILL_A_CLIENT = timedelta(days=270)
"""For so long after the last invoice."""


def silent(random: Random, acquainted: Sequence[Acquaintance]) -> set[int]:
    """The regulars who never said why they do what they do."""
    closed: set[int] = set()
    for fate in FATES:
        people = [each.contact for each in acquainted if each.regular and each.story.fate is fate]
        closed |= set(random.sample(people, round((1 - fate.tending.whys) * len(people))))
    return closed


def seen(
    known: Sequence[ContactDraft],
    meetings: Sequence[SampleMeeting],
    groups: Sequence[SampleGroup],
    seated: Mapping[str, Sequence[Seat]],
    closed: Collection[int],
) -> list[SampleContact]:
    group_names = {group.id: group.draft.name for group in groups}
    offended = seated[LEFT.group.name][0].contact
    gone = {seat.contact for seat in seated[STALE.group.name][-3:]}
    first_met: dict[int, SampleMeeting] = {}
    for meeting in meetings:
        for attendance in meeting.attendances:
            first_met.setdefault(attendance.contact_id or 0, meeting)
    contacts = []
    for number, draft in enumerate(known, 1):
        met = first_met[number].draft
        where = group_names.get(met.group_id or 0, met.title)
        told = replace(
            draft,
            why="" if number in closed else draft.why,
            how_met=f"{where}, {met.start:%B %Y}",
            re_evaluate=number == offended,
            archived=number in gone,
        )
        contacts.append(SampleContact(number, met.start.replace(tzinfo=UTC), told))
    return contacts


def with_dealings(
    contacts: Iterable[SampleContact],
    referrals: Sequence[SampleReferral],
    business: Sequence[SampleBusiness],
    invitations: Sequence[SampleInvitation],
    today: date,
) -> list[SampleContact]:
    """The contacts as whoever became a client, or was known before coming to a meeting."""
    bought = _clients(referrals, business, today)
    asked: dict[int, date] = {}
    for each in invitations:
        asked.setdefault(each.draft.contact_id, each.draft.sent_on)
    return [
        _invited(
            replace(each, draft=replace(each.draft, client=bought.get(each.id, each.draft.client))),
            asked.get(each.id),
        )
        for each in contacts
    ]


def _invited(contact: SampleContact, asked: date | None) -> SampleContact:
    """Someone who was asked to come before they were seen anywhere, as such."""
    if asked is None or asked >= contact.added_at.date():
        return contact
    draft = replace(contact.draft, how_met=f"Invited to {contact.draft.how_met}")
    return replace(contact, added_at=datetime.combine(asked, _NOON, UTC), draft=draft)


def _clients(
    referrals: Sequence[SampleReferral], business: Sequence[SampleBusiness], today: date
) -> dict[int, Client]:
    """Whom one did business with, and with whom one may soon."""
    mine = {each.id: each.draft for each in referrals if each.draft.direction is Direction.RECEIVED}
    found = {
        each.prospect_id: Client.PROSPECT
        for each in mine.values()
        if each.prospect_id and each.status in OPEN
    }
    for each in business:
        referral = mine.get(each.draft.referral_id or 0)
        client = each.draft.client_id or (referral and referral.prospect_id)
        if client:
            recent = today - each.draft.day <= _STILL_A_CLIENT
            found[client] = Client.CLIENT if recent else Client.PAST
    return found
