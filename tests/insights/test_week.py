"""Weeks and quarters, and what they are held against."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.week import baseline, earlier, later, quarter_of, week_of, year_of

SUNDAY = 6
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "begins", "first", "year", "number"),
    [
        (date(2026, 11, 22), 0, date(2026, 11, 16), 2026, 47),
        (date(2026, 11, 22), SUNDAY, date(2026, 11, 22), 2026, 48),
        (date(2026, 11, 21), SUNDAY, date(2026, 11, 15), 2026, 47),
        # 2026 has 53 weeks, and the first days of 2027 are in its last.
        (date(2026, 12, 31), 0, date(2026, 12, 28), 2026, 53),
        (date(2027, 1, 3), 0, date(2026, 12, 28), 2026, 53),
        (date(2027, 1, 4), 0, date(2027, 1, 4), 2027, 1),
        # 2024 has 52, and its last days are in the first of 2025.
        (date(2024, 12, 30), 0, date(2024, 12, 30), 2025, 1),
        (date(2027, 1, 2), SUNDAY, date(2026, 12, 27), 2026, 53),
    ],
)
def test_a_week_is_numbered_as_most_of_its_days_are(
    day: date, begins: int, first: date, year: int, number: int
) -> None:
    week = week_of(day, begins)
    assert (week.first, week.last) == (first, first + timedelta(days=6))
    assert (week.year, week.number) == (year, number)


@pytest.mark.parametrize(
    ("day", "first", "last", "number"),
    [
        (date(2026, 11, 22), date(2026, 10, 1), date(2026, 12, 31), 4),
        (date(2024, 2, 29), date(2024, 1, 1), date(2024, 3, 31), 1),
        (date(2026, 6, 30), date(2026, 4, 1), date(2026, 6, 30), 2),
        (date(2026, 7, 1), date(2026, 7, 1), date(2026, 9, 30), 3),
    ],
)
def test_a_quarter_is_the_calendars(day: date, first: date, last: date, number: int) -> None:
    quarter = quarter_of(day)
    assert (quarter.first, quarter.last) == (first, last)
    assert (quarter.year, quarter.number) == (day.year, number)


def test_a_week_is_held_against_the_twelve_before_and_a_quarter_against_the_one_before() -> None:
    assert baseline(week_of(date(2026, 11, 22))) == (date(2026, 8, 24), date(2026, 11, 15))
    assert baseline(quarter_of(date(2026, 1, 9))) == (date(2025, 10, 1), date(2025, 12, 31))


@given(days, st.integers(0, 6))
def test_every_day_is_in_one_week_and_weeks_follow_each_other(day: date, begins: int) -> None:
    week = week_of(day, begins)
    assert week.holds(day)
    assert week.first.weekday() == begins
    assert later(week).first == week.last + timedelta(days=1)
    assert earlier(later(week)) == later(earlier(week)) == week


@given(days)
def test_every_day_is_in_one_quarter_and_quarters_follow_each_other(day: date) -> None:
    quarter = quarter_of(day)
    assert quarter.holds(day)
    assert later(quarter).first == quarter.last + timedelta(days=1)
    assert earlier(later(quarter)) == later(earlier(quarter)) == quarter


def test_a_year_goes_from_january_to_december_and_beside_the_next() -> None:
    year = year_of(date(2028, 2, 29))
    assert (year.first, year.last) == (date(2028, 1, 1), date(2028, 12, 31))
    assert (year.number, year.year) == (2028, 2028)
    assert earlier(year) == year_of(date(2027, 7, 1))
    assert later(year) == year_of(date(2029, 7, 1))
    assert baseline(year) == (date(2027, 1, 1), date(2027, 12, 31))
