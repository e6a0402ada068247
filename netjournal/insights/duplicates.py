"""Which contacts may be one and the same person: by what reaches them, and by their names.

Nobody is compared with everybody. Each contact is put under a few keys, such as the end of a phone
number or a name without one of its letters, and only those who share a key are looked at.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from heapq import nsmallest
from itertools import combinations, product
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
    found = {
        (one, other): _told(frozenset(likenesses))
        for (one, other), likenesses in _paused(_Finder(people, pause).found().items(), pause)
        if (people[one].id, people[other].id) not in apart
        and not (people[one].archived and people[other].archived)
    }
    ranks = (
        (-_score(people[one], people[other], likenesses), fold(people[one].name), one, other)
        for (one, other), likenesses in _paused(found.items(), pause)
    )
    pairs = (
        Suggestion(
            first=people[one],
            second=people[other],
            likenesses=found[one, other],
            score=-rank,
        )
        for rank, _, one, other in nsmallest(MOST_LISTED, ranks)
    )
    return Suggestions(pairs=tuple(pairs), total=len(found))


class _Finder:
    """Finds what pairs of people have in common."""

    def __init__(self, people: Sequence[Traits], pause: Callable[[], None]) -> None:
        self._people = people
        self._pause = pause
        self._names: list[Name] = []
        self._organisations: list[str] = []
        self._called: dict[Name, list[int]] = defaultdict(list)
        """Who has each name."""
        self._found: dict[Pair, set[Likeness]] = defaultdict(set)

    def found(self) -> dict[Pair, set[Likeness]]:
        """What they have in common, by pair."""
        for place, person in enumerate(_paused(self._people, self._pause)):
            name = Name.of(person.name)
            self._names.append(name)
            self._called[name].append(place)
            self._organisations.append(fold(person.organisation))
        self._note(Likeness.EMAIL, self._sharing(self._by_email))
        self._note(Likeness.PHONE, filter(self._same_phone, self._sharing(self._by_phone)))
        self._note(Likeness.NAME, self._sharing(self._by_name))
        self._note(Likeness.NAME, self._sharing(self._by_name_and_firm, len(self._people)))
        self._note(Likeness.NICKNAME, self._sharing(self._by_nickname))
        self._note(Likeness.SHORTENED, self._of_names(_ends, _is_shorter))
        self._note(Likeness.SHORTENED, filter(self._shorter, self._sharing(self._by_firm)))
        self._note(Likeness.ALIKE, self._of_names(Name.mistyped, _is_nearly))
        for (one, other), likenesses in _paused(self._found.items(), self._pause):
            if self._organisations[one] and self._at_one_firm((one, other)):
                likenesses.add(Likeness.ORGANISATION)
        return self._found

    def _note(self, likeness: Likeness, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            self._found[pair].add(likeness)

    def _sharing(
        self, keys: Callable[[int], Iterable[object]], most: int = MOST_SHARING
    ) -> Iterator[Pair]:
        """The pairs of people who share a key that at most so many have."""
        for places in self._together(range(len(self._people)), keys):
            if len(places) <= most:
                yield from combinations(places, 2)

    def _of_names(
        self, keys: Callable[[Name], Iterable[object]], are_alike: Callable[[Name, Name], bool]
    ) -> Iterator[Pair]:
        """The pairs of people whose names are others but alike, and share a key that few have."""
        for names in self._together(self._called, keys):
            if sum(len(self._called[name]) for name in names) <= MOST_SHARING:
                for one, other in combinations(names, 2):
                    if are_alike(one, other):
                        pairs = product(self._called[one], self._called[other])
                        yield from ((min(pair), max(pair)) for pair in pairs)

    def _together(
        self, things: Iterable[T], keys: Callable[[T], Iterable[object]]
    ) -> Iterator[Sequence[T]]:
        """Those things that share a key, for each key that several have."""
        first: dict[object, T] = {}
        holders: dict[object, list[T]] = {}
        for thing in _paused(things, self._pause):
            for key in set(keys(thing)):
                # Most keys have one holder, and a list for each would take a lot of memory.
                before = first.setdefault(key, thing)
                if before is not thing:
                    holders.setdefault(key, [before]).append(thing)
        first.clear()
        yield from _paused(holders.values(), self._pause)

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

    def _by_name_and_firm(self, place: int) -> Iterator[tuple[str, str]]:
        if (letters := self._names[place].letters) and (firm := self._organisations[place]):
            yield letters, firm

    def _by_nickname(self, place: int) -> Iterator[tuple[str, ...]]:
        given, *rest = self._names[place].words or ("",)
        if rest:
            yield from ((form, *rest) for form in forms(given))

    def _by_firm(self, place: int) -> Iterator[tuple[str, str]]:
        words = self._names[place].words
        if words and (firm := self._organisations[place]):
            yield firm, words[0][0]

    def _at_one_firm(self, pair: Pair) -> bool:
        one, other = pair
        return self._organisations[one] == self._organisations[other] != ""

    def _same_phone(self, pair: Pair) -> bool:
        ours, theirs = ([*map(Number.of, self._people[place].phones)] for place in pair)
        return any(one.is_same(other) for one in ours for other in theirs)

    def _shorter(self, pair: Pair) -> bool:
        one, other = pair
        return _is_shorter(self._names[one], self._names[other])


def _ends(name: Name) -> Iterator[tuple[str, str]]:
    given, *rest = name.words or ("",)
    yield from ((given, other) for other in rest)


def _is_shorter(one: Name, other: Name) -> bool:
    return one.is_shorter_than(other) or other.is_shorter_than(one)


def _is_nearly(one: Name, other: Name) -> bool:
    return one.letters != other.letters and one.is_nearly(other)


@cache
def _told(found: frozenset[Likeness]) -> tuple[Likeness, ...]:
    """What is said of a pair: all it has in common, but of names only the strongest."""
    by_name = next((likeness for likeness in _NAMES if likeness in found), None)
    return tuple(one for one in _ORDER if one in found and (one not in _NAMES or one is by_name))


def _score(first: Traits, second: Traits, likenesses: tuple[Likeness, ...]) -> int:
    score = sum(_SCORES[likeness] for likeness in likenesses)
    by_name_alone = len(likenesses) == 1 and likenesses[0] in _NAMES
    if by_name_alone and first.organisation and second.organisation:
        score -= _ELSEWHERE
    return min(score, 100)


def _paused(things: Iterable[T], pause: Callable[[], None]) -> Iterator[T]:
    """Things one by one, with a pause every few of them."""
    for place, thing in enumerate(things):
        if place % _TOGETHER == 0:
            pause()
        yield thing
