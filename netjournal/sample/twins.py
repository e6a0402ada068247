"""People of the sample life who were noted twice, and some who only share a name."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.sample.sample import SampleMeeting
from netjournal.text import fold

_FIXED = (
    ContactDraft(
        name="Robert Kilbride",
        organisation="Kilbride Joinery",
        role="Joiner",
        phones=("555-000-0901",),
        location="Millbrook",
        classification="Joiner",
    ),
    ContactDraft(name="Bob Kilbride", organisation="Kilbride Joinery", phones=("555-0000901",)),
    ContactDraft(
        name="Maria Silva",
        organisation="Silva Bakery",
        role="Baker",
        emails=("maria@silvabakery.example",),
        phones=("555-000-0911",),
        location="the Old Town",
        classification="Caterer",
        notes="The baker, not the notary.",
    ),
    ContactDraft(
        name="Maria Silva",
        organisation="Silva Notaries",
        role="Notary",
        emails=("m.silva@silvanotaries.example",),
        phones=("555-000-0912",),
        location="Harbour Quarter",
        classification="Notary",
    ),
)
"""One under his nickname, with the same telephone, and two people of one name."""

_FATHER_AND_SON = (
    ContactDraft(
        name="Jonas Halvard",
        organisation="Halvard Boats",
        role="Boatbuilder",
        phones=("555-000-0921",),
        location="Harbour Quarter",
        classification="Boatbuilder",
    ),
    ContactDraft(
        name="Jonas Halvard jun.",
        organisation="Halvard Boats",
        role="Apprentice",
        phones=("555-000-0921",),
        location="Harbour Quarter",
        notes="The son. Same name, same telephone, better jokes.",
    ),
)


def twins(known: Sequence[ContactDraft]) -> list[ContactDraft]:
    """Two of those known, noted again in a hurry, and six more; the last two are known apart."""
    reached = next(draft for draft in known if draft.emails)
    given, family = reached.name.split()
    accented = next(
        draft
        for draft in known
        if fold(draft.name) != draft.name.casefold() and draft is not reached
    )
    return [
        ContactDraft(name=f"{given[0]}. {family}", emails=reached.emails),
        ContactDraft(name=_without_accents(accented.name), organisation=accented.organisation),
        *_FIXED,
        *_FATHER_AND_SON,
    ]


def with_twins(
    meetings: Sequence[SampleMeeting], drafts: Sequence[ContactDraft], first: int
) -> list[SampleMeeting]:
    """The meetings, with each of those at a one-off of their own; the ids go from `first` on."""
    one_offs = [meeting.id for meeting in meetings if not meeting.draft.group_id]
    there = dict(zip(one_offs[1:], enumerate(drafts, first), strict=False))
    return [
        replace(meeting, attendances=(*meeting.attendances, _seen(*there[meeting.id])))
        if meeting.id in there
        else meeting
        for meeting in meetings
    ]


def _seen(contact: int, draft: ContactDraft) -> AttendanceDraft:
    return AttendanceDraft(contact_id=contact, name=draft.name, talked=True)


def _without_accents(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
