"""A rating from 1 to 5: one digit sets it, and each step has its word."""

from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from netjournal.model.scale import Scale
from netjournal.ui.widgets import pips

_STEPS = (1, 2, 3, 4, 5)
_STEP_WIDTH = 3


class Rating(Widget, can_focus=True):
    """Shows the five digits, the chosen one in brackets, and what it means."""

    DEFAULT_CSS = """
    Rating {
        height: 1;
        width: auto;
        color: $text-muted;
        &:focus { background: $foreground 10%; }
    }
    """
    BINDINGS = [
        *(Binding(str(step), f"rate({step})", show=False) for step in _STEPS),
        Binding("right,l", "shift(1)", "Higher", show=False),
        Binding("left,h", "shift(-1)", "Lower", show=False),
        Binding("backspace,delete", "clear", "Blank", show=False),
    ]

    value: reactive[int | None] = reactive(None)
    """1–5, or None while it is blank."""

    class Changed(Message):
        """Another step was chosen, or none."""

    def __init__(self, scale: Scale, *, words: bool = True, id: str | None = None) -> None:
        """`words` says whether the step's shape and word stand beside the digits."""
        super().__init__(id=id)
        self.scale = scale
        self.goes_on: Callable[[], Widget | None] = lambda: None
        """Where a digit leads to; asked at once, since digits come faster than messages."""
        self._words = words

    def render(self) -> Content:
        """The digits, and for the chosen one its shape and its word."""
        digits = Content.assemble(*(self._digit(step) for step in _STEPS))
        if not self._words:
            return digits
        return Content.assemble(digits, "  ", self._meaning())

    def watch_value(self) -> None:
        """Tells about the change."""
        self.post_message(self.Changed())

    def action_rate(self, step: int) -> None:
        """Chooses a step by its digit, and goes on."""
        self.value = step
        following = self.goes_on()
        if following is not None:
            self.screen.set_focus(following)

    def action_shift(self, by: int) -> None:
        """Chooses the step beside the chosen one; from blank, the middle."""
        self.value = 3 if self.value is None else min(5, max(1, self.value + by))

    def action_clear(self) -> None:
        """Leaves it blank."""
        self.value = None

    def on_click(self, event: events.Click) -> None:
        """Chooses the digit under the mouse."""
        step = event.x // _STEP_WIDTH + 1
        if step in _STEPS:
            self.value = step

    def _digit(self, step: int) -> tuple[str, str] | str:
        return (f"[{step}]", "bold $foreground") if step == self.value else f" {step} "

    def _meaning(self) -> Content:
        width = max(map(len, self.scale.words))
        if self.value is None:
            ends = f"{self.scale.words[0]} – {self.scale.words[-1]}"
            return Content.styled(ends, "$foreground 40%")
        shape = pips.run(self.scale, self.value)
        gap = " " * (len(_STEPS) - self.value + 1)
        word = self.scale.words[self.value - 1].ljust(width)
        return Content.assemble(shape, gap, (word, "$foreground"))
