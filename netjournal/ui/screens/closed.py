"""What is shown when the journal can't be opened."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from netjournal.ui.widgets.key_line import KeyLine


class ClosedScreen(ModalScreen[None]):
    """Says why the journal stays closed, and leaves with exit code 1."""

    DEFAULT_CSS = """
    ClosedScreen {
        align: center middle;
        background: $background;
        Vertical { width: 68; max-width: 100%; height: auto; padding: 0 2; }
        .closed--title { text-style: bold; color: $text-error; }
        .closed--reason { margin: 1 0; }
        KeyLine { dock: none; padding: 0; background: transparent; }
    }
    """
    BINDINGS = [
        Binding("escape,q", "leave", "Quit", id="closed.quit", tooltip="Leave netjournal"),
    ]

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason

    def compose(self) -> ComposeResult:
        """The reason, what it means, the way out."""
        with Vertical():
            yield Static("The journal stays closed", classes="closed--title")
            yield Static(self._reason, markup=False, classes="closed--reason")
            yield KeyLine()

    def action_leave(self) -> None:
        """Leaves; the reason is printed again for who reads the terminal afterwards."""
        self.app.exit(return_code=1, message=self._reason)
