"""What every dialog with fields shares: saving, refusal at the field, leaving."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from netjournal.errors import InvalidError, JournalError
from netjournal.text import visible
from netjournal.ui.dialogs.confirm import ConfirmDialog
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.whom import Whom

D = TypeVar("D")

_FRAME = 6
"""Lines around the fields."""
_LOST = "What you typed here would be lost."


class FormDialog(ModalScreen[D | None], Generic[D]):
    """A form over a screen; it hands its draft to `submit` and stays open until that succeeded."""

    DEFAULT_CSS = """
    FormDialog {
        align: center middle;
        .form {
            width: 76;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 1 2 0 2;
            background: $panel;
            border: round $primary;
            border-title-color: $text-primary;
        }
        .form--fields { height: auto; scrollbar-size-vertical: 1; }
        .form--more { height: auto; display: none; margin: 1 0 0 0; }
        &.-unfolded .form--more { display: block; }
        .form--problem { display: none; color: $text-error; margin: 1 0 0 0; }
        .form--problem.-shown { display: block; }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
    }
    """
    AUTO_FOCUS = "Field Line"
    BINDINGS = [
        Binding("ctrl+s", "save", "Save", id="form.save", tooltip="Save and close the form"),
        Binding("escape", "leave", "Cancel", id="form.leave", tooltip="Close without saving"),
        # With priority, for what is typed ahead must reach the field Tab leads to.
        Binding(
            "tab",
            "app.focus_next",
            "Next field",
            show=False,
            priority=True,
            id="form.next",
            tooltip="Go to the next field",
        ),
        Binding(
            "shift+tab",
            "app.focus_previous",
            "Field before",
            show=False,
            priority=True,
            id="form.before",
            tooltip="Go to the field before",
        ),
        Binding("ctrl+o", "more", "More", id="form.more", tooltip="Show the fields folded away"),
    ]

    heading = ""
    """What the form is for; may hold a person's own words."""

    def __init__(self) -> None:
        super().__init__()
        self.submit: Callable[[D], None] = self.dismiss_with
        self._problem = Static(markup=False, classes="form--problem")
        self._begun: tuple[object, ...] = ()

    @abstractmethod
    def fields(self) -> ComposeResult:
        """The form's fields."""

    def more(self) -> ComposeResult:
        """Fields that stay folded away until they are wanted or filled."""
        return ()

    @abstractmethod
    def draft(self) -> D:
        """The draft the fields amount to; InvalidError when a text can't be read as its value."""

    def dismiss_with(self, draft: D) -> None:
        """Closes the form and returns the draft."""
        self.dismiss(draft)

    def text(self, name: str) -> str:
        """What is typed or chosen in a field."""
        return str(_value(self.query_one(f"#{name}")) or "")

    def chosen(self, name: str) -> str | None:
        """The word chosen in a field."""
        return self.query_one(f"#{name}", Choice).value

    def refuse(self, problem: JournalError) -> None:
        """Shows what is wrong, at the fields it concerns; all that was typed stays."""
        fields = problem.fields if isinstance(problem, InvalidError) else {}
        shown = self._refuse_fields(fields)
        rest = [sentence for name, sentence in fields.items() if name not in shown]
        sentence = " ".join(rest) if fields else str(problem)
        self._problem.update(f"✗ {sentence}" if sentence else "")
        self._problem.set_class(bool(sentence), "-shown")

    def compose(self) -> ComposeResult:
        """The framed form with its keys."""
        with Vertical(classes="form") as form:
            form.border_title = Content(visible(self.heading))
            with VerticalScroll(classes="form--fields", can_focus=False):
                yield from self.fields()
                with Vertical(classes="form--more"):
                    yield from self.more()
            yield self._problem
            yield KeyLine()

    def on_mount(self) -> None:
        """Unfolds what is filled, and remembers how the form began."""
        self._begun = self._state()
        if any(_filled(field.control) for field in self._folded()):
            self.add_class("-unfolded")

    def on_resize(self, event: Resize) -> None:
        """Keeps the frame and its keys on the screen."""
        self.query_one(".form--fields").styles.max_height = event.size.height - _FRAME

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to unfold only what is folded."""
        if action == "more":
            return bool(self._folded()) and not self.has_class("-unfolded")
        return super().check_action(action, parameters)

    def action_more(self) -> None:
        """Unfolds the other fields and goes to the first of them."""
        self.add_class("-unfolded")
        self._folded()[0].control.focus()
        self.refresh_bindings()

    def action_save(self) -> None:
        """Hands the draft on, or says what can't be read."""
        try:
            draft = self.draft()
        except JournalError as problem:
            self.refuse(problem)
        else:
            self.submit(draft)

    def action_leave(self) -> None:
        """Closes the form; what was typed is asked about first."""
        if self._state() == self._begun:
            self.dismiss(None)
            return
        question = ConfirmDialog("Leave without saving?", yes="Leave", detail=_LOST)
        self.app.push_screen(question, self._left)

    def on_input_submitted(self) -> None:
        """Enter in a line saves, too."""
        self.action_save()

    def _left(self, agreed: bool | None) -> None:
        if agreed:
            self.dismiss(None)

    def _folded(self) -> list[Field]:
        return list(self.query(".form--more Field").results(Field))

    def _state(self) -> tuple[object, ...]:
        return tuple(_value(field.control) for field in self.query(Field))

    def _refuse_fields(self, fields: Mapping[str, str]) -> set[str]:
        shown: set[str] = set()
        for field in self.query(Field):
            name = field.control.id or ""
            field.refuse(fields.get(name, ""))
            if name in fields:
                if not shown:
                    self._unfold_for(field)
                    field.control.focus()
                shown.add(name)
        return shown

    def _unfold_for(self, field: Field) -> None:
        if field in self._folded():
            self.add_class("-unfolded")


def _value(control: Widget) -> object:
    match control:
        case TextArea():
            return control.text
        case Input() | Choice() | Whom():
            return control.value
        case _:
            return None


def _filled(control: Widget) -> bool:
    return _value(control) not in (None, "", "no", ())
