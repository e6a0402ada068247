"""The least a program on Textual can do: what netjournal's times are held against."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One widget that counts how often a key was pressed."""

    BINDINGS = [("j", "count", "Count"), ("q", "quit", "Quit")]
    pressed = 0

    def compose(self) -> ComposeResult:
        """The count."""
        yield Static("pressed 0")

    def action_count(self) -> None:
        """Shows the next number."""
        self.pressed += 1
        self.query_one(Static).update(f"pressed {self.pressed}")


class Typing(App[None]):
    """One line to type in, and what was typed below it."""

    def compose(self) -> ComposeResult:
        """The line and its echo."""
        from textual.widgets import Input

        yield Input()
        yield Static("typed", markup=False)

    def on_input_changed(self) -> None:
        """Shows what was typed."""
        from textual.widgets import Input

        self.query_one(Static).update(f"typed {self.query_one(Input).value}")


if __name__ == "__main__":
    app = Typing() if sys.argv[1:] == ["typing"] else Bare()
    app.run()
