"""What is asked in a word and answered by a key."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from netjournal.ui.widgets.key_line import KeyLine

A = TypeVar("A")


class QuestionDialog(ModalScreen[A], Generic[A]):
    """Names what it is about and takes one key for an answer; its bindings are the answers."""

    DEFAULT_CSS = """
    QuestionDialog {
        align: center middle;
        .question {
            width: auto;
            min-width: 52;
            max-width: 68;
            height: auto;
            padding: 1 2 0 2;
            background: $panel;
            border: round $primary;
        }
        Static { width: auto; max-width: 100%; }
        .question--about { text-style: bold; }
        .question--detail { color: $text-muted; margin: 1 0 0 0; }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
    }
    """

    def __init__(
        self, about: str, detail: str = "", *, named: Mapping[str, str] | None = None
    ) -> None:
        """Both may hold a person's own words; `named` gives bindings, by id, another name."""
        super().__init__()
        self._about = about
        self._detail = detail
        self._named = named

    def compose(self) -> ComposeResult:
        """What it is about, what more there is to say, the keys."""
        with Vertical(classes="question"):
            yield Static(self._about, markup=False, classes="question--about")
            if self._detail:
                yield Static(self._detail, markup=False, classes="question--detail")
            yield KeyLine(self._named)
