"""What the reflection form does wherever it is framed: it opens, keeps, saves and leaves."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.getters import query_one
from textual.timer import Timer
from textual.widgets import Static

from netjournal.errors import InvalidError, JournalError
from netjournal.model.draft import subject_of
from netjournal.model.meeting import Reflected, ReflectionForm
from netjournal.model.occasion import Occasion
from netjournal.ui.desk import Desk
from netjournal.ui.endings import Dropped, Ending, Kept, Saved
from netjournal.ui.screens.choosing import ChoosingScreen
from netjournal.ui.screens.draft_keeper import NOT_KEPT, DraftKeeper, State
from netjournal.ui.screens.opening import Opening, opening
from netjournal.ui.screens.saving import saving
from netjournal.ui.widgets.entered import Entered
from netjournal.ui.widgets.reflection_sheet import ReflectionSheet
from netjournal.ui.widgets.roster import Roster

if TYPE_CHECKING:
    # Only the folds that are built later hold any.
    from netjournal.ui.widgets.whom import Whom

_FORM = "reflection"
_PATIENCE = 1.0
"""Seconds after which a save says that it waits."""


class ReflectingScreen(ChoosingScreen):
    """Asks for a reflection on one meeting and closes once it is saved, or kept as a draft."""

    AUTO_FOCUS = ""
    BINDINGS = [
        Binding(
            "ctrl+z",
            "afresh",
            "Start afresh",
            id="reflect.afresh",
            tooltip="Leave the draft aside, or take it up again",
        ),
    ]

    sheet = query_one(ReflectionSheet)
    _state = query_one(".reflect--state", Static)

    def __init__(
        self, desk: Desk, occasion: Occasion | None = None, draft_id: str | None = None
    ) -> None:
        """Without an occasion it finds or asks which; `draft_id` is the draft to go on with."""
        super().__init__(desk, occasion)
        self.keeper = DraftKeeper(self, _FORM, self._say)
        self._draft_id = draft_id
        self._form: ReflectionForm | None = None
        self._blank = Entered()
        self._draft: Entered | None = None
        self._opening = False
        self._save_wanted = False
        self._saving: Timer | None = None

    @abstractmethod
    def lose(self) -> None:
        """Asks whether to leave though nothing can be kept, and has `close` called if so."""

    @abstractmethod
    def end(self, ending: Ending) -> None:
        """Goes, saying how it ended."""

    def on_mount(self) -> None:
        """Takes digits at once, and the rest when the journal has been asked."""
        self.sheet.begin()
        if self.occasion is None:
            self.find()
        else:
            self.open(self.occasion, self._draft_id)

    def keep_now(self) -> None:
        """Keeps what is entered before this returns."""
        if self._saving is None:
            self.keeper.keep_now()

    @property
    def touched(self) -> bool:
        """Whether anything was entered that isn't recorded."""
        return self.sheet.entered != self._blank

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to start afresh only while there is a draft to leave aside."""
        if action == "afresh":
            return self._draft is not None
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Closes the form; what was entered stays as a draft."""
        if self._saving is not None:
            return
        if not self.touched:
            self.keeper.drop()
            self.close(Dropped() if self._draft else None)
        elif self.keeper.refused or self.occasion is None:
            self.lose()
        else:
            kept = Kept(self.occasion)
            self._hold()
            self.keeper.keep(lambda: self.close(kept))

    def action_afresh(self) -> None:
        """Leaves the draft aside; once more takes it up again."""
        if self._draft is None:
            return
        if not self.touched:
            self.sheet.fill(self._draft)
        else:
            self._draft = self.sheet.entered
            self.sheet.fill(self._blank)
        self._hold()

    def action_meeting(self) -> None:
        """Asks which meeting it was instead, unless this one is being saved."""
        if self._saving is None:
            super().action_meeting()

    def on_roster_typed(self, event: Roster.Typed) -> None:
        """Finds whom a typed name may mean."""
        words = event.words
        self.read(
            lambda journal: journal.contacts.match(words),
            lambda matches: self.sheet.roster.offer(words, matches),
            lane="match",
        )

    def on_whom_typed(self, event: "Whom.Typed") -> None:
        """Finds whom a name typed in a fold may mean."""
        whom, words = event.whom, event.words
        self.read(
            lambda journal: journal.contacts.match(words),
            lambda matches: whom.offer(words, matches),
            lane="match",
        )

    def on_reflection_sheet_changed(self) -> None:
        """Keeps what is entered before long."""
        if self._saving is None:
            self._hold()

    def on_reflection_sheet_save_asked(self) -> None:
        """Saves, as soon as it is known what was recorded before."""
        if self._saving is not None:
            return
        self._save_wanted = self._form is None
        if self._form is not None:
            self._save(self._form)
        elif self.occasion is not None and not self._opening:
            self.open(self.occasion)

    def open(self, occasion: Occasion, draft_id: str | None = None) -> None:
        """Opens the form on a meeting; what is entered comes along."""
        self.occasion, self._form, self._opening = occasion, None, True
        self.head(occasion)
        fresh = not self.touched
        self.act(
            lambda journal: opening(journal, occasion, self.keeper.id, draft_id, newest=fresh),
            lambda found: self._opened(occasion, found),
            self._not_opened,
        )

    def go_over(self, occasion: Occasion, draft_id: str) -> None:
        """Opens another draft, keeping what is entered here as one."""
        if not self.touched:
            self.open(occasion, draft_id)
        else:
            form = type(self)(self.desk, occasion, draft_id)
            self._hold()
            self.keeper.keep(lambda: self._give_way(form))

    def close(self, ending: Ending = None) -> None:
        """Stops keeping what is entered, and goes."""
        self._still()
        self.keeper.rest()
        self.end(ending)

    def _give_way(self, form: "ReflectingScreen") -> None:
        self.app.switch_screen(form)

    def _opened(self, occasion: Occasion, found: Opening) -> None:
        if occasion is not self.occasion:
            return
        before, self._blank = self._blank, Entered.of(found.form)
        self._form, self._opening = found.form, False
        self.occasion = found.form.occasion
        self.keeper.journal = found.journal
        if found.entered is not None:
            self.keeper.stored = True
            self._draft = found.entered
        self.sheet.tell(found.form)
        entered = self.sheet.entered.rebased(before, found.entered or self._blank)
        self.sheet.fill(entered.about(found.form))
        self.refresh_bindings()
        self._hold()
        self._say(found.said)
        if found.entered is not None:
            self.notify(f"Picked up {found.said}; ctrl+z starts afresh.", markup=False)
        if self._save_wanted:
            self.on_reflection_sheet_save_asked()

    def _not_opened(self, problem: JournalError) -> None:
        self._opening = self._save_wanted = False
        self.sheet.refuse(problem)

    def _save(self, form: ReflectionForm) -> None:
        entered = self.sheet.entered
        try:
            save = saving(form, self._blank, entered, self.keeper)
        except InvalidError as problem:
            return self.sheet.refuse(problem)
        self._hold()
        self.keeper.rest()
        self.sheet.accept()
        self._saving = self.set_timer(_PATIENCE, self._say_waiting)
        return self.act(save, lambda done: self._saved(form, entered, done), self._not_saved)

    def _saved(self, form: ReflectionForm, entered: Entered, done: Reflected) -> None:
        self.keeper.nothing_entered()
        self.close(Saved(form.occasion, entered.entry(), done.new_contacts, entered.upshot(form)))

    def _not_saved(self, problem: JournalError) -> None:
        self._still()
        self._say(NOT_KEPT)
        self.sheet.refuse(problem)
        self._hold()

    def _still(self) -> None:
        if self._saving is not None:
            self._saving.stop()
            self._saving = None

    def _hold(self) -> None:
        if self.occasion is None or self._form is None:
            return
        entered = self.sheet.entered
        if entered == self._blank:
            self.keeper.nothing_entered()
        else:
            self.keeper.entered(State(subject_of(self.occasion), entered.body()))

    def _say(self, state: str) -> None:
        self._state.update(state)

    def _say_waiting(self) -> None:
        self._say("waiting for another program …")
