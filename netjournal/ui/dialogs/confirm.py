"""Asks before something is done."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from netjournal.ui.widgets.key_line import KeyLine


class ConfirmDialog(ModalScreen[bool]):
    """A question that names what it is about; only `y` or Enter agrees."""

    DEFAULT_CSS = """
    ConfirmDialog {
        align: center middle;
        .confirm {
            width: auto;
            min-width: 36;
            max-width: 68;
            height: auto;
            padding: 1 2 0 2;
            background: $panel;
            border: round $warning;
        }
        Static { width: auto; max-width: 100%; }
        .confirm--question { text-style: bold; }
        .confirm--detail { color: $text-muted; margin: 1 0 0 0; }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
    }
    """

    BINDINGS = [
        Binding("y,enter", "answer(True)", "Yes", id="confirm.yes", tooltip="Do it"),
        Binding(
            "n,escape", "answer(False)", "Cancel", id="confirm.no", tooltip="Leave it as it is"
        ),
    ]

    def __init__(self, question: str, *, detail: str = "", yes: str = "Yes") -> None:
        """`yes` is the verb agreed to, such as Delete."""
        super().__init__()
        self._question = question
        self._detail = detail
        self._yes = yes

    def compose(self) -> ComposeResult:
        """The question, what it entails, the keys."""
        with Vertical(classes="confirm"):
            yield Static(self._question, markup=False, classes="confirm--question")
            if self._detail:
                yield Static(self._detail, markup=False, classes="confirm--detail")
            yield KeyLine({"confirm.yes": self._yes})

    def action_answer(self, agreed: bool) -> None:
        """Closes with the answer."""
        self.dismiss(agreed)
