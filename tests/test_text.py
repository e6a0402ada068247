"""What is stored is clean, and what is shown can't act on the terminal."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.text import clean, clean_line, fold, harmless, lines, visible

ANYTHING = st.text(st.characters())
OVERRIDES = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def acts(text: str) -> list[str]:
    """The characters of a text that could act on a terminal or can't be written to it."""
    return [
        sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs") or sign in OVERRIDES
    ]


@given(ANYTHING)
def test_nothing_that_acts_is_stored(text: str) -> None:
    assert set(acts(clean(text))) <= {"\n", "\t"}
    assert acts(clean_line(text)) == []


@given(ANYTHING)
def test_nothing_that_acts_is_shown(text: str) -> None:
    assert acts(visible(text)) == acts(harmless(text)) == []


@given(ANYTHING)
@example(" \x1b\r")
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_line(clean(text)) == clean_line(text)
    assert visible(visible(text)) == visible(text)
    assert fold(fold(text)) == fold(text)


@given(ANYTHING)
def test_a_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1
    assert len(visible(text).splitlines()) <= 1
    assert all(line and line == clean_line(line) for line in lines(text))


@given(st.text(st.characters(categories=("L", "N", "P")), min_size=1))
def test_letters_numbers_and_marks_are_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Ana\tRuiz \n", "Ana\tRuiz"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("cafe\u0301", "café"),
        ("a\x1b[31mb\x07\x9b", "a[31mb"),
        ("a\u202eb\ud800c\ufeff", "abc"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("Bob [/]", "Bob [/]"),
    ],
)
def test_text_is_cleaned(typed: str, stored: str) -> None:
    assert clean(typed) == stored


def test_a_line_has_single_blanks() -> None:
    assert clean_line(" Ana \t\n Ruiz\u00a0 ") == "Ana Ruiz"


def test_what_is_shown_keeps_its_words_apart() -> None:
    assert visible("one\ntwo\tthree\x1b[0m") == "one two three[0m"


def test_marks_alone_do_not_join_what_is_shown_before_them() -> None:
    assert visible("\u0301\u0302") == "\u25cc\u0301\u0302"
    assert visible("e\u0301") == "e\u0301"


@pytest.mark.parametrize(
    "pair",
    [("Élodie", "elodie"), ("STRASSE", "straße"), ("𝐀na", "ana"), ("Ａna ", "ana"), ("ﬁ", "FI")],
)
def test_what_looks_alike_folds_alike(pair: tuple[str, str]) -> None:
    assert fold(pair[0]) == fold(pair[1])


@given(st.text(st.characters(max_codepoint=127)))
def test_a_letter_with_an_accent_changes_nothing_of_the_others(text: str) -> None:
    assert fold(f"{text}é") == fold(f"{text}e")
    assert clean_line(f"{text}é").removesuffix("é") == clean_line(f"{text}e").removesuffix("e")


def test_what_differs_folds_apart() -> None:
    assert fold("Ana Ruiz") != fold("Anaruiz")


def test_lines_are_those_that_say_something() -> None:
    assert lines(" a  lead \n\n \x1b\nfor Li\n") == ("a lead", "for Li")
