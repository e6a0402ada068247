"""Bands: values over time, each kind in a strip of its own on one axis of dates."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from netjournal.ui.widgets.charts.axis import Axis
from netjournal.ui.widgets.charts.bars import Bar, bars
from netjournal.ui.widgets.charts.braille import ACROSS, DOWN, Braille
from netjournal.ui.widgets.charts.grid import Grid, Ink, step_ink

GUTTER = 12
"""Cells on the left for names, where there is room for them."""
_ROOM_FOR_NAMES = 30
_ROOM_FOR_DOTS = 3
_ROOM_FOR_INKS = 5
_APART = 2
"""Cells to a dot, from which on those on the line are drawn, too."""
_LOW, _HIGH = 1, 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A value from 1 to 5 on a day."""

    day: date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What one strip shows."""

    title: str
    top: str
    """The word for the highest value."""
    bottom: str
    line: Sequence[Mark]
    """In order of days."""
    dots: Sequence[Mark] = ()
    rings: Sequence[Mark] = ()
    """Drawn hollow, where nothing else is."""
    high_is_good: bool = True
    """Where high is bad the ground below the line is filled, so that worse is more."""
    gap: int = 45
    """Days without a value after which the line breaks off."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Bands as they are laid out."""

    grid: Grid
    axis: Axis
    left: int
    """The column of the grid where the axis begins."""

    def columns(self, first: date, last: date) -> range:
        """The grid's columns of some days."""
        inside = self.axis.columns(first, last)
        return range(self.left + inside.start, self.left + inside.stop)


def plot(
    bands: Sequence[Band],
    counts: Sequence[Bar],
    days: tuple[date, date],
    size: tuple[int, int],
    pointed: Bar | None = None,
) -> Plot:
    """Bands one below the other, then how many lie behind them, then the dates.

    An arrow among the dates points at some days. Names, counts and dates are left out one after
    the other where there is no room.
    """
    width, height = size
    left = GUTTER if width >= _ROOM_FOR_NAMES else 0
    axis = Axis(*days, max(width - left, 1))
    grid = Grid(width, height)
    each = max(len(bands), 1)
    footer = min(max(height - 2 * each, 0), 2)
    between = 1 if height - footer >= 5 * each else 0
    strip = max((height - footer) // each, 1)
    for number, band in enumerate(bands):
        _place(grid, band, axis, left, number * strip, strip - between)
    if footer == 2:
        grid.put(0, height - 2, f"{'meetings':>{GUTTER - 3}}" if left else "", Ink.MUTED)
        grid.paste(bars(counts, axis, 1), left, height - 2)
    if footer:
        grid.paste(_dates(axis, pointed), left, height - 1)
    return Plot(grid, axis, left)


def draw(band: Band, axis: Axis, height: int) -> Grid:
    """One band, as wide as its axis."""
    grid = Grid(axis.width, height)
    canvas = Braille(axis.width, height)
    heights = _trace(band, axis, canvas)
    for x, ys in heights.items():
        thickest = canvas.height if not band.high_is_good else max(ys) + 2
        for y in range(min(ys), thickest):
            canvas.dot(x, y)
    if height < _ROOM_FOR_DOTS:
        for mark in band.dots:
            canvas.dot(axis.at(mark.day, ACROSS), _level(mark.value, canvas.height))
    for x, y, char in canvas.cells():
        level = y * DOWN + (DOWN - 1) / 2
        # In few rows, and over filled ground, a cell's own height says too little.
        if height < _ROOM_FOR_INKS or not band.high_is_good:
            ys = heights.get(x * ACROSS) or heights.get(x * ACROSS + 1) or [y * DOWN]
            level = sum(ys) / len(ys)
        ink = step_ink(_value(level, canvas.height), high_is_good=band.high_is_good)
        grid.put(x, y, char, ink)
    if height >= _ROOM_FOR_DOTS:
        _scatter(grid, band, axis)
    return grid


def _place(grid: Grid, band: Band, axis: Axis, left: int, top: int, height: int) -> None:
    grid.paste(draw(band, axis, height), left, top)
    if not left:
        return
    words = {0: (band.title, Ink.TITLE)}
    if height >= 2:
        words[height - 1] = (band.bottom, Ink.MUTED)
    if height >= 3:
        words[0] = (band.top, Ink.MUTED)
        words[height // 2] = (band.title, Ink.TITLE)
    for row in range(height):
        word, ink = words.get(row, ("", Ink.MUTED))
        grid.put(0, top + row, f"{word:>{GUTTER - 3}}", ink)
        edge = "┤" if row in (0, height - 1) else "│"
        grid.put(GUTTER - 2, top + row, edge, Ink.MUTED)


def _dates(axis: Axis, pointed: Bar | None) -> Grid:
    """The dates in a row; one where the arrow points stands beside it."""
    grid = Grid(axis.width, 1)
    under = -1
    if pointed is not None:
        columns = axis.columns(pointed.first, pointed.last)
        under = columns[len(columns) // 2]
        grid.put(under, 0, "▲", Ink.TITLE)
    for x, label in axis.labels():
        place = x
        if x <= under < x + len(label):
            place = under + 1 if under + len(label) < axis.width else under - len(label)
        grid.put(place, 0, label, Ink.MUTED)
    return grid


def _trace(band: Band, axis: Axis, canvas: Braille) -> dict[int, list[int]]:
    """For each column of dots that the line crosses, the dots it takes there."""
    points = [
        (mark.day, (axis.at(mark.day, ACROSS), _level(mark.value, canvas.height)))
        for mark in band.line
    ]
    found: dict[int, list[int]] = defaultdict(list)
    for _, (x, y) in points[:1]:
        found[x].append(y)
    for (day, start), (later, end) in pairwise(points):
        near = (later - day).days <= band.gap
        for x, y in canvas.line(start, end) if near else (end,):
            found[x].append(y)
    return found


def _scatter(grid: Grid, band: Band, axis: Axis) -> None:
    """Dots and rings; where they aren't too close a dot on the line is in its ink."""
    apart = len(band.dots) * _APART <= axis.width
    for mark in band.dots:
        x, y = axis.at(mark.day), _level(mark.value, grid.height * DOWN) // DOWN
        if grid.blank(x, y):
            grid.put(x, y, "•", Ink.MUTED)
        elif apart:
            grid.replace(x, y, "●")
    for mark in band.rings:
        x, y = axis.at(mark.day), _level(mark.value, grid.height * DOWN) // DOWN
        if grid.blank(x, y):
            grid.put(x, y, "○", Ink.MUTED)


def _level(value: float, height: int) -> int:
    """The row of a value among so many, 0 at the top."""
    share = (_HIGH - min(max(value, _LOW), _HIGH)) / (_HIGH - _LOW)
    return int(share * (height - 1) + 0.5)


def _value(level: float, height: int) -> float:
    return _HIGH - level * (_HIGH - _LOW) / max(height - 1, 1)
