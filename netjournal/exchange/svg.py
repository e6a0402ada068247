"""Charts as SVG: pure functions of what they draw, with the classes that a page's style paints."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from netjournal.exchange.markup import Markup, element
from netjournal.model.scale import Scale
from netjournal.when import MONTHS, WEEKDAYS

_WIDTH = 760
_LEFT = 76
_FOOT = 18
_LETTER = 11
_BAND = 22
_MOST_CELL = 24
_PLOT = 120
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Dot:
    """A meeting, or the mean of a day, in a chart of ratings."""

    day: date
    value: float
    said: str
    """What it is, shown when pointed at."""


@dataclass(frozen=True, slots=True)
class Point:
    """A mean in a chart of ratings."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of a calendar."""

    day: date
    value: int
    """Of the five steps the nearest."""
    said: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Some amounts beside or on top of each other, in the order of the series."""

    label: str
    said: str
    values: tuple[int, ...]


def ratings(
    scale: Scale, first: date, last: date, dots: Sequence[Dot], line: Sequence[Point]
) -> Markup:
    """One rating over time: a band for each step, a dot for each meeting or day, a mean line."""
    height = _STEPS * _BAND + _FOOT

    def across(day: date) -> float:
        return _LEFT + (_WIDTH - _LEFT - 8) * ((day - first).days + 0.5) / _days(first, last)

    def down(value: float) -> float:
        return (_STEPS - value + 0.5) * _BAND

    way = " ".join(f"{across(each.day):.1f},{down(each.value):.1f}" for each in line)
    return _drawing(
        height,
        f"{scale.title} over time, a dot for each meeting or day (n={len(dots)})",
        *_bands(scale, down),
        *_months(first, last, across, height),
        *([element("polyline", class_="mean", points=way)] if len(line) > 1 else []),
        *(
            element(
                "circle",
                element("title", dot.said),
                class_="dot",
                cx=across(dot.day),
                # Those of one day and value would hide each other.
                cy=down(dot.value) + shift,
                r=3.2,
            )
            for dot, shift in _apart(dots)
        ),
    )


def calendar(first: date, last: date, cells: Iterable[Cell], legend: Sequence[str]) -> Markup:
    """A calendar whose columns are weeks from Monday, each day of its colour and with its step."""
    begins = first - timedelta(days=first.weekday())
    weeks = (last - begins).days // 7 + 1
    size = min((_WIDTH - _LEFT) / weeks, _MOST_CELL)
    height = size * 7 + 2 * _FOOT

    def place(day: date) -> tuple[float, float]:
        week, weekday = divmod((day - begins).days, 7)
        return _LEFT + week * size, weekday * size

    drawn = list(cells)
    known = {cell.day: cell for cell in drawn}
    days = (first + timedelta(days=number) for number in range(_days(first, last)))
    return _drawing(
        height,
        f"A calendar of days with their energy (n={len(drawn)} days)",
        *(
            _text(name[:3], "axis end", _LEFT - 6, (row + 0.5) * size + 4)
            for row, name in enumerate(WEEKDAYS)
            if row % 2 == 0
        ),
        *(_day(place(day), size, known.get(day)) for day in days),
        *(
            _text(MONTHS[day.month - 1], "axis", place(day)[0], size * 7 + 13)
            for day in _firsts(first, last)
        ),
        *_legend(legend, height),
    )


def columns(series: Sequence[str], bars: Sequence[Bar], *, stacked: bool, about: str) -> Markup:
    """Columns over time, those of one time side by side or on top of each other."""
    tallest = max((_height(bar, stacked=stacked) for bar in bars), default=0)
    unit = _PLOT / max(tallest, 1)
    room = (_WIDTH - _LEFT) / max(len(bars), 1)
    height = _PLOT + 2 * _FOOT + _LETTER + 6
    base = _PLOT + _LETTER + 6
    return _drawing(
        height,
        about,
        element("line", class_="ground", x1=_LEFT, x2=_WIDTH, y1=base, y2=base),
        *(
            element("g", *_column(bar, _LEFT + place * room, room, unit, base, stacked=stacked))
            for place, bar in enumerate(bars)
        ),
        *_keys(series, height),
    )


def share(part: float) -> Markup:
    """A bar for a cell of a table, so long as its part of the longest; the cell says the number."""
    return element(
        "svg",
        _box("s0", 0, 1, part * 100, 6),
        class_="share",
        viewBox="0 0 100 8",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def _drawing(height: float, about: str, *children: Markup) -> Markup:
    return element(
        "svg",
        element("title", about),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH} {height:.0f}",
        role="img",
        aria_label=about,
    )


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _firsts(first: date, last: date) -> Iterator[date]:
    """The first days of the months from one day to another."""
    days = (first + timedelta(days=number) for number in range(_days(first, last)))
    return (day for day in days if day.day == 1)


def _bands(scale: Scale, down: Callable[[float], float]) -> Iterator[Markup]:
    bad = (1, 2) if scale.high_is_good else (4, 5)
    for value, word in enumerate(scale.words, 1):
        kind = "band bad" if value in bad else "band odd" if value % 2 else "band"
        top = down(value) - _BAND / 2
        yield _box(kind, _LEFT, top, _WIDTH - _LEFT, _BAND)
        yield _text(f"{value} {word}", "axis end", _LEFT - 6, down(value) + 4)


def _months(
    first: date, last: date, across: Callable[[date], float], height: float
) -> Iterator[Markup]:
    for day in _firsts(first, last):
        x = across(day)
        yield element("line", class_="tick", x1=x, x2=x, y1=0, y2=height - _FOOT)
        yield _text(MONTHS[day.month - 1], "axis", x, height - 5)


def _apart(dots: Sequence[Dot]) -> Iterator[tuple[Dot, float]]:
    """Each dot with how far it is moved down, so that those at one place stand side by side."""
    seen: dict[tuple[date, float], int] = {}
    for dot in dots:
        place = seen[dot.day, dot.value] = seen.get((dot.day, dot.value), -1) + 1
        yield dot, (0, -5, 5)[place % 3]


def _day(corner: tuple[float, float], size: float, cell: Cell | None) -> Markup:
    x, y = corner
    square = (x + 0.75, y + 0.75, size - 1.5, size - 1.5)
    if cell is None:
        return _box("cell", *square)
    return element(
        "g",
        element("title", cell.said),
        _box(f"cell e{cell.value}", *square),
        _text(str(cell.value), f"number e{cell.value}", x + size / 2, y + size / 2),
    )


def _legend(words: Sequence[str], height: float) -> Iterator[Markup]:
    for place, word in enumerate(words, 1):
        x = _LEFT + (place - 1) * 100
        yield _box(f"cell e{place}", x, height - 12, 10, 10)
        yield _text(f"{place} {word}", "axis", x + 15, height - 3)


def _keys(series: Sequence[str], height: float) -> Iterator[Markup]:
    for place, name in enumerate(series):
        x = _LEFT + place * 150
        yield _box(f"s{place}", x, height - 12, 10, 10)
        yield _text(name, "axis", x + 15, height - 3)


def _height(bar: Bar, *, stacked: bool) -> int:
    return sum(bar.values) if stacked else max(bar.values, default=0)


def _column(
    bar: Bar, left: float, room: float, unit: float, base: float, *, stacked: bool
) -> Iterator[Markup]:
    yield element("title", bar.said)
    wide = room * 0.7 / (1 if stacked else max(len(bar.values), 1))
    below = 0.0
    for place, value in enumerate(bar.values):
        x = left + room * 0.15 + (0 if stacked else place * wide)
        top = base - value * unit - (below if stacked else 0)
        if value:
            yield _box(f"s{place}", x, top, max(wide - 1, 1), value * unit)
            if not stacked:
                yield _number_above(value, x + wide / 2, top)
        below += value * unit
    if stacked and below:
        yield _number_above(sum(bar.values), left + room / 2, base - below)
    yield _text(bar.label, "axis middle", left + room / 2, base + 13)


def _number_above(value: int, x: float, top: float) -> Markup:
    return _text(str(value), "axis middle", x, top - 3)


def _box(kind: str, x: float, y: float, width: float, height: float) -> Markup:
    return element("rect", class_=kind, x=x, y=y, width=width, height=height)


def _text(said: str, kind: str, x: float, y: float) -> Markup:
    return element("text", said, class_=kind, x=x, y=y)
