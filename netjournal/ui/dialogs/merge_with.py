"""Asks which other contact someone is."""

from textual.app import ComposeResult

from netjournal.errors import InvalidError
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.whom import Finder, Named, Whom

_WHOM = "contact_id"


class MergeWithDialog(FormDialog[Named]):
    """A form for one name; both are shown side by side before anything is done."""

    FORM = "merge with"

    def __init__(self, person: Named, find: Finder) -> None:
        super().__init__()
        self.heading = f"Who else is {person.name}?"
        self._person = person
        self._find = find

    def fields(self) -> ComposeResult:
        """Whom they are also noted as."""
        self._whom = Whom(alone=True, id=_WHOM)
        yield Field("The same as", self._whom)

    def draft(self) -> Named:
        """The other contact."""
        others = [one for one in self._whom.value if one.id != self._person.id]
        if len(others) != 1:
            sentence = "Name one other contact; ⏎ takes the one pointed at."
            raise InvalidError({_WHOM: sentence})
        return others[0]

    def on_whom_typed(self, event: Whom.Typed) -> None:
        """Finds whom the typed name may mean."""
        event.stop()
        self._find(event.words, lambda matches: event.whom.offer(event.words, matches))
