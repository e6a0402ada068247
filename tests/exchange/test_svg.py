"""Charts as SVG, looked at as data."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exchange.markup import Markup
from netjournal.exchange.svg import Bar, Cell, Dot, Point, calendar, columns, ratings, share
from netjournal.model.scale import ENERGY, PUSHINESS, Scale

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
_NAMESPACE = "{http://www.w3.org/2000/svg}"


def shapes(drawing: Markup, name: str, kind: str = "") -> list[ElementTree.Element]:
    """The shapes of a name, perhaps only those of a class."""
    found = ElementTree.fromstring(drawing).iter(f"{_NAMESPACE}{name}")
    return [each for each in found if not kind or kind in each.get("class", "").split()]


def number(shape: ElementTree.Element, name: str) -> float:
    """A number among its attributes."""
    return float(shape.attrib[name])


def texts(drawing: Markup) -> list[str]:
    """All that can be read in it."""
    return [each.text or "" for each in shapes(drawing, "text")]


def dots(*said: tuple[date, int]) -> list[Dot]:
    """Meetings by day and rating."""
    return [Dot(day, value, f"{day}: {value}") for day, value in said]


def drawn(scale: Scale = ENERGY, *said: tuple[date, int]) -> Markup:
    """A chart of ratings without a line."""
    return ratings(scale, FIRST, LAST, dots(*said), [])


@pytest.mark.parametrize(("scale", "bad"), [(ENERGY, {"1", "2"}), (PUSHINESS, {"4", "5"})])
def test_each_step_has_a_band_and_the_bad_ones_are_tinted(scale: Scale, bad: set[str]) -> None:
    drawing = drawn(scale)
    bands = shapes(drawing, "rect", "band")
    labels = {
        text.split()[0]: number(each, "y")
        for each in shapes(drawing, "text", "end")
        for text in [each.text or ""]
    }
    assert sorted(labels) == ["1", "2", "3", "4", "5"]
    tinted = {
        step
        for step, y in labels.items()
        for band in bands
        if "bad" in band.attrib["class"]
        and number(band, "y") < y < number(band, "y") + number(band, "height")
    }
    assert tinted == bad


def test_a_dot_stands_in_the_band_of_its_step_and_later_is_further_right() -> None:
    drawing = drawn(ENERGY, (FIRST, 1), (LAST, 5))
    early, late = shapes(drawing, "circle")
    assert number(early, "cx") < number(late, "cx")
    assert number(early, "cy") > number(late, "cy")
    top = min(shapes(drawing, "rect", "band"), key=lambda band: number(band, "y"))
    assert 0 <= number(late, "cy") <= number(top, "height")


def test_meetings_of_one_day_and_step_are_all_seen() -> None:
    same = shapes(drawn(ENERGY, *[(FIRST, 3)] * 3), "circle")
    assert len({number(each, "cy") for each in same}) == 3


def test_a_line_goes_through_the_means() -> None:
    line = [Point(FIRST, 5.0), Point(FIRST + timedelta(days=7), 3.5)]
    (way,) = shapes(ratings(ENERGY, FIRST, LAST, [], line), "polyline")
    (x1, y1), (x2, y2) = (map(float, each.split(",")) for each in way.attrib["points"].split())
    assert (x1 < x2, y1 < y2) == (True, True)
    assert not shapes(ratings(ENERGY, FIRST, LAST, [], line[:1]), "polyline")


def test_a_calendar_has_a_square_for_each_day_and_numbers_where_something_was() -> None:
    cells = [Cell(FIRST, 4, "Thu 1 Oct 2026"), Cell(FIRST + timedelta(days=7), 2, "Thu 8 Oct 2026")]
    drawing = calendar(FIRST, LAST, cells, ENERGY.words)
    squares = [each for each in shapes(drawing, "rect", "cell") if number(each, "width") > 10]
    assert len(squares) == 92
    one, other = shapes(drawing, "text", "number")
    assert (one.text, other.text) == ("4", "2")
    # The same weekday of the next week stands beside it.
    assert number(one, "y") == number(other, "y")
    assert number(one, "x") < number(other, "x")


def test_a_year_of_days_fits_in_the_width() -> None:
    drawing = calendar(date(2028, 1, 1), date(2028, 12, 31), [], ENERGY.words)
    width = float(ElementTree.fromstring(drawing).attrib["viewBox"].split()[2])
    ends = [number(each, "x") + number(each, "width") for each in shapes(drawing, "rect", "cell")]
    assert len(ends) == 366 + 5
    assert max(ends) <= width


def bars(drawing: Markup, series: int) -> Iterator[tuple[float, float]]:
    """The heights and lower ends of the columns of a series."""
    for each in shapes(drawing, "rect", f"s{series}"):
        if number(each, "y") < 140:
            yield number(each, "height"), number(each, "y") + number(each, "height")


def test_columns_are_as_high_as_what_they_count() -> None:
    said = [Bar("Oct", "October", (1, 4)), Bar("Nov", "November", (0, 2))]
    drawing = columns(("given", "received"), said, stacked=False, about="Referrals")
    ((given, _),) = bars(drawing, 0)
    (tallest, ground), (half, same_ground) = bars(drawing, 1)
    assert (tallest, half, given) == (120, 60, 30)
    assert ground == same_ground
    assert [text for text in texts(drawing) if text.isdigit()] == ["1", "4", "2"]
    assert {"Oct", "Nov", "given", "received"} <= set(texts(drawing))


def test_stacked_columns_stand_on_each_other() -> None:
    drawing = columns(("came", "not"), [Bar("Oct", "", (1, 3))], stacked=True, about="Invitations")
    ((lower, ground),) = bars(drawing, 0)
    ((upper, on),) = bars(drawing, 1)
    assert (lower, upper) == (30, 90)
    assert on == ground - lower
    assert "4" in texts(drawing)


def test_nothing_to_count_draws_the_ground_alone() -> None:
    for said in ([], [Bar("Oct", "", (0, 0))]):
        drawing = columns(("a", "b"), said, stacked=True, about="None")
        assert not list(bars(drawing, 0))
        assert shapes(drawing, "line", "ground")


def test_a_share_is_its_part_of_the_width() -> None:
    (bar,) = ElementTree.fromstring(share(0.25))
    assert bar.attrib["width"] == "25"


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.integers(0, 366),
    st.lists(st.tuples(st.integers(0, 366), st.integers(1, 5)), max_size=20),
    st.text(max_size=5),
)
def test_every_chart_is_well_formed_and_within_its_frame(
    first: date, days: int, said: list[tuple[int, int]], name: str
) -> None:
    last = first + timedelta(days=days)
    met = [(first + timedelta(days=min(day, days)), value) for day, value in said]
    known = {day: Cell(day, value, name) for day, value in met}
    for drawing in (
        ratings(ENERGY, first, last, [Dot(*each, name) for each in met], []),
        calendar(first, last, known.values(), ENERGY.words),
        columns((name,), [Bar(name, name, (value,)) for _, value in met], stacked=True, about=name),
    ):
        _, _, width, height = map(float, ElementTree.fromstring(drawing).attrib["viewBox"].split())
        for each in shapes(drawing, "rect"):
            assert 0 <= number(each, "x") <= number(each, "x") + number(each, "width") <= width + 1
            assert -1 <= number(each, "y") <= number(each, "y") + number(each, "height") <= height
        for each in shapes(drawing, "circle"):
            assert 0 <= number(each, "cx") <= width
            assert 0 <= number(each, "cy") <= height
