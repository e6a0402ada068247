"""Contacts: the people one knows, however many, with a card beside the list."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from netjournal.model.contact import ContactLine, Facet, Look, Order
from netjournal.ui.desk import Desk
from netjournal.ui.screens.listing import Listing
from netjournal.ui.screens.people import PeopleScreen
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


class ContactsScreen(PeopleScreen):
    """The list of contacts, filtered as one types, and the card of the one under the cursor."""

    BINDINGS = [
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
    ]
    HINT = "name, organisation, tag, note"
    EMPTY = Content.from_markup(
        "[b]The people you meet will be listed here.[/b]\n\n"
        "Whoever you note in a reflection comes here by themselves;\n"
        "press [b $text-accent]n[/] to add someone yourself."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._order = Order.NAME
        self._archived = False

    def columns(self, today: date) -> tuple[Column[ContactLine], ...]:
        """Name, organisation, groups, tags, how often and when."""

        def day(text: str | None) -> str:
            return short_day(date.fromisoformat(text), today) if text else ""

        return (
            Column("Name", lambda line: line.name, share=3),
            Column("Organisation", lambda line: line.organisation, share=2, hidden_below=46),
            Column("Groups", _groups, share=2, hidden_below=64, muted=True),
            Column("Tags", lambda line: ", ".join(line.tags), hidden_below=96, muted=True),
            Column("Met", lambda line: str(line.times_met), width=5, hidden_below=40, right=True),
            Column(
                "Last seen", lambda line: day(line.last_seen), width=11, hidden_below=56, muted=True
            ),
        )

    def load(self, journal: "Journal") -> Listing[ContactLine]:
        """The contacts looked at, with the rows around the cursor."""
        look = self._look_now()
        pages = journal.contacts.pages(look)
        rows = Rows(pages.shown, pages.page).warmed(self.near)
        return Listing(look, rows, pages.total, not rows.count and look == Look(order=look.order))

    def say(self, listing: Listing[ContactLine]) -> None:
        """How many people, and in which order; a long filter's hits are counted afterwards."""
        people = "…" if listing.total is None else f"{listing.total:,}"
        kind = "archived" if self._archived else "person" if listing.total == 1 else "people"
        self.filter_line.say(f"{people} {kind} · by {self._order}")
        if listing.total is None:
            look = self._look_now()
            self.read(
                lambda journal: journal.contacts.count(look),
                lambda total: self._counted(listing, total),
                lane="count",
                after_paint=True,
            )

    def _counted(self, listing: Listing[ContactLine], total: int) -> None:
        # Meanwhile something else may have been looked for, and found quicker.
        if listing.look == self.listed:
            self.say(replace(listing, total=total))

    def action_sort(self) -> None:
        """Sorts by the next column."""
        orders = tuple(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.look_anew()

    def action_archived(self) -> None:
        """Lists who is archived, or who isn't."""
        self._archived = not self._archived
        self.look_anew()

    def action_new(self) -> None:
        """Adds a contact."""
        from netjournal.ui.dialogs.contact import ContactDialog

        self.ask(
            ContactDialog(), lambda journal, draft: journal.contacts.add(draft), self.seek_record
        )

    def action_edit(self) -> None:
        """Edits the contact whose card is shown."""
        from netjournal.ui.dialogs.contact import ContactDialog

        if self.record is not None:
            contact = self.record.card.contact
            self.ask(
                ContactDialog(contact),
                lambda journal, draft: journal.contacts.revise(contact.id, draft),
            )

    def action_archive(self) -> None:
        """Archives the contact, or brings them back."""
        if self.record is not None:
            contact = self.record.card.contact
            said = "Brought back" if contact.archived else "Archived"
            self.act(
                lambda journal: journal.contacts.archive(contact.id, not contact.archived),
                lambda _: self.notify(f"{said}: {contact.name}", markup=False),
            )

    def action_delete(self) -> None:
        """Deletes the contact, once that was confirmed."""
        if self.record is not None:
            contact, line = self.record.card.contact, self.record.card.line
            self.confirm(
                f"Delete {contact.name}?",
                partial(self._delete, contact.id, contact.name),
                yes="Delete",
                detail=_what_goes(line.times_met),
            )

    def _look_now(self) -> Look:
        facet = Facet.ARCHIVED if self._archived else None
        return Look(words=self.words, order=self._order, facet=facet)

    def _delete(self, record: int, name: str) -> None:
        self.act(
            lambda journal: journal.contacts.delete(record),
            lambda _: self.notify(f"Deleted {name}; u takes it back", markup=False),
        )
        self.action_back()


def _groups(line: ContactLine) -> str:
    return ", ".join(line.groups)


def _what_goes(times_met: int) -> str:
    if not times_met:
        return "Nothing else goes with them; u takes it back."
    meetings = "1 meeting" if times_met == 1 else f"{times_met} meetings"
    return f"They leave the rosters of {meetings}, with the notes there; u takes it back."
