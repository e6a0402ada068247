"""Readings as JSON."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.json_text import json_text


@dataclass(frozen=True)
class Thing:
    """Something that is read."""

    name: str
    day: date


def test_values_are_written_as_documented() -> None:
    said = {
        "thing": Thing("Ana", date(2026, 11, 17)),
        "moment": datetime.fromisoformat("2026-11-17T07:30:59"),
        "time": time(7, 5),
        "amount": Decimal("12.50"),
        "none": None,
    }
    assert json.loads(json_text(said)) == {
        "thing": {"name": "Ana", "day": "2026-11-17"},
        "moment": "2026-11-17T07:30",
        "time": "07:05",
        "amount": "12.50",
        "none": None,
    }


@given(st.lists(st.text()), st.booleans())
def test_texts_are_read_again(texts: list[str], ascii_only: bool) -> None:
    written = json_text(texts, ascii_only=ascii_only)
    assert json.loads(written) == texts
    assert written.isascii() or not ascii_only


def test_what_nobody_documented_is_refused() -> None:
    with pytest.raises(TypeError, match="object can't be written"):
        json_text([object()])
