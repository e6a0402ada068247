"""A choice by keys and by mouse."""

import pytest
from textual.app import App, ComposeResult
from textual.getters import query_one

from netjournal.ui.widgets.choice import Choice


class Choosing(App[None]):
    """A choice by itself."""

    choice = query_one(Choice)

    def __init__(self, *, blank: bool = True, value: str | None = None) -> None:
        super().__init__()
        self._begun = Choice(("trial", "member", "missing"), blank=blank).with_value(value)

    def compose(self) -> ComposeResult:
        """The choice."""
        yield self._begun


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ((), None),
        (("right",), "trial"),
        (("left",), "missing"),
        (("right", "right", "right", "right"), "trial"),
        (("m",), "member"),
        (("m", "m"), "missing"),
        (("m", "z"), "member"),
        (("m", "backspace"), None),
    ],
)
async def test_keys_choose(keys: tuple[str, ...], chosen: str | None) -> None:
    app = Choosing()
    async with app.run_test() as pilot:
        app.choice.focus()
        await pilot.press(*keys)
        assert app.choice.value == chosen


async def test_what_must_be_answered_cannot_be_left_blank() -> None:
    app = Choosing(blank=False, value="member")
    async with app.run_test() as pilot:
        app.choice.focus()
        await pilot.press("backspace")
        assert app.choice.value == "member"


async def test_the_mouse_chooses_and_takes_back() -> None:
    app = Choosing()
    async with app.run_test() as pilot:
        await pilot.click(Choice, offset=(9, 0))
        assert app.choice.value == "member"
        await pilot.click(Choice, offset=(9, 0))
        assert app.choice.value is None


async def test_the_chosen_word_shows_without_colour() -> None:
    app = Choosing(value="member")
    async with app.run_test():
        assert app.choice.render().plain == " trial [member] missing "


async def test_words_that_do_not_fit_go_on_in_line_with_those_above() -> None:
    app = Choosing(value="member")
    async with app.run_test(size=(16, 10)):
        lines = [app.choice.render_line(y).text.rstrip() for y in range(app.choice.size.height)]
        assert lines == [" trial [member]", " missing"]
