"""What the app and the form at the prompt share: their looks, the open journal, and their end."""

import gc
import sys
from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import on
from textual.app import App
from textual.events import Event, Key
from textual.filter import LineFilter, Monochrome, NoColor

from netjournal.crash import report
from netjournal.errors import JournalError
from netjournal.ui.desk import Desk
from netjournal.ui.gate import Gate
from netjournal.ui.keys_in_order import KeysInOrder
from netjournal.ui.themes import DARK, THEMES, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

Result = TypeVar("Result")

_TIDY_SECONDS = 2
_MESS = 5_000
"""How many more things must have been made than freed for it to be worth looking for garbage."""
_LOOKS = 30
_GREAT_MESS = 200_000
"""How many make it worth keeping someone waiting."""


class JournalApp(App[Result], Generic[Result]):
    """Draws its first frame before it opens the journal; on signals keeps open forms and leaves."""

    TITLE = "netjournal"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._gate = Gate()
        self._no_color = NoColor()
        self._keys = KeysInOrder(self, super().on_event, self.too_early, self.at_once)
        for theme in THEMES:
            self.register_theme(theme)
        wanted = desk.preferences.theme
        # Not through the watcher: nothing is shown yet that would have to be styled anew.
        self.set_reactive(App.theme, wanted if wanted in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(desk.preferences.keys)

    def opened(self) -> None:
        """Does what has to wait for the journal to be open."""

    @abstractmethod
    async def refused(self, problem: JournalError) -> None:
        """Says that the journal can't be opened."""

    def too_early(self, key: str) -> bool:  # noqa: ARG002
        """Whether what a key may be about is still to come."""
        return False

    def at_once(self, key: str) -> bool:  # noqa: ARG002
        """Whether a key waits for nothing."""
        return True

    async def on_event(self, event: Event) -> None:
        """Takes keys one after the other."""
        if isinstance(event, Key) and not event.is_forwarded:
            await self._keys.add(event)
        else:
            await super().on_event(event)

    @on(KeysInOrder.Passed)
    async def _passed(self, event: KeysInOrder.Passed) -> None:
        await self._keys.passed(event)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours."""
        variables = super().get_css_variables()
        variables["text-muted"] = muted(variables)
        return variables

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """Textual's filters, and ours after them."""
        filters = super().get_line_filters()
        if self.no_color and self.native_ansi_color:
            # Textual chose by the theme it began with; grey made of a terminal's colours is black.
            filters = [each for each in filters if not isinstance(each, Monochrome)]
            return [*filters, self._no_color, self._gate]
        return [*filters, self._gate]

    def on_mount(self) -> None:
        """Leaves everything that can wait until after the first frame."""
        self.call_after_refresh(self._open)

    def leave(self, signal_number: int) -> None:
        """Leaves because the system said so."""
        self.exit(return_code=128 + signal_number)

    def _open(self) -> None:
        # Threads hand the interpreter over this often: keys stay quick while the store is imported.
        sys.setswitchinterval(0.0005)
        self.desk.open()
        self.run_worker(self._opened(), group="opening")
        from netjournal.ui.signals import heed

        heed(self, self.leave)

    async def _opened(self) -> None:
        try:
            await self.desk.journal()
        except JournalError as problem:
            await self.refused(problem)
        else:
            self.opened()
        finally:
            # From here on there is garbage to look for, but not in what was imported; and between
            # the frames, for each is made of thousands of tuples.
            gc.freeze()
            gc.set_threshold(_GREAT_MESS, *gc.get_threshold()[1:])
            gc.enable()
            self.set_interval(_TIDY_SECONDS, self._tidy)

    def _tidy(self) -> None:
        made, _, looked = gc.get_count()
        if made > _MESS:
            # What outlived a few looks is seldom garbage, and takes longest to look through.
            gc.collect(2 if looked > _LOOKS else 1)

    def _fatal_error(self) -> None:
        # Textual's own report prints local variables, and those are what a person wrote.
        self._exit_renderables.append(report(sys.exc_info()[1] or RuntimeError()))
        self._close_messages_no_wait()
