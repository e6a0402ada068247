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

_GAP = "  "
_MARK = "▌ "
_NO_MARK = "  "


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


class Fitted(Generic[Row]):
    """Columns fitted to a width."""

    def __init__(self, columns: Iterable[Column[Row]], width: int, palette: Palette) -> None:
        """`palette` knows the styles of cells that are content."""
        shown = [column for column in columns if column.hidden_below <= width]
        room = width - len(_MARK) - sum(column.width for column in shown)
        room -= len(_GAP) * (len(shown) - 1)
        shares = sum(column.share for column in shown if not column.width)
        self.width = width
        self._palette = palette
        self._columns = [
            (column, column.width or max(room * column.share // max(shares, 1), 1))
            for column in shown
        ]

    def titles(self, style: Style) -> Strip:
        """The line above the rows."""
        return self._strip(_NO_MARK, (column.title for column, _ in self._columns), style, style)

    def row(self, row: Row, style: Style, muted: Style, *, marked: bool = False) -> Strip:
        """A row's line."""
        cells = (column.cell(row) for column, _ in self._columns)
        return self._strip(_MARK if marked else _NO_MARK, cells, style, muted)

    def _strip(
        self, mark: str, cells: Iterable[str | Content], style: Style, muted: Style
    ) -> Strip:
        segments: list[Segment] = []
        # Neighbours of one style are one segment: everything downstream costs by the segment.
        run, shade, length = mark, style, len(mark)
        for (column, width), cell in zip(self._columns, cells, strict=True):
            wanted = muted if column.muted else style
            if isinstance(cell, Content):
                segments.append(Segment(run, shade.rich_style))
                content = cell.truncate(width, ellipsis=True, pad=True)
                segments += self._palette.segments(content, wanted)
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


def _fit(text: str, width: int, right: bool) -> str:
    length = cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + "…"
    blanks = " " * (width - length)
    return blanks + text if right else text + blanks
