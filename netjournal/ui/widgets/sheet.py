"""A sheet: parts of text one below the other, a cursor going over those one can act on."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netjournal.ui.widgets.hanging import Hanging, wrapped
from netjournal.ui.widgets.palette import Palette

_GAP = 2
_BAR = "▌ "
_NO_BAR = "  "


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines of a sheet that belong together."""

    content: Content
    facts: tuple[tuple[str, Content], ...] = ()
    """Labels and their values, beneath the content; a long value goes on below itself."""
    subject: Hashable | None = None
    """What it is about; None when there is nothing to do with it."""
    joined: bool = False
    """Whether it follows the part before without a blank line."""

    blank: bool = False
    """Whether it only says that there is nothing."""

    def hanging(self) -> list[tuple[Content, int]]:
        """Its lines, with the cells by which each hangs in where it doesn't fit."""
        indent = self._indent
        facts = [
            (Content.styled(label.ljust(indent), "$text-muted") + value, indent)
            for label, value in self.facts
        ]
        return [(self.content, 0), *facts]

    def wrapped(self, width: int) -> list[Content]:
        """Its lines, none wider than that many cells."""
        lines = wrapped(self.content, width)
        indent = self._indent
        for label, value in self.facts:
            first, *more = wrapped(value, max(width - indent, 1)) or [Content("")]
            lines.append(Content.styled(label.ljust(indent), "$text-muted") + first)
            lines += [Content(" " * indent) + line for line in more]
        return lines

    @property
    def _indent(self) -> int:
        return max((len(label) for label, _ in self.facts), default=0) + _GAP


def one_text(parts: Iterable[Part]) -> Content:
    """Some parts as one text to be read, a long value going on below itself."""
    lines: list[tuple[Content, int]] = []
    for part in parts:
        if lines and not part.joined:
            lines.append((Content(""), 0))
        lines += part.hanging()
    return Hanging(lines)


class Sheet(ScrollView, can_focus=True):
    """Wraps its parts to its width; a bar at the left marks the one under the cursor."""

    COMPONENT_CLASSES = {"sheet--bar", "sheet--cursor"}
    DEFAULT_CSS = """
    Sheet {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        .sheet--bar { color: $foreground 20%; }
        .sheet--cursor { background: transparent; }
        &:focus .sheet--bar { color: $primary; }
        &:focus .sheet--cursor { background: $primary 12%; }
        &:ansi:focus .sheet--cursor { background: transparent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", show=False, id="sheet.down", tooltip="Next part"),
        Binding("up,k", "move(-1)", "Up", show=False, id="sheet.up", tooltip="Part before"),
        Binding("home,g", "top", "Top", show=False, id="sheet.top", tooltip="First part"),
        Binding("end,G", "bottom", "Bottom", show=False, id="sheet.bottom", tooltip="Last part"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="sheet.page_down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="sheet.page_up"),
        Binding(
            "enter", "open", "Open", show=False, id="sheet.open", tooltip="Open or edit the part"
        ),
    ]

    class Highlighted(Message):
        """The cursor came to another part."""

    class Opened(Message):
        """The part under the cursor was chosen by Enter or a click on it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.parts: Sequence[Part] = ()
        self.cursor: int | None = None
        self._lines: list[tuple[Content, int | None]] = []
        """Each line with the index of the part it belongs to; a blank between two has none."""
        self._wrapped_at = 0
        self._palette = Palette(self)

    @property
    def subject(self) -> Hashable | None:
        """What the part under the cursor is about."""
        return None if self.cursor is None else self.parts[self.cursor].subject

    def show(self, parts: Sequence[Part], *, from_top: bool = False) -> None:
        """Shows other parts; the cursor stays on its subject or near it, or goes to the top."""
        subject, near = (None, 0) if from_top else (self.subject, self.cursor or 0)
        self.parts = parts
        self.cursor = _place(parts, subject, near)
        self._wrap()
        if from_top:
            self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()
        self.post_message(self.Highlighted())

    def seek(self, subject: Hashable) -> None:
        """Moves the cursor to a subject, if it is there."""
        self._go(next((at for at in self._places() if self.parts[at].subject == subject), None))

    def action_move(self, by: int) -> None:
        """Moves the cursor to the next part, once this one was read to its end."""
        if self.cursor is None:
            self.scroll_relative(y=by, animate=False, immediate=True)
            return
        if not self._read_on(by):
            places = self._places()
            at = places.index(self.cursor) + by
            if 0 <= at < len(places):
                self._go(places[at], from_end=by < 0)
            else:
                self.scroll_to(y=0 if by < 0 else len(self._lines), animate=False, immediate=True)

    def action_page(self, pages: int) -> None:
        """Scrolls by what is seen at once, taking the cursor along."""
        height = self._height
        self.scroll_to(
            y=self.scroll_offset.y + pages * max(height - 1, 1), animate=False, immediate=True
        )
        top = self.scroll_offset.y
        seen = [at for at in self._places() if top <= self._span(at)[0] < top + height]
        if seen and self.cursor not in seen:
            self._point(seen[0 if pages > 0 else -1])

    def action_top(self) -> None:
        """Moves the cursor to the first part."""
        self._go(next(iter(self._places()), None))
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_bottom(self) -> None:
        """Moves the cursor to the last part."""
        self._go(next(reversed(self._places()), None), from_end=True)
        self.scroll_to(y=len(self._lines), animate=False, immediate=True)

    def action_open(self) -> None:
        """Chooses the part under the cursor."""
        if self.subject is not None:
            self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the part under it chooses that."""
        line = event.y - self.gutter.top + self.scroll_offset.y
        part = self._lines[line][1] if 0 <= line < len(self._lines) else None
        if part is not None and part == self.cursor:
            self.action_open()
        elif part is not None and part in self._places():
            self._point(part)

    def on_resize(self) -> None:
        """Wraps to the new width."""
        if self.scrollable_content_region.width != self._wrapped_at:
            self._wrap()

    def notify_style_update(self) -> None:
        """Draws anew in the theme's colours."""
        super().notify_style_update()
        self._palette.forget()

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        line, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if line >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        content, part = self._lines[line]
        style, bar = self.visual_style, _NO_BAR
        if part is not None and part == self.cursor:
            style, bar = self.get_visual_style("sheet--cursor"), _BAR
        mark = Segment(bar, self.get_visual_style("sheet--bar").rich_style)
        if bar == _NO_BAR:
            mark = Segment(bar, style.rich_style)
        segments = [mark, *self._palette.segments(content, style)]
        return Strip(segments).adjust_cell_length(width, style.rich_style)

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height

    def _wrap(self) -> None:
        self._wrapped_at = self.scrollable_content_region.width
        width = self._wrapped_at - len(_BAR)
        self._lines = []
        # While it isn't seen it has no width, and whoever shows it gives it one.
        for index, part in enumerate(self.parts if width > 0 else ()):
            if index and not part.joined:
                self._lines.append((Content(""), None))
            self._lines += [(line, index) for line in part.wrapped(width)]
        self.virtual_size = Size(self._wrapped_at, len(self._lines))

    def _places(self) -> list[int]:
        return [at for at, part in enumerate(self.parts) if part.subject is not None]

    def _span(self, place: int) -> tuple[int, int]:
        """The first line of a part, and the one after its last."""
        lines = [line for line, (_, part) in enumerate(self._lines) if part == place]
        return (lines[0], lines[-1] + 1) if lines else (0, 0)

    def _read_on(self, by: int) -> bool:
        """Scrolls within the part under the cursor while some of it isn't seen that way."""
        assert self.cursor is not None
        first, end = self._span(self.cursor)
        top, height = self.scroll_offset.y, self._height
        unseen = end - (top + height) if by > 0 else top - first
        if unseen <= 0 or end - first <= height:
            return False
        step = min(unseen, max(height // 2, 1))
        self.scroll_to(y=top + by * step, animate=False, immediate=True)
        return True

    def _go(self, place: int | None, *, from_end: bool = False) -> None:
        if place is None:
            return
        self._point(place)
        first, end = self._span(place)
        top, height = self.scroll_offset.y, self._height
        if end - first > height:
            top = end - height if from_end else first
        else:
            top = min(max(top, end - height), first)
        # With the first part one can act on comes what stands above it.
        top = 0 if place == self._places()[0] and end <= height else top
        self.scroll_to(y=top, animate=False, immediate=True)

    def _point(self, place: int) -> None:
        self.cursor = place
        self.refresh()
        self.post_message(self.Highlighted())


def _place(parts: Sequence[Part], subject: Hashable | None, near: int) -> int | None:
    """Where the cursor goes: to the subject, or the nearest part below or else above `near`."""
    places = [at for at, part in enumerate(parts) if part.subject is not None]
    same = [at for at in places if parts[at].subject == subject]
    below = [at for at in places if at >= near]
    return next(iter([*same, *below, *reversed(places)]), None)
