"""Several records of a kind, noted one after the other in the same fields."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar, Generic, Protocol, TypeVar

from textual.app import ComposeResult
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.entry_list import EntryList
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.fold_part import FoldPart
from netjournal.ui.widgets.rating import Rating
from netjournal.ui.widgets.whom import Whom


class Entry(Protocol):
    """A record as it stands in the form."""

    @property
    def blank(self) -> bool:
        """Whether nothing is said of it."""

    def said(self, today: date) -> str:
        """It in one line."""


E = TypeVar("E", bound=Entry)


class Entries(FoldPart, Generic[E]):
    """Lists what is recorded and what is noted; its fields show one of those noted."""

    DEFAULT_CSS = """
    Entries {
        .entries--known { color: $text-muted; display: none; }
        .entries--known.-filled { display: block; }
    }
    """

    PART: ClassVar[str]
    """What its fields' names begin with."""
    ANOTHER: ClassVar[str]
    """What the line for another one says."""

    list = query_one(EntryList)
    _known = query_one(".entries--known", Static)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.today = today
        self._noted: list[E] = []
        self._place = 0
        self._writing = False
        self._recorded = ""

    @abstractmethod
    def fields(self) -> Sequence[Field]:
        """The fields of one record; made once."""

    @abstractmethod
    def read(self) -> E:
        """The record as the fields say it."""

    @abstractmethod
    def write(self, entry: E) -> None:
        """Shows a record in the fields."""

    @abstractmethod
    def another(self) -> E:
        """A record of which nothing is said."""

    def compose(self) -> ComposeResult:
        """What is recorded, what is noted, and the fields of one."""
        yield Static(markup=False, classes="entries--known")
        yield EntryList(self.ANOTHER)
        yield from self.fields()

    @property
    def noted(self) -> tuple[E, ...]:
        """The records of which something is said."""
        return tuple(entry for entry in self._noted if not entry.blank)

    @noted.setter
    def noted(self, noted: Sequence[E]) -> None:
        self._noted = [*noted]
        self._place = max(0, len(self._noted) - 1)
        if self._laid_out:
            self.lay_out()

    def remember(self, recorded: Sequence[str]) -> None:
        """Shows what is recorded already, a line each."""
        self._recorded = "\n".join(f"✓ {line}" for line in recorded)
        if self._laid_out:
            self._show_recorded()

    def lay_out(self) -> None:
        """Shows what is recorded, and the record pointed at."""
        self._show_recorded()
        self._show()

    def follow(self) -> None:
        """Notices whatever is entered in a field."""
        for field in self.query(Field):
            control = field.control
            self.watch(control, "value", self._note, init=False)
            if isinstance(control, Whom):
                self.watch(control.line, "value", self._note, init=False)

    def entry(self) -> Widget:
        """The first field."""
        return self.query(Field).first().control

    def refuse(self, wrong: Mapping[str, str]) -> Widget | None:
        """Shows the first record of which something is wrong, and what."""
        parts = (name.split(".") for name in wrong)
        places = [int(part[1]) for part in parts if part[0] == self.PART]
        if not places:
            return None
        self._drop_blank()
        self._point(min(places))
        said = {field: wrong.get(self._told(field), "") for field in self.query(Field)}
        for field, sentence in said.items():
            field.refuse(sentence)
        return next(field.control for field, sentence in said.items() if sentence)

    def on_entry_list_pointed(self, event: EntryList.Pointed) -> None:
        """Shows another record."""
        event.stop()
        self._point(event.place)

    def on_entry_list_entered(self, event: EntryList.Entered) -> None:
        """Goes to the fields."""
        event.stop()
        self.enter()

    def on_entry_list_removed(self, event: EntryList.Removed) -> None:
        """Takes a record out."""
        event.stop()
        del self._noted[self._place]
        self._show()
        if not self._noted:
            self.enter()
        self.post_message(self.Changed())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Is noticed by the value itself."""
        event.stop()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Is noticed by the value itself."""
        event.stop()

    def on_rating_changed(self, event: Rating.Changed) -> None:
        """Is noticed by the value itself."""
        event.stop()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the last field goes on to another record."""
        last = self.query(Field).last().control
        if event.input is last and self._place < len(self._noted):
            event.stop()
            self._point(len(self._noted))
            self.enter()

    def _note(self) -> None:
        if self._writing:
            return
        entry = self.read()
        if self._place < len(self._noted):
            if entry == self._noted[self._place]:
                return
            self._noted[self._place] = entry
        elif entry.blank:
            return
        else:
            self._noted.append(entry)
        self._show_list()
        self.post_message(self.Changed())

    def _point(self, place: int) -> None:
        if place != self._place:
            gone = self._place < len(self._noted) and self._noted[self._place].blank
            if gone:
                del self._noted[self._place]
            self._place = place - (gone and place > self._place)
            self._show()

    def _drop_blank(self) -> None:
        self._noted = [*self.noted]
        self._place = min(self._place, len(self._noted))

    def _show(self) -> None:
        at_another = self._place >= len(self._noted)
        for field in self.query(Field):
            field.refuse("")
        self._writing = True
        try:
            self.write(self.another() if at_another else self._noted[self._place])
        finally:
            self._writing = False
        self._show_list()

    def _show_list(self) -> None:
        self.list.lines = tuple(entry.said(self.today) for entry in self._noted)
        self.list.cursor = self._place

    def _show_recorded(self) -> None:
        self._known.update(self._recorded)
        self._known.set_class(bool(self._recorded), "-filled")

    def _told(self, field: Field) -> str:
        """What the journal calls a field of the record shown."""
        return f"{self.PART}.{self._place}.{(field.control.id or '').rpartition('-')[2]}"
