"""What is said of each person who was there, one person at a time."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from netjournal.text import visible
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.present import Person, Present
from netjournal.ui.widgets.yes_no import YES_NO, answer, word


class EachPerson(Widget):
    """A private note on a person, and whether we talked; up and down walk through them."""

    DEFAULT_CSS = """
    EachPerson {
        height: auto;
        .each-person--name { height: 1; color: $text-primary; text-style: bold; }
        .each-person--answers { height: 1; }
        .each-person--answers Field { width: 25; }
        .each-person--answers .each-person--first { width: 28; }
        .each-person--answers .each-person--last { width: 1fr; }
        .each-person--answers .field--label { width: auto; margin-right: 1; }
        .each-person--answers .each-person--first .field--label { width: 17; margin: 0; }
    }
    """
    BINDINGS = [
        Binding("down", "walk(1)", "Next person", id="each.next", show=False),
        Binding("up", "walk(-1)", "Previous person", id="each.previous", show=False),
    ]

    note = query_one("#person-note", Line)
    _heading = query_one(".each-person--name", Static)

    class Said(Message):
        """Something else is said of the person shown."""

        def __init__(self, place: int, person: Person) -> None:
            super().__init__()
            self.place = place
            self.person = person

    class Walked(Message):
        """Another person is to be shown."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._person: Person | None = None

    def compose(self) -> ComposeResult:
        """Whom it is about, three answers, and the note."""
        yield Static(markup=False, classes="each-person--name")
        with Horizontal(classes="each-person--answers"):
            # By a class: were it by :first-child, every field would be styled once more.
            talked = Field("Talked", Choice(YES_NO, id="talked"))
            yield talked.add_class("each-person--first", update=False)
            yield Field("asked of them", Choice(YES_NO, id="asked"))
            heard = Field("heard my pitch", Choice(YES_NO, id="heard-pitch"))
            yield heard.add_class("each-person--last", update=False)
        yield Field("Private note", Line(id="person-note"))

    def show(self, present: Present, place: int) -> None:
        """Shows one person, or that there is no one."""
        person = present.people[place] if place < len(present.people) else None
        self._place, self._person = place, person
        self._heading.update(_about(present, place))
        for child in self.query(Field):
            child.display = person is not None
        if person is not None:
            self._fill(person)

    def action_walk(self, by: int) -> None:
        """Asks for the next person, or the one before."""
        self.post_message(self.Walked(by))

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Passes an answer on."""
        event.stop()
        self._say()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Passes the note on."""
        event.stop()
        self._say()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next person."""
        event.stop()
        self.action_walk(1)

    def _fill(self, person: Person) -> None:
        with self.prevent(Choice.Changed, Input.Changed):
            for name, given in _answers(person).items():
                self.query_one(f"#{name}", Choice).value = word(given)
            if self.note.value != person.note:
                self.note.value = person.note

    def _say(self) -> None:
        if self._person is None:
            return
        said = replace(
            self._person,
            talked=self._answer("talked"),
            asked=self._answer("asked"),
            heard_pitch=self._answer("heard-pitch"),
            note=self.note.value,
        )
        if said != self._person:
            self._person = replace(said, there=True)
            self.post_message(self.Said(self._place, self._person))

    def _answer(self, name: str) -> bool | None:
        return answer(self.query_one(f"#{name}", Choice).value)


def _answers(person: Person) -> dict[str, bool | None]:
    return {"talked": person.talked, "asked": person.asked, "heard-pitch": person.heard_pitch}


def _about(present: Present, place: int) -> Content:
    if place >= len(present.people):
        return Content("Add someone who was there first.")
    person = present.people[place]
    if place not in present.there:
        return Content.assemble(visible(person.name), (" · wasn't there", "$text-muted"))
    count = f" · {present.there.index(place) + 1} of {len(present.there)} · ↑ ↓ for the others"
    return Content.assemble(visible(person.name), (count, "not bold $text-muted"))
