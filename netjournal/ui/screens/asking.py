"""What the forms about people need of the screen they open over."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from netjournal.text import visible
from netjournal.ui.screens.area import JournalScreen
from netjournal.ui.widgets.whom import Finder, Named, Offer

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.ui.dialogs.form import FormDialog

D = TypeVar("D")
T = TypeVar("T")

Screen = JournalScreen[Any]


def finder(screen: Screen) -> Finder:
    """Finds the contacts a typed name may mean."""
    return partial(_find, screen)


def groups_of(journal: "Journal") -> tuple[Named, ...]:
    """The groups one can choose from."""
    return tuple(Named(group.id, group.name) for group in journal.groups.all())


def say(screen: Screen, sentence: str) -> None:
    """Says something that may hold a person's own words."""
    screen.notify(visible(sentence), markup=False)


def today(screen: Screen) -> date:
    """The day it is."""
    return screen.desk.clock.now().date()


def note(
    screen: Screen,
    dialog: "FormDialog[D]",
    verb: "Callable[[Journal, D], T]",
    then: Callable[[T], None] | None = None,
) -> None:
    """Opens a form whose draft is given to `verb`, and says how to take back what was noted."""

    def noted(result: T) -> None:
        say(screen, "Noted; u takes it back")
        if then is not None:
            then(result)

    screen.ask(dialog, verb, noted)


def delete(
    screen: Screen, question: str, verb: "Callable[[Journal], object]", *, detail: str
) -> None:
    """Deletes something once the question is agreed to, and says how to take it back."""

    def agreed() -> None:
        screen.act(verb, lambda _: say(screen, "Deleted; u takes it back"))

    screen.confirm(question, agreed, yes="Delete", detail=detail)


def _find(screen: Screen, words: str, offer: Offer) -> None:
    screen.read(lambda journal: journal.contacts.match(words), offer, lane="match")
