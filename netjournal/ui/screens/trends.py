"""Trends: the three ratings over time, of everything or of one group."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from netjournal.model.change import Noun
from netjournal.model.scale import ENERGY
from netjournal.model.trends import Bucket, By, Span, Trends
from netjournal.text import visible
from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.screens.trends_lines import (
    Choice,
    bands,
    choices,
    columns,
    counts,
    meetings_of,
    nothing,
    over,
    readout,
    summary,
)
from netjournal.ui.widgets.charts.chart import Bands, Heat
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_SPANS = tuple(Span)
_MOST_LINES = 8
_EVERYTHING = "All groups"


class TrendsScreen(AreaScreen[Trends]):
    """The bands with a cursor over time, a calendar of energy, and the groups to choose from."""

    CSS_PATH = "trends.tcss"
    READS = frozenset({Noun.GROUP, Noun.MEETING})
    AUTO_FOCUS = "Table"
    # In less the calendar would leave the bands no room.
    VERTICAL_BREAKPOINTS = [(0, "-short"), (40, "-tall")]
    BINDINGS = [
        Binding(
            "left",
            "step(-1)",
            "Earlier",
            priority=True,
            id="trends.earlier",
            tooltip="The days before",
        ),
        Binding(
            "right", "step(1)", "Later", priority=True, id="trends.later", tooltip="The days after"
        ),
        Binding("w", "by('week')", "Week", id="trends.week", tooltip="A step is a week"),
        Binding("m", "by('month')", "Month", id="trends.month", tooltip="A step is a month"),
        Binding("minus", "span(1)", "Longer", id="trends.longer", tooltip="Look further back"),
        Binding(
            "plus,equals_sign",
            "span(-1)",
            "Shorter",
            id="trends.shorter",
            tooltip="Look less far back",
        ),
        Binding(
            "a", "all", "All time", id="trends.all", tooltip="Look back to the first reflection"
        ),
        Binding(
            "c",
            "calendar",
            "Calendar",
            id="trends.calendar",
            tooltip="The calendar of energy, or the ratings",
        ),
    ]

    table: query_one[Table[Choice]] = query_one("Table", Table)
    bands = query_one(Bands)
    heat = query_one(Heat)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.group_id: int | None = None
        self.span = Span.HALF
        self.by = By.WEEK
        self._trends: Trends | None = None

    def body(self) -> ComposeResult:
        """What it comes to, the charts, the values under the cursor, the groups."""
        with Horizontal(classes="head"):
            yield Static(classes="what", markup=False)
            yield Static(classes="over", markup=False)
        yield Static(id="outlook", markup=False)
        yield Bands("meetings")
        yield Static(id="readout", markup=False)
        yield Heat(ENERGY.title)
        yield Table(columns(), lambda choice: choice.group_id)
        with Vertical(classes="empty"):
            yield Static(_EMPTY)

    def load(self, journal: "Journal") -> Trends:
        """The ratings looked at; of everything once the group is gone."""
        from netjournal.errors import NotFoundError

        try:
            return journal.trends(self.group_id, self.span, self.by)
        except NotFoundError:
            return journal.trends(None, self.span, self.by)

    def show(self, reading: Trends) -> None:
        """Draws a reading; the cursor stays on its days."""
        self._trends = reading
        self.set_class(reading.first_use, "-empty")
        self.query_one(".what", Static).update(visible(reading.name))
        self.query_one(".over", Static).update(over(reading))
        days = (reading.first, reading.last)
        self.bands.show(bands(reading), counts(reading), days)
        self.heat.show({each.day: float(each.tally.mean(ENERGY)) for each in reading.days}, days)
        lines = choices(reading, _EVERYTHING)
        self.table.styles.height = min(len(lines) + 1, _MOST_LINES)
        self.table.show(Rows(len(lines), lambda first, count: lines[first : first + count]))
        self._read_out()

    def on_resize(self) -> None:
        """Says as much as there is room for."""
        self._read_out()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers the calendar where it isn't beside the bands anyway."""
        if action == "calendar":
            return self.has_class("-short")
        return super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        """Moves the cursor over time."""
        self.bands.move(by)

    def action_by(self, by: str) -> None:
        """Takes weeks or months together."""
        self.by = By(by)
        self.reload()

    def action_span(self, by: int) -> None:
        """Looks further back, or less far."""
        place = _SPANS.index(self.span) + by
        self.span = _SPANS[min(max(place, 0), len(_SPANS) - 1)]
        self.reload()

    def action_all(self) -> None:
        """Looks back to the first reflection."""
        self.span = Span.ALL
        self.reload()

    def action_calendar(self) -> None:
        """Shows the calendar in the bands' place, or the bands again."""
        self.toggle_class("-heat")

    @property
    def bucket(self) -> Bucket | None:
        """The days under the cursor, with what they add up to."""
        if self._trends is None or self.bands.cursor is None:
            return None
        return self._trends.buckets[self.bands.cursor]

    @on(Bands.Moved)
    def _read_out(self) -> None:
        if self._trends is not None:
            width = self.size.width - 2
            self.query_one("#outlook", Static).update(summary(self._trends, width))
            line = self.query_one("#readout", Static)
            line.update(readout(self._trends, self.bucket, width))

    @on(Table.Highlighted)
    def _choose(self, event: Table.Highlighted[Choice]) -> None:
        if event.row is not None and event.row.group_id != self.group_id:
            self.group_id = event.row.group_id
            self.reload()

    @on(Table.Opened)
    async def _open_meetings(self) -> None:
        from netjournal.ui.screens.meetings import MeetingsScreen, Within

        if (trends := self._trends) is None:
            return
        if (bucket := self.bucket) is None:
            self.notify(nothing(trends), markup=False)
            return
        await self.app.switch_mode("meetings")
        if isinstance(self.app.screen, MeetingsScreen):
            self.app.screen.narrow(
                Within(trends.group_id, bucket.first, bucket.last, meetings_of(trends, bucket))
            )


_EMPTY = Content.from_markup(
    "[b]Your energy, confidence and pushiness will be drawn here,[/b]\n"
    "meeting by meeting, with where each group is heading.\n\n"
    "Press [b $text-accent]r[/] to reflect on a meeting."
)
