"""A table whose rows can be marked, for something to be done with all of them at once."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.table import Table

Row = TypeVar("Row")

_SIGN = "✓"


class MarkingTable(Table[Row], Generic[Row]):
    """Shows a sign before each marked row; rows stay marked while they are out of the list."""

    COMPONENT_CLASSES = {"table--marked"}
    DEFAULT_CSS = """
    MarkingTable .table--marked { color: $text-accent; }
    """
    BINDINGS = [
        Binding("space", "mark", "Mark", id="list.mark", tooltip="Mark the line, or no longer"),
        Binding("escape", "unmark", "Unmark", id="list.unmark", tooltip="Take all marks off"),
    ]
    lead = 3

    class Marked(Message):
        """Other rows are marked than before."""

    def __init__(
        self,
        columns: tuple[Column[Row], ...],
        key: Callable[[Row], int],
        *,
        id: str | None = None,
    ) -> None:
        """`key` is what a marked row is known by."""
        super().__init__(columns, key, id=id)
        self._number = key
        self._marked: set[int] = set()

    @property
    def marked(self) -> AbstractSet[int]:
        """The keys of the marked rows, in the list or not."""
        return self._marked

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to take marks off only where there are some."""
        if action == "unmark":
            return bool(self._marked)
        return super().check_action(action, parameters)

    def mark(self, keys: Iterable[int]) -> None:
        """Marks these rows and no others."""
        self._marked = set(keys)
        self._drawn.clear()
        self.refresh()
        self.post_message(self.Marked())

    def action_mark(self) -> None:
        """Marks the row under the cursor, or no longer, and goes on to the next."""
        self._toggle()
        self.action_move(1)

    def action_unmark(self) -> None:
        """Takes all marks off."""
        self.mark(())

    def _clicked(self, event: events.Click) -> None:
        # Before the row is where its sign stands.
        if event.x < self.lead:
            self._toggle()
        else:
            super()._clicked(event)

    def _toggle(self) -> None:
        if (row := self.row) is not None:
            self._marked ^= {self._number(row)}
            self._redraw(self.cursor)
            self.post_message(self.Marked())

    def _row_line(self, row: Row, under_cursor: bool) -> Strip:
        marked = self._number(row) in self._marked
        lead = ("▌" if under_cursor else " ") + (f"{_SIGN} " if marked else "  ")
        name = "table--cursor" if under_cursor else "table--marked" if marked else ""
        style = self.get_visual_style(name) if name else self.visual_style
        muted = style if under_cursor else self.get_visual_style("table--muted")
        plain = under_cursor and self._plain_cursor
        return self._fitted.row(lead, row, style, muted, plain=plain)
