"""Help: every key that does something here, with a search."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from netjournal.text import fold
from netjournal.ui.commands import Command
from netjournal.ui.widgets.field import Line
from netjournal.ui.widgets.key_line import KeyLine

_FRAME = 6
"""Lines around the list."""


class HelpDialog(ModalScreen[None]):
    """Lists the keys of a screen and those that work everywhere; typing narrows the list."""

    DEFAULT_CSS = """
    HelpDialog {
        align: center middle;
        .help {
            width: 76;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 2;
            background: $panel;
            border: round $primary;
            border-title-color: $text-primary;
        }
        .help--list { height: auto; margin: 1 0; scrollbar-size-vertical: 1; }
        KeyLine { dock: none; padding: 0; background: transparent; }
    }
    """
    AUTO_FOCUS = "Line"
    BINDINGS = [
        Binding("escape", "dismiss", "Close", id="help.close", tooltip="Back to the screen"),
        Binding("down", "scroll(1)", "Down", show=False, id="help.down", tooltip="Scroll"),
        Binding("up", "scroll(-1)", "Up", show=False, id="help.up", tooltip="Scroll"),
    ]

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self._commands = commands
        self._list = Static(markup=False)

    def compose(self) -> ComposeResult:
        """The search, the list, the way out."""
        with Vertical(classes="help") as frame:
            frame.border_title = "Keys"
            yield Line(placeholder="type to search")
            with VerticalScroll(classes="help--list", can_focus=False):
                yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        """Lists everything."""
        self._fill("")

    def on_resize(self, event: Resize) -> None:
        """Keeps the frame on the screen."""
        self.query_one(".help--list").styles.max_height = event.size.height - _FRAME

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrows the list to what was typed."""
        self._fill(event.value)

    def action_scroll(self, lines: int) -> None:
        """Scrolls without leaving the search."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _fill(self, words: str) -> None:
        wanted = fold(words).split()
        found = [
            command
            for command in self._commands
            if all(word in _searched(command) for word in wanted)
        ]
        parts = (
            _section("Here", [command for command in found if not command.everywhere]),
            _section("Everywhere", [command for command in found if command.everywhere]),
        )
        shown = Content("\n\n").join(part for part in parts if part)
        self._list.update(shown or Content("No key does that here."))


def _section(title: str, commands: list[Command]) -> Content:
    if not commands:
        return Content("")
    lines = [
        Content.assemble(
            (f"{command.keys:<12}", "$text-accent bold"),
            f" {command.title:<16} ",
            (command.tooltip, "$text-muted"),
        )
        for command in commands
    ]
    return Content("\n").join([Content.styled(title, "bold $text-primary"), *lines])


def _searched(command: Command) -> str:
    return fold(f"{command.keys} {command.title} {command.tooltip}")
