"""Lines and paragraphs to type in, in a terminal's own colours."""

import pytest
from rich.color import Color
from textual.app import App, ComposeResult

from netjournal.ui.widgets.field import Line, Paragraph


class Form(App[None]):
    """A line and a paragraph, both empty."""

    def compose(self) -> ComposeResult:
        """The two."""
        yield Line(placeholder="a name")
        yield Paragraph(placeholder="a why")


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_what_is_typed_stands_on_the_terminals_own_background(theme: str) -> None:
    app = Form()
    async with app.run_test() as pilot:
        app.theme = theme
        for control in (app.query_one(Line), app.query_one(Paragraph)):
            control.focus()
            await pilot.pause()
            assert control.background_colors[1].rich_color == Color.parse("default")


async def test_a_hint_is_not_taken_for_what_was_typed() -> None:
    app = Form()
    async with app.run_test() as pilot:
        app.theme = "ansi-dark"
        await pilot.pause()
        (hint,) = [part for part in app.query_one(Paragraph).render_line(0) if "why" in part.text]
        assert hint.style is not None
        assert hint.style.dim
