"""Text whose long lines go on beneath their own beginning, not beneath their label."""

import re
from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

_DOT = re.compile(" · ")
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


def wrapped(text: Content, width: int) -> list[Content]:
    """A text in lines of so many cells; one that lists things ends between two of them."""
    return [
        part
        for line in text.split("\n", allow_blank=True)
        for part in _between_dots(line, width) or line.wrap(width)
    ]


def _between_dots(line: Content, width: int) -> list[Content]:
    """A line ended after some of its dots; nothing where more stands between two than fits."""
    parts: list[Content] = []
    start = end = 0
    for place in (*(dot.end() for dot in _DOT.finditer(line.plain)), len(line)):
        if line[start:place].rstrip().cell_length > width:
            parts.append(line[start:end].rstrip())
            start = end
        if line[start:place].rstrip().cell_length > width:
            return []
        end = place
    return [*parts, line[start:]]


def _broken(line: Content, by: int, width: int) -> Content:
    fits = line.cell_length <= width and "\n" not in line.plain
    if fits or width - by < _LEAST:
        return line
    if not by:
        # Where nothing is listed it is left to whoever draws it.
        return Content("\n").join(_between_dots(line, width) or [line])
    label, said = line[:by], line[by:]
    first, *rest = wrapped(said, width - by) or [Content("")]
    return Content("\n").join([label + first, *(more.pad_left(by) for more in rest)])
