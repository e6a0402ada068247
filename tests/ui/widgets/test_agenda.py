"""The agenda's cursor and its columns."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.getters import query_one

from netjournal.ui.widgets.agenda import Agenda, Line, row


class Reading(App[None]):
    """An agenda by itself."""

    agenda = query_one(Agenda)

    def compose(self) -> ComposeResult:
        """The agenda."""
        yield Agenda()


def under_cursor(app: Reading) -> object:
    """What the line under the cursor is about."""
    return app.agenda.subject


def lines(*subjects: str) -> list[Line]:
    """A heading over a line for each subject; a blank one is about nothing."""
    return [Line("Heading"), *(Line(subject, subject or None) for subject in subjects)]


async def test_the_first_line_that_is_about_something_is_under_the_cursor() -> None:
    app = Reading()
    async with app.run_test() as pilot:
        app.agenda.show(lines("a", "b"))
        assert under_cursor(app) == "a"
        await pilot.press("j")
        assert under_cursor(app) == "b"
        await pilot.press("k")
        assert under_cursor(app) == "a"


async def test_keys_pass_over_lines_about_nothing() -> None:
    app = Reading()
    async with app.run_test() as pilot:
        app.agenda.show(lines("a", "", "b", "", "c"))
        await pilot.press("down")
        assert under_cursor(app) == "b"
        await pilot.press("G")
        assert under_cursor(app) == "c"
        await pilot.press("g")
        assert under_cursor(app) == "a"


@pytest.mark.parametrize(
    ("after", "subject"),
    [(("x", "a", "b", "c"), "b"), (("a", "c"), "c"), (("a",), "a"), ((), None)],
)
async def test_the_cursor_stays_with_its_subject_or_near(
    after: tuple[str, ...], subject: str | None
) -> None:
    app = Reading()
    async with app.run_test() as pilot:
        app.agenda.show(lines("a", "b", "c"))
        await pilot.press("j")
        app.agenda.show(lines(*after))
        assert under_cursor(app) == subject


@pytest.mark.parametrize("name", ["Ana", "王小明与朋友", "👩‍👩‍👧 Family", "a" * 60, "e\u0301" * 20])
def test_cells_keep_their_columns_whatever_is_in_them(name: str) -> None:
    drawn = row(40, ("Tue 17 Nov", 11), (name, 0), ("end", 5)).plain
    assert cell_len(drawn) == 40
    assert drawn.endswith("  end  ")


async def test_a_click_moves_the_cursor_and_another_opens() -> None:
    opened: list[object] = []

    class Listening(Reading):
        def on_agenda_opened(self) -> None:
            opened.append(self.agenda.subject)

    app = Listening()
    async with app.run_test() as pilot:
        app.agenda.show(lines("a", "", "b"))
        await pilot.click(Agenda, offset=(2, 3))
        assert (under_cursor(app), opened) == ("b", [])
        await pilot.click(Agenda, offset=(2, 2))
        assert (under_cursor(app), opened) == ("b", [])
        await pilot.click(Agenda, offset=(2, 3))
        assert opened == ["b"]


async def test_the_cursor_is_never_out_of_sight() -> None:
    app = Reading()
    async with app.run_test(size=(40, 10)) as pilot:
        app.agenda.show(lines(*map(str, range(30))))
        await pilot.pause()
        await pilot.press("G")
        assert app.agenda.scroll_offset.y == 31 - 10
        await pilot.press("g")
        assert app.agenda.scroll_offset.y == 0


async def test_with_the_last_line_comes_what_is_below_it() -> None:
    app = Reading()
    async with app.run_test(size=(40, 5)) as pilot:
        app.agenda.show(lines("a", "b", "c", "d", "", ""))
        await pilot.pause()
        await pilot.press("G")
        assert app.agenda.scroll_offset.y == 2
        await pilot.press("k")
        assert under_cursor(app) == "c"


@pytest.mark.parametrize(("theme", "colours"), [("textual-dark", 2), ("ansi-dark", 1)])
async def test_the_line_under_the_cursor_keeps_its_colours_where_they_can_be_read(
    theme: str, colours: int
) -> None:
    app = Reading()
    async with app.run_test() as pilot:
        app.theme = theme
        said = Content.assemble(("good", "$text-success"), (" bad", "$text-error"))
        app.agenda.show([Line(said, "a")])
        await pilot.pause()
        strip = app.agenda.render_line(0)
        shown = {part.style.color for part in strip if part.text.strip() and part.style}
        assert len(shown) == colours
