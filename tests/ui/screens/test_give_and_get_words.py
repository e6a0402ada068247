"""The words of Give & get: rounded half up, and honest where there is too little."""

from fractions import Fraction

import pytest

from netjournal.model.figure import Figure
from netjournal.model.referral import LEVELS
from netjournal.ui.screens.give_and_get_words import (
    counted,
    last_invited,
    money,
    number,
    rate,
    share,
    warmth,
)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Fraction(1, 2), "50 %"),
        (Fraction(1, 200), "1 %"),
        (Fraction(2, 3), "67 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_a_share_is_whole_per_cent(value: Fraction, said: str) -> None:
    assert share(value) == said


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (Fraction(5, 2), 0, "3"),
        (Fraction(5, 2), 1, "2.5"),
        (Fraction(3), 2, "3"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(12345), 0, "12,345"),
    ],
)
def test_a_number_has_decimals_only_where_it_is_not_whole(
    value: Fraction, decimals: int, said: str
) -> None:
    assert number(value, decimals) == said


def test_money_has_cents_only_where_it_has_any() -> None:
    assert money(Fraction(1000)) == "1,000"
    assert money(Fraction(2001, 2)) == "1,000.50"
    assert money(Fraction(10, 3)) == "3.33"
    assert money(Fraction(1, 200)) == "0.01"


def test_a_rate_says_what_it_rests_on() -> None:
    assert rate(Figure(Fraction(2, 3), 6)) == "67 % of 6"
    assert rate(Figure(None, 2)) == "too few of 2"


def test_a_level_is_as_many_pips() -> None:
    assert warmth(None).plain == ""
    assert [warmth(level).plain.count("●") for level in range(1, 6)] == [1, 2, 3, 4, 5]
    assert {len(warmth(level).plain) for level in range(1, 6)} == {len(LEVELS)}


def test_counts_and_days_are_said_as_one_says_them() -> None:
    assert counted(1, "referral") == "1 referral"
    assert counted(2000, "referral") == "2,000 referrals"
    assert counted(0, "person", "people") == "0 people"
    said = [last_invited(days) for days in (None, 0, 1, 12)]
    assert said == ["nobody yet", "today", "yesterday", "12 days ago"]
