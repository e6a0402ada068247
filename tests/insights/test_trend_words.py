"""What is said of the ratings."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from netjournal.insights.trend_words import (
    say_bucket,
    say_change,
    say_level,
    say_outlook,
    say_spiral,
    tenths,
)
from netjournal.insights.trends import outlook
from netjournal.model.scale import ENERGY, PUSHINESS
from netjournal.model.trends import Bucket, By, Rated
from tests.insights.test_trends import one, rated


def test_turns_are_said_with_their_n() -> None:
    falling = [rated(5 - i, 3, 1 + i) for i in range(4)]
    said = "energy down, pushiness up over the last 4 meetings (n=4)"
    assert say_outlook(outlook(1, "x", falling)) == said
    assert say_outlook(outlook(1, "x", [rated(3)] * 9)) == (
        "all three steady over the last 8 meetings (n=8)"
    )
    few = "too few reflections for a trend (n=1 of 4)"
    assert say_outlook(outlook(1, "x", [rated(3)])) == few


def test_what_rests_on_older_meetings_is_dated() -> None:
    steady = outlook(1, "x", [rated(3)] * 4)
    latest = steady.latest[-1].day
    assert say_outlook(steady, latest) == "all three steady over the last 4 meetings (n=4)"
    said = say_outlook(steady, latest + timedelta(days=1))
    assert said == (f"all three steady over the 4 meetings until {latest.day} {latest:%b %Y} (n=4)")
    few = outlook(1, "x", [rated(3)])
    assert say_outlook(few, date(2100, 1, 1)) == "too few reflections for a trend (n=1 of 4)"


def test_what_goes_wrong_is_said_in_a_clause() -> None:
    def said(*reflections: Rated) -> str:
        return say_spiral(outlook(1, "x", reflections))

    assert said(*(rated(5 - i, 5 - i, 1 + i) for i in range(4))) == (
        "energy and confidence fall, pushiness rises"
    )
    assert said(*(rated(5 - i, 3, 1) for i in range(4))) == "energy falls"
    assert said(*(rated(3, 3, 1 + i) for i in range(4))) == "pushiness rises"
    assert said(*(rated(1 + i, 3, 3) for i in range(4))) == ""
    assert said(rated(3)) == ""


def test_energy_change_is_said_with_its_sign() -> None:
    assert say_change(outlook(1, "x", [rated(3, before=4)] * 3)) == "−1.0 energy a meeting (n=3)"
    assert say_change(outlook(1, "x", [rated(5, before=4)] * 3)) == "+1.0 energy a meeting (n=3)"
    assert say_change(outlook(1, "x", [rated(4, before=4)] * 3)) == "±0.0 energy a meeting (n=3)"
    assert say_change(outlook(1, "x", [rated(4)] * 3)) == ""


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(5, 2), "2.5"),
        (Fraction(9, 4), "2.3"),
        (Fraction(5), "5.0"),
        (Fraction(99, 100), "1.0"),
    ],
)
def test_means_are_rounded_half_up(value: Fraction, said: str) -> None:
    assert tenths(value) == said


def test_levels_have_the_word_of_the_nearest_step() -> None:
    assert say_level(ENERGY, Fraction(5, 2)) == "2.5 steady"
    assert say_level(PUSHINESS, Fraction(22, 5)) == "4.4 pressing"


@pytest.mark.parametrize(
    ("first", "last", "by", "said"),
    [
        ("2026-11-09", "2026-11-15", By.WEEK, "9–15 Nov 2026"),
        ("2025-12-29", "2026-01-04", By.WEEK, "29 Dec – 4 Jan 2026"),
        ("2026-11-01", "2026-11-30", By.MONTH, "Nov 2026"),
    ],
)
def test_days_are_named(first: str, last: str, by: By, said: str) -> None:
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    bucket = Bucket(begin, end, begin, one())
    assert say_bucket(bucket, by) == said
