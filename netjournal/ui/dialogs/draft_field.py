"""One field of a draft in a form: how it is typed, read and said."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from textual.widget import Widget

from netjournal.amounts import say_amount
from netjournal.errors import InvalidError, JournalError
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field, Line, Paragraph
from netjournal.when import say_day

Reader = Callable[[str, date], object]
"""Turns what was typed, never blank, into a value; today is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftField:
    """One field of a form; `name` is the draft's."""

    name: str
    label: str
    read: Reader = lambda typed, _: typed
    words: tuple[str, ...] = ()
    """The words to choose from, if it isn't typed."""
    hint: str = ""
    long: bool = False
    """Whether it takes several lines."""
    joined: str = ", "
    """What parts the texts of a value that has several."""
    blank: object = ""
    """The value of a field left blank."""

    def shown(self, draft: object) -> Field:
        """The field as a form shows it, with the draft's value."""
        return Field(self.label, self._control(_said(getattr(draft, self.name), self.joined)))

    def _control(self, said: str) -> Widget:
        if self.words:
            needed = self.blank is not None
            return Choice(self.words, blank=not needed, id=self.name).with_value(said or None)
        if self.long:
            return Paragraph(said, id=self.name, placeholder=self.hint)
        return Line(said, id=self.name, placeholder=self.hint)


def read_all(
    draft_fields: Iterable[DraftField], typed: Callable[[str], str], today: date
) -> dict[str, Any]:
    """The values of all fields by name; InvalidError names each that can't be read."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for field in draft_fields:
        text = typed(field.name)
        try:
            values[field.name] = field.read(text, today) if text.strip() else field.blank
        except JournalError as problem:
            wrong[field.name] = str(problem)
    if wrong:
        raise InvalidError(wrong)
    return values


def choice(
    name: str, label: str, kind: type[StrEnum], *, blank: StrEnum | None = None
) -> DraftField:
    """A field for one of the words of an enumeration; with `blank` none can be left out."""
    return DraftField(
        name=name,
        label=label,
        words=tuple(word.value for word in kind),
        read=lambda typed, _: kind(typed),
        blank=blank,
    )


def whole(typed: str, _: date) -> int:
    """Reads a whole number."""
    digits = typed.strip()
    if digits.isascii() and digits.isdigit() and len(digits) <= 9:
        return int(digits)
    raise InvalidError({"number": f"“{digits}” isn't a whole number, such as 24."})


def several(typed: str, _: date) -> tuple[str, ...]:
    """Reads texts parted by commas, semicolons or line ends."""
    return tuple(part.strip() for part in re.split(r"[,;\n]", typed) if part.strip())


def _said(value: object, joined: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return say_day(value)
        case Decimal():
            return say_amount(value)
        case str():
            return str(value)
        case Sequence():
            return joined.join(map(str, value))
        case _:
            return str(value)
