"""The columns of a table, and rows set in them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from netjournal.text import visible
from netjournal.ui.widgets.palette import Palette

Row = TypeVar("Row")

LEAD = 2
"""The cells before the first column, unless a table says otherwise."""

_GAP = "  "
_LETTERS_A_CELL = 8
"""Marks pile up without end; no letter of any script needs as many."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its title, what it says of a row, and how wide it is."""

    title: str
    cell: Callable[[Row], str | Content]
    width: int = 0
    """Cells; 0 takes a share of what the others leave."""
    share: int = 1
    hidden_below: int = 0
    """The table's width under which the column is left out."""
    right: bool = False
    """Whether its cells end at the same place."""
    muted: bool = False
    sign: str = ""
    """What ends the title, such as an arrow where the rows are sorted by it."""


class Fitted(Generic[Row]):
    """Columns fitted to a width."""

    def __init__(
        self, columns: Iterable[Column[Row]], width: int, palette: Palette, lead: int = LEAD
    ) -> None:
        """`palette` knows the styles of cells that are content; `lead` cells come before them."""
        shown = [column for column in columns if column.hidden_below <= width]
        room = width - lead - sum(column.width for column in shown)
        room -= len(_GAP) * (len(shown) - 1)
        shares = sum(column.share for column in shown if not column.width)
        self.width = width
        self._palette = palette
        self._lead = lead
        self._columns = [
            (column, column.width or max(room * column.share // max(shares, 1), 1))
            for column in shown
        ]

    def titles(self, style: Style) -> Strip:
        """The line above the rows."""
        titles = (_title(column, width) for column, width in self._columns)
        return self._strip(" " * self._lead, titles, style, style)

    def row(self, lead: str, row: Row, style: Style, muted: Style, *, plain: bool = False) -> Strip:
        """A row's line; `lead` comes before its cells, which are `plain` without own colours."""
        cells = (column.cell(row) for column, _ in self._columns)
        if plain:
            cells = (cell if isinstance(cell, str) else cell.plain for cell in cells)
        return self._strip(lead, cells, style, muted)

    def at(self, x: int) -> Column[Row] | None:
        """The column of a cell of a line, the gap after it included."""
        end = self._lead
        for column, width in self._columns:
            end += width + len(_GAP)
            if self._lead <= x < end:
                return column
        return None

    def _strip(
        self, lead: str, cells: Iterable[str | Content], style: Style, muted: Style
    ) -> Strip:
        segments: list[Segment] = []
        # Neighbours of one style are one segment: everything downstream costs by the segment.
        run, shade, length = lead, style, self._lead
        for (column, width), cell in zip(self._columns, cells, strict=True):
            wanted = muted if column.muted else style
            if isinstance(cell, Content):
                segments.append(Segment(run, shade.rich_style))
                segments += self._palette.segments(cell, wanted, width)
                run, shade = "", wanted
            else:
                if wanted is not shade:
                    segments.append(Segment(run, shade.rich_style))
                    run, shade = "", wanted
                run += _fit(visible(cell), width, column.right)
            run += _GAP
            length += width + len(_GAP)
        length -= len(_GAP)
        segments.append(
            Segment(run.removesuffix(_GAP) + " " * (self.width - length), shade.rich_style)
        )
        strip = Strip(segments, max(length, self.width))
        return strip.adjust_cell_length(self.width, style.rich_style)


def _title(column: Column[Row], width: int) -> str:
    if not column.sign:
        return column.title
    return _fit(column.title, min(width - 2, cell_len(column.title))) + f" {column.sign}"


def _fit(text: str, width: int, right: bool = False) -> str:
    most = width * _LETTERS_A_CELL
    length = cell_len(text[: most + 1])
    if length > width or len(text) > most:
        return set_cell_size(text[:most], width - 1) + "…"
    blanks = " " * (width - length)
    return blanks + text if right else text + blanks
