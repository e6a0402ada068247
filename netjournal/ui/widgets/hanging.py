"""Text whose long lines go on beneath their own beginning, not beneath their label."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

_LEAST = 12
"""How many cells must be left beside a label; with fewer, lines go on beneath it."""


class Hanging(Content):
    """A text that knows how far each of its lines hangs in."""

    def __init__(self, lines: Sequence[tuple[Content, int]]) -> None:
        """`lines` come with the cells by which they hang in where they don't fit."""
        whole = Content("\n").join(line for line, _ in lines)
        super().__init__(whole.plain, list(whole.spans))
        self._lines = tuple(lines)

    def at(self, width: int) -> Content:
        """The text broken to a width."""
        return Content("\n").join(_broken(line, by, width) for line, by in self._lines)


class HangingText(Static):
    """Shows a text, broken to its own width."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._text = Content("")

    def show(self, text: Content) -> None:
        """Shows another text."""
        self._text = text
        self.refresh(layout=True)

    def render(self) -> Content:
        """The text as wide as there is room."""
        return self._at(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes at that width."""
        return self._at(width).get_height({}, width) if width else 0

    def _at(self, width: int) -> Content:
        text = self._text
        return text.at(width) if isinstance(text, Hanging) and width else text


def _broken(line: Content, by: int, width: int) -> Content:
    fits = line.cell_length <= width and "\n" not in line.plain
    if not by or fits or width - by < _LEAST:
        return line
    label, said = line[:by], line[by:]
    first, *rest = said.wrap(width - by)
    return Content("\n").join([label + first, *(more.pad_left(by) for more in rest)])
