"""A group named by any part of its name, or none."""

from collections.abc import Sequence
from contextlib import suppress

from textual.suggester import SuggestFromList
from textual.widgets import Input

from netjournal.errors import InvalidError
from netjournal.text import fold, visible
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.whom import Named


class WhichGroup(Field):
    """A field for one of my groups; `→` completes the name begun."""

    def __init__(
        self, label: str, name: str, groups: Sequence[Named], chosen: int | None = None
    ) -> None:
        """`groups` are those to choose from; `chosen` is the id of the one to begin with."""
        begun = next((group.name for group in groups if group.id == chosen), "")
        self._line = Line(begun, id=name, placeholder="none, or part of its name")
        self._line.suggester = SuggestFromList(
            [group.name for group in groups], case_sensitive=False
        )
        super().__init__(label, self._line)
        self._field = name
        self._groups = groups

    @property
    def group_id(self) -> int | None:
        """The group named; InvalidError, under the field's name, when it isn't exactly one."""
        found = self._meant()
        return found.id if found else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says which group is understood."""
        event.stop()
        understood = ""
        with suppress(InvalidError):
            found = self._meant()
            if found is not None and fold(found.name) != fold(self._line.value):
                understood = f"= {visible(found.name)}"
        self.say(understood)

    def _meant(self) -> Named | None:
        words = fold(self._line.value)
        if not words:
            return None
        fitting = [group for group in self._groups if words in fold(group.name)]
        exact = [group for group in fitting if fold(group.name) == words]
        if len(fitting) == 1 or exact:
            return (exact or fitting)[0]
        names = ", ".join(group.name for group in fitting[:4])
        sentence = f"That could be {names}." if fitting else "None of your groups is called so."
        raise InvalidError({self._field: sentence})
