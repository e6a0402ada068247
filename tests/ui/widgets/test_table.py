"""The table's cursor, its columns and its patience."""

from dataclasses import dataclass

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.getters import query_one

from netjournal.errors import BusyError
from netjournal.text import visible
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table


@dataclass(frozen=True)
class Person:
    """A row."""

    id: int
    name: str


NAMES = (
    "Ana Ruiz",
    "李伟",
    "שלום כהן",
    "Zoë Ångström",
    "e\u0301lodie",
    "👩‍👩‍👧 Family",
    "Bob [/]",
    "[@click=app.quit]x[/]",
    "\x1b[31mred",
    "\u202egnol",
    "a name that is much longer than any column will ever be wide " * 3,
    "N" * 10_000,
    "\u0301" * 10_000,
    "a" + "\u0301" * 50,
    "שלום עולם",
    "李伟明" * 30,
    "🇫🇷🇩🇪👍🏽",
    "❤️ 1️⃣",
)


def _shaded(person: Person) -> Content:
    return Content.styled(visible(person.name)[:200], "$text-muted")


class Screenful(App[None]):
    """A table by itself."""

    table: query_one[Table[Person]] = query_one("Table", Table)

    def __init__(self) -> None:
        super().__init__()
        self.highlighted: list[Person | None] = []
        self.opened: list[Person] = []
        self.headed: list[str] = []

    def compose(self) -> ComposeResult:
        """The table."""
        yield Table(
            (
                Column("Name", lambda person: person.name, share=2),
                Column("Shade", _shaded),
                Column("Number", lambda person: str(person.id), width=8, right=True),
                Column("Wide", lambda _: "only when wide", width=14, hidden_below=60),
            ),
            lambda person: person.id,
        )

    def on_table_highlighted(self, event: Table.Highlighted[Person]) -> None:
        """Remembers where the cursor was."""
        self.highlighted.append(event.row)

    def on_table_opened(self, event: Table.Opened[Person]) -> None:
        """Remembers what was opened."""
        self.opened.append(event.row)

    def on_table_headed(self, event: Table.Headed[Person]) -> None:
        """Remembers which title was clicked."""
        self.headed.append(event.title)

    def lines(self) -> list[str]:
        """What is drawn."""
        return [self.table.render_line(y).text for y in range(self.table.size.height)]


def people(count: int, first: int = 0) -> Rows[Person]:
    """So many people, with ids from `first` on."""

    def page(start: int, size: int) -> tuple[Person, ...]:
        return tuple(
            Person(first + index, f"Person {first + index}")
            for index in range(start, min(start + size, count))
        )

    return Rows(count, page)


async def test_the_cursor_goes_where_keys_say() -> None:
    app = Screenful()
    async with app.run_test(size=(50, 12)) as pilot:
        app.table.show(people(1_000_000))
        for keys, place in (
            ("j j down", 3),
            ("k up", 1),
            ("G", 999_999),
            ("j", 999_999),
            ("g", 0),
            ("k", 0),
            ("end", 999_999),
            ("home", 0),
            ("pagedown", 10),
            ("pageup", 0),
        ):
            await pilot.press(*keys.split())
            assert app.table.cursor == place, keys
        assert app.highlighted[-1] == Person(0, "Person 0")


async def test_the_line_under_the_cursor_is_on_the_screen_and_marked() -> None:
    app = Screenful()
    async with app.run_test(size=(50, 12)) as pilot:
        app.table.show(people(1_000_000))
        await pilot.press("G")
        last = app.lines()[-1]
        assert last.startswith("▌ Person 999999")
        await pilot.press("k")
        assert app.lines()[-1].startswith("  Person 999999")
        assert app.lines()[-2].startswith("▌ Person 999998")


async def test_enter_and_a_double_click_open() -> None:
    app = Screenful()
    async with app.run_test(size=(50, 12)) as pilot:
        app.table.show(people(5))
        await pilot.press("j", "enter")
        await pilot.click("Table", offset=(5, 4), times=2)
        assert [person.id for person in app.opened] == [1, 3]
        assert app.table.cursor == 3


async def test_a_click_below_the_rows_does_nothing() -> None:
    app = Screenful()
    async with app.run_test(size=(50, 12)) as pilot:
        app.table.show(people(2))
        await pilot.click("Table", offset=(5, 8))
        await pilot.click("Table", offset=(5, 0))
        assert app.table.cursor == 0


async def test_the_cursor_stays_with_its_record() -> None:
    app = Screenful()
    async with app.run_test(size=(50, 12)) as pilot:
        app.table.show(people(100, first=10))
        await pilot.press(*"jjjjj")
        assert app.table.row == Person(15, "Person 15")
        app.table.show(people(100, first=0))
        assert app.table.row == Person(15, "Person 15")
        app.table.show(people(3))
        assert app.table.cursor == 2
        app.table.show(people(100), from_top=True)
        assert app.table.cursor == 0


async def test_an_empty_table_has_nothing_to_open() -> None:
    app = Screenful()
    async with app.run_test(size=(50, 12)) as pilot:
        app.table.show(people(0))
        await pilot.press("j", "enter", "G")
        assert app.table.row is None
        assert app.opened == []
        assert app.highlighted == [None]


@pytest.mark.parametrize("width", [24, 50, 80, 160])
async def test_every_line_is_as_wide_as_the_table_whatever_the_names(width: int) -> None:
    app = Screenful()
    rows = tuple(Person(number, name) for number, name in enumerate(NAMES))
    async with app.run_test(size=(width, len(rows) + 2)) as pilot:
        app.table.show(Rows(len(rows), lambda first, count: rows[first : first + count]))
        await pilot.pause()
        lines = app.lines()
        assert {cell_len(line) for line in lines} == {width}
        assert not any(mark in line for line in lines for mark in "\x1b\u202e")
        assert ("only when wide" in lines[1]) == (width >= 60)
        # However a name is written, the columns after it begin at the same cell.
        numbers = [
            cell_len(line[: line.rfind(str(number))]) for number, line in enumerate(lines[1:-1])
        ]
        assert len(set(numbers[:10])) == len(set(numbers[10:])) == 1
        assert max(map(len, lines)) < 16 * width


async def test_an_empty_table_says_why() -> None:
    app = Screenful()
    async with app.run_test(size=(50, 6)):
        app.table.nothing = "Nobody fits.\nEsc shows everyone."
        app.table.show(people(0))
        assert [line.strip() for line in app.lines()[2:5]] == [
            "Nobody fits.",
            "Esc shows everyone.",
            "",
        ]
        app.table.show(people(1))
        assert "Nobody" not in "".join(app.lines())


async def test_other_columns_and_the_sign_of_the_one_sorted_by() -> None:
    app = Screenful()
    async with app.run_test(size=(30, 6)):
        app.table.show(people(1))
        app.table.set_columns(
            (
                Column("Name", lambda person: person.name, width=10, sign="▲"),
                Column("Organisation", lambda _: "", width=8, sign="▼"),
            )
        )
        assert app.lines()[0].split() == ["Name", "▲", "Organ…", "▼"]
        assert app.lines()[1].strip() == "▌ Person 0"


async def test_a_click_on_a_title_tells_which() -> None:
    app = Screenful()
    async with app.run_test(size=(50, 6)) as pilot:
        app.table.show(people(3))
        await pilot.press("j")
        for x in (0, 3, 49):
            await pilot.click("Table", offset=(x, 0))
        assert app.headed == ["Name", "Number"]
        assert app.table.cursor == 1


async def test_numbers_end_at_the_same_place() -> None:
    app = Screenful()
    rows = tuple(Person(number, name) for number, name in ((7, "李伟"), (12345, "Ana")))
    async with app.run_test(size=(50, 6)):
        app.table.show(Rows(2, lambda first, count: rows[first : first + count]))
        lines = app.lines()[1:3]
        ends = {cell_len(line.rstrip()) for line in lines}
        assert len(ends) == 1


async def test_a_busy_journal_leaves_lines_blank_and_is_asked_again() -> None:
    app = Screenful()
    busy = True

    def page(first: int, count: int) -> tuple[Person, ...]:
        if busy:
            raise BusyError("Another program holds the journal.")
        return (Person(0, "Ana"),)

    async with app.run_test(size=(50, 6)) as pilot:
        app.table.show(Rows(1, page))
        await pilot.pause()
        assert "Ana" not in app.lines()[1]
        busy = False
        await pilot.pause(0.3)
        assert "Ana" in app.lines()[1]


@pytest.mark.parametrize(("theme", "colours"), [("textual-dark", 2), ("ansi-dark", 1)])
async def test_under_the_cursor_a_terminals_own_colours_give_way(theme: str, colours: int) -> None:
    app = Screenful()
    app.theme = theme
    async with app.run_test(size=(50, 6)):
        app.table.show(people(2))
        styles = {segment.style for segment in app.table.render_line(1) if segment.text.strip()}
        assert len(styles) == colours
