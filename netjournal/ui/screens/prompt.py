"""The reflection form at the prompt, where everything it asks is asked in the flow."""

from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.getters import query_one
from textual.widgets import Static

from netjournal.errors import JournalError
from netjournal.model.occasion import Occasion
from netjournal.ui.desk import Desk
from netjournal.ui.endings import Ending
from netjournal.ui.screens.reflecting import ReflectingScreen
from netjournal.ui.screens.which_meeting import latest
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.picks import Choices
from netjournal.ui.widgets.reflection_sheet import ReflectionSheet
from netjournal.ui.widgets.which_meeting import WhichMeeting

_STOPPED = 130
_MOST_LINES = 20
_AROUND_SHEET = 3
"""Lines for the heading, what is said, and the keys."""


class PromptScreen(ReflectingScreen):
    """The form with a line for what it has to say; it ends the app it is in."""

    CSS_PATH = ["reflect.tcss", "prompt.tcss"]
    BINDINGS = [
        Binding(
            "ctrl+c",
            "stop",
            "Stop",
            show=False,
            priority=True,
            id="prompt.stop",
            tooltip="Leave, keeping a draft, with exit code 130",
        ),
    ]

    _which = query_one(WhichMeeting)
    _line = query_one(".prompt--said", Static)

    def __init__(
        self,
        desk: Desk,
        occasion: Occasion | None = None,
        draft_id: str | None = None,
        *,
        group: str = "",
    ) -> None:
        """`group` is part of the name of the group whose latest meeting is meant, if one is."""
        super().__init__(desk, occasion, draft_id)
        self._group = group
        self._asked_to_lose = False
        self._code = 0

    def compose(self) -> ComposeResult:
        """Which meeting, the sheet or the meetings to choose from, a line to say things, keys."""
        yield from self.compose_head()
        yield ReflectionSheet(self.desk.clock.now().date())
        yield WhichMeeting()
        yield Static(markup=False, classes="prompt--said")
        yield KeyLine()

    def on_resize(self) -> None:
        """Keeps the heading and the keys in sight; the sheet scrolls."""
        most = min(_MOST_LINES, self.app.size.height) if self.app.is_inline else self.size.height
        self.sheet.styles.max_height = max(1, most - _AROUND_SHEET)

    def find(self) -> None:
        """Finds the latest meeting of the group named, or else what any form finds."""
        if self._group:
            self.read(lambda journal: latest(journal, self._group), self._found, lane="which")
        else:
            super().find()

    def which(self, found: Choices) -> None:
        """Shows the meetings in place of the sheet."""
        self._ask(found)

    def lose(self) -> None:
        """Leaves when asked a second time."""
        if self._asked_to_lose:
            self.close()
        else:
            self._asked_to_lose = True
            self.notify("This can't be kept. Esc once more leaves without it.", severity="warning")

    def end(self, ending: Ending) -> None:
        """Ends the app, which tells how, once every verb asked for is done."""
        self.app.run_worker(self._end(ending))

    def report(self, problem: JournalError) -> None:
        """Says what went wrong; without a meeting, and with nothing entered, it ends the app."""
        if self.occasion is None and not self._asking and not self.touched:
            self.app.exit(problem, return_code=1)
        else:
            super().report(problem)

    def notify(self, message: str, *, severity: str = "information", **_: Any) -> None:
        """Says something on the form's own line until something is entered."""
        self._line.update(message)
        self._line.set_class(severity != "information", "-problem")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only to choose or to leave while it asks which meeting."""
        if action in ("afresh", "meeting") and self._asking:
            return False
        return super().check_action(action, parameters)

    def on_reflection_sheet_changed(self) -> None:
        """Has nothing more to say once something is entered."""
        self._asked_to_lose = False
        self._line.update("")

    def on_which_meeting_chosen(self, event: WhichMeeting.Chosen) -> None:
        """Goes on with the meeting chosen."""
        self._show_sheet()
        self.picked(event.pick)

    def action_leave(self) -> None:
        """Closes the form, or only the question when there was a meeting before it."""
        if self._asking and self.occasion is not None:
            self._show_sheet()
            self.head(self.occasion)
        else:
            super().action_leave()

    def action_stop(self) -> None:
        """Leaves as when interrupted."""
        self._code = _STOPPED
        super().action_leave()

    async def _end(self, ending: Ending) -> None:
        await self.desk.settled()
        self.app.exit(ending, self._code)

    @property
    def _asking(self) -> bool:
        return self.has_class("-asking")

    def _found(self, found: Occasion | Choices) -> None:
        if isinstance(found, Occasion):
            self.open(found)
        else:
            self._ask(found, self._group)

    def _ask(self, found: Choices, typed: str = "") -> None:
        self.add_class("-asking")
        self.head(None)
        self._which.offer(found, typed)
        self.refresh_bindings()

    def _show_sheet(self) -> None:
        self.remove_class("-asking")
        self.sheet.begin()
        self.refresh_bindings()
