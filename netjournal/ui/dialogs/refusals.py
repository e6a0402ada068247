"""Reads the fields of a form one by one and gathers what is wrong with them."""

from collections.abc import Callable
from typing import TypeVar

from netjournal.errors import InvalidError
from netjournal.ui.widgets.whom import Named, Whom
from netjournal.when import read_duration

T = TypeVar("T")


class Refusals:
    """The sentences that refuse what was typed, by field; `end` raises them together."""

    def __init__(self) -> None:
        self._sentences: dict[str, str] = {}

    def read(self, reading: Callable[[], T]) -> T | None:
        """What a field amounts to; None when it was refused."""
        try:
            return reading()
        except InvalidError as problem:
            self._sentences |= problem.fields
            return None

    def note(self, field: str, sentence: str) -> None:
        """Refuses a field."""
        self._sentences[field] = sentence

    def end(self) -> None:
        """Raises InvalidError when anything was refused."""
        if self._sentences:
            raise InvalidError(self._sentences)


def minutes(words: str, field: str) -> int | None:
    """The minutes of a duration typed in a field, None when it was left blank."""
    if not words.strip():
        return None
    try:
        return read_duration(words)
    except InvalidError as problem:
        raise InvalidError({field: str(problem)}) from None


def one_named(whom: Whom, wrong: Refusals) -> Named | None:
    """Who was taken in a field for one person, if anyone; refuses a name that is still typed."""
    if whom.typed:
        wrong.note(whom.id or "", "Enter takes a name; or empty the line.")
    return whom.value[-1] if whom.value else None
