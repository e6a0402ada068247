"""What every dialog with fields shares: saving, refusal at the field, leaving."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import ClassVar, Generic, Protocol, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from netjournal.errors import InvalidError, JournalError
from netjournal.text import visible
from netjournal.ui.dialogs import field_values
from netjournal.ui.dialogs.confirm import ConfirmDialog
from netjournal.ui.dialogs.field_values import Values
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.key_line import KeyLine

D = TypeVar("D")

_FRAME = 6
"""Lines around the fields."""
_LOST = "What you typed here would be lost."


class Keeper(Protocol):
    """Keeps what is entered in an open form."""

    @property
    def aside(self) -> bool:
        """Whether there is a draft that can be left aside or taken up again."""

    def open(self) -> None:
        """Takes up what was half-filled; the form stands as it begins."""

    def changed(self) -> None:
        """Something else is entered."""

    def afresh(self) -> None:
        """Leaves the draft aside, or takes it up again."""

    def leave(self) -> None:
        """Closes the form; what is entered stays as a draft."""

    def keep_now(self) -> None:
        """Keeps what is entered before this returns."""


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
            border-subtitle-color: $text-muted;
        }
        .form--fields { height: auto; scrollbar-size-vertical: 1; }
        .form--more { height: auto; display: none; margin: 1 0 0 0; }
        .form--folded { height: auto; display: none; }
        &.-unfolded .form--more, &.-unfolded .form--folded { display: block; }
        .form--problem { display: none; color: $text-error; margin: 1 0 0 0; }
        .form--problem.-shown { display: block; }
        .form--meanwhile { display: none; color: $text-warning; margin: 0 0 1 0; }
        .form--meanwhile.-shown { display: block; }
        KeyLine { dock: none; padding: 0; margin: 1 0 0 0; background: transparent; }
    }
    """
    AUTO_FOCUS = "Field Line"
    BINDINGS = [
        Binding("ctrl+s", "save", "Save", id="form.save", tooltip="Save and close the form"),
        Binding("escape", "leave", "Leave", id="form.leave", tooltip="Leave, keeping a draft"),
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
        Binding(
            "ctrl+z",
            "afresh",
            "Start afresh",
            id="form.afresh",
            tooltip="Leave the draft aside, or take it up again",
        ),
    ]

    FORM: ClassVar[str] = ""
    """What drafts of it are called in the journal; without a name none is kept."""

    heading = ""
    """What the form is for; may hold a person's own words."""
    about: Mapping[str, int | str] = {}
    """What tells it from others of its kind, such as the id of the record it changes."""
    keeper: Keeper | None = None
    """Keeps what is entered; without one, leaving asks first."""

    def __init__(self) -> None:
        super().__init__()
        self.submit: Callable[[D], None] = self.dismiss_with
        self._problem = Static(markup=False, classes="form--problem")
        self._meanwhile = Static(markup=False, classes="form--meanwhile")
        self._fields: tuple[Field, ...] = ()
        self._refused: tuple[Field, ...] = ()
        """Those that say what is wrong with them."""
        self._is_alone = False
        """Whether it was one of them from the start."""
        self._unread = False
        """Whether the form can't read them itself, rather than the journal take them."""
        self.begun: Values = {}
        """What stood in the fields as the form opened."""

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
        return str(field_values.value_of(self.query_one(f"#{name}")) or "")

    def chosen(self, name: str) -> str | None:
        """The word chosen in a field."""
        return self.query_one(f"#{name}", Choice).value

    @property
    def entered(self) -> Values:
        """What stands in the fields."""
        return field_values.read(self._fields)

    def fill(self, values: Values) -> None:
        """Puts values into their fields, and unfolds those that are filled."""
        field_values.write(self._fields, values)
        self._unfold_filled()

    def retold(self, values: Values, day: date) -> Values:
        """What was entered on another day, in words that mean the same today."""
        fields = {field.control.id: field for field in self._fields}
        return {
            name: fields[name].retold(value, day)
            if name in fields and isinstance(value, str)
            else value
            for name, value in values.items()
        }

    def labels(self, names: Iterable[str]) -> tuple[str, ...]:
        """What some fields are called, in their order."""
        wanted = set(names)
        return tuple(field.label for field in self._fields if field.control.id in wanted)

    def say(self, state: str) -> None:
        """Shows how the draft stands."""
        self.query_one(".form").border_subtitle = Content(state)

    def say_meanwhile(self, sentence: str) -> None:
        """Shows what became of the record since its draft was kept."""
        self._meanwhile.update(sentence)
        self._meanwhile.set_class(bool(sentence), "-shown")

    def keep_now(self) -> None:
        """Keeps what is entered before this returns."""
        if self.keeper is not None:
            self.keeper.keep_now()

    def lose(self) -> None:
        """Asks whether to leave though what was typed can't be kept."""
        question = ConfirmDialog("Leave without saving?", yes="Leave", detail=_LOST)
        self.app.push_screen(question, self._lost)

    def refuse(self, problem: JournalError) -> None:
        """Shows what is wrong, at the fields it concerns; all that was typed stays."""
        fields = problem.fields if isinstance(problem, InvalidError) else {}
        shown, self._unread = self._refuse_fields(fields), False
        rest = [sentence for name, sentence in fields.items() if name not in shown]
        sentence = " ".join(rest) if fields else str(problem)
        self._problem.update(f"✗ {sentence}" if sentence else "")
        self._problem.set_class(bool(sentence), "-shown")

    def compose(self) -> ComposeResult:
        """The framed form with its keys."""
        with Vertical(classes="form") as form:
            form.border_title = Content(visible(self.heading))
            with VerticalScroll(classes="form--fields", can_focus=False):
                yield self._meanwhile
                yield from self.fields()
                with Vertical(classes="form--more"):
                    yield from self.more()
            yield self._problem
            yield KeyLine()

    def on_mount(self) -> None:
        """Unfolds what is filled, and remembers how the form began."""
        # Walking the form's widgets to find them takes longer than reading them, at every key.
        self._fields = tuple(self.query(Field))
        self.begun = self.entered
        self._unfold_filled()
        field_values.watch(self, self._fields, self._changed)
        if self.keeper is not None:
            self.keeper.open()

    def on_resize(self, event: Resize) -> None:
        """Keeps the frame and its keys on the screen."""
        self.query_one(".form--fields").styles.max_height = event.size.height - _FRAME

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to unfold only what is folded, and to start afresh only from a draft."""
        if action == "afresh":
            return self.keeper is not None and self.keeper.aside
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
            self._unread = True
        else:
            self.submit(draft)

    def action_leave(self) -> None:
        """Closes the form; what was typed stays as a draft, or is asked about."""
        if self.keeper is not None:
            self.keeper.leave()
        elif self.entered == self.begun:
            self.dismiss(None)
        else:
            self.lose()

    def action_afresh(self) -> None:
        """Leaves the draft aside; once more takes it up again."""
        if self.keeper is not None:
            self.keeper.afresh()

    def on_input_submitted(self) -> None:
        """Enter in a line saves, too."""
        self.action_save()

    @on(TextArea.Changed)
    def _text_changed(self, event: TextArea.Changed) -> None:
        for field in self._fields:
            if field.control is event.text_area:
                self._changed(field)

    def _changed(self, field: Field) -> None:
        self._accept(field)
        if self.keeper is not None:
            self.keeper.changed()

    def _accept(self, changed: Field) -> None:
        """Takes away what was said to be wrong and isn't, or may not be, since a field changed."""
        self._problem.remove_class("-shown")
        if self._refused:
            wrong = self._still_wrong()
            kept = [one for one in self._refused if one is not changed and one.control.id in wrong]
            for field in set(self._refused) - set(kept):
                field.refuse("")
            self._refused = tuple(kept)

    def _still_wrong(self) -> Collection[str | None]:
        if self._unread:
            try:
                self.draft()
            except InvalidError as problem:
                return problem.fields.keys()
            except JournalError:
                return [one.control.id for one in self._refused]
            return ()
        # What the journal said of one field alone may have hung on any other.
        return () if self._is_alone else [one.control.id for one in self._refused]

    def _lost(self, agreed: bool | None) -> None:
        if agreed:
            self.dismiss(None)

    def _folded(self) -> list[Field]:
        places = (".form--more Field", ".form--folded Field")
        return [field for place in places for field in self.query(place).results(Field)]

    def _unfold_filled(self) -> None:
        if any(map(field_values.is_filled, self._folded())):
            self.add_class("-unfolded")

    def _refuse_fields(self, fields: Mapping[str, str]) -> set[str]:
        shown: set[str] = set()
        for field in self._fields:
            name = field.control.id or ""
            field.refuse(fields.get(name, ""))
            if name in fields:
                if not shown:
                    self._unfold_for(field)
                    field.control.focus()
                shown.add(name)
        self._refused = tuple(one for one in self._fields if one.control.id in shown)
        self._is_alone = len(shown) == 1
        return shown

    def _unfold_for(self, field: Field) -> None:
        if field in self._folded():
            self.add_class("-unfolded")
