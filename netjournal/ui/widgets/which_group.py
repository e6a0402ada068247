"""One of several things named by any part of its name, such as a group, or none."""

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual.suggester import SuggestFromList
from textual.widgets import Input

from netjournal.errors import InvalidError
from netjournal.text import fold, visible
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.whom import Named


class WhichNamed(Field):
    """A field for one of some names; `→` completes the name begun."""

    HINT: ClassVar[str]
    """What the empty field says."""
    UNKNOWN: ClassVar[str]
    """The sentence for what none of the names holds."""

    def __init__(
        self, label: str, name: str, every: Sequence[Named], chosen: int | None = None
    ) -> None:
        """`every` are those to choose from; `chosen` is the id of the one to begin with."""
        begun = next((one.name for one in every if one.id == chosen), "")
        self._line = Line(begun, id=name, placeholder=self.HINT)
        self._line.suggester = SuggestFromList([one.name for one in every], case_sensitive=False)
        super().__init__(label, self._line)
        self._field = name
        self._every = every

    @property
    def named(self) -> Named | None:
        """The one named; InvalidError, under the field's name, when it isn't exactly one."""
        words = fold(self._line.value)
        if not words:
            return None
        fitting = [one for one in self._every if words in fold(one.name)]
        exact = [one for one in fitting if fold(one.name) == words]
        if len(fitting) == 1 or exact:
            return (exact or fitting)[0]
        names = ", ".join(one.name for one in fitting[:4])
        sentence = f"That could be {names}." if fitting else self.UNKNOWN
        raise InvalidError({self._field: sentence})

    def understood(self, found: Named) -> str:
        """What is said beneath of the one named."""
        return "" if fold(found.name) == fold(self._line.value) else f"= {visible(found.name)}"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says which one is understood."""
        event.stop()
        understood = ""
        with suppress(InvalidError):
            found = self.named
            if found is not None:
                understood = self.understood(found)
        self.say(understood)


class WhichGroup(WhichNamed):
    """A field for one of my groups."""

    HINT = "none, or part of its name"
    UNKNOWN = "None of your groups is called so."

    @property
    def group_id(self) -> int | None:
        """The group named; InvalidError, under the field's name, when it isn't exactly one."""
        found = self.named
        return found.id if found else None
