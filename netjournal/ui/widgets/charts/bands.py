"""Bands: values over time, each kind in a strip of its own on one axis of dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netjournal.ui.widgets.charts.axis import Axis
from netjournal.ui.widgets.charts.band import Band, draw
from netjournal.ui.widgets.charts.bars import Bar, bars
from netjournal.ui.widgets.charts.grid import Grid, Ink

GUTTER = 12
"""Cells on the left for names, where there is room for them."""
_ROOM_FOR_NAMES = 30
_ROOM_BETWEEN = 6
"""Rows to a band from which on one of them is left blank."""


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
    counted: str = "",
) -> Plot:
    """Bands one below the other, then how many of what is `counted` lie behind them, then dates.

    An arrow among the dates points at some days. Names, counts and dates are left out one after
    the other where there is no room.
    """
    width, height = size
    left = GUTTER if width >= _ROOM_FOR_NAMES else 0
    axis = Axis(*days, max(width - left, 1))
    grid = Grid(width, height)
    each = max(len(bands), 1)
    footer = min(max(height - 2 * each, 0), 2)
    strip = max((height - footer) // each, 1)
    between = 1 if strip >= _ROOM_BETWEEN else 0
    for number, band in enumerate(bands):
        _place(grid, band, axis, left, number * strip, strip - between)
    if footer == 2:
        grid.put(0, height - 2, f"{counted:>{GUTTER - 3}}" if left else "", Ink.MUTED)
        grid.paste(bars(counts, axis, 1), left, height - 2)
    if footer:
        grid.paste(_dates(axis, pointed), left, height - 1)
    return Plot(grid, axis, left)


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
