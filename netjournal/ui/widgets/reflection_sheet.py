"""The reflection form itself: one sheet of fields, wherever it is shown."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from netjournal.errors import InvalidError, JournalError
from netjournal.model.reflection import Done
from netjournal.model.scale import CONFIDENCE, ENERGY, PUSHINESS, SCALES
from netjournal.text import lines
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.each_person import EachPerson
from netjournal.ui.widgets.entered import Entered
from netjournal.ui.widgets.field import Field, Line, Paragraph
from netjournal.ui.widgets.fold_bar import FoldBar
from netjournal.ui.widgets.rating import Rating
from netjournal.ui.widgets.roster import Roster
from netjournal.ui.widgets.yes_no import YES_NO, answer, word

_BLANK = "—"
_FOLDS = {"notes": "Notes", "each": "Each person", "planned": "Planned work"}
_RATINGS = ("energy", "confidence", "pushiness", "energy_before")
_LINES = ("opportunities", "headcount", "received", "planned_work")
_PARAGRAPHS = ("gives", "asks", "notes")
_ANSWERS = ("pitched", "quick_fix")


class ReflectionSheet(VerticalScroll, can_focus=False):
    """Asks what a reflection holds; it knows neither the journal nor where it is shown."""

    DEFAULT_CSS = """
    ReflectionSheet {
        padding: 0 1;
        scrollbar-size-vertical: 1;
        .sheet--row { height: auto; }
        .sheet--rating { width: 54; }
        .sheet--before { width: 1fr; }
        .sheet--before .field--label { width: 8; }
        .sheet--gap { margin-top: 1; }
        .sheet--count { width: 25; margin-right: 4; }
        .sheet--count-short { width: 17; margin-right: 4; }
        .sheet--short .field--label { width: auto; margin-right: 1; }
        .sheet--short .field--problem { margin-left: 0; }
        .sheet--answer { width: 1fr; }
        .sheet--planned { width: 2fr; margin-right: 2; }
        #gives, #asks { min-height: 1; max-height: 4; }
        #notes { min-height: 3; max-height: 10; }
        .sheet--fold { display: none; height: auto; margin-top: 1; }
        .sheet--fold.-unfolded { display: block; }
        .sheet--problem { display: none; color: $text-error; }
        .sheet--problem.-shown { display: block; }
    }
    """
    BINDINGS = [
        Binding("ctrl+s,enter", "save", "Save", id="reflect.save", tooltip="Save the reflection"),
        Binding(
            "a",
            "as_last_time",
            "As last time",
            id="reflect.as_last_time",
            tooltip="Everyone who was there last time was there again",
        ),
        Binding("ctrl+n", "notes", "Notes", id="reflect.notes", tooltip="Write down what happened"),
        Binding("p", "pitched", "I pitched", id="reflect.pitched", tooltip="I pitched to the room"),
        Binding("b", "before", "Energy before", id="reflect.before", tooltip="My energy going in"),
        Binding("down,j", "down", "Next field", show=False),
        Binding("up,k", "up", "Previous field", show=False),
    ]

    roster = query_one(Roster)
    folds = query_one(FoldBar)
    _each = query_one(EachPerson)
    _problem = query_one(".sheet--problem", Static)

    class Changed(Message):
        """Something else is entered now."""

    class SaveAsked(Message):
        """What is entered is to be saved."""

    def __init__(self) -> None:
        super().__init__()
        self._last = Entered()

    def compose(self) -> ComposeResult:
        """The fields, top to bottom in the order they are worth asking."""
        yield Static(markup=False, classes="sheet--problem")
        yield from self._compose_ratings()
        yield Roster().add_class("sheet--gap")
        yield from self._compose_what_happened()
        yield FoldBar(_FOLDS).add_class("sheet--gap")
        yield Field("Notes", Paragraph(id="notes")).add_class("sheet--fold", "fold-notes")
        yield EachPerson().add_class("sheet--fold", "fold-each")
        with Horizontal(classes="sheet--row sheet--fold fold-planned"):
            yield Field("Planned work", Line(id="planned_work", placeholder=_BLANK)).add_class(
                "sheet--planned"
            )
            done = Choice([done.value for done in Done], id="planned_done")
            yield Field("Done?", done).add_class("sheet--short", "sheet--answer")

    def on_mount(self) -> None:
        """Leads the digits from one rating to the next."""
        energy, confidence, pushiness, before = (self._rating(name) for name in _RATINGS)
        energy.goes_on = lambda: confidence
        confidence.goes_on = lambda: pushiness
        before.goes_on = self._first_blank_rating

    @property
    def entered(self) -> Entered:
        """What is entered."""
        return Entered(
            energy=self._rating("energy").value,
            confidence=self._rating("confidence").value,
            pushiness=self._rating("pushiness").value,
            energy_before=self._rating("energy_before").value,
            present=self.roster.present,
            name=self.roster.typed,
            opportunities=self._line("opportunities").value,
            headcount=self._line("headcount").value,
            pitched=answer(self._choice("pitched").value),
            gives=self._paragraph("gives").text,
            asks=self._paragraph("asks").text,
            received=self._line("received").value,
            quick_fix=answer(self._choice("quick_fix").value),
            planned_work=self._line("planned_work").value,
            planned_done=self._choice("planned_done").value,
            notes=self._paragraph("notes").text,
        )

    def fill(self, entered: Entered) -> None:
        """Shows what is entered; folds that hold something open."""
        self._last = entered
        for rating in self.query(Rating):
            rating.value = getattr(entered, rating.id or "")
        for line in (self._line(name) for name in (*_LINES, "name")):
            _write(line, getattr(entered, line.id or ""))
        for paragraph in (self._paragraph(name) for name in _PARAGRAPHS):
            _rewrite(paragraph, getattr(entered, paragraph.id or ""))
        for name in _ANSWERS:
            self._choice(name).value = word(getattr(entered, name))
        self._choice("planned_done").value = entered.planned_done
        self.roster.present = entered.present
        self._open_filled(entered)

    def begin(self) -> None:
        """Puts the focus where the digits start."""
        self.screen.set_focus(self._rating("energy"))

    def refuse(self, problem: JournalError) -> None:
        """Shows what is wrong, at the fields it concerns; all that was typed stays."""
        wrong = dict(problem.fields) if isinstance(problem, InvalidError) else {"": str(problem)}
        fields = [field for field in self.query(Field) if field.control.id in wrong]
        self.accept()
        controls = [field.control for field in fields]
        if "name" in wrong:
            controls.append(self.roster.name_line)
            self.roster.refuse(wrong.pop("name"))
        for field in fields:
            field.refuse(wrong.pop(field.control.id or ""))
        self._problem.update(f"✗ {' '.join(wrong.values())}")
        self._problem.set_class(bool(wrong), "-shown")
        if controls:
            self._bring_out(controls[0])
            self._enter(controls[0])

    def accept(self) -> None:
        """Takes back what was said to be wrong."""
        for field in self.query(Field):
            field.refuse("")
        self.roster.refuse("")
        self._problem.remove_class("-shown")

    def action_save(self) -> None:
        """Asks for saving."""
        self.post_message(self.SaveAsked())

    def action_as_last_time(self) -> None:
        """Ticks everyone of last time."""
        self.roster.present = self.roster.present.as_last_time()

    def action_notes(self) -> None:
        """Opens the notes and goes there."""
        self._unfold("notes")
        self._enter(self._paragraph("notes"))

    def action_pitched(self) -> None:
        """Marks that I pitched to the room, or takes the mark off."""
        pitched = self._choice("pitched")
        pitched.value = None if pitched.value == word(True) else word(True)

    def action_before(self) -> None:
        """Goes to the energy before the meeting."""
        self.screen.set_focus(self._rating("energy_before"))

    def action_down(self) -> None:
        """Goes to the first field below."""
        self._go(1)

    def action_up(self) -> None:
        """Goes to the field above."""
        self._go(-1)

    @on(Rating.Changed)
    @on(Choice.Changed)
    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Roster.Changed)
    def notice(self, event: Message) -> None:
        """Tells that something was entered, once it differs from what is known."""
        event.stop()
        entered = self.entered
        self._each.show(entered.present, self.roster.people.cursor)
        self.folds.hints = _hints(entered)
        if entered != self._last:
            self._last = entered
            self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line goes on."""
        event.stop()
        self.screen.focus_next()

    def on_roster_opened(self) -> None:
        """Goes to what is said of the person pointed at."""
        self._unfold("each")
        self._enter(self._each.note)

    def on_each_person_said(self, event: EachPerson.Said) -> None:
        """Keeps what is said of a person."""
        self.roster.say(event.place, event.person)

    def on_each_person_walked(self, event: EachPerson.Walked) -> None:
        """Shows the next person who was there, going round."""
        there = self.roster.present.there
        if there:
            self.roster.people.cursor = _beside(there, self.roster.people.cursor, event.by)
            self._each.show(self.roster.present, self.roster.people.cursor)

    def on_fold_bar_pressed(self, event: FoldBar.Pressed) -> None:
        """Opens a fold and goes into it, or closes it."""
        if event.fold in self.folds.unfolded:
            self._show_folds(self.folds.unfolded - {event.fold})
        else:
            self._unfold(event.fold)
            entry = {"notes": "#notes", "each": "#person-note", "planned": "#planned_work"}
            self._enter(self.query_one(entry[event.fold]))

    def _compose_ratings(self) -> ComposeResult:
        with Horizontal(classes="sheet--row"):
            yield Field(ENERGY.title, Rating(ENERGY, id="energy")).add_class("sheet--rating")
            before = Rating(ENERGY, words=False, id="energy_before")
            yield Field("before", before).add_class("sheet--before")
        for scale in (CONFIDENCE, PUSHINESS):
            yield Field(scale.title, Rating(scale, id=scale.field))

    def _compose_what_happened(self) -> ComposeResult:
        with Horizontal(classes="sheet--row sheet--gap"):
            yield Field("Opportunities", Line(id="opportunities", placeholder=_BLANK)).add_class(
                "sheet--count"
            )
            headcount = Field("Headcount", Line(id="headcount", placeholder=_BLANK))
            yield headcount.add_class("sheet--short", "sheet--count-short")
            pitched = Choice(YES_NO, id="pitched")
            yield Field("I pitched", pitched).add_class("sheet--short", "sheet--answer")
        yield Field("Gave", Paragraph(id="gives", placeholder=_BLANK))
        yield Field("Asked for", Paragraph(id="asks", placeholder=_BLANK))
        yield Field("Received", Line(id="received", placeholder=_BLANK))
        yield Field("Quick fix", Choice(YES_NO, id="quick_fix"))

    def _rating(self, name: str) -> Rating:
        return self.query_one(f"#{name}", Rating)

    def _line(self, name: str) -> Line:
        return self.query_one(f"#{name}", Line)

    def _paragraph(self, name: str) -> Paragraph:
        return self.query_one(f"#{name}", Paragraph)

    def _choice(self, name: str) -> Choice:
        return self.query_one(f"#{name}", Choice)

    def _first_blank_rating(self) -> Rating:
        ratings = [self._rating(scale.field) for scale in SCALES]
        return next((rating for rating in ratings if rating.value is None), ratings[-1])

    def _go(self, way: int) -> None:
        focused = self.screen.focused
        chain = [widget for widget in self.screen.focus_chain if self in widget.ancestors]
        if focused is None or focused not in chain:
            return
        line = focused.region.y
        others = (
            chain[chain.index(focused) + 1 :] if way > 0 else chain[: chain.index(focused)][::-1]
        )
        for widget in others:
            if widget.region.y != line:
                self.screen.set_focus(widget)
                break

    def _open_filled(self, entered: Entered) -> None:
        filled = {"notes": entered.notes, "planned": entered.planned_work or entered.planned_done}
        self._show_folds(frozenset(fold for fold, content in filled.items() if content))

    def _enter(self, widget: Widget) -> None:
        self.screen.set_focus(widget)
        # What was just unfolded has no place yet.
        self.call_after_refresh(widget.scroll_visible, animate=False)

    def _unfold(self, fold: str) -> None:
        self._show_folds(self.folds.unfolded | {fold})

    def _show_folds(self, unfolded: frozenset[str]) -> None:
        self.folds.unfolded = unfolded
        for fold in _FOLDS:
            self.query_one(f".fold-{fold}").set_class(fold in unfolded, "-unfolded")
        self._each.show(self.roster.present, self.roster.people.cursor)

    def _bring_out(self, control: Widget) -> None:
        for fold in _FOLDS:
            if self.query_one(f".fold-{fold}") in control.ancestors:
                self._unfold(fold)


def _write(line: Line, text: str) -> None:
    if line.value != text:
        line.value = text
        line.cursor_position = len(text)


def _rewrite(paragraph: Paragraph, text: str) -> None:
    if paragraph.text != text:
        paragraph.text = text
        paragraph.move_cursor(paragraph.document.end)


def _hints(entered: Entered) -> Mapping[str, str]:
    described = sum(person.described for person in entered.present.people)
    noted = len(lines(entered.notes))
    return {
        "notes": f"{noted} line{'s' * (noted != 1)}" if noted else "",
        "each": f"{described} noted" if described else "",
        "planned": entered.planned_done or "",
    }


def _beside(places: tuple[int, ...], place: int, by: int) -> int:
    """The place next to one, among some, going round."""
    if place in places:
        return places[(places.index(place) + by) % len(places)]
    after = [other for other in places if (other > place) == (by > 0)]
    return (after or list(places))[0 if by > 0 else -1]
