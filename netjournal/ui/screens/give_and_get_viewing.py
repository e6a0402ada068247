"""The views of Give & get: one list at a time, filtered and opened like any other."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.getters import query_one
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Static

from netjournal.model.change import Noun
from netjournal.model.give_and_get import Totals
from netjournal.ui.desk import Desk
from netjournal.ui.screens.give_and_get_figures import EvidenceView, FiguresView
from netjournal.ui.screens.give_and_get_head import Head
from netjournal.ui.screens.give_and_get_invitations import InvitationsView
from netjournal.ui.screens.give_and_get_lines import FigureLine
from netjournal.ui.screens.give_and_get_referrals import ReferralsView
from netjournal.ui.screens.give_and_get_view import Asked, Told, View
from netjournal.ui.screens.give_and_get_words import totals
from netjournal.ui.screens.listing import Listing, ListScreen
from netjournal.ui.screens.person import Record
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.sheet import Sheet, one_text
from netjournal.ui.widgets.table import Table

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

AnyView = View[Any, Any]


class _Reached(NamedTuple):
    """A row behind a figure."""

    rows: EvidenceView
    row: int
    words: str
    """What the rows were narrowed to."""


class ViewingScreen(ListScreen[Any, Any]):
    """Turns from view to view; a figure is opened as the rows it rests on."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["listing.tcss", "give_and_get.tcss"]
    READS = frozenset(
        {
            Noun.REFERRAL,
            Noun.BUSINESS,
            Noun.INVITATION,
            Noun.CONTACT,
            Noun.GROUP,
            Noun.MEETING,
            Noun.INTERACTION,
            Noun.MEMBERSHIP,
        }
    )
    BINDINGS = [
        Binding(
            "v", "turn(1)", "View", id="give.view", tooltip="Referrals, invitations or figures"
        ),
        Binding(
            "V", "turn(-1)", "View before", show=False, id="give.view_before", tooltip="Turn back"
        ),
        Binding("f", "narrow", "Show", id="give.narrow", tooltip="Show only some of them"),
    ]
    HINT = "name, group, word of a note"
    EMPTY = ReferralsView.empty

    sheet = query_one(Sheet)
    head = query_one(Head)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.referrals, self.invitations = ReferralsView(desk), InvitationsView(desk)
        self.figures = FiguresView(desk)
        self.views: tuple[AnyView, ...] = (self.referrals, self.invitations, self.figures)
        self.view: AnyView = self.referrals
        """The view that is shown, or will be once it is loaded."""
        self.kind = ""
        self._set_for: tuple[AnyView, date] | None = None
        """The view and the day for which the columns are set."""
        self._stays = False
        """Whether the cursor stays where it is when its row moves elsewhere."""
        self._behind: _Reached | None = None
        """Where the opened record was reached from, if that was behind a figure."""

    @property
    def inside(self) -> Widget:
        """The parts of an opened record."""
        return self.sheet

    def body(self) -> ComposeResult:
        """What it all comes to, the views, and the list of one."""
        yield Head([view.title for view in self.views])
        yield from super().body()

    def beside(self) -> ComposeResult:
        """A record opened in full."""
        yield Sheet()

    def columns(self, _: date) -> tuple[Column[Any], ...]:
        """Those of the view."""
        return self.view.columns()

    def load(self, journal: "Journal") -> Told[Any]:
        """What the view lists."""
        told = self.view.load(journal, Asked(self.words, self.kind))
        told.rows.warmed(self.near)
        return told

    def fetch(self, journal: "Journal", record: int) -> Any:
        """One of the view's records."""
        return self.view.fetch(journal, record)

    def page(self, record: Any, _: date) -> Content:
        """A record as text."""
        return one_text(self.view.parts(record))

    def show(self, reading: Listing[Any]) -> None:
        """Shows the list in the view's columns."""
        set_for = (self.view, self.desk.clock.now().date())
        if set_for != self._set_for:
            self._set_for = set_for
            self.table.set_columns(self.view.columns())
            self.query_one(".empty Static", Static).update(self.view.empty)
        self.table.nothing = self.view.nothing
        stays = self._stays and reading.look == self.listed
        place, self._stays = self.table.cursor if stays else None, False
        super().show(reading)
        if place is not None:
            self.table.action_move(place - self.table.cursor)
        if self.focused is None and not reading.first_use:
            self.table.focus()

    def say(self, listing: Listing[Any]) -> None:
        """What the view says of itself."""
        if isinstance(listing, Told):
            self.filter_line.say(listing.said)

    def reload(self) -> None:
        """Loads the list again, and what it all comes to."""
        super().reload()
        self.read(
            lambda journal: journal.give_and_get_totals(),
            self._tell,
            lane="totals",
            after_paint=True,
        )

    def turn_to(self, view: AnyView, kind: str = "", words: str = "") -> None:
        """Shows another view, from its top, narrowed to a kind and to words."""
        super().action_back()
        self.view, self.kind, self.record, self._behind = view, kind, None, None
        # What is still being read is of the view before.
        self.workers.cancel_group(self, "record")
        # A look beside the list is too narrow for the names of figures.
        self.set_class(view is self.figures, "-figures")
        if view in self.views:
            self.head.show(self.views.index(view))
        if self.words != words:
            # Which lists what is looked for then.
            self.filter_line.put(words)
        else:
            self.look_anew()
        self.refresh_bindings()

    def widen(self) -> bool:
        """Lists all of the view."""
        if not (self.kind or self.words):
            return False
        self.turn_to(self.view)
        return True

    def go_to(self, view: AnyView, record: int) -> None:
        """Opens a record of a view, whichever is shown."""
        if view is not self.view or self.kind or self.words:
            self.turn_to(view)
        super().open_record(record)

    def open_record(self, record: int) -> None:
        """Opens a referral."""
        self.go_to(self.referrals, record)

    def keep_place(self, *, along: bool = False) -> None:
        """Lets a row that is about to move go there alone; an opened one is gone along with."""
        if (along or self.is_open) and self.record is not None:
            self._wanted = self.record.id
        else:
            self._stays = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers what the view has."""
        if action == "back" and isinstance(self.view, EvidenceView):
            return True
        if action == "narrow":
            return bool(self.view.kinds) and not self.is_open
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Shows the next view."""
        at = self.views.index(self.view) if self.view in self.views else len(self.views) - 1
        self.turn_to(self.views[(at + by) % len(self.views)])

    def action_narrow(self) -> None:
        """Shows the next kind of lines alone, in the end all again."""
        kinds = ("", *self.view.kinds)
        self.kind = kinds[(kinds.index(self.kind) + 1) % len(kinds)]
        self.look_anew()

    def action_back(self) -> None:
        """Closes the record; goes back to the rows of a figure, and from them to the figures."""
        if self.is_open and self._behind is not None:
            reached = self._behind
            self.turn_to(reached.rows, words=reached.words)
            self.seek_record(reached.row)
        elif isinstance(self.view, EvidenceView) and not self.is_open:
            rows = self.view
            self.turn_to(self.figures, words=rows.words)
            self.seek_record(rows.figure.id)
        else:
            super().action_back()

    def action_filter(self) -> None:
        """Filters as one types."""
        super().action_back()
        self.filter_line.begin()

    @on(Head.Chosen)
    def _choose(self, event: Head.Chosen) -> None:
        self.turn_to(self.views[event.place])

    @on(Table.Opened)
    async def _open_view(self, event: Table.Opened[Any]) -> None:
        if self._set_for is None or self._set_for[0] is not self.view:
            event.prevent_default()
        elif isinstance(self.view, FiguresView):
            event.prevent_default()
            self._open_figure(event.row)
        elif isinstance(self.view, EvidenceView):
            event.prevent_default()
            one = event.row.evidence
            await self.open_subject(Record(one.noun, one.record_id), one.contact_id)
        elif self.record is not None:
            self._behind = None
            self.sheet.show(self.view.parts(self.record), from_top=True)

    @on(Sheet.Opened)
    async def _open_part(self) -> None:
        if isinstance(subject := self.sheet.subject, Record):
            await self.open_subject(subject)

    async def open_subject(self, subject: Record, contact_id: int | None = None) -> None:
        """Opens what a line is about; of what has no page, the contact's is opened."""
        from netjournal.ui.screens import giving

        match subject.noun:
            case Noun.REFERRAL | Noun.INVITATION:
                behind = self._reached_from
                asked = subject.noun is Noun.REFERRAL
                self.go_to(self.referrals if asked else self.invitations, subject.id)
                self._behind = behind
            case Noun.BUSINESS:
                giving.change_business(self, subject.id)
            case Noun.MEETING:
                await self.run_action(f"app.open_record('meetings', {subject.id})")
            case Noun.CONTACT:
                await self.run_action(f"app.open_record('contacts', {subject.id})")
            case _ if contact_id is not None:
                await self.run_action(f"app.open_record('contacts', {contact_id})")

    @property
    def _reached_from(self) -> _Reached | None:
        """The rows of a figure one looks at, or came from to the record that is open."""
        if isinstance(self.view, EvidenceView) and self.table.row is not None:
            return _Reached(self.view, self.table.row.id, self.words)
        return self._behind if self.is_open else None

    def _open_figure(self, figure: FigureLine) -> None:
        self.turn_to(EvidenceView(self.desk, figure, self.words))

    def _read_record(self, record: int) -> None:
        # Until another view is loaded, the table still holds the lines of the one before.
        if self._set_for is not None and self._set_for[0] is self.view:
            super()._read_record(record)

    def _fill(self, record: Any) -> None:
        super()._fill(record)
        if self.is_open:
            self.sheet.show(self.view.parts(record))
        self.refresh_bindings()

    def _tell(self, found: Totals) -> None:
        self.head.tell(totals(found, self.desk.preferences.currency))
