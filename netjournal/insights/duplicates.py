"""Which contacts may be one and the same person: by what reaches them, and by their names.

Nobody is compared with everybody. Each contact is put under a few keys, such as the end of a phone
number or a name without one of its letters, and only those who share a key are looked at.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import TypeVar

from netjournal.insights.likeness import Name, Number
from netjournal.insights.nicknames import forms
from netjournal.model.duplicates import Likeness, Suggestion, Suggestions, Traits
from netjournal.text import fold

T = TypeVar("T")

MOST_LISTED = 500
"""How many pairs are listed at most."""
MOST_SHARING = 8
"""What more contacts share, such as a switchboard's number, tells nothing about two of them."""
_TOGETHER = 32
"""So many contacts are looked at without a pause."""

_SCORES = {
    Likeness.EMAIL: 50,
    Likeness.PHONE: 42,
    Likeness.NAME: 40,
    Likeness.NICKNAME: 30,
    Likeness.SHORTENED: 26,
    Likeness.ALIKE: 24,
    Likeness.ORGANISATION: 10,
}
_NAMES = (Likeness.NAME, Likeness.NICKNAME, Likeness.SHORTENED, Likeness.ALIKE)
"""Of these a pair has the strongest only."""
_ELSEWHERE = 12
"""So much less sure is a pair with two organisations and nothing but a name in common."""
_ORDER = tuple(Likeness)

Pair = tuple[int, int]
"""Two contacts by their places; the lower comes first."""


def suggestions(
    people: Sequence[Traits],
    apart: AbstractSet[Pair] = frozenset(),
    pause: Callable[[], None] = lambda: None,
) -> Suggestions:
    """The pairs of contacts who may be one person, the surest first.

    `people` are in the order of their ids, `apart` the ids of pairs that were said to be two; both
    of a pair archived, it is left out. `pause` is called every few contacts.
    """
    found = _Finder(people, pause).found()
    pairs = [
        _suggestion(people[one], people[other], likenesses)
        for (one, other), likenesses in _paused(found.items(), pause)
        if (people[one].id, people[other].id) not in apart
        and not (people[one].archived and people[other].archived)
    ]
    pairs.sort(key=lambda pair: (-pair.score, fold(pair.first.name), pair.ids))
    return Suggestions(pairs=tuple(pairs[:MOST_LISTED]), total=len(pairs))


class _Finder:
    """Finds what pairs of people have in common."""

    def __init__(self, people: Sequence[Traits], pause: Callable[[], None]) -> None:
        self._people = people
        self._pause = pause
        self._names: list[Name] = []
        self._organisations: list[str] = []
        self._found: dict[Pair, set[Likeness]] = defaultdict(set)

    def found(self) -> dict[Pair, set[Likeness]]:
        """What they have in common, by pair."""
        for person in _paused(self._people, self._pause):
            self._names.append(Name.of(person.name))
            self._organisations.append(fold(person.organisation))
        self._note(Likeness.EMAIL, self._sharing(self._by_email))
        self._note(Likeness.PHONE, filter(self._same_phone, self._sharing(self._by_phone)))
        self._note(Likeness.NAME, self._sharing(self._by_name, self._at_one_firm))
        self._note(Likeness.NICKNAME, self._sharing(self._by_nickname))
        self._note(Likeness.SHORTENED, filter(self._shorter, self._sharing(self._by_ends)))
        self._note(Likeness.SHORTENED, filter(self._shorter, self._sharing(self._by_firm)))
        self._note(Likeness.ALIKE, filter(self._nearly, self._sharing(self._by_letters)))
        for (one, other), likenesses in _paused(self._found.items(), self._pause):
            if self._organisations[one] and self._at_one_firm((one, other)):
                likenesses.add(Likeness.ORGANISATION)
        return self._found

    def _note(self, likeness: Likeness, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self._found[pair].add(likeness)

    def _sharing(
        self,
        keys: Callable[[int], Iterable[object]],
        also: Callable[[Pair], bool] = lambda _: False,
    ) -> Iterator[Pair]:
        """The pairs that share a key; one that too many share counts for those `also` alike."""
        first: dict[object, int] = {}
        holders: dict[object, list[int]] = {}
        for place in _paused(range(len(self._people)), self._pause):
            for key in set(keys(place)):
                # Most keys have one holder, and a list for each would take a lot of memory.
                before = first.setdefault(key, place)
                if before != place:
                    holders.setdefault(key, [before]).append(place)
        first.clear()
        for places in _paused(holders.values(), self._pause):
            pairs = combinations(places, 2)
            yield from pairs if len(places) <= MOST_SHARING else filter(also, pairs)

    def _by_email(self, place: int) -> Iterator[str]:
        for email in self._people[place].emails:
            user, at, host = email.casefold().removeprefix("mailto:").strip().partition("@")
            if at:
                # What follows a plus only sorts what comes in.
                yield f"{user.partition('+')[0]}@{host}"

    def _by_phone(self, place: int) -> Iterator[str]:
        return filter(None, (Number.of(phone).end for phone in self._people[place].phones))

    def _by_name(self, place: int) -> Iterator[str]:
        if letters := self._names[place].letters:
            yield letters

    def _by_nickname(self, place: int) -> Iterator[tuple[str, ...]]:
        given, *rest = self._names[place].words or ("",)
        if rest:
            yield from ((form, *rest) for form in forms(given))

    def _by_ends(self, place: int) -> Iterator[tuple[str, str]]:
        given, *rest = self._names[place].words or ("",)
        yield from ((given, other) for other in rest)

    def _by_firm(self, place: int) -> Iterator[tuple[str, str]]:
        words = self._names[place].words
        if words and (firm := self._organisations[place]):
            yield firm, words[0][0]

    def _by_letters(self, place: int) -> Iterable[str]:
        return self._names[place].mistyped()

    def _at_one_firm(self, pair: Pair) -> bool:
        one, other = pair
        return self._organisations[one] == self._organisations[other] != ""

    def _same_phone(self, pair: Pair) -> bool:
        ours, theirs = ([*map(Number.of, self._people[place].phones)] for place in pair)
        return any(one.is_same(other) for one in ours for other in theirs)

    def _shorter(self, pair: Pair) -> bool:
        one, other = (self._names[place] for place in pair)
        return one.is_shorter_than(other) or other.is_shorter_than(one)

    def _nearly(self, pair: Pair) -> bool:
        one, other = (self._names[place] for place in pair)
        return one.letters != other.letters and one.is_nearly(other)


def _suggestion(first: Traits, second: Traits, found: AbstractSet[Likeness]) -> Suggestion:
    by_name = next((likeness for likeness in _NAMES if likeness in found), None)
    likenesses = [one for one in _ORDER if one in found and (one not in _NAMES or one is by_name)]
    score = sum(_SCORES[likeness] for likeness in likenesses)
    if likenesses == [by_name] and first.organisation and second.organisation:
        score -= _ELSEWHERE
    return Suggestion(
        first=first, second=second, likenesses=tuple(likenesses), score=min(score, 100)
    )


def _paused(things: Iterable[T], pause: Callable[[], None]) -> Iterator[T]:
    """Things one by one, with a pause every few of them."""
    for place, thing in enumerate(things):
        if place % _TOGETHER == 0:
            pause()
        yield thing
