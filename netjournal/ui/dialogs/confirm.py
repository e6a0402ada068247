"""Asks before something is done."""

from textual.binding import Binding

from netjournal.ui.dialogs.question import QuestionDialog


class ConfirmDialog(QuestionDialog[bool]):
    """A question that names what it is about; only `y` or Enter agrees."""

    DEFAULT_CSS = """
    ConfirmDialog .question { min-width: 36; border: round $warning; }
    """

    BINDINGS = [
        Binding("y,enter", "answer(True)", "Yes", id="confirm.yes", tooltip="Do it"),
        Binding(
            "n,escape", "answer(False)", "Cancel", id="confirm.no", tooltip="Leave it as it is"
        ),
    ]

    def __init__(self, question: str, *, detail: str = "", yes: str = "Yes") -> None:
        """`yes` is the verb agreed to, such as Delete."""
        super().__init__(question, detail, named={"confirm.yes": yes})

    def action_answer(self, agreed: bool) -> None:
        """Closes with the answer."""
        self.dismiss(agreed)
