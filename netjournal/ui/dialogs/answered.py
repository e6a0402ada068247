"""Asks, as a follow-up is done, whether they answered."""

from dataclasses import dataclass

from textual.binding import Binding

from netjournal.ui.dialogs.question import QuestionDialog


@dataclass(frozen=True, slots=True)
class Finished:
    """A follow-up is done."""

    answered: bool | None
    """None: it isn't known."""


class AnsweredDialog(QuestionDialog[Finished | None]):
    """Names what is done and takes one key for an answer; Esc leaves it open."""

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
        super().__init__(f"Done: {what}", "Did they answer?")

    def action_finish(self, answered: bool | None) -> None:
        """Closes with the answer."""
        self.dismiss(Finished(answered))

    def action_leave(self) -> None:
        """Closes; the follow-up stays open."""
        self.dismiss(None)
