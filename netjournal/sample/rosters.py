"""Who sits in which group of the sample life, and who was there each time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from netjournal.sample.fates import FATES, Fate

_OFTEN, _OFTENEST = 0.72, 0.97
_GUESTS_OFTEN = 0.65


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's place in a group for a part of the time told of it."""

    contact: int
    first: float
    last: float
    often: float
    """How probably they come."""


def seats(random: Random, contacts: Iterator[int]) -> dict[str, list[Seat]]:
    """The seats of every group by its name, given to contacts in their order."""
    regulars = {fate.group.name: _regulars(random, fate, contacts) for fate in FATES}
    shared = {fate.group.name: _borrowed(random, fate, regulars) for fate in FATES}
    return {
        fate.group.name: [
            *regulars[fate.group.name],
            *shared[fate.group.name],
            *_guests(random, fate, contacts),
        ]
        for fate in FATES
    }


def rosters(random: Random, seated: Sequence[Seat], shares: Sequence[float]) -> list[list[int]]:
    """The contacts at each meeting; everyone who has a seat comes at least once."""
    there: list[list[int]] = [[] for _ in shares]
    for seat in seated:
        first = bisect_left(shares, seat.first, hi=len(shares) - 1)
        last = bisect_right(shares, seat.last)
        came = [place for place in range(first, last) if random.random() < seat.often]
        for place in came or [first]:
            there[place].append(seat.contact)
    return there


def _regulars(random: Random, fate: Fate, contacts: Iterator[int]) -> list[Seat]:
    stay = fate.regulars - fate.drop_out
    return [
        Seat(
            next(contacts),
            first=0.0,
            last=1.0 if place < stay else random.uniform(0.4, 0.9),
            often=random.uniform(_OFTEN, _OFTENEST),
        )
        for place in range(fate.regulars)
    ]


def _borrowed(random: Random, fate: Fate, regulars: dict[str, list[Seat]]) -> list[Seat]:
    owner, count = fate.borrowed
    return [
        Seat(seat.contact, first=0.0, last=1.0, often=random.uniform(_OFTEN, _OFTENEST))
        for seat in regulars.get(owner, [])[:count]
    ]


def _guests(random: Random, fate: Fate, contacts: Iterator[int]) -> list[Seat]:
    return [
        Seat(
            next(contacts),
            first=(first := fate.guests_until * (place + random.random()) / fate.guests),
            last=first + fate.guests_stay,
            often=_GUESTS_OFTEN,
        )
        for place in range(fate.guests)
    ]
