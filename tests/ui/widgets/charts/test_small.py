"""Bars, the calendar and the sparkline."""

from datetime import date, timedelta

import pytest

from netjournal.ui.widgets.charts.axis import Axis
from netjournal.ui.widgets.charts.bars import Bar, bars
from netjournal.ui.widgets.charts.grid import Grid, Ink
from netjournal.ui.widgets.charts.heat import heat
from netjournal.ui.widgets.charts.sparkline import sparkline, squeezed

MONDAY = date(2026, 11, 2)


def days(*numbers: int) -> list[date]:
    """Days from the Monday on."""
    return [MONDAY + timedelta(days=number) for number in numbers]


def test_bars_are_as_high_as_their_share_of_the_highest() -> None:
    values = [
        Bar(day, day, value) for day, value in zip(days(0, 1, 2, 3), (0, 1, 8, 16), strict=True)
    ]
    axis = Axis(MONDAY, MONDAY + timedelta(days=4), 5)
    assert bars(values, axis, 2).text() == ["   █ ", " ▁██ "]
    assert bars([], axis, 1).text() == ["     "]


def test_a_bar_that_is_hardly_anything_can_be_seen() -> None:
    values = [Bar(day, day, value) for day, value in zip(days(0, 1), (1, 1000), strict=True)]
    assert bars(values, Axis(MONDAY, days(1)[0], 2), 1).text() == ["▁█"]


def test_the_calendar_has_a_column_a_week_and_a_row_a_weekday() -> None:
    values = dict(zip(days(0, 1, 8, 13), (1.0, 5.0, 3.4, 2.5), strict=True))
    grid = heat(values, (MONDAY, days(13)[0]), (6, 8))
    assert [row[:6:3] for row in grid.text()[1:]] == ["▁·", "█▄", "··", "··", "··", "··", "·▄"]
    assert grid.rows()[1][0] == ("▁▁", Ink.BAD)


def test_the_calendar_shows_the_latest_weeks_and_no_day_to_come() -> None:
    grid = heat({days(700)[0]: 5.0}, (MONDAY, days(701)[0]), (10, 8))
    assert grid.text()[1].endswith("█")
    assert grid.text()[2].endswith("·")
    assert grid.text()[3].endswith(" ")


def test_the_calendar_says_since_when_it_is_where_that_is_later_than_asked_for() -> None:
    last = MONDAY + timedelta(weeks=400)
    dates = heat({MONDAY: 5.0}, (MONDAY, last), (60, 8), "Energy").text()[0]
    assert dates.split()[:5] == ["Energy", "since", "8", "Aug", "2033"]
    assert dates.split()[5:], "dates follow"
    whole = heat({MONDAY: 5.0}, (MONDAY, MONDAY + timedelta(weeks=30)), (60, 8)).text()[0]
    assert "since" not in whole


def test_the_calendar_has_any_scale() -> None:
    rated = dict(zip(days(0, 1, 2), (1.0, 3.0, 5.0), strict=True))
    percent = {day: value * 25 - 25 for day, value in rated.items()}
    span = (MONDAY, days(6)[0])
    assert heat(percent, span, (2, 8), low=0, high=100).rows() == heat(rated, span, (2, 8)).rows()


def test_the_middle_of_the_scale_is_quieter_than_its_ends() -> None:
    values = dict(zip(days(0, 1, 2, 3, 4), (1.0, 2.0, 3.0, 4.0, 5.0), strict=True))
    inks = [row[0][1] for row in heat(values, (MONDAY, days(6)[0]), (2, 8)).rows()[1:6]]
    assert inks == [Ink.BAD, Ink.POOR, Ink.MUTED, Ink.GOOD, Ink.GOOD]


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (80, 8)])
def test_the_calendar_of_one_day_is_drawn_at_any_size(size: tuple[int, int]) -> None:
    text = heat({MONDAY: 3.0}, (MONDAY, MONDAY), size, "Energy").text()
    assert [len(row) for row in text] == [size[0]] * size[1]


def test_a_sparkline_rises_and_leaves_blanks() -> None:
    assert sparkline([1, 2, None, 4, 5]) == "▁▃ ▆█"
    assert sparkline([3, 3], low=3, high=3) == "▁▁"
    assert sparkline([]) == ""


def test_more_values_than_room_are_taken_together() -> None:
    assert squeezed([1, 3, 5, None], 2) == [2, 5]
    assert squeezed([None, None, 1], 3) == [None, None, 1]
    assert squeezed([None, None, 1, 1], 2) == [None, 1]


def test_nothing_is_written_outside_a_grid() -> None:
    grid = Grid(3, 1)
    grid.put(-2, 0, "abcdefg")
    grid.put(0, 5, "x")
    assert grid.text() == ["cde"]
