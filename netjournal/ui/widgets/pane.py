"""A pane of text that can be scrolled."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content

from netjournal.ui.widgets.hanging import HangingText


class Pane(VerticalScroll):
    """Shows what is known about one thing."""

    DEFAULT_CSS = """
    Pane {
        padding: 0 2;
        scrollbar-size-vertical: 1;
        HangingText { width: 1fr; }
    }
    """
    BINDINGS = [
        Binding("down,j", "scroll_down", "Down", show=False, id="pane.down", tooltip="Scroll"),
        Binding("up,k", "scroll_up", "Up", show=False, id="pane.up", tooltip="Scroll"),
        Binding("home,g", "scroll_home", "Top", show=False, id="pane.top", tooltip="To the top"),
        Binding(
            "end,G", "scroll_end", "Bottom", show=False, id="pane.bottom", tooltip="To the end"
        ),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = HangingText()

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    def show(self, text: Content, *, from_top: bool = True) -> None:
        """Shows another text."""
        self._text.show(text)
        if from_top:
            self.scroll_home(animate=False)
