"""The inside of a fold that is built only once the fold is opened."""

from abc import abstractmethod
from collections.abc import Mapping

from textual.message import Message
from textual.widget import Widget

from netjournal.model.meeting import ReflectionForm
from netjournal.model.upshot import Someone
from netjournal.ui.widgets.noted import Names, Noted
from netjournal.ui.widgets.present import Present
from netjournal.ui.widgets.whom import Named, Whom


class FoldPart(Widget):
    """Holds a part of what is noted, also before it is laid out."""

    DEFAULT_CSS = """
    FoldPart { height: auto; }
    """

    class Changed(Message):
        """Something else is noted now."""

    def __init__(self) -> None:
        super().__init__()
        self._laid_out = False
        self._entering = False

    @abstractmethod
    def fill(self, noted: Noted) -> None:
        """Shows its part of what is noted."""

    @abstractmethod
    def put_into(self, noted: Noted) -> Noted:
        """That with its own part in it."""

    @abstractmethod
    def tell(self, form: ReflectionForm, present: Present) -> None:
        """Shows what is recorded already, and who was there."""

    @abstractmethod
    def refuse(self, wrong: Mapping[str, str]) -> Widget | None:
        """Shows what is wrong with its part; gives where to go, if anything is."""

    @abstractmethod
    def lay_out(self) -> None:
        """Shows in its fields what it holds."""

    @abstractmethod
    def entry(self) -> Widget:
        """Where one goes on entering the fold."""

    def follow(self) -> None:
        """Begins to notice what is entered in its fields."""

    def on_mount(self) -> None:
        """Shows what it was given to hold before it had fields."""
        self._laid_out = True
        self.lay_out()
        self.follow()
        if self._entering:
            self.enter()

    def enter(self) -> None:
        """Goes into the fold, as soon as there is anything in it."""
        self._entering = not self._laid_out
        if self._laid_out:
            widget = self.entry()
            widget.focus()
            # What was just unfolded has no place yet.
            self.call_after_refresh(widget.scroll_visible, animate=False)


def names_in(whom: Whom) -> Names:
    """Whom a field names, a name half typed too."""
    chosen = (
        Someone(name=one.name, contact_id=None if one.is_new else one.id) for one in whom.value
    )
    return Names(chosen=tuple(chosen), typed=whom.line.value)


def put_names(whom: Whom, names: Names) -> None:
    """Shows in a field whom it names."""
    # Whoever has no id yet is new.
    whom.value = tuple(Named(one.contact_id or 0, one.name) for one in names.chosen)
    whom.line.value = names.typed
    whom.line.cursor_position = len(names.typed)
