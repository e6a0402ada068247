"""A view of Give & get: one of its lists, what is read for it and said of its lines."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.content import Content

from netjournal.ui.screens.listing import Listing, Numbered
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.sheet import Part

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.ui.desk import Desk

Row = TypeVar("Row", bound=Numbered)
Record = TypeVar("Record", bound=Numbered)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines of a view are asked for."""

    words: str = ""
    kind: str = ""
    """One of the view's kinds; empty: all of them."""

    @property
    def narrows(self) -> bool:
        """Whether not every line is asked for."""
        return bool(self.words.strip() or self.kind)


@dataclass(frozen=True, slots=True)
class Told(Listing[Row]):
    """A list, and what is said of it."""

    said: str


class View(ABC, Generic[Row, Record]):
    """A list of one sort of things, with a page about each."""

    title: ClassVar[str]
    kinds: ClassVar[tuple[str, ...]] = ()
    """What the list can be narrowed to by one key."""
    empty: ClassVar[Content]
    """What will be here, and which key begins it."""
    nothing: ClassVar[str] = (
        "Nothing here fits.\nEsc in the filter takes its words away; f shows all."
    )
    """What a list says that was narrowed to nothing."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    @property
    def today(self) -> date:
        """The day it is."""
        return self._desk.clock.now().date()

    @property
    def currency(self) -> str:
        """That of all amounts; empty: none is said."""
        return self._desk.preferences.currency

    @abstractmethod
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns of the list."""

    @abstractmethod
    def load(self, journal: "Journal", asked: Asked) -> Told[Row]:
        """The lines asked for; runs in a thread."""

    @abstractmethod
    def fetch(self, journal: "Journal", record: int, /) -> Record:
        """One line's record, whole; runs in a thread."""

    @abstractmethod
    def parts(self, record: Record) -> Sequence[Part]:
        """A record as parts of a sheet."""
