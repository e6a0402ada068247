"""Groups: the groups one belongs to or considers, with a page about the one under the cursor."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from netjournal.model.change import Noun
from netjournal.model.group import Group, GroupLine
from netjournal.model.meeting import MeetingLine, Occasion
from netjournal.text import fold
from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.screens.group_columns import group_columns, meeting_columns
from netjournal.ui.screens.group_page import GroupDetails, group_page
from netjournal.ui.widgets.filter_line import FilterLine
from netjournal.ui.widgets.pane import Pane
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_EMPTY = Content.from_markup(
    "[b]Your groups will be listed here,[/b]\n"
    "with when they meet next and how they leave you.\n\n"
    "Press [b $text-accent]n[/] to name the first one."
)
_DAYS_BACK = 60


class GroupsScreen(AreaScreen[tuple[GroupLine, ...]]):
    """The table of groups; Enter opens one with its meetings."""

    CSS_PATH = "groups.tcss"
    READS = frozenset({Noun.GROUP, Noun.MEETING, Noun.CONTACT})
    AUTO_FOCUS = "#groups"
    BINDINGS = [
        Binding("n", "new", "New", id="groups.new", tooltip="Add a group"),
        Binding("e", "edit", "Edit", id="groups.edit", tooltip="Change the group or its schedule"),
        Binding(
            "v", "value", "Value", id="groups.value", tooltip="Say why it is worth others' time"
        ),
        Binding("d", "delete", "Delete", id="groups.delete", tooltip="Delete the group"),
        Binding("slash", "filter", "Filter", id="groups.filter", tooltip="Filter as you type"),
        Binding("escape", "back", "Back", show=False, id="groups.back", tooltip="Back to the list"),
    ]

    table = query_one("#groups", Table)
    meetings = query_one("#meetings", Table)
    pane = query_one(Pane)
    filter_line = query_one(FilterLine)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: tuple[GroupLine, ...] = ()
        self._words = ""
        self._details: GroupDetails | None = None

    def body(self) -> ComposeResult:
        """The filter, the table, the page; and what to do while there are none."""
        today = self.desk.clock.now().date()
        yield FilterLine("/ name")
        with Horizontal(classes="panes"):
            yield Table(group_columns(today), lambda line: line.id, id="groups")
            yield Pane(id="page")
            yield Table(meeting_columns(today), lambda line: line.id, id="meetings")
        with Vertical(classes="empty"):
            yield Static(_EMPTY)

    def load(self, journal: "Journal") -> tuple[GroupLine, ...]:
        """Every group."""
        return journal.groups.lines()

    def show(self, reading: tuple[GroupLine, ...]) -> None:
        """Shows the groups that fit the filter; the cursor stays with its group."""
        self._lines = reading
        self.set_class(not reading, "-empty")
        self._draw()

    def occasion(self) -> Occasion | None:
        """The latest meeting of the group under the cursor that wants a reflection."""
        return self._details.waiting if self._details else None

    def open_record(self, record: int) -> None:
        """Opens a group's page."""
        self.table.seek(lambda line: line.id == record)
        self._open()

    @on(FilterLine.Changed)
    def _narrow(self, event: FilterLine.Changed) -> None:
        self._words = event.words
        self._draw()

    @on(FilterLine.Left)
    def _to_list(self) -> None:
        self.table.focus()

    @on(Table.Highlighted, "#groups")
    def _show_page(self) -> None:
        line: GroupLine | None = self.table.row
        if line is None:
            self._details = None
            self.pane.show(Content(""))
        else:
            self.read(partial(_details, line=line), self._fill, lane="page")

    @on(Table.Opened, "#groups")
    def _open(self) -> None:
        self.add_class("-open")
        self.meetings.focus()

    @on(Table.Opened, "#meetings")
    async def _open_meeting(self) -> None:
        line: MeetingLine | None = self.meetings.row
        if line is not None:
            await self.run_action(f"app.open_record('meetings', {line.id})")

    def action_filter(self) -> None:
        """Filters as one types."""
        self.action_back()
        self.filter_line.begin()

    def action_back(self) -> None:
        """Closes the group."""
        self.remove_class("-open")
        self.table.focus()

    def action_new(self) -> None:
        """Asks for a group and when it meets."""
        from netjournal.ui.screens.group_forms import new_group

        new_group(self)

    def action_edit(self) -> None:
        """Asks what is different about the group."""
        from netjournal.ui.screens.group_forms import change_group

        self._with_group(lambda group: change_group(self, group))

    def action_value(self) -> None:
        """Asks for a new version of why the group is worth others' time."""
        from netjournal.ui.screens.group_forms import state_value

        self._with_group(lambda group: state_value(self, group))

    def action_delete(self) -> None:
        """Deletes the group, once that was confirmed."""
        if self._details is not None:
            line = self._details.line
            self.confirm(
                f"Delete {line.name}?",
                partial(self._delete, line),
                yes="Delete",
                detail=_what_goes(line),
            )

    def _delete(self, line: GroupLine) -> None:
        self.act(
            lambda journal: journal.groups.delete(line.id),
            lambda _: self.notify(f"Deleted {line.name}; u takes it back", markup=False),
        )
        self.action_back()

    def _with_group(self, then: Callable[[Group], None]) -> None:
        if self._details is not None:
            then(self._details.group)

    def _draw(self) -> None:
        wanted = fold(self._words)
        lines = tuple(line for line in self._lines if wanted in fold(line.name))
        self.table.show(Rows(len(lines), lambda first, count: lines[first : first + count]))
        count = "1 group" if len(lines) == 1 else f"{len(lines)} groups"
        self.filter_line.say(count)

    def _fill(self, details: GroupDetails) -> None:
        same = self._details is not None and self._details.line.id == details.line.id
        self._details = details
        self.pane.show(group_page(details, self.desk.clock.now()), from_top=not same)
        self.meetings.show(details.meetings, from_top=not same)


def _details(journal: "Journal", line: GroupLine) -> GroupDetails:
    group = journal.groups.get(line.id)
    pages = journal.meetings.pages(group_id=line.id)
    waiting = journal.meetings.occasions(line.id, days_back=_DAYS_BACK)
    inviter = journal.contacts.get(group.invited_by).name if group.invited_by else ""
    return GroupDetails(
        line=line,
        group=group,
        invited_by=inviter,
        meetings=Rows(pages.shown, pages.page).warmed(),
        waiting=waiting[0] if waiting else None,
    )


def _what_goes(line: GroupLine) -> str:
    if not line.meetings:
        return "Its schedule goes with it; u takes it back."
    meetings = "its meeting" if line.meetings == 1 else f"its {line.meetings:,} meetings"
    return f"With it go {meetings}, what you wrote of them and who was there; u takes it back."
