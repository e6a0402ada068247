"""The sample life: 18 months of one person's networking, up to the day it is looked at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random

from netjournal.model.reflection import Done
from netjournal.model.schedule import dates
from netjournal.sample import events
from netjournal.sample.acquaintances import acquaintances
from netjournal.sample.candidates import candidates
from netjournal.sample.cast import Beyond, Cast
from netjournal.sample.contacts import seen, silent, with_dealings
from netjournal.sample.events import Story
from netjournal.sample.exchange import exchange
from netjournal.sample.fates import FATES, THRIVING, Fate
from netjournal.sample.follow_ups import follow_ups
from netjournal.sample.interactions import interactions
from netjournal.sample.invitations import invitations
from netjournal.sample.me import TAG_CADENCES, me
from netjournal.sample.memberships import memberships
from netjournal.sample.outsiders import TOWN, WORK, outsiders, told_of
from netjournal.sample.people import known_people
from netjournal.sample.reviews import reviews
from netjournal.sample.rosters import Seat, seats
from netjournal.sample.sample import (
    Sample,
    SampleGroup,
    SampleMeeting,
    SampleStatement,
)
from netjournal.sample.twins import twins, with_twins
from netjournal.sample.weeks import TOLD, schedules, starts

PEOPLE = 120
WAITING = 2
"""How many of the latest meetings still want a reflection."""

_ASKED_ABOUT = timedelta(days=28)
"""For so long Today may ask whether planned work got done, with room to spare."""
_NEXT = timedelta(days=21)
"""Within so many days every group meets again."""
_CONSIDERED = 10
"""For so many days I thought about joining when someone asked."""
_OPEN_WORK = "finish the offer for the dairy"


def life(seed: int, today: date) -> Sample:
    """The life that a seed gives, told up to the day before `today`."""
    known = known_people(Random(f"{seed} people"), PEOPLE)
    names = [draft.name for draft in known]
    unseated = iter(range(1, PEOPLE + 1))
    seated = seats(Random(f"{seed} seats"), unseated)
    told = [_story(number, fate, seated, today) for number, fate in enumerate(FATES, 1)]
    met_at_events = list(unseated)
    others = twins(known)
    father, son = PEOPLE + len(others) - 1, PEOPLE + len(others)
    meetings = with_twins(_meetings(seed, told, met_at_events, names, today), others, PEOPLE + 1)
    beyond = outsiders(Random(f"{seed} outsiders"), known)
    everyone = [draft.name for draft in (*known, *others, *beyond)]
    cast = Cast(_places(seated, met_at_events, everyone), everyone, _met(meetings), today)
    numbers = count(1)
    groups = [_group(story, seated, numbers, today) for story in told]
    acquainted = acquaintances(told, names, meetings)
    held = interactions(Random(f"{seed} interactions"), acquainted, today)
    referrals, business = exchange(cast, FATES, meetings)
    versions = [group.statements for group in groups]
    sent = invitations(Random(f"{seed} invitations"), cast, told, versions, meetings)
    closed = silent(Random(f"{seed} whys"), acquainted)
    contacts = [
        *seen([*known, *others], meetings, groups, seated, closed),
        *told_of(beyond, cast, referrals, business, sent),
    ]
    owner = me(today)
    return Sample(
        contacts=with_dealings(contacts, referrals, business, sent, today),
        groups=[*groups, *candidates(cast, len(groups) + 1)],
        meetings=meetings,
        interactions=held,
        follow_ups=follow_ups(Random(f"{seed} follow-ups"), seated, held, today),
        referrals=referrals,
        business=business,
        invitations=sent,
        memberships=memberships(Random(f"{seed} memberships"), told, known, today),
        tag_cadences=TAG_CADENCES,
        apart=[(father, son)],
        reviews=list(reviews(Random(f"{seed} reviews"), owner.draft.habits, today)),
        me=owner,
    )


def _meetings(
    seed: int,
    told: Sequence[Story],
    met_at_events: Sequence[int],
    names: Sequence[str],
    today: date,
) -> list[SampleMeeting]:
    """Those that were held, that weren't, and some of which nothing is recorded yet."""
    waiting = sorted(start for story in told for start in story.starts)[-WAITING:]
    meetings = [
        *events.one_offs(Random(f"{seed} one-offs"), met_at_events, names, today),
        *(
            meeting
            for story in told
            for meeting in events.of_group(
                Random(f"{seed} {story.fate.group.name}"), story, names, waiting, today
            )
        ),
        *(
            events.untold(story, start)
            for story in told
            for start in _asked_to(story, waiting[-1], today)
        ),
    ]
    return _with_one_open_question(_in_order(meetings), today)


def _asked_to(story: Story, latest: datetime, today: date) -> Sequence[datetime]:
    """The meetings someone is invited to that nothing else is known of."""
    waiting = [latest] if latest in story.starts else []
    ahead: Sequence[datetime] = ()
    if story.fate is THRIVING:
        ahead = dates(story.schedules, today + timedelta(days=1), today + _NEXT)[:1]
    return [*waiting, *ahead]


def _met(meetings: Sequence[SampleMeeting]) -> dict[int, date]:
    """The day each contact was first seen."""
    met: dict[int, date] = {}
    for meeting in meetings:
        for there in meeting.attendances:
            met.setdefault(there.contact_id or 0, meeting.draft.start.date())
    return met


def _places(
    seated: Mapping[str, Sequence[Seat]], met_at_events: Sequence[int], everyone: Sequence[str]
) -> dict[str, Sequence[int]]:
    """Contacts by where they are known from; those who sit in no group come last."""
    town = len(everyone) - TOWN + 1
    return {
        **{name: [seat.contact for seat in some] for name, some in seated.items()},
        Beyond.EVENTS.value: met_at_events,
        Beyond.WORK.value: range(town - WORK, town),
        Beyond.TOWN.value: range(town, town + TOWN),
    }


def _story(number: int, fate: Fate, seated: Mapping[str, Sequence[Seat]], today: date) -> Story:
    planned = schedules(fate, number, today)
    return Story(number, fate, planned, starts(fate, planned, today), seated[fate.group.name])


def _group(
    story: Story, seated: Mapping[str, Sequence[Seat]], numbers: Iterator[int], today: date
) -> SampleGroup:
    fate = story.fate

    def ago(days: int | None) -> date | None:
        return None if days is None else today - timedelta(days=days)

    begin, end = fate.experiment or (None, None)
    draft = replace(
        fate.group,
        joined_on=ago(fate.joined),
        left_on=ago(fate.left),
        invited_by=seated[fate.inviter][0].contact if fate.inviter else None,
        asked_on=ago(fate.joined + _CONSIDERED) if fate.inviter else None,
        experiment_from=ago(begin),
        experiment_until=ago(end),
    )
    statements = tuple(
        SampleStatement(number, datetime.combine(today - timedelta(days=days), time(20), UTC), text)
        for (days, text), number in zip(fate.statements, numbers, strict=False)
    )
    added_on = max(today - TOLD, today - timedelta(days=fate.joined))
    return SampleGroup(story.id, added_on, draft, story.schedules, statements)


def _in_order(meetings: Sequence[SampleMeeting]) -> list[SampleMeeting]:
    """Numbered as they were."""
    ordered = sorted(meetings, key=lambda meeting: meeting.draft.start)
    return [replace(meeting, id=number) for number, meeting in enumerate(ordered, 1)]


def _with_one_open_question(meetings: list[SampleMeeting], today: date) -> list[SampleMeeting]:
    """Leaves open whether the work planned for the latest meeting got done, and only that."""
    latest = max(meeting.id for meeting in meetings if meeting.reflection)
    return [
        _answered(meeting, None if meeting.id == latest else Done.PARTLY)
        if today - meeting.draft.start.date() <= _ASKED_ABOUT
        else meeting
        for meeting in meetings
    ]


def _answered(meeting: SampleMeeting, done: Done | None) -> SampleMeeting:
    told = meeting.reflection
    if told is None or (done and (told.planned_done or not told.planned_work)):
        return meeting
    work = told.planned_work if done else _OPEN_WORK
    return replace(meeting, reflection=replace(told, planned_work=work, planned_done=done))
