"""An agenda: sections of lines, a cursor going over those one can act on."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

_GAP = 2


class Line(Option):
    """One line of an agenda; a heading or a blank when it is about nothing."""

    def __init__(self, content: Content | str, subject: Hashable | None = None) -> None:
        shown = content if isinstance(content, Content) else Content(content)
        super().__init__(shown, disabled=subject is None)
        self.subject = subject
        """What the line is about; two lines of one subject are the same line."""


class Agenda(OptionList):
    """Shows lines and keeps the cursor on what it is about while they change."""

    DEFAULT_CSS = """
    Agenda {
        height: 1fr;
        border: none;
        padding: 0;
        background: transparent;
        &:focus {
            border: none;
            background-tint: transparent;
        }
        & > .option-list--option {
            text-wrap: nowrap;
        }
        & > .option-list--option-disabled {
            color: $foreground;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
        Binding("g", "first", "First", show=False),
        Binding("G", "last", "Last", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    @property
    def subject(self) -> Hashable | None:
        """What the line under the cursor is about."""
        option = self.highlighted_option
        return option.subject if isinstance(option, Line) else None

    def show(self, lines: Sequence[Line]) -> None:
        """Shows these lines; the cursor stays on its subject, or else near where it was."""
        subject, place = self.subject, self.highlighted or 0
        self.set_options(lines)
        self.highlighted = _place(lines, subject, place)


def _place(lines: Sequence[Line], subject: Hashable | None, near: int) -> int | None:
    """Where the cursor goes: to the subject, or the nearest line below or else above `near`."""
    places = [place for place, line in enumerate(lines) if line.subject is not None]
    same = [place for place in places if lines[place].subject == subject]
    below = [place for place in places if place >= near]
    return next(iter([*same, *below, *reversed(places)]), None)


def row(width: int, *cells: tuple[Content | str, int]) -> Content:
    """Cells side by side in that many columns each; one of 0 takes the room that is left."""
    rest = width - sum(columns for _, columns in cells) - _GAP * (len(cells) - 1)
    fitted = (
        Content.assemble(cell).truncate(max(columns or rest, 0), ellipsis=True, pad=True)
        for cell, columns in cells
    )
    return Content(" " * _GAP).join(fitted)
