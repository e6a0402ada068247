"""The versions of why an opened group is worth others' time, and what can be done with each."""

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Static

from netjournal.model.value_statement import ValueStatement
from netjournal.ui.screens import group_forms
from netjournal.ui.screens.group_columns import value_columns
from netjournal.ui.screens.group_page import GroupDetails
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

if TYPE_CHECKING:
    from netjournal.ui.screens.area import JournalScreen


class GroupValues(Vertical):
    """A table of one group's value statements, newest first, with the invitations sent."""

    DEFAULT_CSS = """
    GroupValues {
        .values--none { display: none; padding: 1 2; color: $text-muted; }
        &.-none .values--none { display: block; }
    }
    """
    BINDINGS = [
        Binding("n", "add", "New", id="values.new", tooltip="Write a new version, from today on"),
        Binding("e", "edit", "Correct", id="values.edit", tooltip="Put right what a version says"),
        Binding("d", "delete", "Delete", id="values.delete", tooltip="Delete the version"),
    ]

    table: query_one[Table[ValueStatement]] = query_one("Table", Table)

    def __init__(self, screen: "JournalScreen[Any]", today: date) -> None:
        """`screen` is where they are listed; forms open over it."""
        super().__init__()
        self._on = screen
        self._today = today
        self._details: GroupDetails | None = None

    def compose(self) -> ComposeResult:
        """The table, and what to do while it is empty."""
        yield Static(_NOTHING, classes="values--none")
        yield Table(value_columns(self._today), lambda version: version.id)

    def show(self, details: GroupDetails) -> None:
        """Shows a group's versions; the cursor stays while it is the same group."""
        versions = details.values
        rows = Rows(len(versions), lambda first, count: versions[first : first + count])
        self.set_class(not versions, "-none")
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
    def _keep(self, event: Table.Highlighted[ValueStatement]) -> None:
        event.stop()

    @on(Table.Opened)
    def _open(self, event: Table.Opened[ValueStatement]) -> None:
        event.stop()
        self.action_edit()


_NOTHING = "What you would tell someone you invite, in dated versions; n writes the first."
