"""Today: what waits, what comes, and how the latest meetings left me."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one

from netjournal.model.change import Noun
from netjournal.model.occasion import Occasion
from netjournal.model.today import Latest, PlannedWork, Today, TodayFollowUp, TodayInvitation
from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.screens.today_lines import TodayReading, today_lines
from netjournal.ui.screens.today_rows import (
    Coming,
    Invitation,
    Invited,
    More,
    Older,
    Section,
    Strip,
    ToReview,
    Waiting,
)
from netjournal.ui.widgets.agenda import Agenda

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_MINUTE = 60
_WIDEST = 116
_MARGIN = 4
_CHROME = 3


class TodayScreen(AreaScreen[TodayReading]):
    """Sections of lines; each line is answered, opened or reflected on where it stands."""

    CSS_PATH = "today.tcss"
    READS = frozenset(
        {
            Noun.GROUP,
            Noun.MEETING,
            Noun.CONTACT,
            Noun.INVITATION,
            Noun.FOLLOW_UP,
            Noun.INTERACTION,
            Noun.REVIEW,
        }
    )
    AUTO_FOCUS = "#lines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", "Yes", id="today.yes", tooltip="They came, or it got done"),
        Binding(
            "p", "answer('partly')", "Partly", id="today.partly", tooltip="Some of it got done"
        ),
        Binding(
            "x",
            "answer('no')",
            "No",
            id="today.no",
            tooltip="They didn't come, it didn't get done, or it did and nobody answered",
        ),
        Binding("c", "call_off", "Called off", id="today.call_off", tooltip="It wasn't held"),
        Binding("c", "decline", "Declined", id="today.decline", tooltip="They had declined"),
        Binding("s", "snooze", "Later", id="today.snooze", tooltip="Put a follow-up off"),
        Binding("m", "miss", "Missed", id="today.miss", tooltip="It was held without you"),
        Binding("n", "new_group", "New group", id="today.new", tooltip="Name a group"),
    ]

    lines = query_one("#lines", Agenda)

    def __init__(self, desk: Desk, first: TodayReading | None = None) -> None:
        super().__init__(desk, first)
        self._reading = first
        self._opened: set[Section] = set()
        self._drawn: object = None

    @classmethod
    def first(cls, today: Today) -> TodayReading:
        """What is painted before the journal is open."""
        return TodayReading(today)

    def body(self) -> ComposeResult:
        """The lines, nothing else."""
        yield Agenda(id="lines")

    def on_mount(self) -> None:
        """Goes with the time: meetings begin while the journal is open."""
        self.set_interval(_MINUTE, self._tick)

    def on_screen_resume(self) -> None:
        """Looks again for half-filled forms, which announce nothing."""
        self.reload()

    def on_resize(self) -> None:
        """Lays the lines out anew."""
        self._draw()

    def load(self, journal: "Journal") -> TodayReading:
        """Today and what was begun; in a worker thread."""
        return TodayReading(journal.today(), _begun(journal))

    def show(self, reading: TodayReading) -> None:
        """Shows a reading, the cursor where it was."""
        self._reading = reading
        self._draw()

    def occasion(self) -> Occasion | None:
        """The meeting under the cursor, if one can reflect on it."""
        subject = self.lines.subject
        return subject.occasion if isinstance(subject, Waiting) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only the keys that mean something for the line under the cursor."""
        subject = self.lines.subject if self.is_mounted else None
        if action == "answer" and parameters != ("partly",):
            return isinstance(subject, PlannedWork | TodayInvitation | TodayFollowUp)
        fitting = {
            "answer": PlannedWork,
            "miss": Waiting,
            "call_off": Waiting | Coming,
            "decline": TodayInvitation,
            "snooze": TodayFollowUp,
        }
        if action in fitting:
            return isinstance(subject, fitting[action])
        return super().check_action(action, parameters)

    @on(Agenda.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(Agenda.Opened)
    async def _open(self) -> None:
        match self.lines.subject:
            case Waiting(occasion=occasion):
                self._reflect(occasion)
            case Coming(occasion=occasion):
                self._prepare(occasion)
            case Older(invitations=True) | Invited():
                await self.run_action("app.area('give_and_get')")
            case Older() | Invitation.REFLECT:
                await self.run_action("app.reflect")
            case Invitation.GROUP:
                self.action_new_group()
            case TodayInvitation(contact_id=contact_id) | TodayFollowUp(contact_id=contact_id):
                await self.run_action(f"app.open_record('contacts', {contact_id})")
            case ToReview():
                await self.run_action("app.area('review')")
            case Strip():
                await self.run_action("app.area('trends')")
            case Latest(meeting_id=meeting_id):
                await self.run_action(f"app.open_record('meetings', {meeting_id})")
            case More(section=section):
                self._opened.add(section)
                self._draw()

    def action_answer(self, done: str) -> None:
        """Says whether they came, whether the work got done, or that a follow-up is done."""
        match self.lines.subject:
            case TodayInvitation(invitation_id=invitation_id):
                self._answer_invitation(invitation_id, "came" if done == "yes" else "no-show")
            case PlannedWork(meeting_id=meeting_id):
                self._answer_work(meeting_id, done)
            case TodayFollowUp(follow_up_id=follow_up_id):
                self.act(lambda journal: journal.follow_ups.done(follow_up_id, done == "yes"))

    def action_decline(self) -> None:
        """Says that whoever was invited had declined."""
        if isinstance(invitation := self.lines.subject, TodayInvitation):
            self._answer_invitation(invitation.invitation_id, "declined")

    def action_snooze(self) -> None:
        """Asks until when a follow-up can wait."""
        from netjournal.ui.screens.tending import snooze_follow_up

        if isinstance(follow_up := self.lines.subject, TodayFollowUp):
            snooze_follow_up(self, follow_up.follow_up_id)

    def action_call_off(self) -> None:
        """Says that the meeting isn't, or wasn't, held."""
        subject = self.lines.subject
        if isinstance(subject, Waiting | Coming):
            occasion = subject.occasion
            self.act(lambda journal: journal.meetings.call_off(occasion))

    def action_miss(self) -> None:
        """Says that the meeting was held without me."""
        occasion = self.occasion()
        if occasion is not None:
            self.act(lambda journal: journal.meetings.miss(occasion))

    def action_new_group(self) -> None:
        """Asks for a group and when it meets."""
        from netjournal.ui.screens.group_forms import new_group

        new_group(self)

    def _answer_invitation(self, invitation_id: int, outcome: str) -> None:
        from netjournal.model.invitation import Outcome

        self.act(lambda journal: journal.invitations.answer(invitation_id, Outcome(outcome)))

    def _answer_work(self, meeting_id: int, done: str) -> None:
        from netjournal.model.reflection import Done

        self.act(lambda journal: journal.meetings.answer_planned_work(meeting_id, Done(done)))

    def _reflect(self, occasion: Occasion) -> None:
        from netjournal.ui.screens.reflect import ReflectScreen

        self.app.push_screen(ReflectScreen(self.desk, occasion))

    def _prepare(self, occasion: Occasion) -> None:
        from netjournal.ui.screens.prep import PrepScreen

        self.app.push_screen(PrepScreen(self.desk, occasion))

    def _tick(self) -> None:
        if self.is_current:
            self.reload()

    def _draw(self) -> None:
        drawn = (self._reading, self.app.size, len(self._opened))
        if self._reading is None or drawn == self._drawn:
            return
        self._drawn = drawn
        width, height = self.app.size
        width = min(width, _WIDEST) - _MARGIN
        self.lines.show(today_lines(self._reading, width, height - _CHROME, self._opened))
        self.refresh_bindings()


def _begun(journal: "Journal") -> tuple[Occasion, ...]:
    """The meetings whose reflections were begun and not saved, the latest kept first."""
    from netjournal.model.draft import occasion_of

    found = (occasion_of(draft.subject) for draft in journal.drafts.kept("reflection"))
    return tuple(dict.fromkeys(occasion for occasion in found if occasion))
