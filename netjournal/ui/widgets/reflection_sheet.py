"""The reflection form itself: how one moves among its fields, wherever it is shown."""

from collections.abc import Mapping
from datetime import date

from textual import on
from textual.binding import Binding
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from netjournal.errors import InvalidError, JournalError
from netjournal.model.meeting import ReflectionForm
from netjournal.model.scale import SCALES
from netjournal.text import lines
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.each_person import EachPerson
from netjournal.ui.widgets.entered import Entered
from netjournal.ui.widgets.field import Field
from netjournal.ui.widgets.fold_bar import FoldBar
from netjournal.ui.widgets.present import Present
from netjournal.ui.widgets.rating import Rating
from netjournal.ui.widgets.reflection_fields import FOLDS, RATINGS, ReflectionFields
from netjournal.ui.widgets.roster import Roster
from netjournal.ui.widgets.yes_no import word


class ReflectionSheet(ReflectionFields):
    """Asks what a reflection holds; it knows neither the journal nor where it is shown."""

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
        Binding(
            "i",
            "unfold('invitations')",
            "Invitations",
            id="reflect.invitations",
            tooltip="Did they come? And whom did I invite to the next?",
        ),
        Binding(
            "r",
            "unfold('referrals')",
            "Referrals",
            id="reflect.referrals",
            tooltip="Referrals given and received here",
        ),
        Binding(
            "f",
            "unfold('follow_ups')",
            "Follow-ups",
            id="reflect.follow_ups",
            tooltip="What I said I would do for someone",
        ),
        Binding("down,j", "down", "Next field", show=False),
        Binding("up,k", "up", "Previous field", show=False),
    ]

    _each = query_one(EachPerson)
    _problem = query_one(".sheet--problem", Static)

    class Changed(Message):
        """Something else is entered now."""

    class SaveAsked(Message):
        """What is entered is to be saved."""

    def __init__(self, today: date) -> None:
        super().__init__(today)
        self._last = Entered()
        self._form: ReflectionForm | None = None
        self._refused: list[Field] = []

    def on_mount(self) -> None:
        """Leads the digits from one rating to the next."""
        energy, confidence, pushiness, before = (self.rating(name) for name in RATINGS)
        energy.goes_on = lambda: confidence
        confidence.goes_on = lambda: pushiness
        before.goes_on = self._first_blank_rating

    def fill(self, entered: Entered) -> None:
        """Shows what is entered; folds that hold something open."""
        self._last = entered
        super().fill(entered)
        self._open_filled(entered)

    def tell(self, form: ReflectionForm) -> None:
        """Shows what is recorded already."""
        self._form = form
        self._tell_parts(self.roster.present)
        self._show_hints(self.entered)

    def begin(self) -> None:
        """Puts the focus where the digits start."""
        self.screen.set_focus(self.rating("energy"))

    def refuse(self, problem: JournalError) -> None:
        """Shows what is wrong, at the fields it concerns; all that was typed stays."""
        wrong = dict(problem.fields) if isinstance(problem, InvalidError) else {"": str(problem)}
        fields = [field for field in self.query(Field) if field.control.id in wrong]
        self.accept()
        self._refused = fields
        noted = [part.refuse(wrong) for part in self.parts.values()]
        wrong = {name: said for name, said in wrong.items() if not self._is_noted(name)}
        controls = [*(field.control for field in fields), *filter(None, noted)]
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
        for part in self.parts.values():
            part.refuse({})
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
        self._enter(self.paragraph("notes"))

    def action_pitched(self) -> None:
        """Marks that I pitched to the room, or takes the mark off."""
        pitched = self.choice("pitched")
        pitched.value = None if pitched.value == word(True) else word(True)

    def action_before(self) -> None:
        """Goes to the energy before the meeting."""
        self.screen.set_focus(self.rating("energy_before"))

    def action_unfold(self, fold: str) -> None:
        """Opens a fold and goes into it."""
        self._unfold(fold)
        self._go_into(fold)

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
        self._notice()

    @on(Rating.Changed)
    def answered(self) -> None:
        """Takes back that a rating is blank, once it isn't."""
        for field in self._refused:
            if isinstance(field.control, Rating) and field.control.value is not None:
                field.refuse("")

    def on_fold_part_changed(self, event: Message) -> None:
        """Tells that something was entered in a fold built later."""
        event.stop()
        self._notice()

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
            self.action_unfold(event.fold)

    def _notice(self) -> None:
        entered = self.entered
        self._each.show(entered.present, self.roster.people.cursor)
        if entered.present != self._last.present:
            self._tell_parts(entered.present)
        self._show_hints(entered)
        if entered != self._last:
            self._last = entered
            self.post_message(self.Changed())

    def _tell_parts(self, present: Present) -> None:
        if self._form is not None:
            for part in self.parts.values():
                part.tell(self._form, present)

    def _go_into(self, fold: str) -> None:
        if fold in self.parts:
            self.parts[fold].enter()
        else:
            entry = {"notes": "#notes", "each": "#person-note", "planned": "#planned_work"}
            self._enter(self.query_one(entry[fold]))

    def _is_noted(self, name: str) -> bool:
        """Whether a fold built later shows what is wrong with what is called so."""
        part = {"answers": "invitations", "invited": "invitations"}.get(name, name.split(".")[0])
        return part in self.parts

    def _first_blank_rating(self) -> Rating:
        ratings = [self.rating(scale.field) for scale in SCALES]
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
        noted = entered.noted.filled if entered.noted else frozenset[str]()
        self._show_folds(noted | {fold for fold, content in filled.items() if content})

    def _enter(self, widget: Widget) -> None:
        widget.focus()
        # What was just unfolded has no place yet.
        self.call_after_refresh(widget.scroll_visible, animate=False)

    def _unfold(self, fold: str) -> None:
        self._show_folds(self.folds.unfolded | {fold})

    def _show_folds(self, unfolded: frozenset[str]) -> None:
        self.folds.unfolded = unfolded
        self._build(unfolded)
        for part in self.query(".sheet--fold"):
            part.set_class(any(part.has_class(f"fold-{fold}") for fold in unfolded), "-unfolded")
        self._each.show(self.roster.present, self.roster.people.cursor)

    def _bring_out(self, control: Widget) -> None:
        for fold in FOLDS:
            if any(part in control.ancestors for part in self.query(f".fold-{fold}")):
                self._unfold(fold)

    def _build(self, folds: frozenset[str]) -> None:
        before = len(self.parts)
        self.build(folds)
        if len(self.parts) > before:
            self._tell_parts(self.roster.present)

    def _show_hints(self, entered: Entered) -> None:
        self.folds.hints = {**_hints(entered), **_noted_hints(entered, self._form)}


def _hints(entered: Entered) -> Mapping[str, str]:
    described = sum(person.described for person in entered.present.people)
    noted = len(lines(entered.notes))
    return {
        "notes": f"{noted} line{'s' * (noted != 1)}" if noted else "",
        "each": f"{described} noted" if described else "",
        "planned": entered.planned_done or "",
    }


def _noted_hints(entered: Entered, form: ReflectionForm | None) -> Mapping[str, str]:
    recorded = form is not None and (form.invitations or form.referrals or form.follow_ups)
    if form is None or not (recorded or entered.noted):
        return {}
    from netjournal.ui.widgets.noted import hints

    return hints(entered.noted, form, entered.present)


def _beside(places: tuple[int, ...], place: int, by: int) -> int:
    """The place next to one, among some, going round."""
    if place in places:
        return places[(places.index(place) + by) % len(places)]
    after = [other for other in places if (other > place) == (by > 0)]
    return (after or list(places))[0 if by > 0 else -1]
