"""A choice: a few words in a row, at most one of them chosen."""

from collections.abc import Sequence
from typing import ClassVar, Self

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """Shows its words in a row; arrows, first letters and the mouse choose one."""

    DEFAULT_CSS = """
    Choice {
        height: auto;
        width: 1fr;
        color: $text-muted;
        &:focus {
            background: $foreground 8%;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "step(1)", "Next", show=False),
        Binding("left", "step(-1)", "Previous", show=False),
        Binding("backspace,delete", "clear", "Blank", show=False),
    ]

    value: reactive[str | None] = reactive(None)
    """The chosen word, or None while it is left blank."""

    class Changed(Message):
        """Another word was chosen, or none."""

        def __init__(self, choice: "Choice") -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> "Choice":
            """The choice that changed."""
            return self.choice

    def __init__(self, words: Sequence[str], *, blank: bool = True, id: str | None = None) -> None:
        """`blank` says whether it may be left without an answer."""
        super().__init__(id=id)
        self._words = tuple(words)
        self._blank = blank

    @property
    def words(self) -> tuple[str, ...]:
        """The words to choose from."""
        return self._words

    def with_value(self, value: str | None) -> Self:
        """This choice, already answered."""
        self.set_reactive(Choice.value, value)
        return self

    def render(self) -> Content:
        """The words, the chosen one in brackets so that it shows without colour."""
        return self._set_in(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the words take at that width."""
        return len(self._set_in(width).plain.split("\n"))

    def watch_value(self) -> None:
        """Tells about the change."""
        self.post_message(self.Changed(self))

    def action_step(self, by: int) -> None:
        """Chooses the word `by` places further on, going round."""
        at = self._words.index(self.value) if self.value in self._words else None
        if at is None:
            self.value = self._words[0 if by > 0 else -1]
        else:
            self.value = self._words[(at + by) % len(self._words)]

    def action_clear(self) -> None:
        """Leaves it blank, where it may be."""
        if self._blank:
            self.value = None

    def on_key(self, event: events.Key) -> None:
        """Chooses the next word beginning with a typed letter or digit."""
        typed = (event.character or "").casefold()
        fitting = [word for word in self._words if typed.strip() and word.startswith(typed)]
        if fitting:
            event.stop()
            after = fitting.index(self.value) + 1 if self.value in fitting else 0
            self.value = fitting[after % len(fitting)]

    def on_click(self, event: events.Click) -> None:
        """Chooses the word under the mouse; the chosen one again leaves it blank."""
        clicked = event.style.meta.get("word")
        if clicked == self.value:
            self.action_clear()
        elif clicked in self._words:
            self.value = clicked

    def _set_in(self, width: int) -> Content:
        """The words in lines of that many cells; Textual would take the blank before a first."""
        lines: list[Content] = []
        for word in self._words:
            shown = self._shown(word)
            if lines and lines[-1].cell_length + shown.cell_length <= width:
                lines[-1] += shown
            else:
                lines.append(shown)
        return Content("\n").join(lines)

    def _shown(self, word: str) -> Content:
        chosen = word == self.value
        shown = Content.styled(f"[{word}]", "bold $foreground") if chosen else Content(f" {word} ")
        return shown.stylize(Style.from_meta({"word": word}))
