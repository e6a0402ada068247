"""Whether two names or two phone numbers may be one person's."""

import re
from typing import NamedTuple

from netjournal.text import fold

_WORD = re.compile(r"[^\W_]+")
_AS_WRITTEN_ELSEWHERE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
    | dict.fromkeys("'’ʼ`´", "")
)
_TITLES = frozenset(
    (
        "dr",
        "dra",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "prof",
        "professor",
        "herr",
        "frau",
        "phd",
        "mba",
    )
)
_NO_DIGIT = re.compile(r"[^0-9]")
_TRUNK = re.compile(r"\(0\)")
_EXTENSION = re.compile(r"[^\d+()\s./-].*$", re.DOTALL)
_COUNTRY = re.compile(r"[1-9]\d{0,2}|390")
"""What is dialled for a country; in Italy a 0 stays before the number."""
SHORTEST_NUMBER = 7
"""Digits with which a number can be told from others."""
_SHORTEST_NAME = 7
"""Letters of a whole name in which one may be mistyped."""


class Name(NamedTuple):
    """A name, to be compared: without case, accents, titles and signs."""

    words: tuple[str, ...]
    """As they are said; a family name before a comma comes last."""
    letters: str
    """Those of all words, the words sorted."""

    @classmethod
    def of(cls, name: str) -> "Name":
        """A name as it is written."""
        family, comma, given = name.partition(",")
        said = fold(f"{given} {family}" if comma else name).translate(_AS_WRITTEN_ELSEWHERE)
        all_words = _WORD.findall(said)
        words = tuple(word for word in all_words if word not in _TITLES) or tuple(all_words)
        return cls(words, "".join(sorted(words)))

    def is_shorter_than(self, other: "Name") -> bool:
        """Whether it leaves out words of another one, or has only their first letters."""
        if len(self.words) > len(other.words) or self.words == other.words:
            return False
        left = list(other.words)
        for word in self.words:
            meant = next((one for one in left if _stands_for(word, one)), None)
            if meant is None:
                return False
            left.remove(meant)
        return True

    def is_nearly(self, other: "Name") -> bool:
        """Whether it is another one with a letter mistyped, left out, doubled or swapped."""
        from rapidfuzz.distance import OSA

        one, two = "".join(self.words), "".join(other.words)
        if min(len(one), len(two)) < _SHORTEST_NAME or _of_another_gender(self, other):
            return False
        return OSA.distance(one, two, score_cutoff=1) <= 1

    def mistyped(self) -> set[str]:
        """Itself and all it becomes without one letter: names nearly the same share one of these.

        None of a name too short to tell.
        """
        said = "".join(self.words)
        if len(said) < _SHORTEST_NAME:
            return set()
        return {said, *(said[:place] + said[place + 1 :] for place in range(len(said)))}


class Number(NamedTuple):
    """A phone number, to be compared."""

    digits: str
    """Without what is dialled before it from abroad, or from another town."""
    abroad: bool
    """Whether the country's prefix is said."""

    @classmethod
    def of(cls, phone: str) -> "Number":
        """A number as it is written; what follows it, such as an extension, is left out."""
        said = _EXTENSION.sub("", _TRUNK.sub("", fold(phone)))
        digits = _NO_DIGIT.sub("", said)
        abroad = said.lstrip(" (").startswith("+") or digits.startswith("00")
        return cls(digits.lstrip("0"), abroad)

    @property
    def end(self) -> str:
        """The digits that any way to write it ends with; empty of one too short to tell."""
        return self.digits[-SHORTEST_NUMBER:] if len(self.digits) >= SHORTEST_NUMBER else ""

    def is_same(self, other: "Number") -> bool:
        """Whether both reach one phone, as far as can be told without the country."""
        if self.digits == other.digits:
            return True
        if self.abroad == other.abroad:
            return False
        whole, part = (self, other) if self.abroad else (other, self)
        prefix = whole.digits.removesuffix(part.digits)
        return prefix != whole.digits and _COUNTRY.fullmatch(prefix) is not None


def _stands_for(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _of_another_gender(one: Name, other: Name) -> bool:
    """Whether only the last vowel of a given name differs, as in Mario and Maria, Jan and Jana."""
    if len(one.words) != len(other.words) or one.words[1:] != other.words[1:]:
        return False
    first, second = one.words[0], other.words[0]
    return first != second and first.rstrip("aeio") == second.rstrip("aeio")
