"""The rows of a long list, fetched in stretches when they are wanted."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Row = TypeVar("Row")

STRETCH = 40
_KEPT = 32


class Rows(Generic[Row]):
    """A list of any length, of which only the stretches looked at are in memory."""

    def __init__(self, count: int, page: Callable[[int, int], tuple[Row, ...]]) -> None:
        """`page(first, count)` returns that stretch, counted from 0."""
        self.count = count
        self._page = page
        self._stretches: OrderedDict[int, tuple[Row, ...]] = OrderedDict()

    def __getitem__(self, index: int) -> Row | None:
        """The row at an index; None when the list turned out to be shorter."""
        number, offset = divmod(index, STRETCH)
        stretch = self._stretches.get(number)
        if stretch is None:
            stretch = self._stretches[number] = self._page(number * STRETCH, STRETCH)
            if len(self._stretches) > _KEPT:
                self._stretches.popitem(last=False)
        return stretch[offset] if offset < len(stretch) else None

    def warmed(self, index: int = 0) -> "Rows[Row]":
        """These rows with the stretches around an index fetched, for the thread that loads them."""
        last = max(self.count - 1, 0)
        for near in (index - STRETCH // 2, index, index + STRETCH // 2):
            if self.count:
                self[min(max(near, 0), last)]
        return self

    def find(self, wanted: Callable[[Row], bool], near: int) -> int | None:
        """Where a row is, looked for only in the stretches around an index."""
        last = self.count - 1
        for number in _outwards(near // STRETCH):
            for index in range(max(number * STRETCH, 0), min((number + 1) * STRETCH, last + 1)):
                row = self[index]
                if row is not None and wanted(row):
                    return index
        return None


def _outwards(middle: int) -> tuple[int, int, int]:
    return (middle, middle - 1, middle + 1)
