"""What the areas share that are a long list with the record under the cursor beside it."""

from abc import abstractmethod
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.filter_line import FilterLine
from netjournal.ui.widgets.pane import Pane
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


class Numbered(Protocol):
    """Something with an id of its own."""

    @property
    def id(self) -> int:
        """Its id."""


_WALKING = ("move(", "page(", "top", "bottom", "walk(", "scroll")
"""Actions that need no record."""

Row = TypeVar("Row", bound=Numbered)
Record = TypeVar("Record", bound=Numbered)


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """A stretch of the journal as a list."""

    look: Hashable
    """What was looked for; another look begins at the top."""
    rows: Rows[Row]
    total: int | None
    """How many there are, None while they haven't been counted."""
    first_use: bool
    """Whether there is nothing yet that could be listed."""


class ListScreen(AreaScreen[Listing[Row]], Generic[Row, Record]):
    """A list filtered as one types; Enter opens the record beside it in full, Esc closes it."""

    CSS_PATH: ClassVar[CSSPathType | None] = "listing.tcss"
    AUTO_FOCUS = "Table"
    BINDINGS = [
        Binding("escape", "back", "Back", id="record.back", tooltip="Back to the list"),
        Binding("slash", "filter", "Filter", id="list.filter", tooltip="Filter as you type"),
        Binding("J", "walk(1)", "Next", show=False, id="record.next", tooltip="The next record"),
        Binding(
            "K", "walk(-1)", "Before", show=False, id="record.before", tooltip="The record before"
        ),
    ]

    HINT: ClassVar[str]
    """What the filter looks for."""
    EMPTY: ClassVar[Content]
    """What will be here, and which key begins it."""

    table: query_one[Table[Row]] = query_one("Table", Table)
    pane = query_one(Pane)
    filter_line = query_one(FilterLine)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.words = ""
        self.record: Record | None = None
        self.listed: Hashable = None
        """The look of which the list is."""
        self.is_open = False
        """Whether a record is opened in full."""
        self._anew = False
        self._bare = True
        self._wanted: int | None = None
        self._is_new = False
        self._pinned = False

    @abstractmethod
    def columns(self, today: date) -> tuple[Column[Row], ...]:
        """The columns of the list."""

    @abstractmethod
    def fetch(self, journal: "Journal", record: int) -> Record:
        """Reads one record whole; runs in a thread."""

    @abstractmethod
    def page(self, record: Record, today: date) -> Content:
        """A record as text."""

    @abstractmethod
    def say(self, listing: Listing[Row]) -> None:
        """Says at the filter how many there are."""

    @property
    def near(self) -> int:
        """The row around which a load may fetch ahead."""
        return 0 if self._anew else self.table.cursor

    @property
    def inside(self) -> Widget:
        """What is worked with in an opened record."""
        return self.pane

    def lines(self) -> Table[Row]:
        """The list itself."""
        return Table(self.columns(self.desk.clock.now().date()), lambda row: row.id)

    def beside(self) -> ComposeResult:
        """What stands beside the pane, or takes its place, once a record is opened."""
        return ()

    def instead(self) -> ComposeResult:
        """What takes the place of both the list and the pane."""
        return ()

    def lay_open(self) -> None:
        """Shows a record in full or, when none is opened, the list with the pane beside it."""
        self.set_class(self.is_open, "-open")

    def body(self) -> ComposeResult:
        """The filter, the list, the record; and what to do while there is none."""
        yield FilterLine(f"/ {self.HINT}", self.narrow_to)
        with Horizontal(classes="panes"):
            yield self.lines()
            yield Pane()
            yield from self.beside()
        yield from self.instead()
        with Vertical(classes="empty"):
            yield Static(self.EMPTY)

    def awaits(self, key: str) -> bool:
        """Whether it is too early for a key: walking on waits for no record, all else does."""
        if super().awaits(key):
            return True
        if isinstance(self.focused, Input):
            return False
        return self.is_reading("record") and not self._walks(key)

    def show(self, reading: Listing[Row]) -> None:
        """Shows the list; the cursor stays with its row unless something else is looked for."""
        if self.has_class("-empty") and not reading.first_use:
            # While it was hidden it couldn't keep the focus.
            self.call_after_refresh(self.table.focus)
        self.set_class(reading.first_use, "-empty")
        self.table.show(reading.rows, from_top=reading.look != self.listed)
        self.listed = reading.look
        self._anew = False
        self.say(reading)
        if self._wanted is not None:
            self._go_to(self._wanted)
        elif self._pinned and self.record is not None:
            self._read_record(self.record.id)

    def narrow_to(self, words: str) -> None:
        """Lists what fits the words."""
        self.words = words
        self.look_anew()

    def look_anew(self) -> None:
        """Lists what is looked for now, from the top, in the frame that is painted next."""
        self._anew = True
        self.reload_at_once()

    def open_record(self, record: int) -> None:
        """Opens a record."""
        self._open()
        self.seek_record(record)

    def seek_record(self, record: int) -> None:
        """Goes to a record without opening it in full."""
        self._wanted = record
        self.reload()

    def come_to(self, record: int) -> None:
        """Goes to a new record, which is listed even if it isn't what was looked for."""
        self._is_new = not self.is_open
        self.seek_record(record)

    def widen(self) -> bool:
        """Lists all there is; whether it didn't before."""
        if not self.words:
            return False
        self.filter_line.put("")
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to go back only where there is something to go back from."""
        if action == "back":
            return self.is_open
        return super().check_action(action, parameters)

    def action_filter(self) -> None:
        """Filters as one types."""
        self.action_back()
        self.filter_line.begin()

    def action_back(self) -> None:
        """Closes the record."""
        self._turn(is_open=False)
        self.table.focus()
        if self._pinned:
            self._pinned = False
            self._highlighted(Table.Highlighted(self.table, self.table.row))

    def action_walk(self, lines: int) -> None:
        """Goes to another record without closing this one."""
        self._pinned = False
        self.table.action_move(lines)

    @on(FilterLine.Left)
    def _to_list(self) -> None:
        self.table.focus()

    @on(Table.Highlighted)
    def _highlighted(self, event: Table.Highlighted[Row]) -> None:
        if (event.row is None) is not self._bare:
            self._bare = event.row is None
            self.refresh_bindings()
        if self._pinned:
            return
        if event.row is not None:
            self._read_record(event.row.id)
        else:
            self.record = None
            self.pane.show(Content(""))

    @on(Table.Opened)
    def _open(self) -> None:
        self._turn(is_open=True)
        self.inside.focus()

    def _go_to(self, wanted: int) -> None:
        is_new, self._is_new = self._is_new, False
        found = self.table.seek(lambda row: row.id == wanted)
        # Still wanted, while all is listed to find it there.
        if found or not (is_new and self.widen()):
            self._wanted = None
            # A record far down a long list is opened all the same, without its row.
            self._pinned = not found
            self._read_record(wanted)

    def _walks(self, key: str) -> bool:
        keys = (
            node._bindings.key_to_bindings.get(key, ()) for node in (self.focused, self) if node
        )
        return any(binding.action.startswith(_WALKING) for each in keys for binding in each)

    def _turn(self, *, is_open: bool) -> None:
        if is_open != self.is_open:
            self.is_open = is_open
            self.lay_open()
            self.refresh_bindings()

    def _read_record(self, record: int) -> None:
        self.read(
            lambda journal: self.fetch(journal, record), self._fill, lane="record", after_paint=True
        )

    def _fill(self, record: Record) -> None:
        same = self.record is not None and self.record.id == record.id
        self.record = record
        self.pane.show(self.page(record, self.desk.clock.now().date()), from_top=not same)
