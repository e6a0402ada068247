"""An agenda: sections of lines, a cursor going over those one can act on."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netjournal.ui.widgets.palette import Palette

_GAP = 2


class Line:
    """One line of an agenda; a heading or a blank when it is about nothing."""

    def __init__(self, content: Content | str, subject: Hashable | None = None) -> None:
        self.content = content if isinstance(content, Content) else Content(content)
        self.subject = subject
        """What the line is about; two lines of one subject are the same line."""


class Agenda(ScrollView, can_focus=True):
    """Shows lines and keeps the cursor on what it is about while they change."""

    COMPONENT_CLASSES = {"agenda--cursor"}
    DEFAULT_CSS = """
    Agenda {
        height: 1fr;
        overflow-x: hidden;
        .agenda--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
        }
        &:focus .agenda--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False, id="list.down", tooltip="Next line"),
        Binding("up,k", "move(-1)", "Up", show=False, id="list.up", tooltip="Line before"),
        Binding("home,g", "top", "Top", show=False, id="list.top", tooltip="First line"),
        Binding("end,G", "bottom", "Bottom", show=False, id="list.bottom", tooltip="Last line"),
        Binding("enter", "open", "Open", id="list.open", tooltip="Open the line's record"),
    ]

    class Highlighted(Message):
        """The cursor came to another line."""

    class Opened(Message):
        """The line under the cursor was chosen by Enter or a click on it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()
        self.cursor: int | None = None
        self._palette = Palette(self)

    @property
    def subject(self) -> Hashable | None:
        """What the line under the cursor is about."""
        return None if self.cursor is None else self.lines[self.cursor].subject

    def show(self, lines: Sequence[Line]) -> None:
        """Shows these lines; the cursor stays on its subject, or else near where it was."""
        subject, near = self.subject, self.cursor or 0
        self.lines = lines
        self.cursor = _place(lines, subject, near)
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()
        if self.subject != subject:
            self.post_message(self.Highlighted())

    def action_move(self, by: int) -> None:
        """Moves the cursor over the lines that are about something."""
        places = self._places()
        if self.cursor is not None:
            self._go(places[min(max(places.index(self.cursor) + by, 0), len(places) - 1)])

    def action_top(self) -> None:
        """Moves the cursor to the first line that is about something."""
        self._go(next(iter(self._places()), None))

    def action_bottom(self) -> None:
        """Moves the cursor to the last line that is about something."""
        self._go(next(reversed(self._places()), None))

    def action_open(self) -> None:
        """Chooses the line under the cursor."""
        if self.subject is not None:
            self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the line under it chooses that."""
        place = event.y - self.gutter.top + self.scroll_offset.y
        if place == self.cursor:
            self.action_open()
        elif place in self._places():
            self._go(place)

    def notify_style_update(self) -> None:
        """Draws anew in the theme's colours."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        place, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if place >= len(self.lines):
            return Strip.blank(width, self.rich_style)
        under_cursor = place == self.cursor
        style = self.get_visual_style("agenda--cursor") if under_cursor else self.visual_style
        content = self.lines[place].content
        if under_cursor and self.app.native_ansi_color:
            # What a terminal's own colours look like on its own background of the cursor isn't
            # known.
            content = Content(content.plain)
        segments = self._palette.segments(content, style)
        return Strip(segments).adjust_cell_length(width, style.rich_style)

    def _places(self) -> list[int]:
        return [place for place, line in enumerate(self.lines) if line.subject is not None]

    def _go(self, place: int | None) -> None:
        if place is None or place == self.cursor:
            return
        self.cursor = place
        height = self.scrollable_content_region.height
        top = min(max(self.scroll_offset.y, place - height + 1), place)
        places = self._places()
        # With the first line comes its heading, with the last one what is below.
        top = 0 if place == places[0] and place < height else top
        top = max(top, min(place, len(self.lines) - height)) if place == places[-1] else top
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Highlighted())


def _place(lines: Sequence[Line], subject: Hashable | None, near: int) -> int | None:
    """Where the cursor goes: to the subject, or the nearest line below or else above `near`."""
    places = [place for place, line in enumerate(lines) if line.subject is not None]
    same = [place for place in places if lines[place].subject == subject]
    below = [place for place in places if place >= near]
    return next(iter([*same, *below, *reversed(places)]), None)


def row(width: int, *cells: tuple[Content | str, int]) -> Content:
    """Cells side by side in that many columns each; one of 0 takes the room that is left."""
    rest = width - sum(columns for _, columns in cells) - _GAP * (len(cells) - 1)
    fitted = (
        Content.assemble(cell).truncate(max(columns or rest, 0), ellipsis=True, pad=True)
        for cell, columns in cells
    )
    return Content(" " * _GAP).join(fitted)
