"""People of the sample life who sit in no group: clients, prospects, and whom one invites."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from random import Random

from netjournal.model.contact import ContactDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.sample.cast import Cast
from netjournal.sample.people import known_people, reached_at
from netjournal.sample.sample import (
    SampleBusiness,
    SampleContact,
    SampleInvitation,
    SampleReferral,
)

TOWN = 16
"""How many are known from around town."""

_EMPLOYERS = (
    ("Mill Street Shoes", "Owner"),
    ("Kiosk & Sons", "Owner"),
    ("Old Town Opticians", "Owner"),
    ("Blue Note Bar", "Owner"),
    ("Hill Dairy", "Managing director"),
    ("Eastfield Cheese", "Owner"),
    ("Depot Seven", "Site manager"),
    ("Wharf Estates", "Property manager"),
    ("Northgate Clinic", "Head of buildings"),
    ("Station Road School", "Head"),
    ("Lindens Care Home", "Director"),
    ("Harbour Cycles", "Owner"),
    ("Fjord Furniture", "Managing director"),
    ("Tower Court Offices", "Building manager"),
    ("Millbrook Brewery", "Brewer"),
    ("The Soup Kitchen", "Founder"),
    ("The Bread Kitchen", "Founder"),
    ("Open House of Crafts", "Curator"),
    ("Glass & Light", "Owner"),
    ("Kerb & Ramp", "Founder"),
    ("Quay Ferries", "Head of operations"),
    ("Allotment Café", "Owner"),
)
"""Where those from work are, and as what."""
WORK = len(_EMPLOYERS)
"""How many are known from work."""

_NOON = time(12)
_KNOWN_FROM = (
    "Same street as the workshop",
    "The choir",
    "School governors",
    "A client of old",
    "Neighbour",
)


def outsiders(random: Random, known: Sequence[ContactDraft]) -> list[ContactDraft]:
    """Those from work and then those from around town, none of them called as those known."""
    people = known_people(random, WORK + TOWN, beside=known)
    at_work = zip(people, _EMPLOYERS, range(len(known) + 1, len(known) + WORK + 1), strict=False)
    return [*(_employed(*each) for each in at_work), *people[WORK:]]


def told_of(
    drafts: Sequence[ContactDraft],
    cast: Cast,
    referrals: Sequence[SampleReferral],
    business: Sequence[SampleBusiness],
    invitations: Sequence[SampleInvitation],
) -> Iterator[SampleContact]:
    """Each with when and through whom they came to be known."""
    first = len(cast.names) - len(drafts) + 1
    for number, draft in enumerate(drafts, first):
        passed = [each.draft for each in referrals if _concerns(each.draft, number)]
        days = [
            *(each.day for each in passed),
            *(each.draft.day for each in business if each.draft.client_id == number),
            *(each.draft.sent_on for each in invitations if each.draft.contact_id == number),
        ]
        day = min(days, default=cast.today)
        how_met = _KNOWN_FROM[number % len(_KNOWN_FROM)]
        sent = [each for each in passed if each.direction is Direction.RECEIVED]
        if sent and sent[0].day == day:
            how_met = f"Through {cast.name(sent[0].partner_id)}, {day:%B %Y}"
        yield SampleContact(
            number, datetime.combine(day, _NOON, UTC), replace(draft, how_met=how_met)
        )


def _employed(draft: ContactDraft, employer: tuple[str, str], number: int) -> ContactDraft:
    """A person as one knows a client: by where they work, and hardly by more."""
    organisation, role = employer
    email, phone, _ = reached_at(draft.name, organisation, number)
    return ContactDraft(
        name=draft.name,
        organisation=organisation,
        role=role,
        emails=(email,),
        phones=(phone,) if draft.phones else (),
        location=draft.location,
        notes=draft.notes,
    )


def _concerns(referral: ReferralDraft, number: int) -> bool:
    return number in (referral.prospect_id, referral.partner_id)
