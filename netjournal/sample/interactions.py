"""The interactions of the sample life: sitting down with people, ringing them, making them meet."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from random import Random

from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.sample import doings
from netjournal.sample.acquaintances import Acquaintance
from netjournal.sample.curve import value
from netjournal.sample.fates import ALL_IN, LEFT, THRIVING
from netjournal.sample.sample import SampleInteraction
from netjournal.sample.weeks import TOLD

_SEEN_NO_MORE = timedelta(days=40)
"""For so long one is in touch with someone who stays away, unless the contact is kept."""
_LATELY = (2, 55)
"""Between so many days ago, those who were kept were last in touch."""
_INTRODUCTIONS = 7
_WITH_GUESTS = 0.2
"""How often one is in touch with a guest, beside a regular."""
_EVENING = time(19)
_WEEKDAYS = 5
_PUSHIEST = 0.7
"""How probable it is that I ask for something when I am as pushy as can be."""
_NOTED = 0.7
_NOTES = {
    InteractionKind.ONE_TO_ONE: doings.ONE_TO_ONES,
    InteractionKind.CALL: doings.CALLS,
    InteractionKind.MESSAGE: doings.MESSAGES,
    InteractionKind.OTHER: doings.OTHERS,
    InteractionKind.INTRODUCTION: doings.INTRODUCTIONS,
}
_MINUTES: Mapping[InteractionKind, tuple[int | None, ...]] = {
    InteractionKind.ONE_TO_ONE: (45, 60, 60, 75, 90, None),
    InteractionKind.CALL: (5, 10, 15, 25, None),
}


def interactions(
    random: Random, known: Sequence[Acquaintance], today: date
) -> list[SampleInteraction]:
    """All of them, in their order."""
    close = _close(random, known)
    kept = _kept(random, close)
    teller = _Teller(random, today)
    drafts = [
        *_one_to_ones(random, teller, close, kept),
        *_others(random, teller, known, kept),
        *_introductions(random, teller, close),
    ]
    drafts.sort(key=lambda draft: (draft.day, draft.contact_ids))
    return [
        SampleInteraction(number, datetime.combine(draft.day, _EVENING, UTC), draft)
        for number, draft in enumerate(drafts, 1)
    ]


def _close(random: Random, known: Sequence[Acquaintance]) -> list[Acquaintance]:
    """Those one sits down with."""
    found: list[Acquaintance] = []
    for group in dict.fromkeys((each.story.id, each.regular) for each in known):
        people = [each for each in known if (each.story.id, each.regular) == group]
        tending = people[0].story.fate.tending
        share = tending.one_to_ones if people[0].regular else tending.guests
        found += random.sample(people, round(share * len(people)))
    return found


def _kept(random: Random, close: Sequence[Acquaintance]) -> set[int]:
    """Those of them one stays in touch with, whether or not they are still seen."""
    kept: set[int] = set()
    for group in dict.fromkeys(each.story.id for each in close):
        people = [each for each in close if each.story.id == group]
        share = people[0].story.fate.tending.kept
        kept |= {each.contact for each in random.sample(people, round(share * len(people)))}
    return kept


def _one_to_ones(
    random: Random, teller: "_Teller", close: Sequence[Acquaintance], kept: set[int]
) -> Iterator[InteractionDraft]:
    for each in close:
        for _ in range(random.choices((1, 2, 3), (5, 3, 2))[0]):
            day = teller.day(each, each.story.fate.tending.until, each.contact in kept)
            yield teller.told(each, InteractionKind.ONE_TO_ONE, day)


def _others(
    random: Random, teller: "_Teller", known: Sequence[Acquaintance], kept: set[int]
) -> Iterator[InteractionDraft]:
    for each in known:
        stays = each.contact in kept
        often = each.story.fate.tending.others * (1 if each.regular else _WITH_GUESTS)
        for _ in range(int(often + random.random())):
            yield teller.told(each, _passing(random), teller.day(each, 1.0, stays))
        if stays:
            yield teller.told(each, _passing(random), teller.lately(each))


def _introductions(
    random: Random, teller: "_Teller", close: Sequence[Acquaintance]
) -> Iterator[InteractionDraft]:
    """Of people who only met through me."""
    here = [each for each in close if each.story.fate is ALL_IN]
    there = [each for each in close if each.story.fate in (THRIVING, LEFT)]
    pairs = zip(random.sample(here, len(here)), random.sample(there, len(there)), strict=False)
    for one, other in list(pairs)[:_INTRODUCTIONS]:
        later = max(one, other, key=lambda each: each.first)
        yield teller.introduced(one, other, teller.day(later, 1.0, stays=True))


def _passing(random: Random) -> InteractionKind:
    kinds = (InteractionKind.CALL, InteractionKind.MESSAGE, InteractionKind.OTHER)
    return random.choices(kinds, (4, 5, 1))[0]


class _Teller:
    """Says when something passed, and what was noted of it."""

    def __init__(self, random: Random, today: date) -> None:
        self._random = random
        self._today = today
        self._notes = {kind: self._shuffled(notes) for kind, notes in _NOTES.items()}
        self._asked = self._shuffled(doings.ASKED)

    def day(self, person: Acquaintance, until: float, stays: bool) -> date:
        """A weekday on which one was in touch, from the first meeting on."""
        yesterday = self._today - timedelta(days=1)
        told = self._today - TOLD * (1 - until)
        last = yesterday if stays else min(person.last + _SEEN_NO_MORE, yesterday)
        first = person.first
        return self._weekday(first, max(min(last, told), first))

    def lately(self, person: Acquaintance) -> date:
        """A weekday not long ago."""
        least, longest = (self._today - timedelta(days=days) for days in _LATELY)
        first = max(longest, person.first)
        return self._weekday(first, max(least, first))

    def told(self, person: Acquaintance, kind: InteractionKind, day: date) -> InteractionDraft:
        """Something between the two of us."""
        asked = self._asks(person, day)
        sitting = kind is InteractionKind.ONE_TO_ONE
        return InteractionDraft(
            kind=kind,
            day=day,
            contact_ids=(person.contact,),
            minutes=self._random.choice(_MINUTES.get(kind, (None,))),
            group_id=person.story.id if sitting and self._random.random() < 0.5 else None,
            asked=asked or self._random.choice((False, None)),
            partnering=self._random.choice((True, False, None)) if sitting else None,
            note=self._note(self._asked if asked and not sitting else self._notes[kind]),
        )

    def introduced(self, one: Acquaintance, other: Acquaintance, day: date) -> InteractionDraft:
        """Two people who met through me."""
        a, b = (each.name.split()[0] for each in (one, other))
        return InteractionDraft(
            kind=InteractionKind.INTRODUCTION,
            day=day,
            contact_ids=(one.contact, other.contact),
            note=next(self._notes[InteractionKind.INTRODUCTION]).format(a=a, b=b),
        )

    def _asks(self, person: Acquaintance, day: date) -> bool:
        """Whether I asked for something: the pushier I had become, the likelier."""
        starts, pushiness = person.story.starts, person.story.fate.pushiness
        share = (datetime.combine(day, _EVENING) - starts[0]) / (starts[-1] - starts[0])
        return self._random.random() < _PUSHIEST * (value(pushiness, max(share, 0.0)) - 1) / 4

    def _weekday(self, first: date, last: date) -> date:
        days = [first + timedelta(days=days) for days in range((last - first).days + 1)]
        return self._random.choice([day for day in days if day.weekday() < _WEEKDAYS] or [first])

    def _note(self, notes: Iterator[str]) -> str:
        return next(notes) if self._random.random() < _NOTED else ""

    def _shuffled(self, notes: Sequence[str]) -> Iterator[str]:
        return cycle(self._random.sample(notes, len(notes)))
