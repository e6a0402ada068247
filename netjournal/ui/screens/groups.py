"""Groups: the groups one belongs to or considers, with a page about the one under the cursor."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget

from netjournal.model.change import Noun
from netjournal.model.group import GroupLine, Status
from netjournal.model.occasion import Occasion
from netjournal.model.schedule import next_starts
from netjournal.text import fold
from netjournal.ui.desk import Desk
from netjournal.ui.screens import giving, inviting
from netjournal.ui.screens.group_columns import group_columns
from netjournal.ui.screens.group_giving import GroupGiving
from netjournal.ui.screens.group_meetings import GroupMeetings
from netjournal.ui.screens.group_members import GroupMembers
from netjournal.ui.screens.group_page import GroupDetails, group_page
from netjournal.ui.screens.group_records import GroupRecords
from netjournal.ui.screens.listing import Listing, ListScreen
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.whom import Named

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_DONE = {"join": Status.MEMBER, "leave": Status.LEFT}
"""Where I stand once there is no more of it to do."""
_DAYS_BACK = 60
_DATES = 3


class _Part(NamedTuple):
    """Some of the groups, and what one and several of them are called."""

    statuses: frozenset[Status]
    words: tuple[str, str]


_PARTS = (
    _Part(frozenset(Status), ("group", "groups")),
    _Part(frozenset({Status.MEMBER, Status.TRIAL}), ("group I am in", "groups I am in")),
    _Part(frozenset({Status.CANDIDATE}), ("candidate", "candidates")),
    _Part(frozenset({Status.LEFT}), ("group I left", "groups I left")),
)


class GroupsScreen(ListScreen[GroupLine, GroupDetails]):
    """The table of groups; Enter opens one with its meetings and members."""

    CSS_PATH = ["listing.tcss", "groups.tcss"]
    READS = frozenset(
        {
            Noun.GROUP,
            Noun.MEETING,
            Noun.CONTACT,
            Noun.MEMBERSHIP,
            Noun.INTERACTION,
            Noun.REFERRAL,
            Noun.BUSINESS,
            Noun.INVITATION,
            Noun.ME,
        }
    )
    BINDINGS = [
        Binding("n", "new", "New", id="groups.new", tooltip="Add a group"),
        Binding("e", "edit", "Edit", id="groups.edit", tooltip="Change the group or its schedule"),
        Binding(
            "m", "members", "Members", id="groups.members", tooltip="Its members, or its meetings"
        ),
        Binding(
            "v",
            "values",
            "Value",
            id="groups.value",
            tooltip="Why it is worth others' time, version by version",
        ),
        Binding(
            "p", "refer", "Pass on", id="groups.refer", tooltip="Note a referral through the group"
        ),
        Binding(
            "i", "invite", "Invite", id="groups.invite", tooltip="Note an invitation to the group"
        ),
        Binding("y", "join", "Join", id="groups.join", tooltip="Join it, or try it out"),
        Binding(
            "x", "leave", "Leave", show=False, id="groups.leave", tooltip="Leave or decline it"
        ),
        Binding(
            "t",
            "try_out",
            "Try",
            show=False,
            id="groups.try",
            tooltip="Note an experiment, or look back at it",
        ),
        Binding(
            "f", "narrow", "Show", show=False, id="groups.narrow", tooltip="Show only some groups"
        ),
        Binding("d", "delete", "Delete", id="groups.delete", tooltip="Delete the group"),
    ]
    HINT = "name"
    EMPTY = Content.from_markup(
        "[b]Your groups will be listed here,[/b]\n"
        "with when they meet next and how they leave you.\n\n"
        "Press [b $text-accent]n[/] to name the first one."
    )

    records = query_one(GroupRecords)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._part = 0
        """Which groups are listed."""

    def beside(self) -> ComposeResult:
        """The group's meetings and members."""
        yield GroupRecords(self, self.desk.clock.now().date())

    def columns(self, today: date) -> tuple[Column[GroupLine], ...]:
        """Where I stand with it, when it meets, how it leaves me."""
        return group_columns(today)

    def load(self, journal: "Journal") -> Listing[GroupLine]:
        """The groups whose names hold the words."""
        every, words, part = journal.groups.lines(), fold(self.words), self._part
        wanted = _PARTS[part].statuses
        lines = tuple(line for line in every if words in fold(line.name) and line.status in wanted)
        rows = Rows(len(lines), lambda first, count: lines[first : first + count])
        return Listing((words, part), rows, len(lines), not every)

    def fetch(self, journal: "Journal", record: int) -> GroupDetails:
        """One group, whole."""
        with journal.moment():
            group = journal.groups.get(record)
            pages = journal.meetings.pages(group_id=record)
            waiting = journal.meetings.occasions(record, days_back=_DAYS_BACK)
            members = journal.memberships.of_group(record)
            return GroupDetails(
                line=journal.groups.line(record),
                group=group,
                coming=next_starts(group.schedules, journal.clock.now(), _DATES),
                invited_by=journal.contacts.get(group.invited_by).name if group.invited_by else "",
                meetings=Rows(pages.shown, pages.page).warmed(),
                members=members,
                values=journal.groups.values(record),
                seats=journal.memberships.seats(members),
                cost=journal.time_and_money.of_groups()[record],
                currency=journal.preferences.currency,
                asked_into=journal.groups.asked_into(),
                waiting=waiting[0] if waiting else None,
                giving=GroupGiving.read(journal, record),
            )

    def page(self, record: GroupDetails, today: date) -> Content:
        """The group as text."""
        return group_page(record, today)

    def say(self, listing: Listing[GroupLine]) -> None:
        """How many groups, and of which part."""
        one, several = _PARTS[self._part].words
        total = listing.total or 0
        self.filter_line.say(f"1 {one}" if total == 1 else f"{total} {several}")

    @property
    def inside(self) -> Widget:
        """The meetings, or the members, of an opened group."""
        return self.records.table

    def occasion(self) -> Occasion | None:
        """The latest meeting of the group under the cursor that wants a reflection."""
        return self.record.waiting if self.record else None

    @on(GroupMeetings.Chosen)
    async def _open_meeting(self, event: GroupMeetings.Chosen) -> None:
        await self.run_action(f"app.open_record('meetings', {event.meeting_id})")

    @on(GroupMembers.Chosen)
    async def _open_member(self, event: GroupMembers.Chosen) -> None:
        await self.run_action(f"app.open_record('contacts', {event.contact_id})")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to join where I am no member, and to leave what I didn't leave yet."""
        done = _DONE.get(action)
        if done is not None:
            return self.record is not None and self.record.group.status is not done
        return super().check_action(action, parameters)

    def action_new(self) -> None:
        """Asks for a group and when it meets."""
        from netjournal.ui.screens.group_forms import new_group

        new_group(self, lambda group: self.come_to(group.id))

    def action_edit(self) -> None:
        """Asks what is different about the group."""
        from netjournal.ui.screens.group_forms import change_group

        if self.record is not None:
            change_group(self, self.record.group)

    def action_join(self) -> None:
        """Asks what I promise the group, and joins it."""
        from netjournal.ui.screens.group_forms import join_group

        if self.record is not None:
            join_group(self, self.record.group)

    def action_leave(self) -> None:
        """Asks for my last day in the group, and leaves it."""
        from netjournal.ui.screens.group_forms import leave_group

        if self.record is not None:
            leave_group(self, self.record.group, self.record.line.meetings)

    def action_try_out(self) -> None:
        """Asks what I try with the group, or how it went."""
        from netjournal.ui.screens.group_forms import try_out

        if self.record is not None:
            try_out(self, self.record.group)

    def action_refer(self) -> None:
        """Notes a referral that went through the group, with the member under the cursor."""
        if self.record is not None:
            giving.note_referral(self, self._person, group=self.record.named)

    def action_invite(self) -> None:
        """Notes an invitation to the group, of the member under the cursor."""
        if self.record is not None:
            inviting.invite(self, self._person, group=self.record.named)

    def action_members(self) -> None:
        """Turns from the meetings of an opened group to its members and back; opens one at them."""
        self._turn_to("members")

    def action_values(self) -> None:
        """Turns to why the group is worth others' time and back; opens one at that."""
        self._turn_to("values")

    def widen(self) -> bool:
        """Lists all groups."""
        if not self._part:
            return super().widen()
        self._part = 0
        if not super().widen():
            self.look_anew()
        return True

    def action_narrow(self) -> None:
        """Lists the groups I am in, then those I was asked into, those I left, and all again."""
        self._part = (self._part + 1) % len(_PARTS)
        self.look_anew()

    @property
    def _person(self) -> Named | None:
        """The member pointed at in an opened group."""
        return self.records.person if self.is_open else None

    def _turn_to(self, records: str) -> None:
        if self.is_open:
            self.records.turn("meetings" if self.records.seen == records else records)
        elif self.record is not None:
            self.records.turn(records)
            self.table.action_open()

    def action_delete(self) -> None:
        """Deletes the group, once that was confirmed."""
        if self.record is not None:
            line = self.record.line
            self.confirm(
                f"Delete {line.name}?",
                partial(self._delete, line),
                yes="Delete",
                detail=_what_goes(line),
            )

    def _fill(self, record: GroupDetails) -> None:
        before = self.record.group.status if self.record else None
        super()._fill(record)
        if record.group.status is not before:
            self.refresh_bindings()
        self.records.show(record)

    def _delete(self, line: GroupLine) -> None:
        self.act(
            lambda journal: journal.groups.delete(line.id),
            lambda _: self.notify(f"Deleted {line.name}; u takes it back", markup=False),
        )
        self.action_back()


def _what_goes(line: GroupLine) -> str:
    if not line.meetings:
        return "Its schedule and memberships go with it; u takes it back."
    meetings = "its meeting" if line.meetings == 1 else f"its {line.meetings:,} meetings"
    return (
        f"With it go {meetings}, what you wrote of them, who was there, and its memberships; "
        "u takes it back."
    )
