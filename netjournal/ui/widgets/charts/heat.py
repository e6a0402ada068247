"""A calendar: a column for each week, a row for each weekday, a shape and a colour for each day."""

from collections.abc import Mapping
from datetime import date, timedelta

from netjournal.ui.widgets.charts.axis import Axis
from netjournal.ui.widgets.charts.grid import Grid, Ink, step_ink

ROWS = 8
"""How high it is: dates, then Monday to Sunday."""
GUTTER = 12
_ROOM_FOR_NAMES = 30
_HEIGHTS = "▁▂▄▆█"
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def heat(
    values: Mapping[date, float], days: tuple[date, date], size: tuple[int, int], title: str = ""
) -> Grid:
    """Values from 1 to 5 by day; of more weeks than there is room for, the latest."""
    width, height = size
    grid = Grid(width, height)
    left = GUTTER if width >= _ROOM_FOR_NAMES else 0
    first, last = _weeks(days, width - left)
    cells = _cells_a_week(first, last, width - left)
    weeks = (last - first).days // 7 + 1
    if left:
        grid.put(0, 0, f"{title:>{GUTTER - 3}}", Ink.TITLE)
    for x, label in Axis(first, last + timedelta(days=6), weeks * cells).labels():
        grid.put(left + x, 0, label, Ink.MUTED)
    for weekday in range(7 if left else 0):
        grid.put(0, 1 + weekday, f"{_WEEKDAYS[weekday]:>{GUTTER - 3}}", Ink.MUTED)
    for offset in range(weeks * 7):
        day = first + timedelta(days=offset)
        if day <= days[1]:
            char, ink = _drawn(values.get(day))
            grid.put(left + offset // 7 * cells, 1 + offset % 7, char * max(cells - 1, 1), ink)
    return grid


def _weeks(days: tuple[date, date], width: int) -> tuple[date, date]:
    """The Mondays of the first and the last week that are shown."""
    first, last = (day - timedelta(days=day.weekday()) for day in days)
    shown = min((last - first).days // 7 + 1, max(width, 1))
    return last - timedelta(weeks=shown - 1), last


def _cells_a_week(first: date, last: date, width: int) -> int:
    weeks = (last - first).days // 7 + 1
    return min(max(width // weeks, 1), 3)


def _drawn(value: float | None) -> tuple[str, Ink]:
    if value is None:
        return "·", Ink.MUTED
    return _HEIGHTS[min(max(int(value + 0.5), 1), 5) - 1], step_ink(value)
