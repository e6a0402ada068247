"""The draft of an open form: kept soon after each key, and at once when it must be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import uuid4

from textual.timer import Timer

from netjournal.errors import JournalError
from netjournal.model.draft import Draft
from netjournal.ui.widgets.pace import Pace
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

T = TypeVar("T")

EDITING = "editing"
KEPT = "draft saved"
NOT_KEPT = "not saved yet"


class Keeping(Protocol):
    """What a form's screen does for its draft."""

    def act(
        self,
        verb: "Callable[[Journal], T]",
        then: Callable[[T], None] | None = None,
        failed: Callable[[JournalError], None] | None = None,
    ) -> None:
        """Runs a verb in a thread, then `then` here, or `failed`."""

    def report(self, problem: JournalError) -> None:
        """Says what went wrong."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Calls back after some seconds."""


@dataclass(frozen=True, slots=True)
class State:
    """A form's state as its draft holds it."""

    subject: str
    body: str


class DraftKeeper:
    """The draft of one open form."""

    def __init__(
        self,
        screen: Keeping,
        form: str,
        say: Callable[[str], None],
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """`say` shows how the draft stands."""
        self.id = uuid4().hex
        self.journal: Journal | None = None
        """The open journal, which `keep_now` needs at hand."""
        self.stored = False
        """Whether the journal may hold a draft of this form."""
        self.refused = False
        """Whether the journal refused to keep the latest state."""
        self._screen = screen
        self._form = form
        self._say = say
        self.clock = clock
        """Counts seconds."""
        self._pace = Pace()
        self._state: State | None = None
        self._kept: State | None = None
        self._timer: Timer | None = None

    def entered(self, state: State) -> None:
        """Keeps this state before long."""
        self._state = state
        if state != self._kept:
            self._say(EDITING)
            self._pace.key(self.clock())
            self._arm()

    def nothing_entered(self) -> None:
        """Keeps nothing more: the form stands as it opened."""
        self.rest()
        self._state = None
        self._say("")

    def drop(self) -> None:
        """Throws away what was kept of this form."""
        self.nothing_entered()
        self._kept = None
        if self.stored:
            self.stored = False
            self._screen.act(lambda journal: journal.drafts.drop(self.id))

    def look(self) -> None:
        """Keeps the state if it is due, or looks again when it will be."""
        self._timer = None
        if self._pace.wait(self.clock()) == 0:
            self.keep()
        else:
            self._arm()

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Keeps the state in its turn, then calls `then`; says so when the journal refuses."""
        state = self._state
        self.rest()
        # Already now: whoever drops the draft is served after this.
        self.stored = self.stored or state is not None

        def kept(_: None) -> None:
            self._confirm(state)
            if then is not None:
                then()

        self._screen.act(lambda journal: self.put(journal, state), kept, self._refuse)

    def keep_now(self) -> None:
        """Keeps the state before this returns; for when the program is told to end."""
        if self.journal is not None and self._state != self._kept:
            self.put(self.journal, self._state)

    def flush(self, journal: "Journal") -> None:
        """Keeps the state within another verb, so that nothing is lost if that fails."""
        self.put(journal, self._state)

    def put(self, journal: "Journal", state: State | None) -> None:
        """Keeps a state, in whatever thread this is."""
        if state is not None:
            self.stored = True
            journal.drafts.keep(self.id, self._form, state.subject, state.body)

    def rest(self) -> None:
        """Keeps nothing more until something is entered."""
        self._pace.kept()
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _confirm(self, state: State | None) -> None:
        self._kept, self.refused = state, False
        if state is not None and state == self._state:
            self._say(KEPT)

    def _refuse(self, problem: JournalError) -> None:
        self.refused = True
        self._say(NOT_KEPT)
        self._screen.report(problem)

    def _arm(self) -> None:
        wait = self._pace.wait(self.clock())
        if self._timer is None and wait is not None:
            self._timer = self._screen.set_timer(wait, self.look)


def named(draft: Draft, today: date) -> str:
    """A kept draft as a person would name it."""
    at = draft.saved_at.astimezone()
    day = "" if at.date() == today else f"{say_day(at.date(), today)}, "
    return f"your draft of {day}{at:%H:%M}"
