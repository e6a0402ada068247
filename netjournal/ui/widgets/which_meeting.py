"""Which meeting? Picked from a list, or typed: a group and a date, or a one-off with its title."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.text import visible
from netjournal.ui.widgets.field import Line
from netjournal.ui.widgets.picks import MOST, Choices, Pick, picks


class Picks(Widget):
    """The meetings to pick from, one a line, the marked one to be taken by Enter."""

    DEFAULT_CSS = """
    Picks { height: auto; max-height: 14; }
    """

    found: reactive[tuple[Pick, ...]] = reactive(tuple[Pick, ...], layout=True)
    cursor: reactive[int] = reactive(0)

    class Chosen(Message):
        """One was clicked."""

    @property
    def pick(self) -> Pick | None:
        """The one pointed at."""
        return self.found[self.cursor] if self.cursor < len(self.found) else None

    def render(self) -> Content:
        """A line each, as many as fit around the one pointed at."""
        if not self.found:
            return Content.styled(
                "No meeting fits. Add a day, such as “last thu 7am”.", "$text-muted"
            )
        first = self._first()
        shown = range(first, min(first + MOST, len(self.found)))
        return Content("\n").join(self._line(place) for place in shown)

    def move(self, by: int) -> None:
        """Points at another one, going round."""
        if self.found:
            self.cursor = (self.cursor + by) % len(self.found)

    def on_click(self, event: events.Click) -> None:
        """Chooses the one under the mouse."""
        place = event.y + self._first()
        if place < len(self.found):
            self.cursor = place
            self.post_message(self.Chosen())

    def _first(self) -> int:
        return max(0, self.cursor - MOST + 1)

    def _line(self, place: int) -> Content:
        pick = self.found[place]
        mark, style = ("›", "bold $text-primary") if place == self.cursor else (" ", "")
        hint = (f"  {visible(pick.hint)}", "$text-muted")
        return Content.assemble((f"{mark} {visible(pick.label)}", style), hint)


class Words(Line):
    """The words that say which meeting; Enter takes the one they mean."""

    BINDINGS = [
        Binding(
            "enter",
            "submit",
            "Choose",
            id="occasion.choose",
            tooltip="Take this meeting",
        ),
    ]


class WhichMeeting(Widget):
    """Asks which meeting is meant, wherever it is shown."""

    DEFAULT_CSS = """
    WhichMeeting {
        height: auto;
        Picks { margin-top: 1; }
        .which--hint { color: $text-muted; margin-top: 1; }
    }
    """
    BINDINGS = [
        Binding("down", "move(1)", "Next", id="occasion.next", show=False),
        Binding("up", "move(-1)", "Previous", id="occasion.previous", show=False),
    ]

    words = query_one(Words)
    _picks = query_one(Picks)

    class Chosen(Message):
        """A meeting was chosen."""

        def __init__(self, pick: Pick) -> None:
            super().__init__()
            self.pick = pick

    def __init__(self) -> None:
        super().__init__()
        self._choices: Choices | None = None

    def compose(self) -> ComposeResult:
        """The words typed, and the meetings they may mean."""
        yield Words(placeholder="a name, a day: “riverside last thu 7am” …")
        yield Picks()
        yield Static("A title with a day and a time makes a one-off.", classes="which--hint")

    def offer(self, choices: Choices, typed: str = "") -> None:
        """Shows what can be chosen from, of all that or of what the words typed may mean."""
        self._choices = choices
        self.words.value = typed
        self._seek()
        self.words.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows what the words may mean."""
        event.stop()
        self._seek()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes the meeting pointed at."""
        event.stop()
        self._choose()

    def on_picks_chosen(self) -> None:
        """Takes the meeting clicked."""
        self._choose()

    def action_move(self, by: int) -> None:
        """Points at another meeting."""
        self._picks.move(by)

    def _seek(self) -> None:
        if self._choices is not None:
            self._picks.cursor = 0
            self._picks.found = picks(self._choices, self.words.value)

    def _choose(self) -> None:
        if self._picks.pick is not None:
            self.post_message(self.Chosen(self._picks.pick))
