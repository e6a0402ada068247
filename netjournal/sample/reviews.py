"""The weekly reviews of the sample life: begun late, left out now and then, and mostly short."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from random import Random

from netjournal.model.review import Kept, ReviewDraft
from netjournal.sample.sample import SampleReview

_WEEKS = 34
"""So many weeks ago was the first."""
_LEFT_OUT = 0.15
_CERTAIN = 3
"""In the last so many weeks none is left out."""
_WRITTEN = (4, time(16, 30))
"""On which day of the week, counted from 0, and when."""
_TICKED = 0.55
_NOTED, _INTENDED = 0.75, 0.85
_KEPT = (Kept.YES, Kept.YES, Kept.PARTLY, Kept.NO, None)

_NOTES = (
    "Two good mornings, three bad ones, and I know which was which.",
    "Gave more than I asked for. Slept well.",
    "Went to the Circle out of habit. Nothing planned got done after it.",
    "The Table again was the best evening of the week.",
    "Too many breakfasts. Workshop behind.",
    "A quiet week, and two people rang me.",
    "Chased again. It shows.",
    "Sat down with somebody I'd nodded at for a year.",
    "Everything that came in came through three people.",
    "Rain, a cold, one meeting. Fine.",
    "The dairy's sign is up. Took the photo for everybody who helped.",
    "I noticed that I talk less when I'm rested.",
    "Said no to a fourth breakfast.",
)
_INTENTIONS = (
    "Ring two people for no reason.",
    "One one-to-one before Wednesday.",
    "Ask Riverside nothing, give one thing.",
    "Answer the tender, whatever the mornings do.",
    "Invite somebody to the Table, with a reason.",
    "Find out one why.",
    "Thank those three.",
    "No offers unasked.",
    "Introduce the two who both sail.",
    "Friday belongs to the workshop.",
)


def reviews(random: Random, habits: Sequence[str], today: date) -> Iterator[SampleReview]:
    """Up to that of the week before this, oldest first."""
    this_week = today - timedelta(days=today.weekday())
    notes, intentions = (cycle(random.sample(some, len(some))) for some in (_NOTES, _INTENTIONS))
    intended = False
    for ago in range(_WEEKS, 0, -1):
        week = this_week - timedelta(weeks=ago)
        kept = random.choice(_KEPT) if intended else None
        note = next(notes) if random.random() < _NOTED else ""
        intention = next(intentions) if random.random() < _INTENDED or not note else ""
        ticked = tuple(habit for habit in habits if random.random() < _TICKED)
        if random.random() < _LEFT_OUT and ago > _CERTAIN:
            continue
        intended = bool(intention)
        day, hour = _WRITTEN
        written_at = datetime.combine(week + timedelta(days=day), hour, UTC)
        draft = ReviewDraft(week=week, note=note, intention=intention, kept=kept, habits=ticked)
        yield SampleReview(written_at, draft)
