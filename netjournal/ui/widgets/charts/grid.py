"""A grid of cells that charts are drawn on."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

Run = tuple[str, "Ink"]
"""Some text in one ink."""


class Ink(StrEnum):
    """What a cell means, as the theme's colour for it."""

    PLAIN = "$foreground"
    MUTED = "$text-muted"
    TITLE = "bold $text-primary"
    GOOD = "$text-success"
    POOR = "$text-warning"
    BAD = "$text-error"


class Grid:
    """Cells in rows, blank to begin with; what falls outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width = max(width, 0)
        self.height = max(height, 0)
        self._chars = [[" "] * self.width for _ in range(self.height)]
        self._inks = [[Ink.PLAIN] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, text: str, ink: Ink = Ink.PLAIN) -> None:
        """Writes text of single-width characters from a cell on."""
        if 0 <= y < self.height:
            for place, char in enumerate(text, x):
                if 0 <= place < self.width:
                    self._chars[y][place] = char
                    self._inks[y][place] = ink

    def blank(self, x: int, y: int) -> bool:
        """Whether a cell is inside and nothing is drawn in it."""
        return 0 <= y < self.height and 0 <= x < self.width and self._chars[y][x] == " "

    def replace(self, x: int, y: int, char: str) -> None:
        """Writes a character in the ink that its cell has."""
        if 0 <= y < self.height and 0 <= x < self.width:
            self._chars[y][x] = char

    def paste(self, other: "Grid", x: int, y: int) -> None:
        """Draws another grid with its corner at a cell."""
        for row, runs in enumerate(other.rows(), y):
            place = x
            for text, ink in runs:
                self.put(place, row, text, ink)
                place += len(text)

    def rows(self) -> Sequence[Sequence[Run]]:
        """The rows from the top, each as runs of one ink."""
        return [
            list(_runs(chars, inks)) for chars, inks in zip(self._chars, self._inks, strict=True)
        ]

    def text(self) -> list[str]:
        """The rows without their inks."""
        return ["".join(row) for row in self._chars]


def step_ink(value: float, low: float = 1, high: float = 5, *, high_is_good: bool = True) -> Ink:
    """The ink of a value, on a scale of a rating's five steps unless told otherwise."""
    inks = _GOOD if high_is_good else _BAD
    share = (value - low) / (high - low)
    return inks[min(max(int(share * (len(inks) - 1) + 0.5), 0), len(inks) - 1)]


_GOOD = (Ink.BAD, Ink.POOR, Ink.PLAIN, Ink.GOOD, Ink.GOOD)
_BAD = tuple(reversed(_GOOD))


def _runs(chars: Sequence[str], inks: Sequence[Ink]) -> Iterator[Run]:
    cells = zip(chars, inks, strict=True)
    for ink, together in groupby(cells, lambda cell: cell[1]):
        yield "".join(char for char, _ in together), ink
