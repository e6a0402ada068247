"""The roster of a meeting: who was there, found by typing, ticked by Enter or space."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.model.contact import ContactMatch
from netjournal.text import clean_line
from netjournal.ui.widgets.candidates import Candidate, Candidates, candidates, likeliest
from netjournal.ui.widgets.field import Line
from netjournal.ui.widgets.people import People
from netjournal.ui.widgets.present import Person, Present


class NameLine(Line):
    """The line a name is typed in; up and down point at the candidates below it."""

    BINDINGS = [
        Binding("down", "point(1)", "Next", show=False),
        Binding("up", "point(-1)", "Previous", show=False),
    ]

    class Pointed(Message):
        """Another candidate is to be pointed at."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Up and down leave the line while there is nothing to point at."""
        return (
            bool(self.value.strip())
            if action == "point"
            else super().check_action(action, parameters)
        )

    def action_point(self, by: int) -> None:
        """Points at another candidate."""
        self.post_message(self.Pointed(by))


class Roster(Widget):
    """Who was there; it asks for matches by `Typed` and is given them by `offer`."""

    DEFAULT_CSS = """
    Roster {
        height: auto;
        .roster--row { height: 1; }
        .roster--label { width: 17; color: $text-muted; }
        .roster--count { width: auto; min-width: 12; padding-left: 2; color: $text-muted; }
        NameLine { width: 1fr; }
        People, Candidates, .roster--problem { margin-left: 17; }
        .roster--problem { display: none; color: $text-error; }
        &.-refused .roster--problem { display: block; }
        &.-refused .roster--label { color: $text-error; }
        &:focus-within .roster--label { color: $text-primary; text-style: bold; }
    }
    """

    name_line = query_one(NameLine)
    people = query_one(People)
    _candidates = query_one(Candidates)
    _count = query_one(".roster--count", Static)
    _problem = query_one(".roster--problem", Static)

    class Changed(Message):
        """Who was there, or the name being typed, is different now."""

    class Typed(Message):
        """A name is being typed; `offer` wants its matches."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Opened(Message):
        """More is to be said of the person pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self._matches: tuple[ContactMatch, ...] = ()
        self._offered = ""
        self._taking = False

    @property
    def present(self) -> Present:
        """Who was there."""
        return self.people.present

    @present.setter
    def present(self, present: Present) -> None:
        self.people.present = present
        self._count.update(_counted(present))
        self._seek()
        self.post_message(self.Changed())

    @property
    def typed(self) -> str:
        """The name being typed."""
        return self.name_line.value

    def compose(self) -> ComposeResult:
        """The name and the count on a line, the people beneath."""
        with Horizontal(classes="roster--row"):
            yield Static("Who was there", classes="roster--label")
            yield NameLine(id="name", placeholder="type a name …")
            yield Static(markup=False, classes="roster--count")
        yield Static(markup=False, classes="roster--problem")
        yield Candidates()
        yield People()

    def offer(self, words: str, matches: Sequence[ContactMatch]) -> None:
        """Shows which contacts the words may mean, unless others are typed by now."""
        if words != self.typed:
            return
        self._matches, self._offered = tuple(matches), words
        self._seek()
        if self._taking:
            self._take()

    def refuse(self, sentence: str) -> None:
        """Shows what is wrong with the name typed; nothing, when the sentence is empty."""
        self._problem.update(f"✗ {sentence}" if sentence else "")
        self.set_class(bool(sentence), "-refused")

    def say(self, place: int, person: Person) -> None:
        """Changes what is said of one person."""
        self.present = self.present.changed(place, person)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Asks who is meant."""
        event.stop()
        self._taking = False
        self._seek()
        if clean_line(self.typed):
            self.post_message(self.Typed(self.typed))
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes the candidate pointed at, once it is known who is in the journal.

        With no name typed it takes those of last time, while they are only a suggestion.
        """
        event.stop()
        if not clean_line(self.typed):
            if self.present.suggests:
                self.present = self.present.as_last_time()
            else:
                self.screen.focus_next()
        elif self._offered == self.typed:
            self._take()
        else:
            self._taking = True

    def on_name_line_pointed(self, event: NameLine.Pointed) -> None:
        """Points at another candidate."""
        self._candidates.move(event.by)

    def on_candidates_chosen(self) -> None:
        """Takes the candidate clicked."""
        self._take()

    def on_people_toggled(self, event: People.Toggled) -> None:
        """Ticks someone, or takes the tick off."""
        self.present = self.present.toggled(event.place)

    def on_people_nobody(self) -> None:
        """Takes all ticks off."""
        self.present = self.present.nobody()

    def on_people_opened(self) -> None:
        """Passes on that more is to be said."""
        self.post_message(self.Opened())

    def _seek(self) -> None:
        fresh = self._matches if self._offered == self.typed else ()
        found = candidates(self.typed, self.present, fresh)
        self._candidates.cursor = likeliest(self.typed, found)
        # What lies below stays in its place while people give way to candidates.
        self._candidates.styles.min_height = self.people.rows
        self._candidates.found = found
        self.people.display = not found and bool(self.present.people)

    def _take(self) -> None:
        self._taking = False
        candidate = self._candidates.candidate
        if candidate is not None:
            self.present = _with(self.present, candidate)
            self.name_line.value = ""


def _with(present: Present, candidate: Candidate) -> Present:
    if candidate.place is not None and present.counts:
        return present.toggled(candidate.place)
    return present.added(candidate.name, candidate.contact_id)


def _counted(present: Present) -> str:
    if present.suggests:
        return f"{len(present.people)} last time · ⏎ takes them"
    if not present.people:
        return ""
    new = sum(person.there and person.new for person in present.people)
    counted = f"{len(present.there)} of {len(present.people)}"
    return f"{counted} · {new} new" if new else counted
