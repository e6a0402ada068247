"""A person's page: its sections, edited in place, and the timeline beside or beneath them."""

from datetime import date
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.getters import query_one

from netjournal.model.change import Noun
from netjournal.model.invitation import Outcome
from netjournal.ui.dialogs.contact_fields import Section
from netjournal.ui.screens import giving, inviting, membership_forms, tending
from netjournal.ui.screens.person import Adding, Person, Record
from netjournal.ui.screens.person_parts import person_parts
from netjournal.ui.screens.person_timeline import DONE, PersonTimeline
from netjournal.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from netjournal.ui.screens.area import JournalScreen


class PersonPage(Container):
    """Everything recorded of a person; what is under the cursor is worked with in place."""

    BINDINGS = [
        Binding("e", "edit", "Edit", id="person.edit", tooltip="Edit what is under the cursor"),
        Binding("y", "finish", "Done", id="person.done", tooltip="The follow-up is done, or not"),
        Binding("z", "snooze", "Snooze", id="person.snooze", tooltip="Put the follow-up off"),
        Binding("x", "end", "Left", id="person.end", tooltip="Note when they left the group"),
        Binding("y", "answer('came')", "Came", id="person.came", tooltip="They came as invited"),
        Binding(
            "x", "answer('no-show')", "No-show", id="person.no_show", tooltip="They didn't come"
        ),
        Binding(
            "c", "answer('declined')", "Declined", id="person.declined", tooltip="They said no"
        ),
        Binding(
            "d",
            "delete",
            "Delete",
            show=False,
            id="person.delete",
            tooltip="Delete what is under the cursor",
        ),
        Binding(
            "tab,shift+tab",
            "to_timeline",
            "Timeline",
            id="person.timeline",
            tooltip="Go to the timeline",
        ),
        Binding(
            "tab,shift+tab",
            "to_sections",
            "Sections",
            id="person.sections",
            tooltip="Go to the sections",
        ),
    ]

    sheet = query_one(Sheet)
    timeline = query_one(PersonTimeline)

    def __init__(self, screen: "JournalScreen[None]", today: date) -> None:
        """`screen` is where the page stands; its forms open over it."""
        super().__init__()
        self._on = screen
        self._today = today
        self._person: Person | None = None

    @property
    def subject(self) -> Section | Adding | Record | None:
        """What is under the cursor of the part that has the focus."""
        if self.timeline.table.has_focus:
            entry = self.timeline.entry
            return Record.of(entry) if entry else None
        subject = self.sheet.subject
        assert subject is None or isinstance(subject, Section | Adding | Record)
        return subject

    def compose(self) -> ComposeResult:
        """The sections and the timeline."""
        yield Sheet()
        yield PersonTimeline(self._today)

    def show(self, person: Person) -> None:
        """Shows a person; the cursors stay while it is the same one."""
        another = self._person is None or self._person.id != person.id
        self._person = person
        if not person.timeline.count and self.timeline.table.has_focus:
            self.sheet.focus()
        self.sheet.show(person_parts(person, self._on.desk.clock.now().date()), from_top=another)
        self.timeline.show(person.timeline, from_top=another)

    def point_at(self, place: int) -> None:
        """Goes to an entry of the timeline."""
        self.timeline.table.point_at(place)
        self.timeline.table.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers only what can be done with what is under the cursor."""
        if action == "to_sections":
            return self.timeline.table.has_focus
        if action == "to_timeline":
            return self.sheet.has_focus
        noun = self.subject.noun if isinstance(self.subject, Record) else None
        if action == "finish":
            return noun is Noun.FOLLOW_UP
        if action == "snooze":
            return noun is Noun.FOLLOW_UP and self._state != DONE
        if action == "end":
            return noun is Noun.MEMBERSHIP
        if action == "answer":
            return noun is Noun.INVITATION and self._state == Outcome.PENDING
        if action == "delete":
            return noun in _DELETED_HERE
        return super().check_action(action, parameters)

    async def action_edit(self) -> None:
        """Opens what is under the cursor: its form, or the meeting."""
        person = self._person
        if person is None:
            return
        match self.subject:
            case Section() as section:
                tending.change_section(self._on, person.card.contact, section)
            case Adding.FOLLOW_UP:
                tending.note_follow_up(self._on, person.named)
            case Adding.MEMBERSHIP:
                membership_forms.add_group(self._on, person.named)
            case Record(Noun.MEMBERSHIP, record):
                membership_forms.change_membership(self._on, record)
            case Record(Noun.INTERACTION, record):
                tending.change_interaction(self._on, record)
            case Record(Noun.FOLLOW_UP, record):
                tending.change_follow_up(self._on, record)
            case Record(Noun.REFERRAL, record):
                giving.change_referral(self._on, record)
            case Record(Noun.INVITATION, record):
                inviting.ask_outcome(self._on, record)
            case Record(Noun.MEETING, record):
                await self.run_action(f"app.open_record('meetings', {record})")

    def action_to_timeline(self) -> None:
        """Goes from the sections to the timeline, if there is something in it."""
        if self.timeline.entry is not None:
            self.timeline.table.focus()

    def action_to_sections(self) -> None:
        """Goes from the timeline to the sections."""
        self.sheet.focus()

    def action_finish(self) -> None:
        """Notes that the follow-up is done, or opens it again."""
        if isinstance(self.subject, Record):
            tending.finish_follow_up(self._on, self.subject.id)

    def action_snooze(self) -> None:
        """Puts the follow-up off."""
        if isinstance(self.subject, Record):
            tending.snooze_follow_up(self._on, self.subject.id)

    def action_end(self) -> None:
        """Ends the membership."""
        if isinstance(self.subject, Record):
            membership_forms.end_membership(self._on, self.subject.id)

    def action_answer(self, outcome: str) -> None:
        """Notes what became of the invitation."""
        if isinstance(self.subject, Record):
            inviting.answer_invitation(self._on, self.subject.id, Outcome(outcome))

    def action_delete(self) -> None:
        """Deletes what is under the cursor, once that was confirmed."""
        match self.subject:
            case Record(Noun.INTERACTION, record):
                tending.delete_interaction(self._on, record)
            case Record(Noun.FOLLOW_UP, record):
                tending.delete_follow_up(self._on, record)
            case Record(Noun.MEMBERSHIP, record):
                membership_forms.delete_membership(self._on, record)
            case Record(Noun.REFERRAL, record):
                giving.delete_referral(self._on, record)
            case Record(Noun.INVITATION, record):
                inviting.withdraw_invitation(self._on, record)
            case Record(Noun.MEETING, _):
                self._on.notify("⏎ opens the meeting; it is deleted there.", markup=False)

    @property
    def _state(self) -> str:
        """The state of the entry pointed at, if that is in the timeline."""
        entry = self.timeline.entry if self.timeline.table.has_focus else None
        return entry.state if entry is not None else ""

    @on(Sheet.Opened)
    @on(PersonTimeline.Chosen)
    async def _open(self) -> None:
        await self.action_edit()

    def on_descendant_focus(self) -> None:
        """Offers what can be done on this side."""
        self._offer_others()

    @on(Sheet.Highlighted)
    @on(PersonTimeline.Pointed)
    def _offer_others(self) -> None:
        self.screen.refresh_bindings()


_DELETED_HERE = (
    Noun.INTERACTION,
    Noun.FOLLOW_UP,
    Noun.REFERRAL,
    Noun.INVITATION,
    Noun.MEMBERSHIP,
    Noun.MEETING,
)
"""What the page knows how to delete, or where else that is done."""
