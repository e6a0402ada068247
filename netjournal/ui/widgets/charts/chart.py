"""Shows grids: the bands with a cursor over time, and the calendar."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from netjournal.ui.widgets.charts.band import Band
from netjournal.ui.widgets.charts.bands import Plot, plot
from netjournal.ui.widgets.charts.bars import Bar
from netjournal.ui.widgets.charts.grid import Grid, Run
from netjournal.ui.widgets.charts.heat import ROWS, heat
from netjournal.ui.widgets.palette import Palette

Days = tuple[date, date]


class Chart(Widget):
    """Draws a grid line by line in the theme's colours."""

    COMPONENT_CLASSES = {"chart--cursor"}
    DEFAULT_CSS = """
    Chart {
        height: 1fr;
        .chart--cursor { background: $block-cursor-background; }
        &:ansi .chart--cursor { background: ansi_bright_black; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._palette = Palette(self)
        self._rows: Sequence[Sequence[Run]] = ()

    @abstractmethod
    def lay_out(self, width: int, height: int) -> Grid:
        """What is drawn in so many cells."""

    def marked(self) -> range:
        """The columns under the cursor."""
        return range(0)

    def redraw(self) -> None:
        """Lays out and draws anew."""
        width, height = self.size
        self._rows = self.lay_out(width, height).rows() if width and height else ()
        self.refresh()

    def on_resize(self) -> None:
        """Lays out for the new size."""
        self.redraw()

    def notify_style_update(self) -> None:
        """Draws anew in the theme's colours."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """One line."""
        width, base = self.size.width, self.visual_style
        if y >= len(self._rows):
            return Strip.blank(width, base.rich_style)
        content = Content.assemble(*((text, ink.value) for text, ink in self._rows[y]))
        strip = Strip(self._palette.segments(content, base))
        strip = strip.adjust_cell_length(width, base.rich_style)
        marked = self.marked()
        if not marked:
            return strip
        under = Segment.apply_style(
            strip.crop(marked.start, marked.stop),
            post_style=Style(bgcolor=self.get_component_rich_style("chart--cursor").bgcolor),
        )
        return Strip.join([strip.crop(0, marked.start), Strip(under), strip.crop(marked.stop)])


class Bands(Chart):
    """Bands over time with a cursor that goes from one stretch of days to the next."""

    class Moved(Message):
        """The cursor came to other days."""

    def __init__(self, counted: str = "", *, id: str | None = None) -> None:
        """`counted` names what the bars below the bands count."""
        super().__init__(id=id)
        self._counted = counted
        self.cursor: int | None = None
        """Which of the bars it stands on."""
        self._near: date | None = None
        """The day it was moved to and stays near; None: the latest."""
        self._bands: Sequence[Band] = ()
        self._counts: Sequence[Bar] = ()
        self._days: Days | None = None
        self._plot: Plot | None = None

    def show(self, bands: Sequence[Band], counts: Sequence[Bar], days: Days) -> None:
        """Shows bands; the cursor stays near the days it was moved to, else at the latest."""
        self._bands, self._counts, self._days = bands, counts, days
        self.cursor = self._nearest() if counts else None
        self.redraw()

    def move(self, by: int) -> None:
        """Moves the cursor by some stretches of days."""
        if self.cursor is not None:
            self._go(self.cursor + by)

    def on_click(self, event: events.Click) -> None:
        """Moves the cursor to the days under the pointer."""
        if self._plot is None or not self._counts:
            return
        plot = self._plot
        middles = [plot.columns(bar.first, bar.last) for bar in self._counts]
        distances = [abs(each.start + each.stop - 1 - 2 * event.x) for each in middles]
        self._go(distances.index(min(distances)))

    def lay_out(self, width: int, height: int) -> Grid:
        """The bands."""
        if self._days is None:
            return Grid(width, height)
        pointed = None if self.cursor is None else self._counts[self.cursor]
        self._plot = plot(
            self._bands, self._counts, self._days, (width, height), pointed, self._counted
        )
        return self._plot.grid

    def marked(self) -> range:
        """The columns of the days under the cursor."""
        if self._plot is None or self.cursor is None:
            return range(0)
        bar = self._counts[self.cursor]
        return self._plot.columns(bar.first, bar.last)

    def _nearest(self) -> int:
        latest = len(self._counts) - 1
        near = self._near
        if near is None:
            return latest
        return min(range(latest + 1), key=lambda place: _apart(self._counts[place], near))

    def _go(self, place: int) -> None:
        latest = len(self._counts) - 1
        self.cursor = min(max(place, 0), latest)
        self._near = None if self.cursor == latest else self._counts[self.cursor].first
        self.redraw()
        self.post_message(self.Moved())


class Heat(Chart):
    """A calendar of values by day."""

    DEFAULT_CSS = f"""
    Heat {{ height: {ROWS}; }}
    """

    def __init__(self, title: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = title
        self._values: Mapping[date, float] = {}
        self._days: Days | None = None

    def show(self, values: Mapping[date, float], days: Days) -> None:
        """Shows values from 1 to 5 by day."""
        self._values, self._days = values, days
        self.redraw()

    def lay_out(self, width: int, height: int) -> Grid:
        """The calendar."""
        if self._days is None:
            return Grid(width, height)
        return heat(self._values, self._days, (width, height), self._title)


def _apart(bar: Bar, day: date) -> int:
    """How many days a day lies from those of a bar."""
    return max((bar.first - day).days, (day - bar.last).days, 0)
