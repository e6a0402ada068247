"""Dates on an axis."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netjournal.ui.widgets.charts.axis import Axis

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def axis(first: str, last: str, width: int) -> Axis:
    """An axis between two days."""
    return Axis(date.fromisoformat(first), date.fromisoformat(last), width)


def test_each_day_has_its_place() -> None:
    week = axis("2026-11-09", "2026-11-15", 14)
    assert [week.at(week.first + timedelta(days=day)) for day in range(7)] == [
        1,
        3,
        5,
        7,
        9,
        11,
        13,
    ]
    assert week.columns(week.first, week.first) == range(2)
    assert week.columns(week.first, week.last) == range(14)


def test_weeks_months_and_years_are_named_as_room_allows() -> None:
    assert axis("2026-11-01", "2026-11-21", 40).labels()[0] == (1, "2 Nov")
    assert [label for _, label in axis("2025-11-24", "2026-03-29", 30).labels()] == [
        "Dec",
        "2026",
        "Feb",
        "Mar",
    ]
    assert [label for _, label in axis("2019-06-01", "2026-11-21", 40).labels()] == [
        "2020",
        "2022",
        "2024",
        "2026",
    ]


@given(DAYS, st.integers(0, 40_000), st.integers(1, 300))
def test_labels_never_overlap_nor_leave_the_axis(first: date, days: int, width: int) -> None:
    last = min(first + timedelta(days=days), date(2200, 12, 31))
    end = -1
    for x, label in Axis(first, last, width).labels():
        assert x > end
        end = x + len(label)
    assert end <= width


@given(DAYS, DAYS, DAYS, st.integers(1, 300))
def test_every_day_lies_inside_whatever_the_axis(a: date, b: date, day: date, width: int) -> None:
    made = Axis(min(a, b), max(a, b), width)
    assert 0 <= made.at(day) < width
    columns = made.columns(day, day)
    assert columns
    assert 0 <= columns.start < columns.stop <= width
