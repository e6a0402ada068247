"""The reflection form alone, under the prompt: it takes a few lines and leaves none of them."""

import asyncio
import shutil
import signal

from textual import events
from textual.geometry import Offset, Size

from netjournal.errors import JournalError
from netjournal.ui.desk import Desk
from netjournal.ui.endings import Ending
from netjournal.ui.journal_app import JournalApp
from netjournal.ui.screens.prompt import PromptScreen


class PromptApp(JournalApp[Ending | JournalError]):
    """Returns how the form ended, or why there was none."""

    CSS_PATH = ["app.tcss", "screens/reflect.tcss", "screens/prompt.tcss"]
    INLINE_PADDING = 0

    def __init__(self, desk: Desk, group: str = "") -> None:
        """`group` is part of the name of the group whose latest meeting is meant, if one is."""
        super().__init__(desk)
        self._group = group
        self._width = 0
        """That of the terminal when the form was last drawn."""

    def get_default_screen(self) -> PromptScreen:
        """The form."""
        return PromptScreen(self.desk, group=self._group)

    def on_mount(self) -> None:
        """Follows the terminal's size in a way of its own."""
        if self.is_inline:
            # Textual's handler clears the whole terminal, and what a person had there before.
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGWINCH, self._measure)

    def on_resize(self, event: events.Resize) -> None:
        """Erases the form where it stands, for it is drawn anew."""
        if self.is_inline and self._width:
            self._erase(event.size.width)
        self._width = event.size.width

    async def refused(self, problem: JournalError) -> None:
        """Leaves the form, since it could save nothing."""
        self.exit(problem, return_code=1)

    async def action_quit(self) -> None:
        """Leaves the form, keeping a draft."""
        if isinstance(self.screen, PromptScreen):
            self.screen.action_leave()

    def _measure(self) -> None:
        size = Size(*shutil.get_terminal_size())
        self.post_message(events.Resize(size, size))

    def _erase(self, width: int) -> None:
        """Erases from the form's first line on; a terminal made narrower has wrapped its lines."""
        column, line = self._previous_cursor_position
        wrapped = -(-self._width // max(width, 1))
        up = line * max(wrapped, 1) + column // max(width, 1)
        if self._driver is not None:
            self._driver.write(f"\x1b[{up}A\r\x1b[J" if up else "\r\x1b[J")
        self._previous_cursor_position = Offset()
