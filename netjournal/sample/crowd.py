"""A crowd: a sample of any size, to measure with."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft, TagCadence
from netjournal.model.follow_up import Fit, FollowUpDraft
from netjournal.model.group import Commitment, GroupDraft, Kind, Status
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.meeting import MeetingDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.sample import names
from netjournal.sample.crowd_exchange import YEARS, Among, start_of
from netjournal.sample.people import reached_at
from netjournal.sample.professions import PROFESSIONS
from netjournal.sample.sample import (
    Sample,
    SampleContact,
    SampleFollowUp,
    SampleGroup,
    SampleInteraction,
    SampleMeeting,
    SampleStatement,
)

_PLACES = ("Harbour", "Hill", "Market", "Mill", "Orchard", "Quay", "Riverside", "Station")
_BODIES = ("Breakfast", "Chamber", "Circle", "Forum", "Guild", "Table")
_NOTES = (
    "Two new faces, both sent by members.",
    "Long talk about suppliers; nobody looked at the clock.",
    "The speaker cancelled, so we went round the table twice.",
    "Little happened that I'd tell anybody about.",
    "An introduction came out of the coffee queue.",
    "Left early for a client.",
    "Good questions after the talk on pricing.",
    "Same table as last time.",
)
_TOUCHED = (
    InteractionKind.ONE_TO_ONE,
    InteractionKind.CALL,
    InteractionKind.MESSAGE,
    InteractionKind.OTHER,
)
_TO_DO = ("call about the offer", "send the figures", "lunch", "introduce to the printer")
_FOR_EACH_INTERACTION = 5
_FOR_EACH_FOLLOW_UP = 10
_FOR_EACH_REFERRAL = 10
_FOR_EACH_MEMBERSHIP = 4
"""One for so many contacts."""
_AHEAD = 200
"""For so many days follow-ups are planned."""
_DAYS = ("MO", "TU", "WE", "TH", "FR")


def crowd(
    today: date,
    *,
    contacts: int,
    meetings: int,
    faces: int = 8,
    groups: int = 12,
    referrals: int | None = None,
    seed: int = 1,
) -> Sample:
    """Ten years up to yesterday: every meeting reflected on, each with so many `faces`.

    Of every few contacts, one was met outside, one is to be followed up, and one has a membership;
    unless told otherwise, there is a referral for each ten. With every two referrals go one sum
    of closed business and one invitation. Apart from the names, it is made while it is gone
    through.
    """
    passed = contacts // _FOR_EACH_REFERRAL if referrals is None else referrals
    among = Among(today, contacts, meetings, groups)
    naming = Random(f"{seed} names")
    called = [names.person(naming) for _ in range(contacts)]
    return Sample(
        contacts=_contacts(Random(f"{seed} contacts"), today, called),
        groups=_groups(today, groups),
        meetings=_meetings(Random(f"{seed} meetings"), today, called, meetings, faces, groups),
        interactions=_interactions(Random(f"{seed} interactions"), today, contacts),
        follow_ups=_follow_ups(Random(f"{seed} follow-ups"), today, contacts),
        referrals=among.referrals(Random(f"{seed} referrals"), passed),
        business=among.business(Random(f"{seed} business"), passed),
        invitations=among.invitations(Random(f"{seed} invitations"), passed),
        memberships=_memberships(Random(f"{seed} memberships"), today, contacts, groups),
        tag_cadences=(TagCadence(tag="property", days=60), TagCadence(tag="trades", days=180)),
    )


def _contacts(random: Random, today: date, called: Sequence[str]) -> Iterator[SampleContact]:
    added_at = datetime.combine(today - YEARS, time(12), UTC)
    for number, name in enumerate(called, 1):
        profession = random.choice(PROFESSIONS)
        organisation = profession.organisation.format(name.split()[-1])
        email, phone, _ = reached_at(name, organisation, number)
        draft = ContactDraft(
            name=name,
            organisation=organisation,
            role=profession.role,
            emails=(email,),
            phones=(phone,),
            location=random.choice(_PLACES),
            classification=profession.classification,
            why=profession.why if number % 3 == 0 else "",
            tags=profession.tags,
            re_evaluate=number % 97 == 0,
            archived=number % 50 == 0,
        )
        yield SampleContact(number, added_at, draft)


def _groups(today: date, count: int) -> Iterator[SampleGroup]:
    joined = today - YEARS
    for number in range(1, count + 1):
        place, body = _PLACES[number % len(_PLACES)], _BODIES[number % len(_BODIES)]
        draft = GroupDraft(
            name=f"{place} {body} {number}",
            kind=tuple(Kind)[number % len(Kind)],
            status=Status.MEMBER if number % 4 else Status.LEFT,
            commitment=tuple(Commitment)[number % len(Commitment)],
            joined_on=joined,
            left_on=None if number % 4 else today,
        )
        weekday = number % len(_DAYS)
        schedule = Schedule(
            rule=f"FREQ=WEEKLY;BYDAY={_DAYS[weekday]}",
            anchor=joined + timedelta(days=(weekday - joined.weekday()) % 7),
            start_time=time(7),
            duration_minutes=90,
        )
        yield SampleGroup(number, today, draft, (schedule,), tuple(_statements(number, today)))


def _statements(group: int, today: date) -> Iterator[SampleStatement]:
    """One for each half of the time."""
    for version, ago in enumerate((YEARS * 2, YEARS / 2)):
        stated_at = datetime.combine(today - ago, time(20), UTC)
        text = f"{_BODIES[group % len(_BODIES)]} {group}: {_NOTES[group % len(_NOTES)]}"
        yield SampleStatement(2 * group - 1 + version, stated_at, text)


def _meetings(
    random: Random, today: date, called: Sequence[str], count: int, faces: int, groups: int
) -> Iterator[SampleMeeting]:
    for number in range(1, count + 1):
        start = start_of(today, number, count)
        yield SampleMeeting(
            number,
            MeetingDraft(start=start, group_id=number % groups + 1, duration_minutes=90),
            _reflection(random),
            start.replace(tzinfo=UTC) + timedelta(hours=3),
            _present(random, called, faces),
        )


def _present(random: Random, called: Sequence[str], faces: int) -> tuple[AttendanceDraft, ...]:
    there = min(faces, len(called))
    stretch = random.randrange(len(called)) if called else 0
    places = {(stretch + step) % len(called) for step in range(there)}
    return tuple(
        AttendanceDraft(contact_id=place + 1, name=called[place], talked=place % 3 == 0 or None)
        for place in sorted(places)
    )


def _reflection(random: Random) -> ReflectionDraft:
    drawn = random.getrandbits(30)
    return ReflectionDraft(
        energy=1 + drawn % 5,
        confidence=1 + (drawn >> 5) % 5,
        pushiness=1 + (drawn >> 10) % 5,
        energy_before=1 + (drawn >> 15) % 5 if drawn & 1 else None,
        opportunities=(drawn >> 20) % 4 if drawn & 2 else None,
        notes=_NOTES[drawn % len(_NOTES)],
    )


def _interactions(random: Random, today: date, contacts: int) -> Iterator[SampleInteraction]:
    for number in range(1, contacts // _FOR_EACH_INTERACTION + 1):
        day = today - timedelta(days=1 + random.randrange(YEARS.days))
        draft = InteractionDraft(
            kind=_TOUCHED[number % len(_TOUCHED)],
            day=day,
            contact_ids=(1 + random.randrange(contacts),),
            note=_NOTES[number % len(_NOTES)],
        )
        yield SampleInteraction(number, datetime.combine(day, time(19), UTC), draft)


def _follow_ups(random: Random, today: date, contacts: int) -> Iterator[SampleFollowUp]:
    """The later half open, of which some are overdue."""
    count = contacts // _FOR_EACH_FOLLOW_UP
    for number in range(count):
        is_open = 2 * number >= count
        due = today + timedelta(
            days=random.randrange(_AHEAD) - (_AHEAD // 5 if is_open else _AHEAD)
        )
        draft = FollowUpDraft(
            contact_id=1 + random.randrange(contacts),
            what=_TO_DO[number % len(_TO_DO)],
            due=due,
            fit=tuple(Fit)[number % len(Fit)],
            done_on=None if is_open else due,
            answered=None if is_open else number % 3 > 0,
        )
        noted = today - timedelta(days=_AHEAD + random.randrange(_AHEAD))
        yield SampleFollowUp(datetime.combine(noted, time(12), UTC), draft)


def _memberships(
    random: Random, today: date, contacts: int, groups: int
) -> Iterator[MembershipDraft]:
    """At most one each, so that none of a contact's overlap."""
    for number in range(contacts // _FOR_EACH_MEMBERSHIP if groups else 0):
        since = today - timedelta(days=random.randrange(1, YEARS.days))
        yield MembershipDraft(
            contact_id=1 + number * _FOR_EACH_MEMBERSHIP,
            group_id=1 + random.randrange(groups),
            role="" if number % 20 else "treasurer",
            since=since,
            until=None if number % 3 else since + timedelta(days=random.randrange(400)),
        )
