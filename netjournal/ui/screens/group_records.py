"""What belongs to an opened group: its meetings, or its members."""

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Static

from netjournal.ui.screens.group_meetings import GroupMeetings
from netjournal.ui.screens.group_members import GroupMembers
from netjournal.ui.screens.group_page import GroupDetails

if TYPE_CHECKING:
    from netjournal.ui.screens.area import JournalScreen


class GroupRecords(Vertical):
    """Two tables of which one is seen; the line above counts both and turns over at a click."""

    DEFAULT_CSS = """
    GroupRecords {
        .records--title { height: 1; padding: 0 2; }
        GroupMembers { display: none; }
        &.-members GroupMembers { display: block; }
        &.-members GroupMeetings { display: none; }
    }
    """

    meetings = query_one(GroupMeetings)
    members = query_one(GroupMembers)
    _title = query_one(".records--title", Static)

    def __init__(self, screen: "JournalScreen[Any]", today: date) -> None:
        super().__init__()
        self._on = screen
        self._today = today
        self._details: GroupDetails | None = None

    @property
    def table(self) -> Widget:
        """The table that is seen."""
        return self.members.table if self.has_class("-members") else self.meetings.table

    def compose(self) -> ComposeResult:
        """The line and the tables."""
        yield Static(classes="records--title")
        yield GroupMeetings(self._today)
        yield GroupMembers(self._on, self._today)

    def show(self, details: GroupDetails) -> None:
        """Shows a group's records."""
        self._details = details
        self.meetings.show(details)
        self.members.show(details)
        self._say()

    def turn(self, *, to_members: bool) -> None:
        """Shows the members, or the meetings."""
        had_focus = self.table.has_focus
        self.set_class(to_members, "-members")
        self._say()
        if had_focus:
            self.table.focus()

    @on(Click, ".records--title")
    def _turn_over(self) -> None:
        self.turn(to_members=not self.has_class("-members"))

    def _say(self) -> None:
        if self._details is not None:
            counts = (
                ("Meetings", self._details.meetings.count, not self.has_class("-members")),
                ("Members", len(self._details.members), self.has_class("-members")),
            )
            self._title.update(Content("   ").join(_tab(*each) for each in counts))


def _tab(title: str, count: int, seen: bool) -> Content:
    mark, style = ("▌", "bold $text-accent") if seen else (" ", "$text-muted")
    return Content.styled(f"{mark}{title} {count:,}", style)
