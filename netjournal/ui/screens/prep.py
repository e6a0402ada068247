"""Prep: one page to read in the minute before a meeting."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.getters import query_one

from netjournal.model.change import Change, Noun
from netjournal.model.occasion import Occasion
from netjournal.model.prep import Likely, Prep
from netjournal.ui.desk import Desk
from netjournal.ui.screens import tending
from netjournal.ui.screens.area import JournalScreen
from netjournal.ui.screens.prep_parts import (
    PROMISES,
    likely_columns,
    nobody,
    person_page,
    preparation,
)
from netjournal.ui.widgets.hanging import HangingText
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.pane import Pane
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table
from netjournal.ui.widgets.whom import Named

_READS = frozenset(
    {
        Noun.GROUP,
        Noun.MEETING,
        Noun.CONTACT,
        Noun.INTERACTION,
        Noun.FOLLOW_UP,
        Noun.REFERRAL,
        Noun.INVITATION,
    }
)


class PrepScreen(JournalScreen[None]):
    """What to give and what was promised, and below it who is likely there."""

    CSS_PATH = "prep.tcss"
    AUTO_FOCUS = "Table"
    BINDINGS = [
        Binding("escape", "leave", "Back", id="prep.leave", tooltip="Back to where you were"),
        Binding("c", "touch", "In touch", id="prep.touch", tooltip="Note a call, a talk …"),
        Binding(
            "f", "follow_up", "Follow up", id="prep.follow_up", tooltip="Note what is to be done"
        ),
        Binding("p", "refer", "Refer", id="prep.refer", tooltip="Note a referral with them"),
        Binding("i", "invite", "Invite", id="prep.invite", tooltip="Invite someone to a meeting"),
        Binding("r", "reflect", "Reflect", id="prep.reflect", tooltip="Reflect on this meeting"),
    ]

    table: query_one[Table[Likely]] = query_one("Table", Table)
    pane = query_one(Pane)
    _said = query_one(".prep--said", HangingText)

    def __init__(
        self, desk: Desk, occasion: Occasion | None = None, group_id: int | None = None
    ) -> None:
        """`occasion` is the meeting; without it a group's next one, or whichever is next."""
        super().__init__(desk)
        self._occasion = occasion
        self._group_id = group_id
        self._prep: Prep | None = None
        self._unsubscribe: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        """The page, the people, whoever is pointed at, the keys."""
        yield HangingText(classes="prep--said")
        with Horizontal(classes="panes"):
            yield Table(likely_columns(), lambda person: person.contact_id)
            yield Pane()
        yield KeyLine()

    def on_mount(self) -> None:
        """Reads the page, and again whenever what it says changes."""
        self._unsubscribe = self.desk.changes.subscribe(self._announced)
        self._load()

    def on_unmount(self) -> None:
        """Stops listening."""
        if self._unsubscribe is not None:
            self._unsubscribe()

    def on_resize(self) -> None:
        """Fits what is said into the room there is."""
        if self._prep is not None:
            self._tell(self._prep)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to reflect only once the meeting has begun."""
        if action == "reflect":
            return self._begun is not None
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss()

    def action_touch(self) -> None:
        """Notes what passed between me and the person pointed at."""
        if (person := self._pointed) is not None:
            tending.note_interaction(self, (person,))

    def action_follow_up(self) -> None:
        """Notes what is to be done for the person pointed at."""
        if (person := self._pointed) is not None:
            tending.note_follow_up(self, person)

    def action_refer(self) -> None:
        """Notes a referral with the person pointed at."""
        from netjournal.ui.screens.giving import note_referral

        if (person := self._pointed) is not None:
            note_referral(self, person)

    def action_invite(self) -> None:
        """Invites someone to a meeting."""
        from netjournal.ui.screens.inviting import invite

        invite(self)

    def action_reflect(self) -> None:
        """Reflects on the meeting."""
        from netjournal.ui.screens.reflect import ReflectScreen

        if (occasion := self._begun) is not None:
            self.app.switch_screen(ReflectScreen(self.desk, occasion))

    @property
    def _pointed(self) -> Named | None:
        person = self.table.row
        return None if person is None else Named(person.contact_id, person.name)

    @property
    def _begun(self) -> Occasion | None:
        """The meeting, once it has begun."""
        prep = self._prep
        if prep is None or prep.start is None or prep.start > self.desk.clock.now():
            return None
        return Occasion(
            start=prep.start,
            group_id=prep.group_id,
            meeting_id=prep.meeting_id,
            name=prep.name,
            duration_minutes=prep.duration_minutes,
            place=prep.place,
        )

    def _load(self) -> None:
        occasion, group_id = self._occasion, self._group_id
        self.read(lambda journal: journal.prep(occasion, group_id=group_id), self._show)

    def _tell(self, prep: Prep) -> None:
        """Names as many promises as leave room for what to find out, and at least one."""
        padding = self._said.styles.padding
        # Half of what the line of keys leaves.
        width, room = self.size.width - padding.width, (self.size.height - 1) // 2 - padding.height
        for promises in range(PROMISES, 0, -1):
            self._said.show(preparation(prep, promises))
            if self._said.get_content_height(self.size, self.size, width) <= room:
                break

    def _show(self, prep: Prep) -> None:
        first, self._prep = self._prep is None, prep
        self._tell(prep)
        self.table.nothing = nobody(prep)
        people = prep.likely
        rows = Rows(len(people), lambda start, count: people[start : start + count])
        self.table.show(rows, from_top=first)
        self.refresh_bindings()

    @on(Table.Highlighted)
    def _point(self, event: Table.Highlighted[Likely]) -> None:
        if self._prep is not None:
            self.pane.show(person_page(event.row, self._prep))

    @on(Table.Opened)
    async def _open(self, event: Table.Opened[Likely]) -> None:
        await self.run_action(f"app.open_record('contacts', {event.row.contact_id})")

    def _announced(self, change: Change) -> None:
        # Called in whatever thread made the change.
        if change.nouns & _READS:
            self.call_later(partial(self._load))
