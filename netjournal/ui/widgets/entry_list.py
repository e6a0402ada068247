"""The records of a kind noted so far, one a line, and a last line for another one."""

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class EntryList(Widget, can_focus=True):
    """Moves among records; the fields below it show the one pointed at."""

    DEFAULT_CSS = """
    EntryList {
        height: auto;
        display: none;
        color: $text-muted;
        &.-filled { display: block; }
    }
    """
    BINDINGS = [
        Binding("d,delete", "remove", "Take out", id="noted.remove", tooltip="Take this one out"),
        Binding("enter", "enter", "Edit", id="noted.edit", tooltip="Go to its fields"),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
    ]

    lines: reactive[tuple[str, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)
    """The place of the record shown; one past the last is another."""

    class Pointed(Message):
        """Another record is to be shown."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class Removed(Message):
        """The record pointed at is to be taken out."""

    class Entered(Message):
        """The record pointed at is to be edited."""

    def __init__(self, another: str) -> None:
        """`another` is what the last line says."""
        super().__init__()
        self._another = another

    def render(self) -> Content:
        """A line each."""
        said = (*self.lines, f"+ {self._another}")
        return Content("\n").join(self._line(place, line) for place, line in enumerate(said))

    def watch_lines(self) -> None:
        """Shows itself only while there is a choice."""
        self.set_class(bool(self.lines), "-filled")

    def action_move(self, by: int) -> None:
        """Points at another one; past the ends, on to the next field."""
        aim = self.cursor + by
        if 0 <= aim <= len(self.lines):
            self.post_message(self.Pointed(aim))
        elif by > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_remove(self) -> None:
        """Asks to take the one pointed at out."""
        if self.cursor < len(self.lines):
            self.post_message(self.Removed())

    def action_enter(self) -> None:
        """Asks to edit the one pointed at."""
        self.post_message(self.Entered())

    def on_click(self, event: events.Click) -> None:
        """Points at the one under the mouse."""
        if event.y <= len(self.lines):
            self.post_message(self.Pointed(event.y))

    def _line(self, place: int, line: str) -> Content:
        if place != self.cursor:
            return Content(f"  {line}")
        return Content.styled(f"› {line}", "reverse" if self.has_focus else "$text-primary")
