"""The sample life: 18 months of one person's networking, up to the day it is looked at."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from netjournal.model.contact import ContactDraft
from netjournal.model.reflection import Done
from netjournal.sample import events
from netjournal.sample.acquaintances import Acquaintance, acquaintances
from netjournal.sample.events import Story
from netjournal.sample.fates import FATES, LEFT, STALE, Fate
from netjournal.sample.follow_ups import follow_ups
from netjournal.sample.interactions import interactions
from netjournal.sample.me import TAG_CADENCES, me
from netjournal.sample.memberships import memberships
from netjournal.sample.people import known_people
from netjournal.sample.rosters import Seat, seats
from netjournal.sample.sample import Sample, SampleContact, SampleGroup, SampleMeeting
from netjournal.sample.weeks import TOLD, schedules, starts

PEOPLE = 120
WAITING = 2
"""How many of the latest meetings still want a reflection."""

_ASKED_ABOUT = timedelta(days=28)
"""For so long Today may ask whether planned work got done, with room to spare."""
_OPEN_WORK = "finish the offer for the dairy"


def life(seed: int, today: date) -> Sample:
    """The life that a seed gives, told up to the day before `today`."""
    known = known_people(Random(f"{seed} people"), PEOPLE)
    names = [draft.name for draft in known]
    unseated = iter(range(1, PEOPLE + 1))
    seated = seats(Random(f"{seed} seats"), unseated)
    told = [_story(number, fate, seated, today) for number, fate in enumerate(FATES, 1)]
    waiting = sorted(start for story in told for start in story.starts)[-WAITING:]
    meetings = [
        *events.one_offs(Random(f"{seed} one-offs"), list(unseated), names, today),
        *(
            meeting
            for story in told
            for meeting in events.of_group(
                Random(f"{seed} {story.fate.group.name}"), story, names, waiting, today
            )
        ),
    ]
    ordered = _with_one_open_question(_in_order(meetings), today)
    groups = [_group(story, seated, today) for story in told]
    acquainted = acquaintances(told, names, ordered)
    closed = _closed(Random(f"{seed} whys"), acquainted)
    held = interactions(Random(f"{seed} interactions"), acquainted, today)
    return Sample(
        contacts=_contacts(known, ordered, groups, seated, closed),
        groups=groups,
        meetings=ordered,
        interactions=held,
        follow_ups=follow_ups(Random(f"{seed} follow-ups"), seated, held, today),
        memberships=memberships(Random(f"{seed} memberships"), told, known, today),
        tag_cadences=TAG_CADENCES,
        me=me(today),
    )


def _story(number: int, fate: Fate, seated: Mapping[str, Sequence[Seat]], today: date) -> Story:
    planned = schedules(fate, number, today)
    return Story(number, fate, planned, starts(fate, planned, today), seated[fate.group.name])


def _group(story: Story, seated: Mapping[str, Sequence[Seat]], today: date) -> SampleGroup:
    fate = story.fate

    def ago(days: int | None) -> date | None:
        return None if days is None else today - timedelta(days=days)

    begin, end = fate.experiment or (None, None)
    draft = replace(
        fate.group,
        joined_on=ago(fate.joined),
        left_on=ago(fate.left),
        invited_by=seated[fate.inviter][0].contact if fate.inviter else None,
        experiment_from=ago(begin),
        experiment_until=ago(end),
    )
    statements = tuple(
        (datetime.combine(today - timedelta(days=days), time(20), UTC), text)
        for days, text in fate.statements
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


def _closed(random: Random, acquainted: Sequence[Acquaintance]) -> set[int]:
    """The regulars who never said why they do what they do."""
    closed: set[int] = set()
    for fate in FATES:
        people = [each.contact for each in acquainted if each.regular and each.story.fate is fate]
        closed |= set(random.sample(people, round((1 - fate.tending.whys) * len(people))))
    return closed


def _contacts(
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
