"""Long lines hang in beneath their own beginning."""

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.getters import query_one

from netjournal.ui.widgets.hanging import Hanging, HangingText, wrapped

TEXT = Hanging(
    [
        (Content("Riverside"), 0),
        (Content.assemble(("Next  ", "bold"), "Thu 3 Dec, Thu 17 Dec, Thu 31 Dec"), 6),
        (Content("A note that is as long as it is."), 0),
    ]
)


class Reading(App[None]):
    """A text by itself."""

    text = query_one(HangingText)

    def compose(self) -> ComposeResult:
        """The text."""
        yield HangingText()


def test_what_fits_stays_as_it_is() -> None:
    assert TEXT.at(80).plain == TEXT.plain


def test_what_does_not_fit_goes_on_beneath_what_it_says() -> None:
    assert TEXT.at(24).plain.split("\n")[:4] == [
        "Riverside",
        "Next  Thu 3 Dec, Thu 17",
        "      Dec, Thu 31 Dec",
        "A note that is as long as it is.",
    ]


def test_styles_stay_with_their_words() -> None:
    (bold,) = TEXT.at(24).spans
    assert TEXT.at(24).plain[bold.start : bold.end] == "Next  "


def test_with_hardly_any_room_lines_go_on_beneath_the_label() -> None:
    assert TEXT.at(17).plain == TEXT.plain


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("18 · 9 came · 4 no-show · 4 declined", ["18 · 9 came ·", "4 no-show ·", "4 declined"]),
        ("1 given · 2 received", ["1 given ·", "2 received"]),
        ("1 given · 2 got", ["1 given · 2 got"]),
        ("Designer · The Bread Company", ["Designer · The", "Bread Company"]),
        ("A note\n\nof two", ["A note", "", "of two"]),
        ("", [""]),
    ],
)
def test_what_is_listed_is_broken_between_its_parts(words: str, lines: list[str]) -> None:
    styled = Content.styled(words, "bold")
    assert [line.plain for line in wrapped(styled, 15)] == lines
    assert all(line.spans for line in wrapped(styled, 15) if line)
    hung = Hanging([(Content("Said  ") + styled, 6)]).at(21)
    assert [line.strip() for line in hung.plain[6:].split("\n")] == lines


def test_a_list_without_a_label_is_broken_between_its_parts_too() -> None:
    text = Hanging([(Content("y came · x no-show · c declined"), 0)])
    assert text.at(25).plain == "y came · x no-show ·\nc declined"


async def test_it_is_broken_anew_when_the_terminal_changes() -> None:
    app = Reading()
    async with app.run_test(size=(80, 20)) as pilot:
        app.text.show(TEXT)
        await pilot.pause()
        assert app.text.size.height == 3
        await pilot.resize_terminal(24, 20)
        await pilot.pause()
        assert app.text.size.height == 5
        assert "\n      Dec, Thu 31 Dec\n" in str(app.text.render())
        await pilot.resize_terminal(80, 20)
        await pilot.pause()
        assert app.text.size.height == 3
