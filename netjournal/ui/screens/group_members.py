"""The members of an opened group, and what can be done with each."""

from datetime import date
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from netjournal.model.membership import Member, Membership
from netjournal.ui.screens import membership_forms
from netjournal.ui.screens.group_columns import member_columns
from netjournal.ui.screens.group_page import GroupDetails
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table
from netjournal.ui.widgets.whom import Named

if TYPE_CHECKING:
    from netjournal.ui.screens.area import JournalScreen


class GroupMembers(Vertical):
    """A table of one group's members, those known deepest first."""

    DEFAULT_CSS = """
    GroupMembers {
        .members--none { display: none; padding: 1 2; color: $text-muted; }
        &.-none .members--none { display: block; }
    }
    """
    BINDINGS = [
        Binding("n", "add", "Add", id="members.new", tooltip="Note a member of this group"),
        Binding(
            "e", "edit", "Edit", id="members.edit", tooltip="Change the membership, or note it"
        ),
        Binding("x", "end", "Left", id="members.end", tooltip="Note when they left the group"),
        Binding("d", "delete", "Delete", id="members.delete", tooltip="Delete the membership"),
    ]

    table: query_one[Table[Member]] = query_one("Table", Table)

    class Chosen(Message):
        """A member was chosen by Enter or a double click."""

        def __init__(self, contact_id: int) -> None:
            super().__init__()
            self.contact_id = contact_id

    def __init__(self, screen: "JournalScreen[Any]", today: date) -> None:
        """`screen` is where they are listed; forms open over it."""
        super().__init__()
        self._on = screen
        self._today = today
        self._group: Named | None = None

    def compose(self) -> ComposeResult:
        """The table, and what to do while it is empty."""
        yield Static(_NOBODY, classes="members--none")
        yield Table(member_columns(self._today), lambda member: member.contact_id)

    @property
    def person(self) -> Named | None:
        """The member under the cursor."""
        member = self.table.row
        return None if member is None else Named(member.contact_id, member.name)

    def show(self, details: GroupDetails) -> None:
        """Shows a group's members; the cursor stays while it is the same group."""
        members, group = details.members, Named(details.id, details.group.name)
        rows = Rows(len(members), lambda first, count: members[first : first + count])
        self.set_class(not members, "-none")
        self.table.show(rows, from_top=self._group is None or group.id != self._group.id)
        self._group = group

    def action_add(self) -> None:
        """Asks for another member."""
        if self._group is not None:
            membership_forms.add_member(self._on, self._group)

    def action_edit(self) -> None:
        """Asks what is different about a membership, or for that of who was only seen here."""
        member = self.table.row
        if member is None or self._group is None:
            return
        if member.membership is None:
            membership_forms.add_member(self._on, self._group, self.person)
        else:
            membership_forms.change_membership(self._on, member.membership.id)

    def action_end(self) -> None:
        """Asks for the last day of a membership."""
        if (held := self._held()) is not None:
            membership_forms.end_membership(self._on, held.id)

    def action_delete(self) -> None:
        """Deletes a membership, once that was confirmed."""
        if (held := self._held()) is not None:
            membership_forms.delete_membership(self._on, held.id)

    def _held(self) -> Membership | None:
        """The membership under the cursor; says why there is none."""
        member = self.table.row
        if member is not None and member.membership is None:
            self._on.notify(
                f"{member.name} is listed for having been seen here within a year; "
                "e notes a membership.",
                markup=False,
            )
        return member.membership if member else None

    @on(Table.Highlighted)
    def _keep(self, event: Table.Highlighted[Member]) -> None:
        event.stop()

    @on(Table.Opened)
    def _choose(self, event: Table.Opened[Member]) -> None:
        event.stop()
        self.post_message(self.Chosen(event.row.contact_id))


_NOBODY = "Whoever you meet here is listed; n notes a member by name."
