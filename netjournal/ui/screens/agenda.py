"""What Today and the review share: lines, each answered where it stands."""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from enum import Enum
from typing import ClassVar, Generic, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one

from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import AreaScreen, Reading
from netjournal.ui.widgets.agenda import Agenda, Line

_WIDEST = 116
_MARGIN = 4
_CHROME = 3


class Question(Enum):
    """What a line can ask, each with the answers it takes."""

    CAME = ("yes", "no", "declined")
    WORK = ("yes", "partly", "no")
    DONE = ("yes", "no", "later")


class Asked(NamedTuple):
    """What a line asks, and of which record."""

    question: Question
    record: int


class AgendaScreen(AreaScreen[Reading], Generic[Reading]):
    """Shows a reading as lines, and answers what the one under the cursor asks."""

    AUTO_FOCUS = "#lines"
    # Each screen has more to do with `c`, and its own keys replace those that stand here.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", "Yes", id="answer.yes", tooltip="They came, or it got done"),
        Binding(
            "p", "answer('partly')", "Partly", id="answer.partly", tooltip="Some of it got done"
        ),
        Binding(
            "x",
            "answer('no')",
            "No",
            id="answer.no",
            tooltip="They didn't come, it didn't get done, or it did and nobody answered",
        ),
        Binding("s", "answer('later')", "Later", id="answer.later", tooltip="Put a follow-up off"),
    ]

    lines = query_one("#lines", Agenda)

    def __init__(self, desk: Desk, first: Reading | None = None) -> None:
        super().__init__(desk, first)
        self.reading = first
        """What is shown."""
        self._drawn: object = None

    @abstractmethod
    def laid_out(self, reading: Reading, width: int, height: int) -> Sequence[Line]:
        """The lines of a reading, for that much room."""

    @abstractmethod
    def asked(self, subject: Hashable | None) -> Asked | None:
        """What a line about that asks, if it asks something."""

    def body(self) -> ComposeResult:
        """The lines, nothing else."""
        yield Agenda(id="lines")

    def on_screen_resume(self) -> None:
        """Looks again for half-filled forms, which announce nothing."""
        self.reload()

    def on_resize(self) -> None:
        """Lays the lines out anew."""
        self.draw()

    def show(self, reading: Reading) -> None:
        """Shows a reading, the cursor where it was."""
        self.reading = reading
        self.draw()

    def draw(self, *, anew: bool = False) -> None:
        """Lays the lines out, unless they lie so already."""
        drawn = (self.reading, self.app.size)
        if self.reading is None or (drawn == self._drawn and not anew):
            return
        self._drawn = drawn
        width, height = self.app.size
        width = min(width, _WIDEST) - _MARGIN
        self.lines.show(self.laid_out(self.reading, width, height - _CHROME))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only the answers that the line under the cursor takes."""
        if action == "answer":
            asked = self.asked(self.lines.subject) if self.is_mounted else None
            return asked is not None and parameters[0] in asked.question.value
        return super().check_action(action, parameters)

    def action_answer(self, answer: str) -> None:
        """Says whether they came, whether the work got done, or what became of a follow-up."""
        match self.asked(self.lines.subject):
            case Asked(Question.CAME, record):
                self._came(record, answer)
            case Asked(Question.WORK, record):
                self._got_done(record, answer)
            case Asked(Question.DONE, record) if answer == "later":
                self._put_off(record)
            case Asked(Question.DONE, record):
                self.act(lambda journal: journal.follow_ups.done(record, answer == "yes"))

    @on(Agenda.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    # What answers needs is imported only then: Today's first frame is measured to the millisecond.

    def _came(self, invitation: int, answer: str) -> None:
        from netjournal.model.invitation import Outcome

        outcome = {"yes": Outcome.CAME, "no": Outcome.NO_SHOW, "declined": Outcome.DECLINED}[answer]
        self.act(lambda journal: journal.invitations.answer(invitation, outcome))

    def _got_done(self, meeting: int, answer: str) -> None:
        from netjournal.model.reflection import Done

        self.act(lambda journal: journal.meetings.answer_planned_work(meeting, Done(answer)))

    def _put_off(self, follow_up: int) -> None:
        from netjournal.ui.screens.tending import snooze_follow_up

        snooze_follow_up(self, follow_up)
