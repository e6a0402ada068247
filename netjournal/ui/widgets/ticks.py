"""Ticks: a few lines, any of them ticked."""

from collections.abc import Sequence
from typing import ClassVar, Self

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from netjournal.text import visible

_SIGNS = ("·", "✓")


class Ticks(Widget, can_focus=True):
    """Shows its lines with a sign before each that is ticked; space ticks one and goes on."""

    DEFAULT_CSS = """
    Ticks {
        height: auto;
        width: 1fr;
        color: $text-muted;
        &:focus { background: $foreground 8%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", id="ticks.tick", tooltip="Tick the line, or no longer"),
        Binding("down,j", "move(1)", "Down", show=False, id="ticks.down", tooltip="Next line"),
        Binding("up,k", "move(-1)", "Up", show=False, id="ticks.up", tooltip="Line before"),
    ]

    value: reactive[str] = reactive("")
    """What is ticked, a line each in the order shown."""
    cursor: reactive[int] = reactive(0)

    def __init__(self, words: Sequence[str], *, id: str | None = None) -> None:
        """`words` are the lines, each another one."""
        super().__init__(id=id)
        self._words = tuple(words)

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(self.value.split("\n")) if self.value else ()

    def with_value(self, ticked: Sequence[str]) -> Self:
        """These lines, some already ticked."""
        self.set_reactive(Ticks.value, "\n".join(ticked))
        return self

    def render(self) -> Content:
        """The lines, the one pointed at set off while one is among them."""
        return Content("\n").join(map(self._shown, range(len(self._words))))

    def action_tick(self) -> None:
        """Ticks the line pointed at, or no longer, and goes on to the next."""
        self._toggle(self.cursor)
        self.action_move(1)

    def action_move(self, by: int) -> None:
        """Points at another line."""
        self.cursor = min(max(self.cursor + by, 0), len(self._words) - 1)

    def on_click(self, event: events.Click) -> None:
        """A click ticks a line."""
        if 0 <= event.y < len(self._words):
            self.cursor = event.y
            self._toggle(event.y)

    def _toggle(self, place: int) -> None:
        if not self._words:
            return
        ticked = set(self.ticked) ^ {self._words[place]}
        # What is no longer among the lines stays ticked.
        others = [word for word in self.ticked if word not in self._words]
        self.value = "\n".join([word for word in self._words if word in ticked] + others)

    def _shown(self, place: int) -> Content:
        word = self._words[place]
        on = word in self.ticked
        style = "bold $foreground" if on else ""
        pointed = self.has_focus and place == self.cursor
        return Content.assemble(
            ("▸" if pointed else " ", "$text-accent"),
            (f"{_SIGNS[on]} ", "$text-success" if on else ""),
            (visible(word), f"{style} underline" if pointed else style),
        )
