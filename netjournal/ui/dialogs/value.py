"""Asks why a group is worth others' time."""

from textual.app import ComposeResult

from netjournal.model.group import Group
from netjournal.model.value_statement import ValueStatement
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.widgets.field import Field, Paragraph

_TEXT = "value_statement"


class ValueDialog(FormDialog[str]):
    """A form for a new version of a group's value statement, or for one to put right."""

    FORM = "value statement"
    AUTO_FOCUS = "Paragraph"

    def __init__(self, group: Group, version: ValueStatement | None = None) -> None:
        """`version` is the one to put right."""
        super().__init__()
        self.heading = f"Why {group.name} is worth others' time"
        self.about = {"value_statement_id": version.id} if version else {"group_id": group.id}
        self._text = version.text if version else group.value_statement
        self._is_new = version is None

    def fields(self) -> ComposeResult:
        """The statement; of a new one the version before stays in the journal."""
        yield Field("What you tell them", Paragraph(self._text, id=_TEXT))

    def on_mount(self) -> None:
        """Lets what is typed take the place of the version before, or go on after one's words."""
        text = self.query_one(Paragraph)
        text.select_all() if self._is_new else text.move_cursor(text.document.end)
        super().on_mount()

    def draft(self) -> str:
        """The statement as typed."""
        return self.text(_TEXT)
