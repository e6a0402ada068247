"""Asks, as a follow-up is done, whether they answered."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from netjournal.ui.widgets.key_line import KeyLine


@dataclass(frozen=True, slots=True)
class Finished:
    """A follow-up is done."""

    answered: bool | None
    """None: it isn't known."""


class AnsweredDialog(ModalScreen[Finished | None]):
    """Names what is done and takes one key for an answer; Esc leaves it open."""

    DEFAULT_CSS = """
    AnsweredDialog {
        align: center middle;
        .answered {
            width: auto;
            min-width: 52;
            max-width: 68;
            height: auto;
            padding: 1 2 0 2;
            background: $panel;
            border: round $primary;
        }
        Static { width: auto; max-width: 100%; }
        .answered--what { text-style: bold; }
        .answered--question { color: $text-muted; margin: 1 0 0 0; }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
    }
    """
    BINDINGS = [
        Binding("y", "finish(True)", "Yes", id="answered.yes", tooltip="Done, they answered"),
        Binding("n", "finish(False)", "No", id="answered.no", tooltip="Done, no answer came"),
        Binding(
            "enter", "finish(None)", "Just done", id="answered.done", tooltip="Done, nothing to say"
        ),
        Binding("escape", "leave", "Still open", id="answered.leave", tooltip="It isn't done"),
    ]

    def __init__(self, what: str) -> None:
        """`what` is what was to be done."""
        super().__init__()
        self._what = what

    def compose(self) -> ComposeResult:
        """What is done, the question, the keys."""
        with Vertical(classes="answered"):
            yield Static(f"Done: {self._what}", markup=False, classes="answered--what")
            yield Static("Did they answer?", classes="answered--question")
            yield KeyLine()

    def action_finish(self, answered: bool | None) -> None:
        """Closes with the answer."""
        self.dismiss(Finished(answered))

    def action_leave(self) -> None:
        """Closes; the follow-up stays open."""
        self.dismiss(None)
