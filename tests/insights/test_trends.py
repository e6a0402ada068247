"""Trend, level, energy change and spiral, against values worked out by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.trends import (
    buckets,
    energy_change,
    first_of,
    last_of,
    level,
    outlook,
    total,
    trend,
    window,
)
from netjournal.model.trends import By, Direction, Figure, Rated, RatedDay, Span, Tally

UP, STEADY, DOWN = Direction.UP, Direction.STEADY, Direction.DOWN
RATINGS = st.lists(st.integers(1, 5), min_size=4, max_size=12)
SWAPPED = {UP: DOWN, DOWN: UP, STEADY: STEADY}


def rated(
    energy: int, confidence: int = 3, pushiness: int = 3, before: int | None = None, number: int = 1
) -> Rated:
    """A reflection."""
    return Rated(
        meeting_id=number,
        group_id=1,
        start=f"2026-01-{number:02}T07:00",
        energy=energy,
        confidence=confidence,
        pushiness=pushiness,
        energy_before=before,
    )


def one(energy: int = 3) -> Tally:
    """One reflection, added up."""
    return Tally(n=1, energy=energy, confidence=3, pushiness=3)


@pytest.mark.parametrize(
    ("values", "direction"),
    [
        ([], None),
        ([5, 4, 3], None),
        ([3, 3, 3, 3], STEADY),
        ([1, 2, 3, 4], UP),
        ([4, 3, 2, 1], DOWN),
        # Slopes 0 0 0 1/3 1/2 1: the median is 1/6, times 3 is exactly a half.
        ([3, 3, 3, 4], UP),
        ([3, 3, 3, 2], DOWN),
        # Slopes -1 -1/2 0 0 0 1: the median is 0.
        ([3, 4, 3, 3], STEADY),
        # One odd evening among eight changes nothing.
        ([3, 3, 3, 3, 3, 3, 3, 1], STEADY),
        # Only the last eight count: without the first four it falls.
        ([1, 1, 1, 1, 5, 5, 4, 4, 3, 3, 2, 2], DOWN),
        # Of 28 slopes 12 are 0, then come 1/7 and two of 1/6: the median is 1/6, times 7.
        ([4, 4, 4, 4, 5, 5, 5, 5], UP),
    ],
)
def test_a_trend_is_the_median_slope_from_first_to_last(
    values: list[int], direction: Direction | None
) -> None:
    assert trend(values) is direction


@given(RATINGS)
def test_reversed_or_mirrored_ratings_go_the_other_way(values: list[int]) -> None:
    latest = values[-8:]
    found = trend(latest)
    assert found is not None
    assert trend(latest[::-1]) is SWAPPED[found]
    assert trend([6 - value for value in latest]) is SWAPPED[found]


@given(RATINGS)
def test_ratings_that_never_fall_never_go_down(values: list[int]) -> None:
    assert trend(sorted(values)) is not DOWN


def test_a_level_is_the_exact_mean_of_the_last_eight() -> None:
    assert level([5, 5]) is None
    assert level([3, 3, 4]) == Figure(Fraction(10, 3), 3)
    assert level([1, 1, *[4] * 8]) == Figure(Fraction(4), 8)


def test_energy_change_takes_the_last_eight_that_say_both() -> None:
    known = [rated(4, before=3), rated(2, before=5), rated(3, before=3)]
    assert energy_change(known[:2]) is None
    assert energy_change(known) == Figure(Fraction(-2, 3), 3)
    assert energy_change([*known, *[rated(5)] * 9]) == Figure(Fraction(-2, 3), 3)


def test_an_outlook_names_what_it_rests_on_and_the_spiral_in_order() -> None:
    falling = [rated(5 - i, 5 - i, 1 + i, number=i + 1) for i in range(4)]
    found = outlook(1, "Riverside", falling)
    assert found.spiral == ("energy down", "confidence down", "pushiness up")
    assert found.latest == tuple(falling)
    assert found.energy.level == Figure(Fraction(7, 2), 4)
    assert found.n == 4
    assert outlook(1, "Riverside", falling[:3]).spiral is None
    assert outlook(1, "Riverside", [rated(3)] * 4).spiral == ()
    many = [rated(3, number=i) for i in range(1, 31)]
    assert [each.meeting_id for each in outlook(1, "Riverside", many).latest] == [*range(23, 31)]


def test_days_are_taken_together_by_week_and_month() -> None:
    days = [
        RatedDay(date.fromisoformat(day), one())
        for day in ("2026-10-31", "2026-11-01", "2026-11-02")
    ]
    weeks = [(f"{each.first}", f"{each.last}", each.tally.n) for each in buckets(days, By.WEEK)]
    assert weeks == [("2026-10-26", "2026-11-01", 2), ("2026-11-02", "2026-11-08", 1)]
    assert [f"{each.middle}" for each in buckets(days, By.MONTH)] == ["2026-10-31", "2026-11-01"]
    months = [(f"{each.first}", f"{each.last}", each.tally.n) for each in buckets(days, By.MONTH)]
    assert months == [("2026-10-01", "2026-10-31", 1), ("2026-11-01", "2026-11-30", 2)]


@given(st.lists(st.dates(date(1990, 1, 1), date(2100, 1, 1)), unique=True), st.sampled_from(By))
def test_no_reflection_is_lost_or_counted_twice(days: list[date], by: By) -> None:
    rated_days = [RatedDay(day, one()) for day in sorted(days)]
    found = buckets(rated_days, by)
    assert sum(each.tally.n for each in found) == len(days)
    assert total(each.tally for each in found) == total(each.tally for each in rated_days)
    for bucket in found:
        assert first_of(by, bucket.last) == bucket.first
        assert bucket.first <= bucket.middle <= bucket.last
        assert first_of(by, bucket.last + timedelta(days=1)) == bucket.last + timedelta(days=1)
        assert last_of(by, bucket.first) == bucket.last


@pytest.mark.parametrize(
    ("span", "by", "first"),
    [
        (Span.QUARTER, By.WEEK, "2026-08-31"),
        (Span.HALF, By.WEEK, "2026-05-25"),
        (Span.QUARTER, By.MONTH, "2026-08-01"),
        (Span.ALL, By.WEEK, "2020-02-24"),
        (Span.ALL, By.MONTH, "2020-03-01"),
    ],
)
def test_a_window_begins_with_a_whole_week_or_month(span: Span, by: By, first: str) -> None:
    assert f"{window(span, by, date(2026, 11, 21), date(2020, 3, 1))}" == first
