"""Contacts: the people one knows, however many, with a card beside the list."""

from dataclasses import dataclass, replace
from datetime import date
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
from netjournal.model.contact import Card, ContactLine, Order
from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.screens.contact_page import contact_page
from netjournal.ui.widgets.filter_line import FilterLine
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.pane import Pane
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_EMPTY = Content.from_markup(
    "[b]The people you meet will be listed here.[/b]\n\n"
    "Whoever you note in a reflection comes here by themselves;\n"
    "press [b $text-accent]n[/] to add someone yourself."
)


@dataclass(frozen=True, slots=True)
class _Look:
    """Which contacts are looked at, in which order."""

    words: str = ""
    order: Order = Order.NAME
    archived: bool = False


@dataclass(frozen=True, slots=True)
class People:
    """The contacts looked at."""

    look: _Look
    rows: Rows[ContactLine]
    total: int | None


class ContactsScreen(AreaScreen[People]):
    """The list of contacts, filtered as one types, and the card of the one under the cursor."""

    CSS_PATH = "contacts.tcss"
    READS = frozenset({Noun.CONTACT, Noun.MEETING, Noun.GROUP})
    AUTO_FOCUS = "Table"
    BINDINGS = [
        Binding("escape", "back", "Back", id="contacts.back", tooltip="Back to the list"),
        Binding("slash", "filter", "Filter", id="contacts.filter", tooltip="Filter as you type"),
        Binding("n", "new", "New", id="contacts.new", tooltip="Add a contact"),
        Binding("e", "edit", "Edit", id="contacts.edit", tooltip="Edit the contact"),
        Binding("s", "sort", "Sort", id="contacts.sort", tooltip="Sort by the next column"),
        Binding("d", "delete", "Delete", id="contacts.delete", tooltip="Delete the contact"),
        Binding("a", "archive", "Archive", id="contacts.archive", tooltip="Archive, or bring back"),
        Binding(
            "A",
            "archived",
            "Archived",
            show=False,
            id="contacts.archived",
            tooltip="List who is archived, or who isn't",
        ),
        Binding(
            "J", "walk(1)", "Next", show=False, id="contacts.next", tooltip="The next person's card"
        ),
        Binding(
            "K",
            "walk(-1)",
            "Before",
            show=False,
            id="contacts.before",
            tooltip="The card of the person before",
        ),
    ]

    table: query_one[Table[ContactLine]] = query_one("Table", Table)
    pane = query_one(Pane)
    filter_line = query_one(FilterLine)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._look = _Look()
        self._shown: _Look | None = None
        self._card: Card | None = None

    def body(self) -> ComposeResult:
        """The filter, the list, the card; and what to do while there is nobody."""
        yield FilterLine("/ name, organisation, tag, note")
        with Horizontal(classes="panes"):
            yield Table(_columns(self.desk.clock.now().date()), lambda line: line.id)
            yield Pane(id="card")
        with Vertical(classes="empty"):
            yield Static(_EMPTY)

    def load(self, journal: "Journal") -> People:
        """The contacts looked at, with the rows around the cursor."""
        look = self._look
        pages = journal.contacts.pages(look.words, order=look.order, archived=look.archived)
        near = self.table.cursor if look == self._shown else 0
        return People(look, Rows(pages.shown, pages.page).warmed(near), pages.total)

    def show(self, reading: People) -> None:
        """Shows the list; the cursor stays with its person unless others are looked at."""
        look = reading.look
        self.set_class(not reading.rows.count and not look.words and not look.archived, "-empty")
        self.table.show(reading.rows, from_top=look != self._shown)
        self._shown = look
        self._say(reading.total)
        if reading.total is None:
            words, archived = look.words, look.archived
            self.read(
                lambda journal: journal.contacts.count(words, archived=archived),
                self._say,
                lane="count",
            )

    def open_record(self, record: int) -> None:
        """Opens a contact's card."""
        self.table.seek(lambda line: line.id == record)
        self._load_card(record)
        self._open()

    @on(FilterLine.Changed)
    def _narrow(self, event: FilterLine.Changed) -> None:
        self._relook(replace(self._look, words=event.words))

    @on(FilterLine.Left)
    def _to_list(self) -> None:
        self.table.focus()

    @on(Table.Highlighted)
    def _show_card(self, event: Table.Highlighted[ContactLine]) -> None:
        if event.row is None:
            self._card = None
            self.pane.show(Content(""))
        else:
            self._load_card(event.row.id)

    @on(Table.Opened)
    def _open(self) -> None:
        self.add_class("-open")
        self.pane.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to go back only where there is something to go back from."""
        if action == "back":
            return self.has_class("-open")
        return super().check_action(action, parameters)

    def action_filter(self) -> None:
        """Filters as one types."""
        self.action_back()
        self.filter_line.begin()

    def action_back(self) -> None:
        """Closes the card."""
        self.remove_class("-open")
        self.table.focus()

    def action_walk(self, lines: int) -> None:
        """Goes to another person without closing the card."""
        self.table.action_move(lines)

    def action_sort(self) -> None:
        """Sorts by the next column."""
        orders = tuple(Order)
        following = orders[(orders.index(self._look.order) + 1) % len(orders)]
        self._relook(replace(self._look, order=following))

    def action_archived(self) -> None:
        """Lists who is archived, or who isn't."""
        self._relook(replace(self._look, archived=not self._look.archived))

    def action_new(self) -> None:
        """Adds a contact."""
        from netjournal.ui.dialogs.contact import ContactDialog

        self.ask(
            ContactDialog(),
            lambda journal, draft: journal.contacts.add(draft),
            lambda record: self.read(
                lambda journal: journal.contacts.get(record),
                lambda contact: self.notify(f"Added {contact.name}", markup=False),
                lane="added",
            ),
        )

    def action_edit(self) -> None:
        """Edits the contact whose card is shown."""
        from netjournal.ui.dialogs.contact import ContactDialog

        if self._card is not None:
            contact = self._card.contact
            self.ask(
                ContactDialog(contact),
                lambda journal, draft: journal.contacts.revise(contact.id, draft),
            )

    def action_archive(self) -> None:
        """Archives the contact, or brings them back."""
        if self._card is not None:
            contact = self._card.contact
            said = "Brought back" if contact.archived else "Archived"
            self.act(
                lambda journal: journal.contacts.archive(contact.id, not contact.archived),
                lambda _: self.notify(f"{said}: {contact.name}", markup=False),
            )

    def action_delete(self) -> None:
        """Deletes the contact, once that was confirmed."""
        if self._card is not None:
            contact, met = self._card.contact, self._card.line.times_met
            self.confirm(
                f"Delete {contact.name}?",
                partial(self._delete, contact.id, contact.name),
                yes="Delete",
                detail=_what_goes(met),
            )

    def _delete(self, record: int, name: str) -> None:
        self.act(
            lambda journal: journal.contacts.delete(record),
            lambda _: self.notify(f"Deleted {name}; u takes it back", markup=False),
        )
        self.action_back()

    def _relook(self, look: _Look) -> None:
        self._look = look
        self.reload()

    def _load_card(self, record: int) -> None:
        self.read(lambda journal: journal.contacts.card(record), self._fill_card, lane="card")

    def _fill_card(self, card: Card) -> None:
        same = self._card is not None and self._card.contact.id == card.contact.id
        self._card = card
        page = contact_page(card, self.desk.clock.now().date())
        self.pane.show(page, from_top=not same)

    def _say(self, total: int | None) -> None:
        people = "…" if total is None else f"{total:,}"
        kind = "archived" if self._look.archived else "people"
        self.filter_line.say(f"{people} {kind} · by {self._look.order}")


def _columns(today: date) -> tuple[Column[ContactLine], ...]:
    def day(text: str | None) -> str:
        return short_day(date.fromisoformat(text), today) if text else ""

    return (
        Column("Name", lambda line: line.name, share=3),
        Column("Organisation", lambda line: line.organisation, share=2, hidden_below=46),
        Column("Groups", lambda line: ", ".join(line.groups), share=2, hidden_below=64, muted=True),
        Column("Tags", lambda line: ", ".join(line.tags), share=1, hidden_below=96, muted=True),
        Column("Met", lambda line: str(line.times_met), width=5, hidden_below=40, right=True),
        Column(
            "Last seen", lambda line: day(line.last_seen), width=11, muted=True, hidden_below=56
        ),
    )


def _what_goes(times_met: int) -> str:
    if not times_met:
        return "Nothing else goes with them; u takes it back."
    meetings = "1 meeting" if times_met == 1 else f"{times_met} meetings"
    return f"They leave the rosters of {meetings}, with the notes there; u takes it back."
