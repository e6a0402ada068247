"""The widgets that show charts: their cursor, their resizing, their colours."""

from datetime import date, timedelta

from textual.app import App, ComposeResult
from textual.getters import query_one

from netjournal.ui.widgets.charts.band import Band, Mark
from netjournal.ui.widgets.charts.bars import Bar
from netjournal.ui.widgets.charts.chart import Bands, Heat

MONDAY = date(2026, 8, 31)
DAYS = (MONDAY, MONDAY + timedelta(weeks=12) - timedelta(days=1))
WEEKS = [MONDAY + timedelta(weeks=number) for number in range(12)]


class Wall(App[None]):
    """Both charts, one above the other."""

    bands = query_one(Bands)
    heat = query_one(Heat)

    def __init__(self) -> None:
        super().__init__()
        self.moves = 0

    def compose(self) -> ComposeResult:
        """The charts."""
        yield Bands()
        yield Heat("Energy")

    def on_bands_moved(self) -> None:
        """Counts."""
        self.moves += 1

    def fill(self, weeks: list[date]) -> None:
        """Shows a value a week."""
        line = [Mark(day, number % 5 + 1) for number, day in enumerate(weeks)]
        band = Band(title="Energy", top="buzzing", bottom="drained", line=line, dots=line)
        bars = [Bar(day, day + timedelta(days=6), 1) for day in weeks]
        self.bands.show([band] * 3, bars, DAYS)
        self.heat.show({mark.day: mark.value for mark in line}, DAYS)

    def lines(self) -> list[str]:
        """What the bands show."""
        return [self.bands.render_line(y).text for y in range(self.bands.size.height)]


async def test_charts_are_blank_until_there_is_something_to_show() -> None:
    app = Wall()
    async with app.run_test():
        assert "".join(app.lines()).strip() == ""
        app.fill([])
        assert app.bands.cursor is None
        app.bands.move(1)
        assert app.bands.cursor is None


async def test_the_cursor_begins_at_the_latest_and_stays_inside() -> None:
    app = Wall()
    async with app.run_test() as pilot:
        app.fill(WEEKS)
        assert app.bands.cursor == 11
        app.bands.move(1)
        assert app.bands.cursor == 11
        app.bands.move(-3)
        assert app.bands.cursor == 8
        app.bands.move(-99)
        assert app.bands.cursor == 0
        await pilot.pause()
        assert app.moves == 3


async def test_the_cursor_stays_on_its_days_when_others_come() -> None:
    app = Wall()
    async with app.run_test():
        app.fill(WEEKS[2:])
        app.bands.move(-5)
        app.fill(WEEKS)
        assert WEEKS[app.bands.cursor or 0] == WEEKS[6]
        app.fill(WEEKS[8:])
        assert app.bands.cursor == 0, "the nearest to its days"
        app.fill(WEEKS)
        assert WEEKS[app.bands.cursor or 0] == WEEKS[6]


async def test_the_cursor_at_the_latest_goes_on_to_what_is_later() -> None:
    app = Wall()
    async with app.run_test():
        app.fill(WEEKS[:5])
        app.fill(WEEKS)
        assert app.bands.cursor == 11
        app.bands.move(-1)
        app.bands.move(1)
        app.fill(WEEKS[:5])
        app.fill(WEEKS)
        assert app.bands.cursor == 11


async def test_the_days_under_the_cursor_are_marked_by_colour_and_by_an_arrow() -> None:
    app = Wall()
    async with app.run_test():
        app.fill(WEEKS)
        app.bands.move(-4)
        marked = app.bands.marked()
        strip = app.bands.render_line(0)
        inside = {seg.style.bgcolor for seg in strip.crop(marked.start, marked.stop) if seg.style}
        outside = {seg.style.bgcolor for seg in strip.crop(0, marked.start) if seg.style}
        assert len(inside) == 1
        assert inside.isdisjoint(outside)
        assert app.lines()[-1].index("▲") in marked


async def test_a_click_moves_the_cursor_to_the_nearest_days() -> None:
    app = Wall()
    async with app.run_test() as pilot:
        app.fill(WEEKS)
        app.bands.move(-11)
        middle = app.bands.marked().start + 1
        app.bands.move(11)
        await pilot.click(Bands, offset=(middle, 2))
        assert app.bands.cursor == 0
        await pilot.click(Bands, offset=(0, 0))
        assert app.bands.cursor == 0


async def test_charts_fit_any_size_they_are_given() -> None:
    app = Wall()
    async with app.run_test(size=(80, 24)) as pilot:
        app.fill(WEEKS)
        for size in ((10, 11), (200, 60), (1, 9), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert {len(line) for line in app.lines()} <= {size[0]}
            app.bands.move(-1)
            app.bands.move(1)


async def test_the_calendar_is_drawn_in_colours() -> None:
    app = Wall()
    async with app.run_test():
        app.fill(WEEKS)
        monday = app.heat.render_line(1)
        assert monday.text.split()[0] == "Mon"
        assert len({seg.style.color for seg in monday if seg.style and "█" in seg.text}) == 1
        assert len({seg.style.color for seg in monday if seg.style}) >= 4
