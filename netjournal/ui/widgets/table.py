"""A table of any length: it fetches and draws only the rows that are seen."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from netjournal.errors import BusyError
from netjournal.text import visible
from netjournal.ui.widgets.columns import LEAD, Column, Fitted
from netjournal.ui.widgets.palette import Palette
from netjournal.ui.widgets.rows import Rows

Row = TypeVar("Row")
Subject = TypeVar("Subject")

_RETRY = 0.25


class Table(ScrollView, Generic[Row], can_focus=True):
    """Rows in columns with a cursor; the first line holds the titles."""

    COMPONENT_CLASSES = {"table--title", "table--muted", "table--cursor"}
    DEFAULT_CSS = """
    Table {
        height: 1fr;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        .table--title { color: $text-muted; text-style: bold; }
        .table--muted { color: $text-muted; }
        .table--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
        }
        &:focus .table--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
    }
    """
    BINDINGS = [
        Binding("down,j", "move(1)", "Down", show=False, id="list.down", tooltip="Next line"),
        Binding("up,k", "move(-1)", "Up", show=False, id="list.up", tooltip="Line before"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page_up"),
        Binding("home,g", "top", "Top", show=False, id="list.top", tooltip="First line"),
        Binding("end,G", "bottom", "Bottom", show=False, id="list.bottom", tooltip="Last line"),
        Binding("enter", "open", "Open", id="list.open", tooltip="Open the line's record"),
    ]

    class Highlighted(Message, Generic[Subject]):
        """The cursor came to another row, or the row under it was loaded again."""

        def __init__(self, table: "Table[Subject]", row: Subject | None) -> None:
            super().__init__()
            self.table = table
            self.row = row
            """None when the table is empty."""

        @property
        def control(self) -> "Table[Subject]":
            """The table."""
            return self.table

    class Opened(Message, Generic[Subject]):
        """A row was chosen by Enter or a double click."""

        def __init__(self, table: "Table[Subject]", row: Subject) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        def control(self) -> "Table[Subject]":
            """The table."""
            return self.table

    class Headed(Message, Generic[Subject]):
        """A column's title was clicked."""

        def __init__(self, table: "Table[Subject]", title: str) -> None:
            super().__init__()
            self.table = table
            self.title = title

        @property
        def control(self) -> "Table[Subject]":
            """The table."""
            return self.table

    lead = LEAD
    """The cells before the first column: where the cursor is shown."""

    def __init__(
        self,
        columns: tuple[Column[Row], ...],
        key: Callable[[Row], Hashable],
        *,
        id: str | None = None,
    ) -> None:
        """`key` tells rows apart, so that the cursor stays with one when the list changes."""
        super().__init__(id=id)
        self.cursor = 0
        self.nothing = ""
        """What an empty table says; may be several lines."""
        self._columns = columns
        self._key = key
        self._rows: Rows[Row] = Rows(0, lambda *_: ())
        self._palette = Palette(self)
        self._fitted: Fitted[Row] = Fitted(columns, 0, self._palette, self.lead)
        self._drawn: dict[int, Strip] = {}
        self._waiting = False

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._row(self.cursor) if self._rows.count else None

    def show(self, rows: Rows[Row], *, from_top: bool = False) -> None:
        """Shows other rows; the cursor stays with its row, or goes to the top."""
        before = self.row
        self._rows = rows
        self.cursor = 0 if from_top else self._place_of(before)
        self._drawn.clear()
        self._resize()
        self._follow()
        self.refresh()
        self.post_message(self.Highlighted(self, self.row))

    def set_columns(self, columns: tuple[Column[Row], ...]) -> None:
        """Shows other columns of the same rows."""
        self._columns = columns
        self._fitted = Fitted(columns, self._fitted.width, self._palette, self.lead)
        self._drawn.clear()
        self.refresh()

    def seek(self, wanted: Callable[[Row], bool]) -> bool:
        """Moves the cursor to a row near the top or the cursor; says whether it was found."""
        for near in (self.cursor, 0):
            if (index := self._rows.find(wanted, near)) is not None:
                self._go(index)
                return True
        return False

    def point_at(self, index: int) -> None:
        """Moves the cursor to a row, or as near as there is one."""
        self._go(index)

    def action_move(self, lines: int) -> None:
        """Moves the cursor by some lines."""
        self._go(self.cursor + lines)

    def action_page(self, pages: int) -> None:
        """Moves the cursor by what is seen at once."""
        self._go(self.cursor + pages * max(self._height - 1, 1))

    def action_top(self) -> None:
        """Moves the cursor to the first row."""
        self._go(0)

    def action_bottom(self) -> None:
        """Moves the cursor to the last row."""
        self._go(self._rows.count - 1)

    def action_open(self) -> None:
        """Opens the row under the cursor."""
        if (row := self.row) is not None:
            self.post_message(self.Opened(self, row))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one opens the row."""
        index = event.y - 1 + self.scroll_offset.y
        if event.y == 0 and (column := self._fitted.at(event.x)) is not None:
            self.post_message(self.Headed(self, column.title))
        if event.y >= 1 and index < self._rows.count:
            self._go(index)
            self._clicked(event)

    def on_resize(self) -> None:
        """Fits the columns to the new width."""
        self._drawn.clear()
        self._resize()
        self._follow()

    def notify_style_update(self) -> None:
        """Draws anew in the theme's colours."""
        super().notify_style_update()
        self._palette.forget()
        self._drawn.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is seen within a region.

        A table has neither border nor padding, so its lines are what is seen: looking for what
        the styles might add would take as long as setting the rows.
        """
        if self._width != self._fitted.width:
            self._fitted = Fitted(self._columns, self._width, self._palette, self.lead)
            self._drawn.clear()
        if len(self._drawn) > 4 * self._height:
            self._drawn.clear()
        strips = [self.render_line(y).crop(crop.x, crop.right) for y in crop.line_range]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        if y == 0:
            return self._fitted.titles(self.get_visual_style("table--title"))
        if not self._rows.count:
            return self._said(y - 2)
        index = y - 1 + self.scroll_offset.y
        strip = self._drawn.get(index)
        if strip is None:
            if index >= self._rows.count or (row := self._row(index)) is None:
                return Strip.blank(self._fitted.width, self.rich_style)
            strip = self._drawn[index] = self._row_line(row, index == self.cursor)
        return strip

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _height(self) -> int:
        return max(self.scrollable_content_region.height - 1, 0)

    def _go(self, index: int) -> None:
        index = min(max(index, 0), self._rows.count - 1)
        if index < 0 or index == self.cursor:
            return
        before, self.cursor = self.cursor, index
        for line in (before, index):
            self._redraw(line)
        self._follow()
        self.post_message(self.Highlighted(self, self.row))

    def _clicked(self, event: events.Click) -> None:
        """A click on the row that is under the cursor now."""
        if event.chain == 2:
            self.action_open()

    def _redraw(self, index: int) -> None:
        self._drawn.pop(index, None)
        self.refresh(Region(0, index + 1 - self.scroll_offset.y, self.size.width, 1))

    def _follow(self) -> None:
        top = self.scroll_offset.y
        if self.cursor < top:
            top = self.cursor
        elif self.cursor >= top + self._height:
            top = self.cursor - self._height + 1
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)

    def _place_of(self, row: Row | None) -> int:
        if row is None:
            return 0
        key = self._key(row)
        try:
            found = self._rows.find(lambda other: self._key(other) == key, self.cursor)
        except BusyError:
            found = None
        return min(self.cursor, max(self._rows.count - 1, 0)) if found is None else found

    def _row(self, index: int) -> Row | None:
        try:
            return self._rows[index]
        except BusyError:
            # Whoever holds the journal lets go soon; the line stays blank until then.
            if not self._waiting:
                self._waiting = True
                self.set_timer(_RETRY, self._try_again)
            return None

    def _try_again(self) -> None:
        self._waiting = False
        self.refresh()

    def _resize(self) -> None:
        # A layout pass would cost more than drawing the rows; only the scrollbar needs to know,
        # and where there already is one, it can be drawn a frame after them.
        self.set_reactive(Widget.virtual_size, Size(self._width, self._rows.count + 1))
        self._refresh_scrollbars()
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.call_after_refresh(self._measure_scrollbar)

    def _measure_scrollbar(self) -> None:
        self._scroll_update(self.virtual_size)

    def _row_line(self, row: Row, under_cursor: bool) -> Strip:
        if under_cursor:
            style = self.get_visual_style("table--cursor")
            return self._fitted.row("▌ ", row, style, style, plain=self._plain_cursor)
        return self._fitted.row("  ", row, self.visual_style, self.get_visual_style("table--muted"))

    @property
    def _plain_cursor(self) -> bool:
        # What a terminal's own colours look like on its own background of the cursor isn't known.
        return self.app.native_ansi_color

    def _said(self, number: int) -> Strip:
        """A line of what an empty table says."""
        lines = self.nothing.split("\n")
        said = lines[number] if 0 <= number < len(lines) else ""
        style = self.get_visual_style("table--muted").rich_style
        return Strip([Segment(" " * self.lead + visible(said), style)]).adjust_cell_length(
            self._fitted.width, style
        )
