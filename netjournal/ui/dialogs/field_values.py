"""What the controls of a form hold: read, put back, watched, as a draft keeps it."""

from collections.abc import Callable, Iterable
from typing import Any

from textual.widget import Widget
from textual.widgets import Input, TextArea

from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.one_of_many import OneOfMany
from netjournal.ui.widgets.ticks import Ticks
from netjournal.ui.widgets.whom import Named, Whom

Value = str | None | dict[str, Any]
"""Of a line or several what is typed, of a choice its word, of ticks a line each; whom as JSON."""
Values = dict[str, Value]
"""By the control's id."""


def read(fields: Iterable[Field]) -> Values:
    """What stands in some fields."""
    return {name: value_of(field.control) for field in fields if (name := field.control.id)}


def write(fields: Iterable[Field], values: Values) -> None:
    """Puts values into their fields; what a field can't hold, or has no field, is left out."""
    for field in fields:
        name = field.control.id
        if name in values and values[name] != value_of(field.control):
            _write(field.control, values[name])


def watch(form: Widget, fields: Iterable[Field], changed: Callable[[Field], None]) -> None:
    """Calls `changed` with a field whenever anything in it does; a text tells by itself."""
    for field in fields:
        match field.control:
            case Whom() as whom:
                _watch(form, whom, field, changed)
                _watch(form, whom.line, field, changed)
            case Input() | Choice() | Ticks() as control:
                _watch(form, control, field, changed)


def is_filled(field: Field) -> bool:
    """Whether something stands in a field."""
    value = value_of(field.control)
    return any(value.values()) if isinstance(value, dict) else value not in (None, "", "no")


def value_of(control: Widget) -> Value:
    """What stands in a control."""
    match control:
        case TextArea():
            return control.text
        case Input() | Choice() | Ticks():
            return control.value
        case Whom():
            chosen = [{"contact_id": named.id, "name": named.name} for named in control.value]
            return {"chosen": chosen, "typed": control.line.value}
        case _:
            return None


def _watch(form: Widget, control: Widget, field: Field, changed: Callable[[Field], None]) -> None:
    form.watch(control, "value", lambda: changed(field), init=False)


def _write(control: Widget, value: Value) -> None:
    match control, value:
        case TextArea(), str(text):
            control.text = text
            control.move_cursor(control.document.end)
        case Input(), str(text):
            control.value = text
            control.cursor_position = len(text)
        case Ticks(), str(ticked):
            control.value = ticked
        case OneOfMany(), None | str():
            # What it may be chosen from can come later.
            control.value = value
        case Choice(), None | str():
            if value is None or value in control.words:
                control.value = value
        case Whom(), {"chosen": list(chosen), "typed": str(typed)}:
            control.value = tuple(_named(chosen))
            control.line.value = typed
            control.line.cursor_position = len(typed)


def _named(chosen: list[Any]) -> Iterable[Named]:
    for one in chosen:
        match one:
            case {"contact_id": int(contact_id), "name": str(name)}:
                yield Named(contact_id, name)
