"""What the list of contacts does with the person under its cursor: shows, opens and tends them."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.types import CSSPathType
from textual.widget import Widget

from netjournal.model.change import Noun
from netjournal.model.contact import ContactLine
from netjournal.ui.desk import Desk
from netjournal.ui.screens import giving, inviting, tending
from netjournal.ui.screens.listing import ListScreen
from netjournal.ui.screens.person import Person, Record
from netjournal.ui.screens.person_page import PersonPage
from netjournal.ui.screens.person_parts import person_card
from netjournal.ui.widgets.table import Table
from netjournal.ui.widgets.whom import Named

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


class PeopleScreen(ListScreen[ContactLine, Person]):
    """A list of people with a card beside it; Enter opens a person's page, Esc closes it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["listing.tcss", "person.tcss"]
    READS = frozenset(
        {
            Noun.CONTACT,
            Noun.MEETING,
            Noun.GROUP,
            Noun.INTERACTION,
            Noun.FOLLOW_UP,
            Noun.REFERRAL,
            Noun.BUSINESS,
            Noun.INVITATION,
            Noun.MEMBERSHIP,
        }
    )
    BINDINGS = [
        Binding("c", "touch", "In touch", id="contacts.touch", tooltip="Note a call, a talk …"),
        Binding(
            "f",
            "follow_up",
            "Follow up",
            id="contacts.follow_up",
            tooltip="Note what is to be done",
        ),
        Binding("p", "refer", "Pass on", id="contacts.refer", tooltip="Note a referral"),
        Binding("i", "invite", "Invite", id="contacts.invite", tooltip="Note an invitation"),
        Binding(
            "o",
            "notes",
            "Notes",
            show=False,
            id="contacts.notes",
            tooltip="Their notes in your $EDITOR",
        ),
    ]

    opened = query_one(PersonPage)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._sought: tuple[int | None, Record | None] = (None, None)
        """The person and the entry of their timeline to go to, once they are read."""

    panes = query_one(".panes", Horizontal)

    @property
    def inside(self) -> Widget:
        """The sections of an opened person."""
        return self.opened.sheet

    def instead(self) -> ComposeResult:
        """The person's page."""
        yield PersonPage(self, self.desk.clock.now().date())

    def lay_open(self) -> None:
        """Shows the page or the list, without a class: to style all anew takes longer than that."""
        self.opened.display = self.is_open
        if self.is_open:
            self.panes.display = False
        else:
            self.panes.styles.clear_rule("display")

    def fetch(self, journal: "Journal", record: int) -> Person:
        """A person, whole."""
        contact, entry = self._sought
        return Person.read(journal, record, entry if contact == record else None)

    def open_part(self, record: int, noun: Noun, part: int) -> None:
        """Opens a person at an entry of the timeline."""
        self._sought = record, Record(noun, part)
        self.open_record(record)

    def page(self, record: Person, today: date) -> Content:
        """The card as text."""
        return person_card(record, today)

    def action_touch(self) -> None:
        """Notes what passed between me and the person."""
        tending.note_interaction(self, self._named())

    def action_follow_up(self) -> None:
        """Notes what is to be done for the person."""
        for person in self._named():
            tending.note_follow_up(self, person)

    def action_refer(self) -> None:
        """Notes a referral given to the person, or received from them."""
        for person in self._named():
            giving.note_referral(self, person)

    def action_invite(self) -> None:
        """Notes that the person is invited to a meeting."""
        for person in self._named():
            inviting.invite(self, person)

    def action_notes(self) -> None:
        """Opens the person's notes in the editor."""
        if self.record is not None:
            tending.write_notes(self, self.record.card.contact)

    def _named(self) -> tuple[Named, ...]:
        return (self.record.named,) if self.record is not None else ()

    def _fill(self, record: Person) -> None:
        super()._fill(record)
        # Closed, it isn't seen; and whoever walks down the list must not wait for it.
        if self.is_open:
            self.opened.show(record)
        if record.id == self._sought[0]:
            self._sought = None, None
            if record.place is not None:
                self.opened.point_at(record.place)

    @on(Table.Opened)
    def _show_whole(self) -> None:
        if self.record is not None:
            self.opened.show(self.record)
