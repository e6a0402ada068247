"""Long lines hang in beneath their own beginning."""

from textual.app import App, ComposeResult
from textual.content import Content
from textual.getters import query_one

from netjournal.ui.widgets.hanging import Hanging, HangingText

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
