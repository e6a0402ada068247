"""What the forms about people need of the screen they open over."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from netjournal.text import visible
from netjournal.ui.screens.area import JournalScreen
from netjournal.ui.widgets.whom import Finder, Named, Offer

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

Screen = JournalScreen[Any]


def finder(screen: Screen) -> Finder:
    """Finds the contacts a typed name may mean."""
    return partial(_find, screen)


def groups_of(journal: "Journal") -> tuple[Named, ...]:
    """The groups one can choose from."""
    return tuple(Named(line.id, line.name) for line in journal.groups.lines())


def say(screen: Screen, sentence: str) -> None:
    """Says something that may hold a person's own words."""
    screen.notify(visible(sentence), markup=False)


def today(screen: Screen) -> date:
    """The day it is."""
    return screen.desk.clock.now().date()


def _find(screen: Screen, words: str, offer: Offer) -> None:
    screen.read(lambda journal: journal.contacts.match(words), offer, lane="match")
