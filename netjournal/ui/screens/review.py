"""Review: the week looked back on in one pass, and written down."""

from collections.abc import Hashable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from netjournal.insights.today import first_of_week
from netjournal.model.change import Noun
from netjournal.model.follow_up import FollowUp
from netjournal.model.invitation import Invitation
from netjournal.model.occasion import Occasion
from netjournal.model.period import Stretch
from netjournal.model.plan import Action, Gift
from netjournal.model.review import HeldMeeting, LookBack, Quiet
from netjournal.model.today import PlannedWork
from netjournal.ui.desk import Desk
from netjournal.ui.screens import tending
from netjournal.ui.screens.agenda import AgendaScreen, Asked, Question
from netjournal.ui.screens.asking import say
from netjournal.ui.screens.form_keeper import subject_of
from netjournal.ui.screens.review_lines import ReviewReading, review_lines
from netjournal.ui.screens.review_rows import Ticked, Wanting, Written
from netjournal.ui.widgets.agenda import Agenda, Line
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day

if TYPE_CHECKING:
    from pathlib import Path

    from netjournal.destination import Destination
    from netjournal.journal.journal import Journal


class ReviewScreen(AgendaScreen[ReviewReading]):
    """Sections of lines, each answered or opened where it stands; a form writes the review."""

    CSS_PATH = "review.tcss"
    READS = frozenset(Noun)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "write", "Write", id="review.write", tooltip="Tick habits, note, intend"),
        Binding("left", "turn(-1)", "Before", id="review.before", tooltip="The week before"),
        Binding("right", "turn(1)", "After", id="review.after", tooltip="The week after"),
        Binding("t", "now", "This week", show=False, id="review.now", tooltip="Back to this week"),
        Binding("v", "stretch", "Quarter", id="review.stretch", tooltip="The quarter, or the week"),
        Binding(
            "c", "answer('declined')", "Declined", id="review.declined", tooltip="They had declined"
        ),
        Binding("c", "touch", "In touch", id="review.touch", tooltip="Note a call, a talk …"),
        Binding(
            "a", "accept", "Plan it", id="review.accept", tooltip="Make a follow-up of the step"
        ),
        Binding("w", "export", "Markdown", id="review.export", tooltip="Write it into a file"),
        Binding("d", "delete", "Delete", id="review.delete", tooltip="Delete the week's review"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._day: date | None = None
        """A day of the week looked at; None: this week, whichever that is."""
        self._stretch = Stretch.WEEK

    @property
    def look(self) -> LookBack | None:
        """What is looked back on."""
        return None if self.reading is None else self.reading.look

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
        """Shows a reading: from its top, if it is of other days."""
        before = self.look
        super().show(reading)
        if before is None or before.period != reading.look.period:
            self.lines.scroll_home(animate=False)

    def laid_out(self, reading: ReviewReading, width: int, height: int) -> Sequence[Line]:  # noqa: ARG002
        """All there is to say; it is read by scrolling."""
        return review_lines(reading, width)

    def asked(self, subject: Hashable | None) -> Asked | None:
        """Whether they came, whether it got done, or what became of a follow-up."""
        match subject:
            case Invitation(id=invitation):
                return Asked(Question.CAME, invitation)
            case PlannedWork(meeting_id=meeting):
                return Asked(Question.WORK, meeting)
            case FollowUp(id=follow_up, done_on=None):
                return Asked(Question.DONE, follow_up)
        return None

    def occasion(self) -> Occasion | None:
        """The meeting under the cursor, if one can reflect on it."""
        subject = self.lines.subject
        return subject.occasion if isinstance(subject, Wanting) else None

    def look_at(self, week: date) -> None:
        """Goes to the week a day is in."""
        today = self.desk.clock.now().date()
        begins = self.desk.preferences.week_begins
        # This week stays this week, also once another has begun.
        now = first_of_week(week, begins) == first_of_week(today, begins)
        self._day, self._stretch = None if now else week, Stretch.WEEK
        self.reload()

    def open_record(self, record: int) -> None:
        """Goes to the week of a review."""
        self.read(
            lambda journal: journal.reviews.of(record),
            lambda review: self.look_at(review.week),
            lane="load",
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only the keys that mean something for the line under the cursor."""
        subject = self.lines.subject if self.is_mounted else None
        fitting = {"touch": Quiet | Action | Gift, "accept": Action}
        if action in fitting:
            return isinstance(subject, fitting[action])
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

        def write(_: object, destination: "Destination") -> "Path":
            destination.write(text)
            return destination.path

        self.ask(
            FileDialog(f"Write {say_period(period)}", name, self.desk.path),
            write,
            lambda path: say(self, f"Wrote {path}."),
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

    def action_touch(self) -> None:
        """Notes what passed between me and the person."""
        if isinstance(person := self.lines.subject, Quiet | Action | Gift):
            tending.note_interaction(self, (Named(person.contact_id, person.name),))

    def action_accept(self) -> None:
        """Makes a follow-up of a step of the depth plan."""
        if isinstance(step := self.lines.subject, Action):
            self.act(
                lambda journal: journal.reviews.accept(step),
                lambda _: say(self, f"Planned: {step.what}, {step.name}; u takes it back"),
            )

    @on(Agenda.Opened)
    async def _open(self) -> None:
        match self.lines.subject:
            case HeldMeeting(meeting_id=meeting_id):
                await self.run_action(f"app.open_record('meetings', {meeting_id})")
            case Wanting() | PlannedWork():
                await self.run_action("app.reflect")
            case Written() | Ticked() if self._offers("write"):
                self.action_write()
            case Written(week=week):
                self.look_at(week)
            case Invitation() | Quiet() | FollowUp() | Gift() | Action() as person:
                await self.run_action(f"app.open_record('contacts', {person.contact_id})")

    def _offers(self, action: str) -> bool:
        """Whether a key makes sense for what is looked at."""
        look = self.look
        if action == "write":
            return look is not None and look.period.stretch is Stretch.WEEK and look.begun
        if action == "delete":
            return look is not None and look.review is not None
        return True
