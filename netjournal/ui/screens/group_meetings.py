"""The meetings of an opened group."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message

from netjournal.model.meeting import MeetingLine
from netjournal.ui.screens.group_columns import meeting_columns
from netjournal.ui.screens.group_page import GroupDetails
from netjournal.ui.widgets.table import Table


class GroupMeetings(Vertical):
    """A table of one group's meetings, newest first, apart from the table of groups."""

    table: query_one[Table[MeetingLine]] = query_one("Table", Table)

    class Chosen(Message):
        """A meeting was chosen by Enter or a double click."""

        def __init__(self, meeting_id: int) -> None:
            super().__init__()
            self.meeting_id = meeting_id

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._group: int | None = None

    def compose(self) -> ComposeResult:
        """The table."""
        yield Table(meeting_columns(self._today), lambda line: line.id)

    def show(self, details: GroupDetails) -> None:
        """Shows a group's meetings; the cursor stays while it is the same group."""
        self.table.show(details.meetings, from_top=details.id != self._group)
        self._group = details.id

    @on(Table.Highlighted)
    def _keep(self, event: Table.Highlighted[MeetingLine]) -> None:
        event.stop()

    @on(Table.Opened)
    def _choose(self, event: Table.Opened[MeetingLine]) -> None:
        event.stop()
        self.post_message(self.Chosen(event.row.id))
