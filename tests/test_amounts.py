"""Amounts as people type them, and as they are said."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.amounts import read_amount, say_amount
from netjournal.errors import InvalidError


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("12.50", "12.50"),
        ("12,50", "12.50"),
        (" 1200 ", "1200"),
        ("1,200", "1200"),
        ("1,200.00", "1200.00"),
        ("1.200,50", "1200.50"),
        ("1.200.000", "1200000"),
        ("1 200", "1200"),
        ("1'200'000.5", "1200000.5"),
        ("€ 5", "5"),
        ("5 €", "5"),
        ("0", "0"),
        ("-5", "-5"),
        ("12.5055", "12.5055"),
        ("0,505", "0.505"),
    ],
)
def test_it_is_read_with_its_decimals_after_a_point_or_a_comma(words: str, amount: str) -> None:
    assert read_amount(words) == Decimal(amount)


@pytest.mark.parametrize(
    "words",
    ["", "lots", "nan", "inf", "1e5", "12 50", "1,20,000", "½", "٣", "5.", "--5", "1" * 31, "€"],
)
def test_what_is_no_amount_is_refused(words: str) -> None:
    with pytest.raises(InvalidError, match="isn't an amount; type it such as 1200"):
        read_amount(words)


def test_three_digits_after_a_point_could_be_either_and_are_asked_about() -> None:
    with pytest.raises(InvalidError, match=r"“1\.200” has three decimals, or is meant without"):
        read_amount("1.200")


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("1200", "", "1,200"),
        ("1200.00", "EUR", "EUR 1,200"),
        ("12.5", "USD", "USD 12.50"),
    ],
)
def test_decimals_are_said_only_where_there_are_any(amount: str, currency: str, said: str) -> None:
    assert say_amount(Decimal(amount), currency) == said


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_what_is_said_is_read_as_the_same(amount: Decimal) -> None:
    assert read_amount(say_amount(amount)) == amount


@given(st.text(max_size=40))
def test_whatever_is_typed_is_an_amount_or_refused(words: str) -> None:
    with suppress(InvalidError):
        assert read_amount(words).is_finite()
