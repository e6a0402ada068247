"""Bands as they are laid out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.ui.widgets.charts.axis import Axis
from netjournal.ui.widgets.charts.band import Band, Mark, draw
from netjournal.ui.widgets.charts.bands import plot
from netjournal.ui.widgets.charts.bars import Bar
from netjournal.ui.widgets.charts.grid import Ink

FIRST = date(2026, 11, 2)
AXIS = Axis(FIRST, FIRST + timedelta(days=9), 10)


def marks(*values: float, every: int = 1) -> tuple[Mark, ...]:
    """Values some days apart."""
    return tuple(
        Mark(FIRST + timedelta(days=number * every), value) for number, value in enumerate(values)
    )


def band(*values: float, high_is_good: bool = True, gap: int = 45, every: int = 1) -> Band:
    """A band with a line and a dot at every value."""
    line = marks(*values, every=every)
    return Band(
        title="Energy",
        top="buzzing",
        bottom="drained",
        line=line,
        dots=line,
        high_is_good=high_is_good,
        gap=gap,
    )


def drawn(row: str) -> str:
    """What of a row isn't blank."""
    return row.strip()


def test_a_falling_line_falls() -> None:
    top, *_, bottom = draw(band(*(5 - step * 4 / 9 for step in range(10))), AXIS, 5).text()
    assert drawn(top)
    assert top.startswith(drawn(top))
    assert bottom.endswith(drawn(bottom))


def test_the_colour_says_the_height_and_pushiness_says_it_the_other_way() -> None:
    good = draw(band(*[5] * 10), AXIS, 5).rows()[0][0]
    assert good[1] is Ink.GOOD
    pushy = draw(band(*[5] * 10, high_is_good=False), AXIS, 5)
    assert {ink for row in pushy.rows() for _, ink in row} == {Ink.BAD}


def test_where_high_is_bad_worse_is_more() -> None:
    def filled(value: float) -> int:
        rows = draw(band(*[value] * 10, high_is_good=False), AXIS, 5).text()
        return sum(bool(drawn(row)) for row in rows)

    assert [filled(value) for value in (1, 3, 5)] == [1, 3, 5]


def test_a_line_breaks_off_where_there_was_nothing_for_long() -> None:
    whole = draw(band(3, 3, every=9), AXIS, 3).text()[1]
    broken = draw(band(3, 3, every=9, gap=5), AXIS, 3).text()[1]
    assert " " not in whole
    assert len(drawn(broken)) == len(broken)
    assert drawn(broken[1:-1]) == ""


def test_rings_lie_where_nothing_else_is() -> None:
    made = Band(
        title="Energy",
        top="buzzing",
        bottom="drained",
        line=marks(1, 1, 1),
        dots=marks(5, 1, 3),
        rings=marks(5, 5, 1),
    )
    rows = draw(made, AXIS, 5).text()
    assert [row[:3] for row in rows] == ["•○ ", "   ", "  •", "   ", "⠰●⠶"]
    assert "○" not in rows[-1]


def test_a_dot_on_the_line_is_one_in_its_ink() -> None:
    row = draw(band(4, 4, 4, every=4), AXIS, 5).rows()[1][0]
    assert row == ("●⠶⠶⠶●⠶⠶⠶●", Ink.GOOD)


def test_several_in_a_cell_are_one_stronger_dot() -> None:
    twice = Band(title="x", top="", bottom="", line=marks(1), dots=[*marks(5, 5), *marks(5)])
    assert draw(twice, AXIS, 5).text()[0].rstrip() == "●•"


def test_in_few_rows_dots_are_beads_on_a_thin_line() -> None:
    made = Band(title="x", top="", bottom="", line=marks(3, 3, every=9), dots=marks(3, 5))
    top, middle, _ = draw(made, AXIS, 3).text()
    assert top.rstrip() == " ⠛"
    assert middle == "⠶⠒⠒⠒⠒⠒⠒⠒⠒⠒"


def test_in_few_rows_a_dot_in_the_ground_is_a_hole_and_one_at_its_surface_rises() -> None:
    ground = marks(4, 4, every=9)
    made = Band(title="x", top="", bottom="", line=ground, dots=marks(4, 1, 3), high_is_good=False)
    top, middle, bottom = (row[:4] for row in draw(made, AXIS, 3).text())
    assert (top, middle, bottom) == ("⣠⣀⣀⣀", "⢹⣿⣭⣿", "⢸⣛⣿⣿")


@pytest.mark.parametrize("height", [3, 5])
def test_many_dots_hide_no_line_and_far_too_many_are_left_out(height: int) -> None:
    def grid(times: int) -> list[str]:
        line = marks(3, 3, every=9)
        return draw(
            Band(
                title="x", top="", bottom="", line=line, dots=[*marks(*[3] * 9), *marks(5)] * times
            ),
            AXIS,
            height,
        ).text()

    few, many, too_many = grid(1), grid(3), grid(5)
    middle = height // 2
    assert many[middle][1:] == too_many[middle][1:]
    assert "●" not in many[middle]
    assert few[middle] != many[middle]
    assert few[0].strip()
    assert many[0].strip()
    assert not too_many[0].strip()


def test_values_lie_on_the_scale_they_are_given() -> None:
    line = [Mark(mark.day, mark.value * 25 - 25) for mark in marks(1, 4, 2, 5)]
    percent = Band(title="x", top="", bottom="", line=line, dots=line, low=0, high=100)
    rated = Band(title="x", top="", bottom="", line=marks(1, 4, 2, 5), dots=marks(1, 4, 2, 5))
    assert draw(percent, AXIS, 7).rows() == draw(rated, AXIS, 7).rows()


@given(st.sampled_from([1.0, 1.5, 2, 2.5, 3, 3.3, 4, 4.7, 5]), st.integers(1, 40), st.booleans())
def test_a_dot_stands_where_the_line_is_at_its_value(value: float, height: int, good: bool) -> None:
    def at(band: Band) -> float:
        """The middle of what is drawn in the first column, in parts of a cell from the top."""
        parts = [
            y + part
            for y, row in enumerate(draw(band, AXIS, height).text())
            for part in _parts(row[0])
        ]
        # Ground is as high as its surface.
        return min(parts) + 0.125 if not good and band.line else sum(parts) / len(parts)

    def only(line: tuple[Mark, ...], dots: tuple[Mark, ...]) -> Band:
        return Band(title="x", top="", bottom="", line=line, dots=dots, high_is_good=good)

    assert abs(at(only(marks(value), ())) - at(only((), marks(value)))) <= 0.5


def _parts(char: str) -> list[float]:
    """The middles of the rows of a cell that are inked."""
    if char in "•●":
        return [0.5]
    if char == " ":
        return []
    rows = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
    bits = ord(char) - 0x2800
    return [(row + 0.5) / 4 for row, pair in enumerate(rows) if bits & (pair[0] | pair[1])]


def test_names_stand_at_the_ends_and_counts_and_dates_below() -> None:
    weeks = [Bar(FIRST, FIRST + timedelta(days=6), 2)]
    made = plot([band(3, 4)] * 3, weeks, (FIRST, AXIS.last), (60, 20), weeks[0], "meetings")
    rows = made.grid.text()
    assert rows[0].split()[0] == "buzzing"
    assert rows[2].split()[0] == "Energy"
    assert rows[4].split()[0] == "drained"
    assert rows[-2].split()[0] == "meetings"
    assert "▲" in rows[-1]
    assert "9 Nov" in rows[-1]
    assert made.columns(FIRST, FIRST).start == made.left > 0


@pytest.mark.parametrize("week", range(8))
def test_the_arrow_hides_no_date(week: int) -> None:
    days = (date(2026, 10, 5), date(2026, 11, 29))
    first = days[0] + timedelta(weeks=week)
    pointed = Bar(first, first + timedelta(days=6), 1)
    row = plot([band(3)], [pointed], days, (40, 8), pointed).grid.text()[-1]
    without = plot([band(3)], [pointed], days, (40, 8)).grid.text()[-1]
    assert "▲" in row
    assert row.replace("▲", " ").split() == without.split()


@pytest.mark.parametrize("size", [(10, 3), (1, 1), (40, 2), (29, 7), (30, 8), (500, 100)])
@pytest.mark.parametrize("values", [(), (3,), (3, 3, 3)])
def test_any_size_and_any_number_of_values_is_drawn(
    size: tuple[int, int], values: tuple[float, ...]
) -> None:
    counts = [Bar(mark.day, mark.day, 1) for mark in marks(*values)]
    made = plot([band(*values)] * 3, counts, (FIRST, AXIS.last), size)
    assert [len(row) for row in made.grid.text()] == [size[0]] * size[1]


def test_in_ten_by_three_cells_each_band_has_a_row() -> None:
    days = (FIRST, AXIS.last)
    rows = plot([band(1, 5, every=9)] * 3, [], days, (10, 3)).grid.text()
    assert len(rows) == 3
    assert all(len(drawn(row)) == 10 for row in rows)


def test_a_hundred_thousand_values_are_drawn() -> None:
    line = tuple(
        Mark(FIRST + timedelta(days=number % 3650), number % 5 + 1) for number in range(100_000)
    )
    made = Band(title="x", top="", bottom="", line=line[:520], dots=line)
    assert draw(made, Axis(FIRST, FIRST + timedelta(days=3649), 80), 5).text()


@given(
    st.lists(st.tuples(st.integers(0, 400), st.floats(1, 5)), max_size=30),
    st.integers(1, 60),
    st.integers(1, 12),
    st.booleans(),
)
def test_every_value_of_the_line_is_inked(
    values: list[tuple[int, float]], width: int, height: int, good: bool
) -> None:
    line = tuple(Mark(FIRST + timedelta(days=day), value) for day, value in sorted(values))
    axis = Axis(FIRST, FIRST + timedelta(days=400), width)
    made = Band(title="x", top="", bottom="", line=line, high_is_good=good)
    grid = draw(made, axis, height)
    for mark in line:
        assert any(not grid.blank(axis.at(mark.day), y) for y in range(height))
