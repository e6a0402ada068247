"""One of many lines, of which only the chosen one is seen."""

from collections.abc import Mapping

from textual import events
from textual.binding import Binding
from textual.content import Content

from netjournal.text import fold, visible
from netjournal.ui.widgets.choice import Choice

_FRAME = "[]"
"""What stands around the line chosen."""


class OneOfMany(Choice):
    """Shows the line chosen; arrows and first letters of its words turn to others."""

    DEFAULT_CSS = """
    OneOfMany { height: 1; }
    """
    BINDINGS = [
        Binding("down", "step(1)", "Next", show=False),
        Binding("up", "step(-1)", "Previous", show=False),
    ]

    def __init__(self, lines: Mapping[str, str], *, none: str, id: str | None = None) -> None:
        """`lines` are what can be chosen, by key; `none` says that there are none."""
        super().__init__(tuple(lines), id=id)
        self._lines = dict(lines)
        self._none = none

    def offer(self, lines: Mapping[str, str]) -> None:
        """Gives other lines to choose from; what was chosen stays if it is among them."""
        self._words, self._lines = tuple(lines), dict(lines)
        if self.value not in self._lines:
            self.value = None
        self.refresh()

    def render(self) -> Content:
        """The line chosen, and how many there are."""
        if not self._lines:
            return Content.styled(self._none, "$text-muted")
        line = self._lines.get(self.value or "")
        if line is None:
            return Content.styled(f"none of {len(self._lines)}; ↓ ↑ choose one", "$text-muted")
        place = f" {self._words.index(self.value or '') + 1}/{len(self._lines)}"
        room = max(self.size.width - len(place) - len(_FRAME), 1)
        said = Content(visible(line)).truncate(room, ellipsis=True)
        before, after = ((sign, "bold") for sign in _FRAME)
        return Content.assemble(before, said, after, (place, "$text-muted"))

    def action_step(self, by: int) -> None:
        """Chooses the line `by` places further on; past either end none is chosen."""
        every = (None, *self._words)
        place = every.index(self.value) if self.value in every else 0
        self.value = every[(place + by) % len(every)]

    def on_key(self, event: events.Key) -> None:
        """Chooses the next line that has a word beginning with a typed letter."""
        letter = fold(event.character or "")
        if not event.is_printable or not letter:
            return
        fitting = [key for key in self._words if f" {letter}" in f" {fold(self._lines[key])}"]
        if fitting:
            event.stop()
            after = fitting.index(self.value) + 1 if self.value in fitting else 0
            self.value = fitting[after % len(fitting)]

    def on_click(self, event: events.Click) -> None:
        """A click chooses the next line."""
        event.stop()
        self.action_step(1)
