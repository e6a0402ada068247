"""Rows as comma-separated values."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.csv_text import csv_text
from netjournal.text import clean


def read(text: str) -> list[list[str]]:
    """What a program makes of it."""
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ('=cmd|"/c calc"!A1', '\'=cmd|"/c calc"!A1'),
        ("+34 600", "'+34 600"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("\x1b=1", "'=1"),
        ("\u202e=1", "'=1"),
        ("＝1+1", "'＝1+1"),
        ("-12.50", "-12.50"),
        (-12, "-12"),
        (Decimal("-12.50"), "-12.50"),
        (-0.5, "-0.5"),
        (True, "true"),
        (None, ""),
        (("=a", "b"), "'=a; b"),
        ("a | b, c\n“d”", "a | b, c\n“d”"),
    ],
)
def test_a_cell_is_shown_and_never_run(value: object, cell: str) -> None:
    assert read(csv_text(("key",), [(value,)])) == [["key"], [cell]]


@given(st.lists(st.tuples(st.text(alphabet=st.characters(codec="utf-8")), st.integers())))
def test_what_is_written_is_read_again(rows: list[tuple[str, int]]) -> None:
    first, *rest = read(csv_text(("text", "number"), rows))
    assert first == ["text", "number"]
    assert [(text.removeprefix("'"), int(number)) for text, number in rest] == [
        (clean(text).removeprefix("'"), number) for text, number in rows
    ]
    assert not any(text.startswith(("=", "+", "@")) for text, _ in rest)
