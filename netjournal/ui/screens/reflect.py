"""The reflection form on the whole terminal."""

from datetime import date

from textual.app import ComposeResult

from netjournal.model.scale import SCALES
from netjournal.text import visible
from netjournal.ui.dialogs.occasion import OccasionDialog
from netjournal.ui.endings import Dropped, Ending, Kept, Saved
from netjournal.ui.screens.reflecting import ReflectingScreen
from netjournal.ui.upshot_words import told
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.picks import Choices
from netjournal.ui.widgets.reflection_sheet import ReflectionSheet
from netjournal.when import say_day


class ReflectScreen(ReflectingScreen):
    """The form over the area it was called from; what it asks, it asks in dialogs."""

    CSS_PATH = "reflect.tcss"

    def compose(self) -> ComposeResult:
        """Which meeting, how the draft stands, and the sheet."""
        yield from self.compose_head()
        yield ReflectionSheet(self.desk.clock.now().date())
        yield KeyLine()

    def which(self, found: Choices) -> None:
        """Asks in a dialog."""
        self.app.push_screen(OccasionDialog(found), self.picked)

    def lose(self) -> None:
        """Asks in a dialog."""
        self.confirm("Leave without keeping this?", self.close, yes="Leave")

    def end(self, ending: Ending) -> None:
        """Says how it ended, and returns to the area."""
        if said := _said(ending, self.desk.clock.now().date()):
            self.notify(said, markup=False)
        self.pop_until_active()
        self.dismiss()


def _said(ending: Ending, today: date) -> str:
    match ending:
        case Saved():
            return _summary(ending, today)
        case Kept():
            return "Draft kept; r goes on with it."
        case Dropped():
            return "Draft thrown away."
        case None:
            return ""


def _summary(saved: Saved, today: date) -> str:
    ratings = ", ".join(
        f"{scale.title.lower()} {value} {scale.words[value - 1]}"
        for scale in SCALES
        if (value := getattr(saved.entry, scale.field))
    )
    occasion, people = saved.occasion, len(saved.entry.met)
    parts = [
        f"{visible(occasion.name)}, {say_day(occasion.day, today)}: {ratings}",
        f"{people} {'person' if people == 1 else 'people'}" if people else "",
        f"new: {visible(', '.join(saved.new_contacts))}" if saved.new_contacts else "",
        *map(visible, told(saved.upshot, today)),
    ]
    return "Saved. " + " · ".join(part for part in parts if part)
