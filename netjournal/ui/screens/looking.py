"""A list of people that is looked at in an order, narrowed to some of them."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.binding import Binding

from netjournal.model.contact import EVERYONE, ContactChoices, ContactLine, Facet, Look, Order
from netjournal.ui.desk import Desk
from netjournal.ui.screens.contact_columns import contact_columns, order_of
from netjournal.ui.screens.contact_words import counted, nobody
from netjournal.ui.screens.listing import Listing
from netjournal.ui.screens.people import PeopleScreen
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.ui.dialogs.facets import Narrowing

_LOOKS = frozenset({"narrow", "sort", "reverse", "archived"})


class LookingScreen(PeopleScreen):
    """Sorts the list by any column, and narrows it to a facet, a group, a tag."""

    BINDINGS = [
        Binding("x", "narrow", "Show", id="contacts.narrow", tooltip="Show only some people"),
        Binding("s", "sort", "Sort", id="contacts.sort", tooltip="Sort by the next column"),
        Binding(
            "S", "reverse", "Reverse", show=False, id="contacts.reverse", tooltip="Sort backward"
        ),
        Binding(
            "A",
            "archived",
            "Archived",
            show=False,
            id="contacts.archived",
            tooltip="List who is archived, or who isn't",
        ),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._look = EVERYONE
        self._group = ""
        """The name of the group that was looked at last."""
        self._said: Listing[ContactLine] | None = None
        self._set_for: tuple[date, Order, bool] | None = None
        """The day and the order for which the columns are set."""

    @property
    def look(self) -> Look:
        """Which contacts are listed."""
        return replace(self._look, words=self.words)

    def columns(self, today: date) -> tuple[Column[ContactLine], ...]:
        """What is worth knowing of a person at a glance."""
        return contact_columns(today, self._look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaves the list as it is while a person's page lies over it."""
        if action in _LOOKS and self.is_open:
            return False
        return super().check_action(action, parameters)

    def load(self, journal: "Journal") -> Listing[ContactLine]:
        """The contacts looked at, with the rows around the cursor."""
        look = self.look
        with journal.moment():
            pages = journal.contacts.pages(look)
            rows = Rows(pages.shown, pages.page).warmed(self.near)
            return Listing(look, rows, pages.total, not rows.count and _is_new(journal, look))

    def show(self, reading: Listing[ContactLine]) -> None:
        """Shows the list, with a sign at the column it is sorted by."""
        set_for = (self.desk.clock.now().date(), self._look.order, self._look.backward)
        if set_for != self._set_for:
            self._set_for = set_for
            self.table.set_columns(self.columns(set_for[0]))
        self.table.nothing = nobody(self.look)
        super().show(reading)

    def say(self, listing: Listing[ContactLine]) -> None:
        """How many people, and which; a long filter's hits are counted afterwards."""
        self._said = listing
        self.say_again()
        if listing.total is None:
            look = self.look
            self.read(
                lambda journal: journal.contacts.count(look),
                lambda total: self._counted(listing, total),
                lane="count",
                after_paint=True,
            )

    def words_said(self, total: int | None) -> str:
        """What is said at the filter."""
        return counted(self.look, total, self._group)

    def say_again(self) -> None:
        """Says at the filter what is true by now."""
        if self._said is not None:
            self.filter_line.say(self.words_said(self._said.total))

    def look_at(self, look: Look) -> None:
        """Lists other people, or in another order."""
        self._look = look
        self.look_anew()

    def action_sort(self) -> None:
        """Sorts by the next column."""
        orders = tuple(Order)
        self._sort(orders[(orders.index(self._look.order) + 1) % len(orders)])

    def action_reverse(self) -> None:
        """Sorts the other way round."""
        self.look_at(replace(self._look, backward=not self._look.backward))

    def action_narrow(self) -> None:
        """Asks for a facet, a group or a tag, and lists those people."""
        from netjournal.ui.dialogs.facets import FacetsDialog

        def ask(choices: ContactChoices) -> None:
            self.app.push_screen(FacetsDialog(choices, self._look), self._narrow)

        self.read(lambda journal: journal.contacts.choices(), ask, lane="form")

    def action_archived(self) -> None:
        """Lists who is archived, or who isn't."""
        archived = self._look.facet is Facet.ARCHIVED
        self.look_at(replace(self._look, facet=None if archived else Facet.ARCHIVED))

    def _sort(self, order: Order) -> None:
        self.look_at(replace(self._look, order=order, backward=False))

    @on(Table.Headed)
    def _sort_by(self, event: Table.Headed[ContactLine]) -> None:
        order = order_of(event.title)
        if order is self._look.order:
            self.action_reverse()
        elif order is not None:
            self._sort(order)

    def _narrow(self, chosen: "Narrowing | None") -> None:
        if chosen is not None:
            if chosen.kind == "group":
                self._group = chosen.name
            self.look_at(chosen.look)

    def _counted(self, listing: Listing[ContactLine], total: int) -> None:
        # Meanwhile something else may have been looked for, and found quicker.
        if listing.look == self.listed:
            self._said = replace(listing, total=total)
            self.say_again()


def _is_new(journal: "Journal", look: Look) -> bool:
    """Whether nobody is known yet, as far as an empty list of a look can say."""
    plain = Look(order=look.order, backward=look.backward)
    return look == plain and not journal.contacts.count(Look(facet=Facet.ARCHIVED))
