"""What belongs to an opened group: its meetings, its members, or why it is worth others' time."""

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
from netjournal.ui.screens.group_values import GroupValues
from netjournal.ui.widgets.whom import Named

if TYPE_CHECKING:
    from netjournal.ui.screens.area import JournalScreen

_CLASSES = {"members": "-members", "values": "-values"}


class GroupRecords(Vertical):
    """Tables of which one is seen; the line above counts each and turns to the next at a click."""

    DEFAULT_CSS = """
    GroupRecords {
        .records--title { height: 1; padding: 0 1; }
        GroupMembers, GroupValues { display: none; }
        &.-members GroupMembers, &.-values GroupValues { display: block; }
        &.-members GroupMeetings, &.-values GroupMeetings { display: none; }
    }
    """

    meetings = query_one(GroupMeetings)
    members = query_one(GroupMembers)
    values = query_one(GroupValues)
    _title = query_one(".records--title", Static)

    def __init__(self, screen: "JournalScreen[Any]", today: date) -> None:
        super().__init__()
        self._on = screen
        self._today = today
        self._details: GroupDetails | None = None
        self.seen = "meetings"
        """Which of the tables is seen."""

    @property
    def table(self) -> Widget:
        """The table that is seen."""
        tables: dict[str, Widget] = {
            "members": self.members.table,
            "values": self.values.table,
        }
        return tables.get(self.seen, self.meetings.table)

    @property
    def person(self) -> Named | None:
        """The member under the cursor, while members are seen."""
        return self.members.person if self.seen == "members" else None

    def compose(self) -> ComposeResult:
        """The line and the tables."""
        yield Static(classes="records--title")
        yield GroupMeetings(self._today)
        yield GroupMembers(self._on, self._today)
        yield GroupValues(self._on, self._today)

    def show(self, details: GroupDetails) -> None:
        """Shows a group's records."""
        self._details = details
        self.meetings.show(details)
        self.members.show(details)
        self.values.show(details)
        self._say()

    def turn(self, to: str) -> None:
        """Shows the `meetings`, the `members` or the `values`."""
        had_focus = self.table.has_focus
        self.seen = to
        for name, css in _CLASSES.items():
            self.set_class(name == to, css)
        self._say()
        if had_focus:
            self.table.focus()

    @on(Click, ".records--title")
    def _turn_over(self) -> None:
        every = ("meetings", *_CLASSES)
        self.turn(every[(every.index(self.seen) + 1) % len(every)])

    def _say(self) -> None:
        if self._details is not None:
            details = self._details
            counts = (
                ("Meetings", "meetings", details.meetings.count),
                ("Members", "members", len(details.members)),
                ("Value", "values", len(details.values)),
            )
            self._title.update(
                Content("  ").join(
                    _tab(title, count, self.seen == name) for title, name, count in counts
                )
            )


def _tab(title: str, count: int, seen: bool) -> Content:
    mark, style = ("▌", "bold $text-accent") if seen else (" ", "$text-muted")
    return Content.styled(f"{mark}{title} {count:,}", style)
