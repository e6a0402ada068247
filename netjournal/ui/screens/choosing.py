"""How the reflection form comes by its meeting: found, asked for, and named at the top."""

from abc import abstractmethod

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from netjournal.model.occasion import Occasion
from netjournal.text import visible
from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import JournalScreen
from netjournal.ui.screens.which_meeting import choices, meant, only_likely
from netjournal.ui.widgets.picks import Choices, Pick
from netjournal.when import say_range


class ChoosingScreen(JournalScreen[None]):
    """A screen about one meeting, which it is given, finds or asks for."""

    BINDINGS = [
        Binding("escape", "leave", "Leave", id="reflect.leave", tooltip="Leave, keeping a draft"),
        Binding(
            "ctrl+g",
            "meeting",
            "Meeting",
            id="reflect.meeting",
            tooltip="It was another meeting",
        ),
    ]

    _heading = query_one(".reflect--heading", Static)

    def __init__(self, desk: Desk, occasion: Occasion | None) -> None:
        super().__init__(desk)
        self.occasion = occasion

    @abstractmethod
    def which(self, found: Choices) -> None:
        """Asks which meeting it is about, and has `picked` called with the answer."""

    @abstractmethod
    def open(self, occasion: Occasion, draft_id: str | None = None) -> None:
        """Goes on with a meeting, and with a draft of it if one is meant."""

    @abstractmethod
    def go_over(self, occasion: Occasion, draft_id: str) -> None:
        """Goes over to another draft; what is entered here stays behind."""

    @abstractmethod
    def action_leave(self) -> None:
        """Closes the screen."""

    def find(self) -> None:
        """Finds which meeting it is about, when none was given."""
        self.read(choices, self.choose, lane="which")

    def compose_head(self) -> ComposeResult:
        """The line that says which meeting, and how the draft stands."""
        with Horizontal(classes="reflect--top"):
            yield Static(markup=False, classes="reflect--heading")
            yield Static(markup=False, classes="reflect--state")

    def head(self, occasion: Occasion | None) -> None:
        """Says which meeting the form is about, or asks."""
        if occasion is None:
            return self._heading.update("Which meeting?")
        when = say_range(occasion.start, occasion.duration_minutes, self.desk.clock.now().date())
        name = (visible(occasion.name), "bold $text-primary")
        return self._heading.update(Content.assemble(name, f" · {when}"))

    def choose(self, found: Choices) -> None:
        """Takes the one likely meeting, or asks."""
        likely = only_likely(found.occasions, found.now)
        if likely is not None and not found.drafts:
            self.open(likely)
        else:
            self.which(found)

    def picked(self, pick: Pick | None) -> None:
        """Opens the meeting chosen; leaves when there is none and none was chosen."""
        if pick is None:
            if self.occasion is None:
                self.action_leave()
        elif pick.draft_id is not None and pick.occasion is not None:
            self.go_over(pick.occasion, pick.draft_id)
        else:
            self.read(lambda journal: meant(journal, pick), self.open, lane="which")

    def action_meeting(self) -> None:
        """Asks which meeting it was instead."""
        self.read(choices, self.which, lane="which")
