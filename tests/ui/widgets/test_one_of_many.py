"""One of many lines, of which only the chosen one is seen."""

from textual.app import App, ComposeResult

from netjournal.ui.widgets.one_of_many import OneOfMany

LONG = "received from Bartholomew Featherstonehaugh about Kim Novak, Tue 3 Nov"


class OneApp(App[None]):
    """The widget, as wide as the screen."""

    def compose(self) -> ComposeResult:
        """A short line and a long one."""
        yield OneOfMany({"1": "from Bo", "2": LONG, "3": "王" * 40}, none="nothing")


def drawn(app: App[None]) -> str:
    """What is seen of it."""
    return app.query_one(OneOfMany).render_line(0).text.rstrip()


async def test_a_long_line_ends_in_an_ellipsis_and_still_says_its_place() -> None:
    app = OneApp()
    async with app.run_test(size=(40, 3)) as pilot:
        assert drawn(app) == "none of 3; ↓ ↑ choose one"
        await pilot.press("tab", "down")
        assert drawn(app) == "[from Bo] 1/3"
        await pilot.press("down")
        assert drawn(app).startswith("[received from Bartholomew Feath")
        assert drawn(app).endswith("…] 2/3")
        assert len(drawn(app)) == 40
        await pilot.press("down")
        assert drawn(app).endswith("…] 3/3")


async def test_what_fits_is_shown_whole() -> None:
    app = OneApp()
    async with app.run_test(size=(100, 3)) as pilot:
        await pilot.press("tab", "down", "down")
        assert drawn(app) == f"[{LONG}] 2/3"
