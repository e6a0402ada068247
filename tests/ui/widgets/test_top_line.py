"""The line at the top: its title in the room there is."""

import pytest
from textual.app import App, ComposeResult

from netjournal.ui.widgets.top_line import Tab, TopLine
from tests.ui.conftest import StandingClock


class Page(App[None]):
    """Nothing but the line."""

    def __init__(self, sample: bool) -> None:
        super().__init__()
        self.sample = sample

    def compose(self) -> ComposeResult:
        tabs = (Tab("today", "1", "Today", active=True), Tab("groups", "2", "Groups"))
        yield TopLine(tabs, StandingClock(), sample=self.sample)


@pytest.mark.parametrize(
    ("sample", "width", "line"),
    [
        (False, 60, "netjournal  ▌1 Today  2 Groups                 Wed 18 Nov"),
        (False, 36, "netjournal  ▌1 Today  2 Groups"),
        (False, 24, "▌1 Today  2 Groups"),
        (True, 60, "netjournal · sample  ▌1 Today  2 Groups        Wed 18 Nov"),
        (True, 50, "sample  ▌1 Today  2 Groups           Wed 18 Nov"),
        (True, 32, "sample  ▌1 Today  2 Groups"),
        (True, 24, "▌1 Today  2 Groups"),
    ],
)
async def test_the_title_fits(sample: bool, width: int, line: str) -> None:
    app = Page(sample)
    async with app.run_test(size=(width, 5)):
        drawn = app.query_one(TopLine).render_line(0).text.strip()
    assert drawn.split() == line.split()
