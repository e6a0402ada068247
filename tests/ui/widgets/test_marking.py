"""Marks: set by key and mouse, drawn beside the row, kept whatever the list shows."""

from dataclasses import dataclass

from textual.app import App, ComposeResult
from textual.getters import query_one

from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.marking import MarkingTable
from netjournal.ui.widgets.rows import Rows


@dataclass(frozen=True)
class Person:
    """A row."""

    id: int
    name: str


class Screenful(App[None]):
    """A table by itself."""

    table: query_one[MarkingTable[Person]] = query_one("Table", MarkingTable)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []

    def compose(self) -> ComposeResult:
        """The table."""
        yield MarkingTable((Column("Name", lambda person: person.name),), lambda person: person.id)

    def on_marking_table_marked(self) -> None:
        """Remembers how many were marked."""
        self.told.append(len(self.table.marked))

    def lines(self) -> list[str]:
        """What is drawn below the title."""
        lines = (self.table.render_line(y).text for y in range(1, self.table.size.height))
        return [line.rstrip() for line in lines]


def people(*ids: int) -> Rows[Person]:
    """People of these ids."""
    rows = tuple(Person(number, f"Person {number}") for number in ids)
    return Rows(len(rows), lambda first, count: rows[first : first + count])


async def test_space_marks_and_goes_on() -> None:
    app = Screenful()
    async with app.run_test(size=(30, 5)) as pilot:
        app.table.show(people(1, 2, 3))
        await pilot.press("space", "space", "k", "space")
        assert app.table.marked == {1}
        assert app.table.cursor == 2
        assert app.lines() == [" ✓ Person 1", "   Person 2", "▌  Person 3", ""]
        assert app.told == [1, 2, 1]


async def test_the_last_row_can_be_marked_and_unmarked_where_it_is() -> None:
    app = Screenful()
    async with app.run_test(size=(30, 5)) as pilot:
        app.table.show(people(1))
        await pilot.press("space")
        assert app.lines()[0] == "▌✓ Person 1"
        await pilot.press("space")
        assert app.lines()[0] == "▌  Person 1"


async def test_a_click_before_a_row_marks_it_and_one_on_it_does_not() -> None:
    app = Screenful()
    async with app.run_test(size=(30, 6)) as pilot:
        app.table.show(people(1, 2))
        await pilot.click("Table", offset=(1, 2))
        assert app.table.marked == {2}
        await pilot.click("Table", offset=(5, 1))
        await pilot.click("Table", offset=(1, 4))
        await pilot.click("Table", offset=(1, 0))
        assert app.table.marked == {2}


async def test_marks_stay_while_their_rows_are_out_of_the_list() -> None:
    app = Screenful()
    async with app.run_test(size=(30, 5)) as pilot:
        app.table.show(people(1, 2, 3))
        await pilot.press("space")
        app.table.show(people(3))
        assert app.lines()[0].endswith("  Person 3")
        app.table.show(people(1, 3))
        assert "✓ Person 1" in app.lines()[0] + app.lines()[1]
        app.table.mark(())
        assert not any("✓" in line for line in app.lines())
        await pilot.pause()
        assert app.told[-1] == 0


async def test_an_empty_table_has_nothing_to_mark() -> None:
    app = Screenful()
    async with app.run_test(size=(30, 5)) as pilot:
        app.table.show(people())
        await pilot.press("space")
        assert app.table.marked == frozenset()
