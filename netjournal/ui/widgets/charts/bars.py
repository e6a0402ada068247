"""Bars that stand on an axis of dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netjournal.ui.widgets.charts.axis import Axis
from netjournal.ui.widgets.charts.grid import Grid, Ink

_EIGHTHS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of something there are in some days."""

    first: date
    last: date
    value: int


def bars(values: Sequence[Bar], axis: Axis, height: int, ink: Ink = Ink.MUTED) -> Grid:
    """Bars as wide as their days, the highest as high as there is room; none is too low to see."""
    grid = Grid(axis.width, height)
    highest: dict[int, int] = {}
    for bar in values:
        for x in axis.columns(bar.first, bar.last):
            highest[x] = max(highest.get(x, 0), bar.value)
    peak = max(highest.values(), default=0)
    for x, value in highest.items():
        eighths = max(value * height * 8 // peak, 1) if value else 0
        for y in range(height):
            part = min(max(eighths - y * 8, 0), 8)
            grid.put(x, height - 1 - y, _EIGHTHS[part], ink)
    return grid
