"""Asks which meeting is meant, over the form that asks."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.picks import Choices, Pick
from netjournal.ui.widgets.which_meeting import WhichMeeting


class OccasionDialog(ModalScreen[Pick | None]):
    """Asks which meeting is meant; returns the choice, or None."""

    DEFAULT_CSS = """
    OccasionDialog {
        align: center middle;
        .occasion {
            width: 72;
            max-width: 100%;
            height: auto;
            padding: 1 2 0 2;
            background: $panel;
            border: round $primary;
            border-title-color: $text-primary;
        }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
    }
    """
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape", "leave", "Cancel", id="occasion.leave", tooltip="Choose none"),
    ]

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question in a frame, with its keys."""
        with Vertical(classes="occasion") as frame:
            frame.border_title = "Which meeting?"
            yield WhichMeeting()
            yield KeyLine()

    def on_mount(self) -> None:
        """Shows what there is before anything is typed."""
        self.query_one(WhichMeeting).offer(self._choices)

    def on_which_meeting_chosen(self, event: WhichMeeting.Chosen) -> None:
        """Takes the meeting chosen."""
        self.dismiss(event.pick)

    def action_leave(self) -> None:
        """Takes none."""
        self.dismiss(None)
