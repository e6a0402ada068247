"""Duplicates: contacts who may be one person, pair by pair."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from netjournal.model.change import Noun
from netjournal.model.duplicates import Suggestion, Suggestions, Traits
from netjournal.text import visible
from netjournal.ui.desk import Desk
from netjournal.ui.screens import merging
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_NOBODY = "Nobody here looks like somebody else."


class DuplicatesScreen(AreaScreen[Suggestions]):
    """Pairs of contacts who may be one person, the surest first."""

    CSS_PATH = "duplicates.tcss"
    READS = frozenset({Noun.CONTACT})
    BINDINGS = [
        Binding("escape", "back", "Back", id="duplicates.back", tooltip="Back to Contacts"),
        Binding("m", "merge", "Merge", id="duplicates.merge", tooltip="See both side by side"),
        Binding("x", "apart", "Not the same", id="duplicates.apart", tooltip="They are two people"),
    ]
    AUTO_FOCUS = "Table"

    table: query_one[Table[Suggestion]] = query_one("Table", Table)
    count = query_one(".duplicates--count", Static)
    both = query_one(".duplicates--both", Static)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._decided: list[tuple[int, int]] = []
        """The pairs something was decided of, the last one last."""
        self._away: set[tuple[int, int]] = set()
        """Those of them that are no longer listed."""

    def body(self) -> ComposeResult:
        """How many there are, the pairs, and the one under the cursor in full."""
        yield Static("Comparing everyone …", markup=False, classes="duplicates--count")
        yield Table(_COLUMNS, lambda pair: pair.ids)
        yield Static(markup=False, classes="duplicates--both")

    def load(self, journal: "Journal") -> Suggestions:
        """Everyone compared, as far as that isn't known yet."""
        return journal.duplicates.suggested()

    def show(self, reading: Suggestions) -> None:
        """Lists the pairs."""
        pairs = reading.pairs
        self.count.update(counted(reading))
        self.table.nothing = _NOBODY
        self.table.show(Rows(len(pairs), lambda first, count: pairs[first : first + count]))
        self._go_back_to({pair.ids for pair in pairs})

    def open_record(self, record: int) -> None:
        """Leaves the pairs for a contact's page."""
        self.dismiss()
        below = self.app.screen_stack[-1]
        if isinstance(below, AreaScreen):
            below.open_record(record)

    def action_back(self) -> None:
        """Goes back to the list of contacts."""
        self.dismiss()

    @on(Table.Opened)
    def action_merge(self) -> None:
        """Shows both side by side; nothing is merged unasked."""
        if (pair := self.table.row) is not None:
            self._decided.append(pair.ids)
            merging.merge(self, *pair.ids)

    def action_apart(self) -> None:
        """Remembers that they are two people."""
        if (pair := self.table.row) is not None:
            self._decided.append(pair.ids)
            merging.tell_apart(self, *pair.ids)

    def _go_back_to(self, listed: set[tuple[int, int]]) -> None:
        """Goes to the pair that was decided last, once that is taken back."""
        back = [ids for ids in self._decided if ids in listed & self._away]
        if back:
            self.table.seek(lambda pair: pair.ids == back[-1])
        self._away = set(self._decided) - listed

    @on(Table.Highlighted)
    def _show_both(self, event: Table.Highlighted[Suggestion]) -> None:
        pair = event.row
        if pair is None:
            self.both.update("")
            return
        people = "\n".join(map(in_full, (pair.first, pair.second)))
        self.both.update(Content(f"{people}\n") + Content.styled(pair.reason, "$text-muted"))


def counted(reading: Suggestions) -> str:
    """How many pairs there are, in words."""
    shown, total = len(reading.pairs), reading.total
    if total > shown:
        return f"The first {shown:,} of {total:,} pairs that look alike"
    pairs = "1 pair looks" if total == 1 else f"{total:,} pairs look"
    return f"{pairs} alike · the surest first" if total else ""


def in_full(person: Traits) -> str:
    """All that somebody is compared by, in one line."""
    parts = (person.name, person.organisation, *person.emails, *person.phones)
    away = ("archived",) if person.archived else ()
    return visible(" · ".join((*filter(None, parts), *away)))


def _named(person: Traits) -> str:
    return f"{person.name} · {person.organisation}" if person.organisation else person.name


_COLUMNS: tuple[Column[Suggestion], ...] = (
    Column("Noted first", lambda pair: _named(pair.first)),
    Column("Noted later", lambda pair: _named(pair.second)),
    Column("Why", lambda pair: pair.reason, muted=True),
)
