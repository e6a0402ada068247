"""The meetings of the sample life, with who was there and what was written about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from netjournal.model.attendance import AttendanceDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.sample import stories
from netjournal.sample.fates import Fate
from netjournal.sample.rosters import Seat, rosters
from netjournal.sample.sample import SampleMeeting
from netjournal.sample.telling import Teller
from netjournal.sample.weeks import TOLD, Outcome, outcome

_PLACES = {
    "Northgate Guild": "Station Restaurant",
    "Riverside Circle": "Hotel Adler",
    "Makers' Table": "Old tram depot",
    "Harbour Breakfast Club": "Pier 4",
}
_EVENING = time(18)


@dataclass(frozen=True, slots=True)
class Story:
    """A group with when it met and who sits in it."""

    id: int
    fate: Fate
    schedules: tuple[Schedule, ...]
    starts: tuple[datetime, ...]
    seats: Sequence[Seat]


def of_group(
    random: Random, story: Story, names: Sequence[str], waiting: Sequence[datetime], today: date
) -> Iterator[SampleMeeting]:
    """What is recorded of a group's meetings, but for those that wait for a reflection.

    Contacts are known by their place among the names, counted from 1.
    """
    outcomes = {
        start: outcome(random, story.fate, start, today)
        for start in story.starts
        if start not in waiting
    }
    for start, became in outcomes.items():
        if became is not Outcome.HELD:
            yield _not_attended(story, start, became)
    held = [start for start, became in outcomes.items() if became is Outcome.HELD]
    shares = [(start - held[0]) / (held[-1] - held[0]) for start in held]
    teller = Teller(random, story.fate, shares)
    there = rosters(random, story.seats, shares)
    for start, share, contacts in zip(held, shares, there, strict=True):
        random.shuffle(contacts)
        met = [names[contact - 1] for contact in contacts]
        yield SampleMeeting(
            0,
            MeetingDraft(
                start=start,
                group_id=story.id,
                duration_minutes=_hours_on(story, start),
                place=_PLACES.get(story.fate.group.name, ""),
                headcount=len(contacts) + random.randrange(4) if random.random() < 0.4 else None,
                pitched=random.choice((True, False, None)),
            ),
            teller.reflection(share, [name.split()[0] for name in met]),
            _written_at(start),
            tuple(map(teller.attendance, contacts, met)),
        )


def one_offs(
    random: Random, met_only_there: Sequence[int], names: Sequence[str], today: date
) -> Iterator[SampleMeeting]:
    """What is recorded of events of no group, with one still to come."""
    count = len(stories.ONE_OFFS)
    for place, (title, where, note) in enumerate(stories.ONE_OFFS):
        day = today - TOLD * (count - place - 0.5) // count
        start = datetime.combine(day, _EVENING)
        new = met_only_there[place::count]
        contacts = [*new, *random.sample(range(1, met_only_there[0]), 2)]
        first, second, *_ = [names[contact - 1].split()[0] for contact in contacts]
        yield SampleMeeting(
            0,
            MeetingDraft(start=start, title=title, place=where, duration_minutes=180),
            _impression(random, note.format(a=first, b=second)),
            _written_at(start),
            tuple(
                AttendanceDraft(contact_id=contact, name=names[contact - 1], talked=True)
                for contact in contacts
            ),
        )
    title, where = stories.TO_COME
    ahead = datetime.combine(today + timedelta(days=5), _EVENING)
    yield SampleMeeting(0, MeetingDraft(start=ahead, title=title, place=where))


def untold(story: Story, start: datetime) -> SampleMeeting:
    """A meeting of which nothing is recorded but that it is held."""
    minutes = _hours_on(story, start)
    return SampleMeeting(0, MeetingDraft(start=start, group_id=story.id, duration_minutes=minutes))


def _not_attended(story: Story, start: datetime, became: Outcome) -> SampleMeeting:
    draft = MeetingDraft(
        start=start,
        group_id=story.id,
        duration_minutes=_hours_on(story, start),
        cancelled=became is Outcome.CANCELLED,
        missed=became is Outcome.MISSED,
    )
    return SampleMeeting(0, draft)


def _impression(random: Random, note: str) -> ReflectionDraft:
    return ReflectionDraft(
        energy=random.choice((2, 3, 4, 4, 5)),
        confidence=random.choice((3, 4, 4)),
        pushiness=random.choice((1, 1, 2)),
        opportunities=random.choice((None, 0, 1, 2)),
        notes=note,
    )


def _hours_on(story: Story, start: datetime) -> int | None:
    """How many minutes the schedule with that start says the meeting takes."""
    return next(
        schedule.duration_minutes
        for schedule in story.schedules
        if schedule.start_time == start.time()
    )


def _written_at(start: datetime) -> datetime:
    return start.replace(tzinfo=UTC) + timedelta(hours=4)
