"""Lines finer than a cell: two dots across and four down in each, as braille patterns."""

from collections.abc import Iterator

ACROSS, DOWN = 2, 4
_FIRST = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


class Braille:
    """Dots over so many cells; dot (0, 0) is at the top left."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width * ACROSS
        self.height = height * DOWN
        self._cells: dict[tuple[int, int], int] = {}

    def dot(self, x: int, y: int) -> None:
        """Sets a dot; one outside is left out."""
        if 0 <= x < self.width and 0 <= y < self.height:
            cell = x // ACROSS, y // DOWN
            self._cells[cell] = self._cells.get(cell, 0) | _BITS[y % DOWN][x % ACROSS]

    def clear(self, x: int, y: int) -> None:
        """Takes a dot away."""
        cell = x // ACROSS, y // DOWN
        if cell in self._cells:
            self._cells[cell] &= ~_BITS[y % DOWN][x % ACROSS]

    def line(self, start: tuple[int, int], end: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """The dots from one to another, the same whichever comes first."""
        (x, y), (to_x, to_y) = sorted((start, end))
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            yield (
                x + (2 * (to_x - x) * step + steps) // (2 * steps),
                y + (2 * (to_y - y) * step + steps) // (2 * steps),
            )

    def cells(self) -> Iterator[tuple[int, int, str]]:
        """The cells that hold a dot, with their characters."""
        for (x, y), bits in sorted(self._cells.items()):
            yield x, y, chr(_FIRST + bits)
