"""Rows are fetched in stretches, once each, and only where they are looked at."""

from netjournal.ui.widgets.rows import STRETCH, Rows


class Shelf:
    """A source of numbers that remembers what was asked of it."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[tuple[int, int]] = []

    def page(self, first: int, count: int) -> tuple[int, ...]:
        """The numbers from `first` on."""
        self.asked.append((first, count))
        return tuple(range(first, min(first + count, self.count)))


def test_a_stretch_is_fetched_once() -> None:
    shelf = Shelf(1_000_000)
    rows = Rows(shelf.count, shelf.page)
    assert [rows[index] for index in (700_000, 700_001, 700_000)] == [700_000, 700_001, 700_000]
    assert shelf.asked == [(700_000 - 700_000 % STRETCH, STRETCH)]


def test_only_some_stretches_stay_in_memory() -> None:
    shelf = Shelf(1_000_000)
    rows = Rows(shelf.count, shelf.page)
    for index in range(0, 100 * STRETCH, STRETCH):
        assert rows[index] == index
    assert rows[0] == 0
    assert shelf.asked.count((0, STRETCH)) == 2


def test_a_list_that_got_shorter_has_blank_rows() -> None:
    rows: Rows[int] = Rows(10, lambda *_: ())
    assert rows[3] is None


def test_warming_fetches_what_will_be_seen() -> None:
    shelf = Shelf(10 * STRETCH)
    rows = Rows(shelf.count, shelf.page).warmed(5 * STRETCH)
    fetched = len(shelf.asked)
    assert rows[5 * STRETCH - 20] is not None
    assert rows[5 * STRETCH + 20] is not None
    assert len(shelf.asked) == fetched


def test_warming_an_empty_list_fetches_nothing() -> None:
    shelf = Shelf(0)
    Rows(0, shelf.page).warmed(7)
    assert shelf.asked == []


def test_find_looks_around_a_place_only() -> None:
    shelf = Shelf(1_000_000)
    rows = Rows(shelf.count, shelf.page)
    assert rows.find(lambda number: number == 500_050, 500_000) == 500_050
    assert rows.find(lambda number: number == 3, 500_000) is None
    assert len(shelf.asked) == 3


def test_find_stays_inside_the_list() -> None:
    shelf = Shelf(5)
    assert Rows(5, shelf.page).find(lambda number: number == 9, 4) is None
