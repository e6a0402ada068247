"""What the sample life's owner writes about a meeting."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from random import Random

from netjournal.model.attendance import AttendanceDraft
from netjournal.model.reflection import Done, ReflectionDraft
from netjournal.sample import stories
from netjournal.sample.curve import Curve, ratings, value
from netjournal.sample.fates import Fate

_ALWAYS_TOLD = 0.97
"""From this share of the way on, nothing that a trend needs is left blank."""
_DONE = (Done.YES, Done.PARTLY, Done.NO, None)


class Teller:
    """Writes the reflections on one group's meetings, in their order."""

    def __init__(self, random: Random, fate: Fate, shares: Sequence[float]) -> None:
        """`shares` say how far along the way each meeting is."""
        self._random = random
        self._fate = fate
        self._energy = iter(ratings(random, fate.energy, shares))
        self._confidence = iter(ratings(random, fate.confidence, shares))
        self._pushiness = iter(ratings(random, fate.pushiness, shares))
        self._before = iter(ratings(random, fate.energy_before, shares))
        self._notes = [(chapter.until, self._shuffled(chapter.notes)) for chapter in fate.chapters]
        self._planned = self._shuffled(stories.PLANNED)

    def reflection(self, share: float, given_names: Sequence[str]) -> ReflectionDraft:
        """The reflection on the next meeting, so far along the way, with these people there."""
        opportunities = self._opportunities(share)
        energy, before = next(self._energy), next(self._before)
        planned = next(self._planned) if self._perhaps(0.45) else ""
        return ReflectionDraft(
            energy=energy,
            confidence=next(self._confidence),
            pushiness=next(self._pushiness),
            energy_before=before if self._perhaps(0.7) else None,
            opportunities=opportunities,
            gives=self._lines(stories.GIVES, 0.35, given_names),
            asks=self._lines(stories.ASKS, 0.3, given_names),
            received=" ".join(
                self._lines(stories.RECEIVED, 0.5 if opportunities else 0.0, given_names)
            ),
            quick_fix=self._quick_fix(share),
            planned_work=planned,
            planned_done=self._done(energy) if planned else None,
            notes=self._note(share, given_names),
        )

    def attendance(self, contact: int, name: str) -> AttendanceDraft:
        """What is written of someone who was there."""
        drawn = self._random.random()
        talked = True if drawn < 0.3 else False if drawn > 0.85 else None
        return AttendanceDraft(
            contact_id=contact,
            name=name,
            talked=talked,
            asked=self._perhaps(0.25) if talked else None,
            heard_pitch=True if talked and self._perhaps(0.15) else None,
            note=self._random.choice(stories.PRIVATE) if talked and self._perhaps(0.12) else "",
        )

    def _opportunities(self, share: float) -> int | None:
        if self._perhaps(0.2) and share < _ALWAYS_TOLD:
            return None
        mean = value(self._fate.opportunities, share)
        return int(mean + self._random.random()) if mean else 0

    def _quick_fix(self, share: float) -> bool | None:
        return self._follows(self._fate.quick_fix, share) if self._perhaps(0.6) else None

    def _follows(self, probable: Curve, share: float) -> bool:
        return self._perhaps(value(probable, share))

    def _done(self, energy: int) -> Done | None:
        """The more energy is left, the more of the planned work gets done."""
        weights = (energy, 2, 6 - energy, 1)
        return self._random.choices(_DONE, weights)[0]

    def _note(self, share: float, given_names: Sequence[str]) -> str:
        if self._perhaps(0.25):
            return ""
        notes = next(told for until, told in self._notes if share <= until)
        return _named(next(notes), given_names)

    def _lines(
        self, among: Sequence[str], probable: float, given_names: Sequence[str]
    ) -> tuple[str, ...]:
        if not self._perhaps(probable):
            return ()
        return (_named(self._random.choice(among), given_names),)

    def _perhaps(self, probable: float) -> bool:
        return self._random.random() < probable

    def _shuffled(self, sentences: Sequence[str]) -> Iterator[str]:
        return cycle(self._random.sample(sentences, len(sentences)))


def _named(sentence: str, given_names: Sequence[str]) -> str:
    a, b = (*given_names, "someone", "someone else")[:2]
    return sentence.format(a=a, b=b)
