"""A band: one kind of values over time as a line or a ground, each value a dot."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from netjournal.ui.widgets.charts.axis import Axis
from netjournal.ui.widgets.charts.braille import ACROSS, DOWN, Braille
from netjournal.ui.widgets.charts.grid import Grid, Ink, step_ink

_ROOM_FOR_DISCS = 5
"""Rows from which on a disc in the middle of its cell stands where its value is."""
_MANY, _TOO_MANY = 1.5, 4
"""Dots to a column: of more than many those on the line lie under it, of too many none is seen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on a day."""

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
    low: float = 1
    high: float = 5
    """What lies outside is drawn at the edge."""
    high_is_good: bool = True
    """Where high is bad the ground below the line is filled, so that worse is more."""
    gap: int = 45
    """Days without a value after which the line breaks off."""


def draw(band: Band, axis: Axis, height: int) -> Grid:
    """One band, as wide as its axis."""
    grid = Grid(axis.width, height)
    canvas = Braille(axis.width, height)
    to_a_column = len(band.dots) / max(axis.width, 1)
    dots = band.dots if to_a_column <= _TOO_MANY else ()
    scale = _Scale(band, canvas.height, beaded=to_a_column <= _MANY)
    line = _trace(band, axis, scale, canvas)
    inked = {(x, y) for x, y, _ in canvas.cells()}
    if scale.fine:
        inked |= _thread(dots, axis, scale, canvas, line)
    for x, y, char in canvas.cells():
        level: float = y * DOWN + 1
        # In few rows, and over filled ground, a cell's own height says too little.
        if scale.fine or scale.filled:
            ys = line.get(x * ACROSS) or line.get(x * ACROSS + 1) or [y * DOWN]
            level = sum(ys) / len(ys)
        grid.put(x, y, char, scale.ink(level) if (x, y) in inked else Ink.MUTED)
    if not scale.fine:
        _scatter(grid, dots, axis, scale)
    for mark in band.rings:
        x, y = axis.at(mark.day), scale.level(mark.value) // DOWN
        if grid.blank(x, y):
            grid.put(x, y, "○", Ink.MUTED)
    return grid


class _Scale:
    """Where values stand in so many rows of braille's dots.

    A value takes two of these rows, of which its level is the upper one. Where there is room for
    discs, the lowest and the highest value stand in the middle of their cells, as discs do.
    """

    def __init__(self, band: Band, height: int, *, beaded: bool) -> None:
        self._band = band
        self.height = height
        self.beaded = beaded
        """Whether dots that lie on the line are seen."""
        self.filled = not band.high_is_good
        self.fine = height < _ROOM_FOR_DISCS * DOWN
        self._edge = 0 if self.fine else 1
        self._span = max(height - 2 - 2 * self._edge, 1)

    def level(self, value: float) -> int:
        """The upper row of a value, 0 at the top."""
        low, high = self._band.low, self._band.high
        share = (high - min(max(value, low), high)) / (high - low)
        return self._edge + int(share * self._span + 0.5)

    def ink(self, level: float) -> Ink:
        """The ink of what stands there."""
        band = self._band
        share = (level - self._edge) / self._span
        value = band.high - share * (band.high - band.low)
        return step_ink(value, band.low, band.high, high_is_good=band.high_is_good)

    def thickness(self, ys: Sequence[int]) -> range:
        """The rows that are filled where the line takes some rows; beads make a thin line thick."""
        if self.filled:
            return range(min(ys), self.height)
        return range(min(ys), max(ys) + (1 if self.fine and self.beaded else 2))


def _trace(band: Band, axis: Axis, scale: _Scale, canvas: Braille) -> dict[int, list[int]]:
    """Draws the line; for each column of dots that it crosses, the rows it takes there."""
    points = [
        (mark.day, (axis.at(mark.day, ACROSS), scale.level(mark.value))) for mark in band.line
    ]
    found: dict[int, list[int]] = defaultdict(list)
    for _, (x, y) in points[:1]:
        found[x].append(y)
    for (day, start), (later, end) in pairwise(points):
        near = (later - day).days <= band.gap
        for x, y in canvas.line(start, end) if near else (end,):
            found[x].append(y)
    for x, ys in found.items():
        for y in scale.thickness(ys):
            canvas.dot(x, y)
    return found


def _thread(
    dots: Sequence[Mark],
    axis: Axis,
    scale: _Scale,
    canvas: Braille,
    line: Mapping[int, Sequence[int]],
) -> set[tuple[int, int]]:
    """Draws dots as beads, finer than a cell; gives the cells of those that touch the line."""
    touching = set()
    for mark in dots:
        level, column = scale.level(mark.value), axis.at(mark.day)
        for x in range(column * ACROSS, (column + 1) * ACROSS):
            rows = scale.thickness(line[x]) if x in line else range(0)
            bead = range(level, level + 2)
            if rows and level + 2 >= rows.start and level <= rows.stop:
                if not scale.beaded:
                    continue
                if scale.filled and level > rows.start + 1:
                    # Well below the surface it is a hole, else it rises above.
                    canvas.clear(x, level)
                    continue
                if scale.filled:
                    bead = range(min(level, rows.start - 1), rows.start)
                touching |= {(column, y // DOWN) for y in bead}
            for y in bead:
                canvas.dot(x, y)
    return touching


def _scatter(grid: Grid, dots: Sequence[Mark], axis: Axis, scale: _Scale) -> None:
    """Draws dots as discs: small ones off the line, unless there are several in a cell."""
    cells = Counter((axis.at(mark.day), scale.level(mark.value) // DOWN) for mark in dots)
    for (x, y), count in cells.items():
        if grid.blank(x, y):
            grid.put(x, y, "•" if count == 1 else "●", Ink.MUTED)
        elif scale.beaded:
            grid.replace(x, y, "●")
