"""A calendar: a column for each week, a row for each weekday, a shape and a colour for each day."""

from collections.abc import Mapping
from datetime import date, timedelta

from netjournal.ui.widgets.charts.axis import MONTHS, Axis
from netjournal.ui.widgets.charts.grid import Grid, Ink, step_ink

ROWS = 8
"""How high it is: dates, then Monday to Sunday."""
GUTTER = 12
_ROOM_FOR_NAMES = 30
_HEIGHTS = "▁▂▄▆█"
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def heat(
    values: Mapping[date, float],
    days: tuple[date, date],
    size: tuple[int, int],
    title: str = "",
    low: float = 1,
    high: float = 5,
) -> Grid:
    """Values from `low` to `high` by day, on the axis that bands have of the same days and size.

    Of more weeks than there is room for, the latest, and the day with which they begin.
    """
    width, height = size
    grid = Grid(width, height)
    left = GUTTER if width >= _ROOM_FOR_NAMES else 0
    weeks = _weeks(days, width - left)
    axis = Axis(max(days[0], weeks[0]), days[1], max(width - left, 1))
    since = _since(axis.first) if weeks[0] > days[0] else ""
    if left:
        grid.put(0, 0, f"{title:>{GUTTER - 3}}", Ink.TITLE)
        for weekday, name in enumerate(_WEEKDAYS):
            grid.put(0, 1 + weekday, f"{name:>{GUTTER - 3}}", Ink.MUTED)
    grid.put(left, 0, since, Ink.PLAIN)
    for x, label in axis.labels():
        if not since or x > len(since) + 1:
            grid.put(left + x, 0, label, Ink.MUTED)
    for monday in weeks:
        columns = axis.columns(monday, monday + timedelta(days=6))
        # Weeks keep a blank between them where they are wide enough to.
        wide = max(len(columns) - 1, 1)
        for weekday in range(7):
            day = monday + timedelta(days=weekday)
            if axis.first <= day <= axis.last:
                char, ink = _drawn(values.get(day), low, high)
                grid.put(left + columns.start, 1 + weekday, char * wide, ink)
    return grid


def _weeks(days: tuple[date, date], width: int) -> list[date]:
    """The Mondays of the weeks that are shown; each needs a cell."""
    first, last = (day - timedelta(days=day.weekday()) for day in days)
    shown = min((last - first).days // 7 + 1, max(width, 1))
    return [last - timedelta(weeks=before) for before in reversed(range(shown))]


def _since(day: date) -> str:
    return f"since {day.day} {MONTHS[day.month - 1]} {day.year}"


def _drawn(value: float | None, low: float, high: float) -> tuple[str, Ink]:
    if value is None:
        return "·", Ink.MUTED
    steps = len(_HEIGHTS) - 1
    step = int((value - low) / (high - low) * steps + 0.5)
    ink = step_ink(value, low, high)
    # The middle of the scale is the quietest: what is far from it stands out.
    return _HEIGHTS[min(max(step, 0), steps)], Ink.MUTED if ink is Ink.PLAIN else ink
