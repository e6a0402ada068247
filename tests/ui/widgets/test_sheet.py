"""The sheet's wrapping, its cursor and what a key does in a part longer than is seen."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.getters import query_one

from netjournal.ui.widgets.hanging import Hanging
from netjournal.ui.widgets.sheet import Part, Sheet, one_text


class Reading(App[None]):
    """A sheet by itself."""

    sheet = query_one(Sheet)

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[object] = []

    def compose(self) -> ComposeResult:
        """The sheet."""
        yield Sheet()

    def on_sheet_opened(self) -> None:
        """Notes what was opened."""
        self.opened.append(self.sheet.subject)


def parts(*subjects: str) -> list[Part]:
    """A part nothing can be done with, then one for each subject."""
    return [
        Part(Content("Heading")),
        *(Part(Content(subject or "blank"), subject=subject or None) for subject in subjects),
    ]


def subject(app: Reading) -> object:
    """What the part under the cursor is about."""
    return app.sheet.subject


def drawn(app: Reading) -> list[str]:
    """The lines as they are drawn, without blanks at their ends."""
    sheet = app.sheet
    return [sheet.render_line(y).text.rstrip() for y in range(sheet.size.height)]


async def test_parts_stand_apart_unless_joined_and_a_bar_marks_the_cursor() -> None:
    app = Reading()
    async with app.run_test(size=(30, 8)):
        app.sheet.show(
            [
                Part(Content("Ana"), subject=1),
                Part(Content("Why"), subject=2),
                Part(Content("so"), subject=3, joined=True),
            ]
        )
        assert drawn(app)[:5] == ["▌ Ana", "", "  Why", "  so", ""]


async def test_words_wrap_and_a_long_value_goes_on_below_itself() -> None:
    app = Reading()
    async with app.run_test(size=(24, 10)):
        facts = (("Met", Content("at the mill, where she spoke")),)
        app.sheet.show([Part(Content("How we met in those days"), facts, subject=1)])
        assert drawn(app)[:5] == [
            "▌ How we met in those",
            "▌ days",
            "▌ Met  at the mill,",
            "▌      where she spoke",
            "",
        ]


def test_the_same_parts_are_one_text() -> None:
    facts = (("Met", Content("at the mill, where she spoke")), ("Where", Content("Mill\nStreet")))
    text = one_text(
        [Part(Content("They")), Part(Content(""), facts, joined=True), Part(Content("Go"))]
    )
    assert isinstance(text, Hanging)
    assert text.at(24).plain.split("\n") == [
        "They",
        "",
        "Met    at the mill,",
        "       where she spoke",
        "Where  Mill",
        "       Street",
        "",
        "Go",
    ]


async def test_keys_pass_over_parts_one_can_do_nothing_with() -> None:
    app = Reading()
    async with app.run_test() as pilot:
        app.sheet.show(parts("a", "", "b"))
        assert subject(app) == "a"
        await pilot.press("j")
        assert subject(app) == "b"
        await pilot.press("j")
        assert subject(app) == "b"
        await pilot.press("g")
        assert subject(app) == "a"
        await pilot.press("G")
        assert subject(app) == "b"
        await pilot.press("enter")
        assert app.opened == ["b"]


@pytest.mark.parametrize(
    ("after", "about"),
    [(("x", "a", "b"), "b"), (("a", "c"), "c"), (("a",), "a"), ((), None)],
)
async def test_the_cursor_stays_with_its_subject_or_near(
    after: tuple[str, ...], about: str | None
) -> None:
    app = Reading()
    async with app.run_test() as pilot:
        app.sheet.show(parts("a", "b"))
        await pilot.press("j")
        app.sheet.show(parts(*after))
        assert subject(app) == about
        app.sheet.show(parts("a", "b"), from_top=True)
        assert subject(app) == "a"


async def test_a_part_longer_than_is_seen_is_read_before_the_next_comes() -> None:
    app = Reading()
    async with app.run_test(size=(30, 10)) as pilot:
        tale = Content("\n".join(f"line {number}" for number in range(24)))
        app.sheet.show([Part(tale, subject="tale"), Part(Content("end"), subject="end")])
        await pilot.pause()
        seen = []
        for _ in range(3):
            await pilot.press("j")
            seen.append((subject(app), drawn(app)[-1].strip("▌ ")))
        assert seen == [("tale", "line 14"), ("tale", "line 19"), ("tale", "line 23")]
        await pilot.press("j")
        assert subject(app) == "end"
        assert drawn(app)[-1] == "▌ end"
        await pilot.press("k")
        assert subject(app) == "tale"
        assert drawn(app)[-1] == "▌ line 23"
        await pilot.press("k", "k", "k", "k")
        assert drawn(app)[0] == "▌ line 0"


async def test_a_page_takes_the_cursor_along() -> None:
    app = Reading()
    async with app.run_test(size=(30, 10)) as pilot:
        app.sheet.show(parts(*"abcdefghijkl"))
        await pilot.pause()
        await pilot.press("pagedown")
        assert f"▌ {app.sheet.subject}" in drawn(app)
        assert subject(app) != "a"
        await pilot.press("pageup", "pageup")
        assert drawn(app)[0] == "  Heading"


async def test_a_click_points_and_another_opens() -> None:
    app = Reading()
    async with app.run_test(size=(30, 10)) as pilot:
        app.sheet.show(parts("a", "b"))
        await pilot.click(Sheet, offset=(3, 4))
        assert (subject(app), app.opened) == ("b", [])
        await pilot.click(Sheet, offset=(3, 4))
        assert app.opened == ["b"]
        await pilot.click(Sheet, offset=(3, 0))
        assert subject(app) == "b"


async def test_made_narrower_it_wraps_anew() -> None:
    app = Reading()
    async with app.run_test(size=(60, 10)) as pilot:
        app.sheet.show([Part(Content("one two three four five six"), subject=1)])
        assert drawn(app)[0] == "▌ one two three four five six"
        await pilot.resize_terminal(20, 10)
        assert drawn(app)[:2] == ["▌ one two three", "▌ four five six"]


@pytest.mark.parametrize(("theme", "backgrounds"), [("textual-dark", 2), ("ansi-dark", 1)])
async def test_a_terminals_own_colours_stay_on_their_own_background(
    theme: str, backgrounds: int
) -> None:
    app = Reading()
    async with app.run_test() as pilot:
        app.theme = theme
        app.sheet.show([Part(Content.styled("Ana", "bold $text-primary"), subject=1)])
        app.sheet.focus()
        await pilot.pause()
        lines = (app.sheet.render_line(0), app.sheet.render_line(1))
        met = {part.style.bgcolor for line in lines for part in line if part.style}
        assert len(met) == backgrounds
