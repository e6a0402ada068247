"""Review: the week looked back on in one pass, and written down."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one

from netjournal.model.change import Noun
from netjournal.model.follow_up import FollowUp
from netjournal.model.invitation import Invitation, Outcome
from netjournal.model.occasion import Occasion
from netjournal.model.period import Stretch
from netjournal.model.plan import Action, Gift
from netjournal.model.review import HeldMeeting, LookBack, Quiet, WeeklyReview
from netjournal.model.today import PlannedWork
from netjournal.ui.desk import Desk
from netjournal.ui.screens import tending
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.screens.asking import say
from netjournal.ui.screens.form_keeper import subject_of
from netjournal.ui.screens.review_lines import ReviewReading, review_lines
from netjournal.ui.screens.review_rows import Ticked, Wanting, Written
from netjournal.ui.widgets.agenda import Agenda
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_WIDEST = 116
_MARGIN = 4


class ReviewScreen(AreaScreen[ReviewReading]):
    """Sections of lines, each answered or opened where it stands; a form writes the review."""

    CSS_PATH = "review.tcss"
    READS = frozenset(Noun)
    AUTO_FOCUS = "#lines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "write", "Write", id="review.write", tooltip="Tick habits, note, intend"),
        Binding("left", "turn(-1)", "Before", id="review.before", tooltip="The week before"),
        Binding("right", "turn(1)", "After", id="review.after", tooltip="The week after"),
        Binding("t", "now", "This week", show=False, id="review.now", tooltip="Back to this week"),
        Binding("v", "stretch", "Quarter", id="review.stretch", tooltip="The quarter, or the week"),
        Binding("y", "answer('yes')", "Yes", id="review.yes", tooltip="They came, or it got done"),
        Binding(
            "p", "answer('partly')", "Partly", id="review.partly", tooltip="Some of it got done"
        ),
        Binding(
            "x",
            "answer('no')",
            "No",
            id="review.no",
            tooltip="They didn't come, it didn't get done, or it did and nobody answered",
        ),
        Binding("c", "decline", "Declined", id="review.decline", tooltip="They had declined"),
        Binding("c", "touch", "In touch", id="review.touch", tooltip="Note a call, a talk …"),
        Binding("s", "snooze", "Later", id="review.snooze", tooltip="Put a follow-up off"),
        Binding(
            "a", "accept", "Plan it", id="review.accept", tooltip="Make a follow-up of the step"
        ),
        Binding("w", "export", "Markdown", id="review.export", tooltip="Write it into a file"),
        Binding("d", "delete", "Delete", id="review.delete", tooltip="Delete the week's review"),
    ]

    lines = query_one("#lines", Agenda)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._day: date | None = None
        """A day of the week looked at; None: this week, whichever that is."""
        self._stretch = Stretch.WEEK
        self._reading: ReviewReading | None = None
        self._drawn: object = None

    @property
    def look(self) -> LookBack | None:
        """What is looked back on."""
        return None if self._reading is None else self._reading.look

    def body(self) -> ComposeResult:
        """The lines, nothing else."""
        yield Agenda(id="lines")

    def on_screen_resume(self) -> None:
        """Looks again for a half-filled form, which announces nothing."""
        self.reload()

    def on_resize(self) -> None:
        """Lays the lines out anew."""
        self._draw()

    def load(self, journal: "Journal") -> ReviewReading:
        """The week or the quarter looked at; in a worker thread."""
        day = self._day
        if self._stretch is Stretch.QUARTER:
            return ReviewReading(journal.quarter(day))
        look = journal.review(day)
        subject = subject_of({"week": f"{look.period.first}"})
        kept = any(draft.subject == subject for draft in journal.drafts.kept("review"))
        return ReviewReading(look, kept)

    def show(self, reading: ReviewReading) -> None:
        """Shows a reading, the cursor where it was."""
        self._reading = reading
        self._draw()

    def occasion(self) -> Occasion | None:
        """The meeting under the cursor, if one can reflect on it."""
        subject = self.lines.subject
        return subject.occasion if isinstance(subject, Wanting) else None

    def open_record(self, record: int) -> None:
        """Goes to the week of a review."""
        self._stretch = Stretch.WEEK
        self.read(lambda journal: journal.reviews.of(record), self._go_to, lane="load")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only the keys that mean something for the line under the cursor."""
        subject = self.lines.subject if self.is_mounted else None
        if action == "answer" and parameters != ("partly",):
            return isinstance(subject, PlannedWork | Invitation) or _is_open(subject)
        fitting = {
            "answer": PlannedWork,
            "decline": Invitation,
            "touch": Quiet | Action | Gift,
            "accept": Action,
        }
        if action in fitting:
            return isinstance(subject, fitting[action])
        if action == "snooze":
            return _is_open(subject)
        return self._offers(action) and super().check_action(action, parameters) is not False

    def action_turn(self, periods: int) -> None:
        """Goes to another week, or another quarter."""
        if (look := self.look) is not None:
            beside = look.period.last if periods > 0 else look.period.first
            self._day = beside + timedelta(days=periods)
            self.reload_at_once()

    def action_now(self) -> None:
        """Goes back to this week, or this quarter."""
        self._day = None
        self.reload_at_once()

    def action_stretch(self) -> None:
        """Looks at the quarter, or again at the week."""
        week = self._stretch is Stretch.QUARTER
        self._stretch = Stretch.WEEK if week else Stretch.QUARTER
        self.reload_at_once()

    def action_write(self) -> None:
        """Asks for the review of the week."""
        from netjournal.ui.dialogs.review import ReviewDialog

        if (look := self.look) is not None:
            self.ask(
                ReviewDialog(look),
                lambda journal, draft: journal.reviews.put(draft),
                lambda _: say(self, "Reviewed; u takes it back"),
            )

    def action_export(self) -> None:
        """Writes what is looked at into a file, as Markdown."""
        from netjournal.exchange.review import markdown, say_period
        from netjournal.ui.dialogs.file import FileDialog

        if (look := self.look) is None:
            return
        period = look.period
        name = f"review-{period.year}-{period.stretch[0].upper()}{period.number:02}.md"
        text = "\n".join((*markdown(look), "")).encode()
        self.ask(
            FileDialog(f"Write {say_period(period)}", name, self.desk.path),
            lambda _, destination: destination.write(text),
            lambda _: say(self, "Written."),
        )

    def action_delete(self) -> None:
        """Deletes the week's review, once that was confirmed."""
        if (look := self.look) is not None and look.review is not None:
            week = look.period.first
            self.confirm(
                f"Delete the review of the week of {say_day(week)}?",
                lambda: self.act(lambda journal: journal.reviews.delete(week)),
                yes="Delete",
            )

    def action_answer(self, done: str) -> None:
        """Says whether they came, whether the work got done, or that a follow-up is done."""
        match self.lines.subject:
            case Invitation(id=invitation_id):
                outcome = Outcome.CAME if done == "yes" else Outcome.NO_SHOW
                self.act(lambda journal: journal.invitations.answer(invitation_id, outcome))
            case PlannedWork(meeting_id=meeting_id):
                self._answer_work(meeting_id, done)
            case FollowUp(id=follow_up_id):
                self.act(lambda journal: journal.follow_ups.done(follow_up_id, done == "yes"))

    def action_decline(self) -> None:
        """Says that whoever was invited had declined."""
        if isinstance(invitation := self.lines.subject, Invitation):
            self.act(lambda journal: journal.invitations.answer(invitation.id, Outcome.DECLINED))

    def action_touch(self) -> None:
        """Notes what passed between me and the person."""
        if isinstance(person := self.lines.subject, Quiet | Action | Gift):
            tending.note_interaction(self, (Named(person.contact_id, person.name),))

    def action_snooze(self) -> None:
        """Asks until when a follow-up can wait."""
        if isinstance(follow_up := self.lines.subject, FollowUp):
            tending.snooze_follow_up(self, follow_up.id)

    def action_accept(self) -> None:
        """Makes a follow-up of a step of the depth plan."""
        if isinstance(step := self.lines.subject, Action):
            self.act(
                lambda journal: journal.reviews.accept(step),
                lambda _: say(self, f"Planned: {step.what}, {step.name}; u takes it back"),
            )

    @on(Agenda.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(Agenda.Opened)
    async def _open(self) -> None:
        match self.lines.subject:
            case HeldMeeting(meeting_id=meeting_id):
                await self.run_action(f"app.open_record('meetings', {meeting_id})")
            case Wanting() | PlannedWork():
                await self.run_action("app.reflect")
            case Written() | Ticked():
                self.action_write()
            case Invitation() | Quiet() | FollowUp() | Gift() | Action() as person:
                await self.run_action(f"app.open_record('contacts', {person.contact_id})")

    def _go_to(self, review: WeeklyReview) -> None:
        self._day = review.week
        self.reload()

    def _answer_work(self, meeting_id: int, done: str) -> None:
        from netjournal.model.reflection import Done

        self.act(lambda journal: journal.meetings.answer_planned_work(meeting_id, Done(done)))

    def _offers(self, action: str) -> bool:
        """Whether a key makes sense for what is looked at."""
        look = self.look
        if action == "write":
            return look is not None and look.period.stretch is Stretch.WEEK and look.begun
        if action == "delete":
            return look is not None and look.review is not None
        return True

    def _draw(self) -> None:
        drawn = (self._reading, self.app.size)
        if self._reading is None or drawn == self._drawn:
            return
        turned = not isinstance(self._drawn, tuple) or _period(self._drawn[0]) != _period(
            self._reading
        )
        self._drawn = drawn
        width = min(self.app.size.width, _WIDEST) - _MARGIN
        self.lines.show(review_lines(self._reading, width))
        if turned:
            self.lines.scroll_home(animate=False)
        self.refresh_bindings()


def _is_open(subject: object) -> bool:
    return isinstance(subject, FollowUp) and subject.done_on is None


def _period(reading: ReviewReading) -> object:
    return reading.look.period
