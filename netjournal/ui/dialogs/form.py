"""What every dialog with fields shares: saving, refusal at the field, leaving."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from netjournal.errors import InvalidError, JournalError
from netjournal.text import visible
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.key_line import KeyLine

D = TypeVar("D")


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
        .form--fields { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
        .form--problem { display: none; color: $text-error; margin: 1 0 0 0; }
        .form--problem.-shown { display: block; }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
    }
    """
    AUTO_FOCUS = "Field Line"
    BINDINGS = [
        Binding("ctrl+s", "save", "Save", id="form.save", tooltip="Save and close the form"),
        Binding("escape", "leave", "Cancel", id="form.leave", tooltip="Close without saving"),
    ]

    heading = ""
    """What the form is for; may hold a person's own words."""

    def __init__(self) -> None:
        super().__init__()
        self.submit: Callable[[D], None] = self.dismiss_with
        self._problem = Static(markup=False, classes="form--problem")
        self._begun: D | None = None

    def fields(self) -> ComposeResult:
        """The form's fields."""
        raise NotImplementedError

    def draft(self) -> D:
        """The draft the fields amount to; InvalidError when a text can't be read as its value."""
        raise NotImplementedError

    def dismiss_with(self, draft: D) -> None:
        """Closes the form and returns the draft."""
        self.dismiss(draft)

    def text(self, name: str) -> str:
        """What is typed in a field."""
        control = self.query_one(f"#{name}")
        if isinstance(control, TextArea):
            return control.text
        return control.value if isinstance(control, Input) else ""

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
            yield self._problem
            yield KeyLine()

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
        self.dismiss(None)

    def on_input_submitted(self) -> None:
        """Enter in a line saves, too."""
        self.action_save()

    def _refuse_fields(self, fields: Mapping[str, str]) -> set[str]:
        shown: set[str] = set()
        for field in self.query(Field):
            name = field.control.id or ""
            field.refuse(fields.get(name, ""))
            if name in fields and field.display:
                if not shown:
                    field.control.focus()
                shown.add(name)
        return shown
