"""A field: one labelled control of a form, with room for what is wrong with it."""

from datetime import date

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea


class Line(Input):
    """One line of text."""

    # Its box doesn't depend on its text, so typing needs no layout pass.
    virtual_size = Reactive(Size(0, 0))

    DEFAULT_CSS = """
    Line {
        background: $surface;
        &:focus { background: $primary 15%; background-tint: transparent; }
        &:ansi:focus { background: ansi_default; }
    }
    """

    def __init__(self, value: str = "", *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(value, id=id, placeholder=placeholder, compact=True, select_on_focus=False)


class Paragraph(TextArea):
    """Several lines of text; Tab leaves it."""

    DEFAULT_CSS = """
    Paragraph {
        padding: 0;
        height: auto;
        min-height: 1;
        max-height: 8;
        background: $surface;
        &:focus { background: $primary 15%; background-tint: transparent; }
        &:ansi:focus { background: ansi_default; }
        &:ansi .text-area--placeholder { color: ansi_default; text-style: dim; }
    }
    """

    def __init__(self, value: str = "", *, id: str | None = None, placeholder: str = "") -> None:
        super().__init__(value, id=id, placeholder=placeholder, compact=True, tab_behavior="focus")

    def action_undo(self) -> None:
        """Takes back what was typed; with nothing to take back the key is the form's."""
        before = self.text
        super().action_undo()
        if self.text == before:
            raise SkipAction


class Field(Vertical):
    """A label, its control, and beneath it the sentence that refuses what was typed."""

    DEFAULT_CSS = """
    Field {
        height: auto;
        &:focus-within { color: $foreground; }
        .field--row { height: auto; }
        .field--label { width: 17; color: $text-muted; }
        &:focus-within .field--label { color: $text-primary; text-style: bold; }
        .field--problem { display: none; margin-left: 17; color: $text-error; }
        &.-said .field--problem { display: block; color: $text-muted; }
        &.-refused .field--problem { display: block; color: $text-error; }
        &.-refused .field--label { color: $text-error; }
    }
    """

    def __init__(self, label: str, control: Widget) -> None:
        """The control's id is the name of the draft's field."""
        super().__init__()
        self._label = label
        self._problem = Static(markup=False, classes="field--problem")
        self._understood = ""
        self.control = control

    def compose(self) -> ComposeResult:
        """The label beside the control, the problem beneath."""
        with Horizontal(classes="field--row"):
            yield Static(self._label, markup=False, classes="field--label")
            yield self.control
        yield self._problem

    @property
    def label(self) -> str:
        """What the field is called."""
        return self._label.strip()

    def retold(self, typed: str, day: date) -> str:  # noqa: ARG002
        """What was typed on that day, in words that mean the same today."""
        return typed

    def refuse(self, sentence: str) -> None:
        """Shows what is wrong with the value; without a sentence, how it is understood."""
        self._problem.update(f"✗ {sentence}" if sentence else self._understood)
        self.set_class(bool(sentence), "-refused")

    def say(self, sentence: str) -> None:
        """Shows how the control's value is understood; nothing, when the sentence is empty."""
        self._understood = sentence
        self._problem.update(sentence)
        self.remove_class("-refused")
        self.set_class(bool(sentence), "-said")
