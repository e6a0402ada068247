"""The versions of why an opened group is worth others' time, one of them in full."""

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from netjournal.model.value_statement import ValueStatement
from netjournal.ui.screens import group_forms
from netjournal.ui.screens.group_columns import value_columns
from netjournal.ui.screens.group_giving import became
from netjournal.ui.screens.group_page import GroupDetails
from netjournal.ui.widgets.page import as_text
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

if TYPE_CHECKING:
    from netjournal.ui.screens.area import JournalScreen


class GroupValues(Vertical):
    """A table of one group's value statements, newest first, and beneath it the one pointed at."""

    DEFAULT_CSS = """
    GroupValues {
        overflow-y: auto;
        .values--none { display: none; padding: 1 2; color: $text-muted; }
        .values--whole { margin: 1 2; max-width: 76; }
        &.-none .values--none { display: block; }
        &.-none .values--whole { display: none; }
    }
    """
    BINDINGS = [
        Binding("n", "add", "New", id="values.new", tooltip="Write a new version, from today on"),
        Binding("e", "edit", "Correct", id="values.edit", tooltip="Put right what a version says"),
        Binding("d", "delete", "Delete", id="values.delete", tooltip="Delete the version"),
    ]

    table: query_one[Table[ValueStatement]] = query_one("Table", Table)
    _whole = query_one(".values--whole", Static)

    def __init__(self, screen: "JournalScreen[Any]", today: date) -> None:
        """`screen` is where they are listed; forms open over it."""
        super().__init__()
        self._on = screen
        self._today = today
        self._details: GroupDetails | None = None

    def compose(self) -> ComposeResult:
        """The table, what it points at, and what to do while it is empty."""
        yield Static(_NOTHING, classes="values--none")
        yield Table(value_columns(self._today), lambda version: version.id)
        yield Static(classes="values--whole")

    def show(self, details: GroupDetails) -> None:
        """Shows a group's versions; the cursor stays while it is the same group."""
        versions = details.values
        rows = Rows(len(versions), lambda first, count: versions[first : first + count])
        self.set_class(not versions, "-none")
        self.table.styles.height = min(len(versions), _MOST_LINES) + 1
        self.table.show(rows, from_top=self._details is None or details.id != self._details.id)
        self._details = details

    def action_add(self) -> None:
        """Asks for a new version."""
        if self._details is not None:
            group_forms.state_value(self._on, self._details.group)

    def action_edit(self) -> None:
        """Asks what a version should have said."""
        if self._details is not None and (version := self.table.row) is not None:
            group_forms.correct_value(self._on, self._details.group, version)

    def action_delete(self) -> None:
        """Deletes a version, once that was confirmed."""
        if (version := self.table.row) is not None:
            group_forms.delete_value(self._on, version)

    @on(Table.Highlighted)
    def _show_whole(self, event: Table.Highlighted[ValueStatement]) -> None:
        event.stop()
        self._whole.update(_in_full(event.row) if event.row else "")

    @on(Table.Opened)
    def _open(self, event: Table.Opened[ValueStatement]) -> None:
        event.stop()
        self.action_edit()


def _in_full(version: ValueStatement) -> Content:
    sent = f"Invited  {became(version.invited)}" if version.invited.sent else "Nobody invited yet."
    return Content("\n").join([as_text(version.text), Content.styled(f"\n{sent}", "$text-muted")])


_MOST_LINES = 8
"""More versions than that are scrolled."""
_NOTHING = "What you would tell someone you invite, in dated versions; n writes the first."
