"""Today: what waits, what comes, and how the latest meetings left me."""

from collections.abc import Hashable, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from netjournal.model.change import Noun
from netjournal.model.occasion import Occasion
from netjournal.model.today import Latest, PlannedWork, Today, TodayFollowUp, TodayInvitation
from netjournal.ui.desk import Desk
from netjournal.ui.screens.agenda import AgendaScreen, Asked, Question
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
from netjournal.ui.widgets.agenda import Agenda, Line

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_MINUTE = 60


class TodayScreen(AgendaScreen[TodayReading]):
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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "call_off", "Called off", id="today.call_off", tooltip="It wasn't held"),
        Binding(
            "c", "answer('declined')", "Declined", id="today.declined", tooltip="They had declined"
        ),
        Binding("m", "miss", "Missed", id="today.miss", tooltip="It was held without you"),
        Binding("n", "new_group", "New group", id="today.new", tooltip="Name a group"),
    ]

    def __init__(self, desk: Desk, first: TodayReading | None = None) -> None:
        super().__init__(desk, first)
        self._opened: set[Section] = set()

    @classmethod
    def first(cls, today: Today) -> TodayReading:
        """What is painted before the journal is open."""
        return TodayReading(today)

    def on_mount(self) -> None:
        """Goes with the time: meetings begin while the journal is open."""
        self.set_interval(_MINUTE, self._tick)

    def load(self, journal: "Journal") -> TodayReading:
        """Today and what was begun; in a worker thread."""
        return TodayReading(journal.today(), _begun(journal))

    def laid_out(self, reading: TodayReading, width: int, height: int) -> Sequence[Line]:
        """As much of each section as fits."""
        return today_lines(reading, width, height, self._opened)

    def asked(self, subject: Hashable | None) -> Asked | None:
        """Whether they came, whether it got done, or what became of a follow-up."""
        match subject:
            case TodayInvitation(invitation_id=invitation):
                return Asked(Question.CAME, invitation)
            case PlannedWork(meeting_id=meeting):
                return Asked(Question.WORK, meeting)
            case TodayFollowUp(follow_up_id=follow_up):
                return Asked(Question.DONE, follow_up)
        return None

    def occasion(self) -> Occasion | None:
        """The meeting under the cursor, if one can reflect on it."""
        subject = self.lines.subject
        return subject.occasion if isinstance(subject, Waiting) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only the keys that mean something for the line under the cursor."""
        subject = self.lines.subject if self.is_mounted else None
        fitting = {"miss": Waiting, "call_off": Waiting | Coming}
        if action in fitting:
            return isinstance(subject, fitting[action])
        return super().check_action(action, parameters)

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
            case ToReview(week):
                await self._look_back(week)
            case Strip():
                await self.run_action("app.area('trends')")
            case Latest(meeting_id=meeting_id):
                await self.run_action(f"app.open_record('meetings', {meeting_id})")
            case More(section=section):
                self._opened.add(section)
                self.draw(anew=True)

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

    def _reflect(self, occasion: Occasion) -> None:
        from netjournal.ui.screens.reflect import ReflectScreen

        self.app.push_screen(ReflectScreen(self.desk, occasion))

    def _prepare(self, occasion: Occasion) -> None:
        from netjournal.ui.screens.prep import PrepScreen

        self.app.push_screen(PrepScreen(self.desk, occasion))

    async def _look_back(self, week: date) -> None:
        from netjournal.ui.screens.review import ReviewScreen

        await self.app.switch_mode("review")
        if isinstance(self.app.screen, ReviewScreen):
            self.app.screen.look_at(week)

    def _tick(self) -> None:
        if self.is_current:
            self.reload()


def _begun(journal: "Journal") -> tuple[Occasion, ...]:
    """The meetings whose reflections were begun and not saved, the latest kept first."""
    from netjournal.model.draft import occasion_of

    found = (occasion_of(draft.subject) for draft in journal.drafts.kept("reflection"))
    return tuple(dict.fromkeys(occasion for occasion in found if occasion))
