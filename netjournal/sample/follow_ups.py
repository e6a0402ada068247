"""The follow-ups of the sample life: kept, chased, overdue, and still to come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from netjournal.model.follow_up import Fit, FollowUpDraft
from netjournal.model.interaction import InteractionKind
from netjournal.sample import doings
from netjournal.sample.fates import ALL_IN, STALE, THRIVING, TRIAL, Fate
from netjournal.sample.rosters import Seat
from netjournal.sample.sample import SampleFollowUp, SampleInteraction

_NOON = time(12)
_LONG_AGO = timedelta(days=30)
"""Whatever was promised before is done."""


@dataclass(frozen=True, slots=True)
class _Open:
    """Something still to do for the person on a seat."""

    fate: Fate
    seat: int
    what: str
    due: int | None
    """In how many days; None: some day."""
    noted: int
    """How many days ago."""
    fit: Fit | None = None


_STILL_TO_DO = (
    _Open(ALL_IN, 4, "send the drawings back", -16, 30),
    _Open(THRIVING, 5, "offer for the van", -5, 12, Fit.GOOD),
    _Open(ALL_IN, 9, "name of the translator", -1, 8),
    _Open(ALL_IN, 1, "ask how Monday went", 0, 6),
    _Open(THRIVING, 2, "talk for spring: title", 2, 9),
    _Open(ALL_IN, 6, "lunch, my turn", 4, 5),
    _Open(THRIVING, 6, "visit the workshop", 5, 4, Fit.UNSURE),
    _Open(TRIAL, 3, "answer the question on kerbs", 6, 3, Fit.UNSURE),
    _Open(ALL_IN, 11, "ask after the audit", 19, 11),
    _Open(THRIVING, 0, "propose a member for the table", 40, 7),
    _Open(ALL_IN, 2, "why did they stay in this town?", None, 24),
    _Open(STALE, 0, "say what I think of the mornings", None, 15),
)


@dataclass(frozen=True, slots=True)
class _Chased:
    """Something one did, or means to do, about a person who won't buy."""

    seat: int
    due: int
    """How many days ago."""
    done: bool = True


_CHASED = (
    *(_Chased(2, days) for days in (118, 96, 83, 61, 40)),
    *(_Chased(9, days) for days in (97, 72, 33)),
    *(_Chased(5, days) for days in (88, 45)),
    _Chased(2, 12, done=False),
    _Chased(7, 19),
    _Chased(7, 3, done=False),
    _Chased(9, 6, done=False),
)


def follow_ups(
    random: Random,
    seated: Mapping[str, Sequence[Seat]],
    held: Sequence[SampleInteraction],
    today: date,
) -> list[SampleFollowUp]:
    """All of them, in the order they were noted."""
    told = [
        *_promised(random, held, today),
        *_chased(random, seated[STALE.group.name], today),
        *(_open(each, seated, today) for each in _STILL_TO_DO),
    ]
    return sorted(told, key=lambda follow_up: follow_up.added_at)


def _promised(
    random: Random, held: Sequence[SampleInteraction], today: date
) -> Iterator[SampleFollowUp]:
    """What was promised when sitting together, and done."""
    together = [
        each.draft
        for each in held
        if each.draft.kind is InteractionKind.ONE_TO_ONE and today - each.draft.day > _LONG_AGO
    ]
    some = random.sample(together, len(doings.PROMISES))
    for what, talk in zip(doings.PROMISES, some, strict=True):
        due = talk.day + timedelta(days=random.randint(3, 14))
        draft = FollowUpDraft(
            contact_id=talk.contact_ids[0],
            what=what,
            due=due if random.random() < 0.9 else None,
            fit=random.choice((Fit.GOOD, Fit.GOOD, Fit.UNSURE, None)),
            done_on=due + timedelta(days=random.randint(-3, 5)),
            answered=random.choices((True, False, None), (6, 1, 3))[0],
        )
        yield _noted(draft, talk.day)


def _chased(random: Random, seats: Sequence[Seat], today: date) -> Iterator[SampleFollowUp]:
    for place, chased in enumerate(_CHASED):
        due = today - timedelta(days=chased.due)
        draft = FollowUpDraft(
            contact_id=seats[chased.seat].contact,
            what=doings.CHASES[place % len(doings.CHASES)],
            due=due,
            fit=Fit.POOR,
            done_on=due + timedelta(days=random.randint(0, 2)) if chased.done else None,
            answered=False if chased.done else None,
        )
        yield _noted(draft, due - timedelta(days=random.randint(5, 9)))


def _open(each: _Open, seated: Mapping[str, Sequence[Seat]], today: date) -> SampleFollowUp:
    draft = FollowUpDraft(
        contact_id=seated[each.fate.group.name][each.seat].contact,
        what=each.what,
        due=None if each.due is None else today + timedelta(days=each.due),
        fit=each.fit,
    )
    return _noted(draft, today - timedelta(days=each.noted))


def _noted(draft: FollowUpDraft, day: date) -> SampleFollowUp:
    return SampleFollowUp(datetime.combine(day, _NOON, UTC), draft)
