"""The line above a list: words that filter it, and how many lines there are."""

from collections.abc import Callable

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from netjournal.ui.widgets.field import Line

_SPARE = 12
"""Cells the count may be shorter than its room: those of a number."""


class FilterLine(Horizontal):
    """Filters while one types; Enter or an arrow goes to the list, Esc takes the filter away."""

    DEFAULT_CSS = """
    FilterLine {
        height: 1;
        padding: 0 1;
        Line { width: 1fr; background: transparent; }
        Static { width: auto; margin: 0 0 0 2; color: $text-muted; text-align: right; }
    }
    """
    BINDINGS = [
        Binding("down", "leave", "To the list", id="filter.leave", tooltip="Go to the list"),
        Binding("escape", "clear", "Clear", id="filter.clear", tooltip="Take the filter away"),
    ]

    class Left(Message):
        """The list wants to be worked with."""

    def __init__(self, placeholder: str, narrow: Callable[[str], None]) -> None:
        """`narrow` is given the words while the key is handled: a message would miss its frame."""
        super().__init__()
        self._narrow = narrow
        self._line = Line(placeholder=placeholder)
        self._count = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The words and the count."""
        yield self._line
        yield self._count

    def on_mount(self) -> None:
        """Hears of every change of the words."""
        self.watch(self._line, "value", self._narrow, init=False)

    def say(self, count: str) -> None:
        """Shows how many lines there are, and in which order."""
        # A layout pass would cost more than drawing the rows.
        spare = self._count.size.width - cell_len(count)
        self._count.update(count, layout=not 0 <= spare <= _SPARE)

    def begin(self) -> None:
        """Lets one type."""
        self._line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Lets nobody else hear of it."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes to the list."""
        event.stop()
        self.action_leave()

    def action_leave(self) -> None:
        """Goes to the list, filtered as it is."""
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Shows everything again."""
        self.put("")

    def put(self, words: str) -> None:
        """Filters by other words, and goes to the list."""
        self._line.value = words
        self.post_message(self.Left())

    def on_click(self, event: events.Click) -> None:
        """Lets one type."""
        event.stop()
        self.begin()
