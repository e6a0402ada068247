"""The people of a roster in aligned columns: ticked, left out, or suggested and hollow."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from netjournal.text import visible
from netjournal.ui.widgets.present import Person, Present

_WIDEST = 20
_FEWEST = 5
"""Long names are cut so that about this many columns fit, but never shorter than `_WIDEST`."""
_MOST_ROWS = 6


class People(ScrollView, can_focus=True):
    """Moves among people with the arrows; space ticks, Enter says more of one."""

    COMPONENT_CLASSES = {"people--there", "people--suggested", "people--absent", "people--cursor"}
    DEFAULT_CSS = """
    People {
        height: 1;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        .people--there { color: $text-success; }
        .people--suggested { color: $text-muted; }
        .people--absent { color: $text-disabled; }
        .people--cursor { text-style: reverse; }
    }
    """
    BINDINGS = [
        Binding("space", "tick", "Tick", id="people.tick", tooltip="Was there, or wasn't"),
        Binding("enter", "open", "More", id="people.more", tooltip="Say more of this person"),
        Binding(
            "x", "nobody", "Nobody", id="people.nobody", show=False, tooltip="Take all ticks off"
        ),
        Binding("left,h", "move(-1, 0)", "Left", show=False),
        Binding("right,l", "move(1, 0)", "Right", show=False),
        Binding("up,k", "move(0, -1)", "Up", show=False),
        Binding("down,j", "move(0, 1)", "Down", show=False),
        Binding("home,g", "edge(False)", "First", show=False),
        Binding("end,G", "edge(True)", "Last", show=False),
    ]

    present: reactive[Present] = reactive(Present(), always_update=True)
    cursor: reactive[int] = reactive(0)
    """The place of the person pointed at."""

    class Toggled(Message):
        """Someone is to be ticked, or no longer."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class Opened(Message):
        """More is to be said of the person pointed at."""

    class Nobody(Message):
        """All ticks are to be taken off."""

    def render_line(self, y: int) -> Strip:
        """One line of people."""
        row = y + self.scroll_offset.y
        places = range(row * self._columns, (row + 1) * self._columns)
        segments = [self._cell(place) for place in places if place < len(self.present.people)]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def validate_cursor(self, cursor: int) -> int:
        """Keeps to the people there are."""
        return max(0, min(cursor, len(self.present.people) - 1))

    def watch_present(self) -> None:
        """Lays the people out anew."""
        self.cursor = self.validate_cursor(self.cursor)
        self._lay_out()

    def watch_cursor(self) -> None:
        """Brings the person pointed at into sight."""
        row = self.cursor // self._columns
        self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True)
        self.refresh()

    def on_resize(self) -> None:
        """Another width holds other columns."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Ticks the person under the mouse."""
        place = (event.y + self.scroll_offset.y) * self._columns + event.x // self._width
        if event.x < self._columns * self._width and place < len(self.present.people):
            self.cursor = place
            self.action_tick()

    def action_tick(self) -> None:
        """Asks to tick the person pointed at, or to take the tick off."""
        if self.present.people:
            self.post_message(self.Toggled(self.cursor))

    def action_open(self) -> None:
        """Asks for more of the person pointed at."""
        self.post_message(self.Opened())

    def action_nobody(self) -> None:
        """Asks to take all ticks off."""
        self.post_message(self.Nobody())

    def action_move(self, across: int, down: int) -> None:
        """Moves by people across, or rows down; past the last row, on to the next field."""
        aim = self.cursor + across + down * self._columns
        if 0 <= aim < len(self.present.people):
            self.cursor = aim
        elif down > 0:
            self.screen.focus_next()
        elif down < 0:
            self.screen.focus_previous()

    def action_edge(self, last: bool) -> None:
        """Moves to the first or the last person."""
        self.cursor = len(self.present.people) - 1 if last else 0

    @property
    def rows(self) -> int:
        """How many lines are shown at a time."""
        return min(-(-len(self.present.people) // self._columns), _MOST_ROWS)

    @property
    def _width(self) -> int:
        widest = max((cell_len(_shown(person)) for person in self.present.people), default=1)
        return max(
            1, min(widest + 4, max(_WIDEST, self.size.width // _FEWEST), self.size.width or 1)
        )

    @property
    def _columns(self) -> int:
        return max(1, self.size.width // self._width)

    def _lay_out(self) -> None:
        rows = -(-len(self.present.people) // self._columns)
        self.styles.height = self.rows
        self.virtual_size = Size(self.size.width, rows)
        self.refresh()

    def _cell(self, place: int) -> Segment:
        person = self.present.people[place]
        mark, style = self._look(person)
        if self.has_focus and place == self.cursor:
            style += self.get_component_rich_style("people--cursor", partial=True)
        return Segment(_cut(f"{mark} {_shown(person)}", self._width - 2) + "  ", style)

    def _look(self, person: Person) -> tuple[str, Style]:
        if not person.there:
            return "·", self.get_component_rich_style("people--absent")
        if self.present.counts:
            return "✓", self.get_component_rich_style("people--there")
        return "○", self.get_component_rich_style("people--suggested")


def _cut(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + "…", width)


def _shown(person: Person) -> str:
    more = " ✎" if person.described else ""
    return f"{visible(person.name)}{'*' if person.new else ''}{more}"
