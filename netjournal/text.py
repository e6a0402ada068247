"""Makes a person's text safe to store and to show."""

import re
import unicodedata

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSTORED = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\ud800-\udfff\ufeff\ufff9-\ufffb]")
_UNSHOWN = re.compile(f"[\x00-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\ud800-\udfff\ufeff\ufff9-\ufffb]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_BLANKS = re.compile(r"\s+")
_NOTHING = "\u25cc"
"""A dotted circle, on which marks stand that have no letter."""


def clean(text: str) -> str:
    """Text as it is stored: composed (NFC), lines ended by a line feed, no blanks at its ends.

    Control characters, direction overrides and lone surrogates are taken out.
    """
    return unicodedata.normalize("NFC", _UNSTORED.sub("", _LINE_ENDS.sub("\n", text))).strip()


def clean_line(text: str) -> str:
    """Text as a single-line field is stored: cleaned, every run of blanks one space."""
    if text.isascii() and text.isprintable():
        # Most is, and then there is nothing to clean but blanks.
        return " ".join(text.split())
    return _BLANKS.sub(" ", clean(text)).strip()


def visible(text: str) -> str:
    """Text as one line of a terminal may show it: nothing in it can act on the terminal."""
    # What is taken out may have stood between two blanks.
    shown = _BLANKS.sub(" ", harmless(_BLANKS.sub(" ", text)))
    # A mark with nothing to stand on would stand on what is shown before it, and stay there.
    return _NOTHING + shown if shown and unicodedata.category(shown[0])[0] == "M" else shown


def harmless(text: str) -> str:
    """Text without any character that could act on the terminal; its blanks stay as they are."""
    return _UNSHOWN.sub("", text)


def fold(text: str) -> str:
    """Text for comparing and sorting: without case, accents and extra blanks."""
    if text.isascii():
        return clean_line(text).lower()
    # Letters such as 𝐀 have a case only once they are decomposed, others are composed by casefold.
    small = unicodedata.normalize("NFKD", clean_line(text)).casefold()
    decomposed = unicodedata.normalize("NFKD", small)
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return _BLANKS.sub(" ", plain).strip()


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that say something, each cleaned."""
    return tuple(line for line in map(clean_line, text.split("\n")) if line)
