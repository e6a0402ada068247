"""Meetings: the journal to read back in, newest first."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from netjournal.errors import JournalError
from netjournal.model.change import Noun
from netjournal.model.meeting import Meeting, MeetingLine
from netjournal.model.occasion import Occasion
from netjournal.model.scale import SCALES, Scale
from netjournal.ui.desk import Desk
from netjournal.ui.screens.listing import Listing, ListScreen
from netjournal.ui.screens.meeting_page import meeting_page
from netjournal.ui.widgets import pips
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.rows import Rows
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_OF_ONE = ("edit", "facts", "notes", "delete")
"""What is done to a meeting that is pointed at."""


@dataclass(frozen=True, slots=True)
class Within:
    """The meetings of some days, of one group or of all, that Trends asked for."""

    group_id: int | None
    since: date
    until: date
    words: str
    """The days, as they are called."""


class MeetingsScreen(ListScreen[MeetingLine, Meeting]):
    """The list of meetings, filtered as one types, and the one under the cursor in full."""

    READS = frozenset({Noun.MEETING, Noun.CONTACT, Noun.GROUP})
    BINDINGS = [
        Binding("e", "edit", "Edit", id="meetings.edit", tooltip="Edit the meeting's reflection"),
        Binding("n", "new", "One-off", id="meetings.new", tooltip="Add an event of no group"),
        Binding("f", "facts", "Facts", id="meetings.facts", tooltip="When, where, how many"),
        Binding("o", "notes", "Notes", id="meetings.notes", tooltip="Its notes in your $EDITOR"),
        Binding("d", "delete", "Delete", id="meetings.delete", tooltip="Delete the meeting"),
    ]
    HINT = "group, person, words of a note"
    EMPTY = Content.from_markup(
        "[b]Your journal will read back here, newest meeting first.[/b]\n\n"
        "Press [b $text-accent]r[/] to reflect on a meeting,\n"
        "or [b $text-accent]n[/] to note a one-off event."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.within: Within | None = None

    def narrow(self, within: Within | None) -> None:
        """Lists only the meetings of some days, or all again."""
        super().action_back()
        self.within = within
        self.reload()

    def open_record(self, record: int) -> None:
        """Opens a meeting, among all of them."""
        self.within = None
        super().open_record(record)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to go back where one came from somewhere, and what is done to one where it is."""
        if action == "back" and self.within is not None:
            return True
        if action in _OF_ONE:
            return self.record is not None or (self.is_mounted and self.table.row is not None)
        return super().check_action(action, parameters)

    def action_back(self) -> None:
        """Closes the meeting, or goes back to where these meetings were asked for."""
        if self.within is not None and not self.is_open:
            self.narrow(None)
            self.app.switch_mode("trends")
        else:
            super().action_back()

    def columns(self, today: date) -> tuple[Column[MeetingLine], ...]:
        """When, what, the three ratings, who was there, how the notes begin."""
        return (
            Column("When", lambda line: _day(line, today), width=11, muted=True),
            Column("Meeting", lambda line: line.name, share=2),
            *(
                Column(scale.title[:1], partial(_rating, scale), width=_wide(scale))
                for scale in SCALES
            ),
            Column("Who", _who, share=2, hidden_below=60, muted=True),
            Column("Notes", lambda line: line.excerpt, share=3, hidden_below=90, muted=True),
        )

    def load(self, journal: "Journal") -> Listing[MeetingLine]:
        """The meetings that fit, with the rows around the cursor."""
        words, within = self.words, self.within
        with journal.moment():
            pages = (
                journal.meetings.pages(words)
                if within is None
                else journal.meetings.pages(
                    words, since=within.since, until=within.until, group_id=within.group_id
                )
            )
            rows = Rows(pages.shown, pages.page).warmed(self.near)
        first_use = not (rows.count or words or within)
        return Listing((words, within), rows, pages.total, first_use)

    def fetch(self, journal: "Journal", record: int) -> Meeting:
        """One meeting, whole."""
        return journal.meetings.get(record)

    def page(self, record: Meeting, today: date) -> Content:
        """The meeting as text."""
        return meeting_page(record, today)

    def say(self, listing: Listing[MeetingLine]) -> None:
        """How many meetings."""
        total = listing.total
        count = f"over {listing.rows.count:,}" if total is None else f"{total:,}"
        order = f"{self.within.words} · esc for Trends" if self.within else "newest first"
        self.filter_line.say(f"{count} meeting{'' if total == 1 else 's'} · {order}")

    def occasion(self) -> Occasion | None:
        """The meeting under the cursor, while it has no reflection."""
        meeting = self.record
        return None if meeting is None or meeting.reflection else _occasion(meeting)

    def action_new(self) -> None:
        """Adds a one-off."""
        from netjournal.ui.dialogs.meeting import MeetingDialog

        self.ask(
            MeetingDialog(self.desk.clock.now()),
            lambda journal, draft: journal.meetings.add(draft),
            self.seek_record,
        )

    def action_facts(self) -> None:
        """Edits when and where it was."""
        from netjournal.ui.dialogs.meeting import MeetingDialog

        if (meeting := self.record) is not None:
            self.ask(
                MeetingDialog(self.desk.clock.now(), meeting),
                lambda journal, draft: journal.meetings.revise(meeting.id, draft),
            )

    def action_edit(self) -> None:
        """Edits the meeting's reflection, or writes it."""
        from netjournal.ui.screens.reflect import ReflectScreen

        if self.record is not None:
            self.app.push_screen(ReflectScreen(self.desk, _occasion(self.record)))

    def action_notes(self) -> None:
        """Opens the notes in the editor and saves what comes back."""
        from netjournal.ui.editor import edit

        if (meeting := self.record) is None:
            return
        if meeting.reflection is None:
            self.notify("Notes belong to a reflection; e writes one.", markup=False)
            return
        try:
            text = edit(self.app, meeting.reflection.notes)
        except JournalError as problem:
            self.report(problem)
            return
        if text is not None:
            self.act(
                lambda journal: journal.meetings.note(meeting.id, text.words),
                lambda _: text.forget(),
                lambda problem: self.report(
                    JournalError(f"{problem} Your text is in {text.path}.")
                ),
            )

    def action_delete(self) -> None:
        """Deletes the meeting, once that was confirmed."""
        if (meeting := self.record) is not None:
            day = say_day(meeting.start.date(), self.desk.clock.now().date())
            self.confirm(
                f"Delete {meeting.name}, {day}?",
                partial(self._delete, meeting.id),
                yes="Delete",
                detail="Its reflection and roster go with it; u takes it back.",
            )

    def _delete(self, record: int) -> None:
        self.act(
            lambda journal: journal.meetings.delete(record),
            lambda _: self.notify("Deleted; u takes it back", markup=False),
        )
        self.action_back()


def _day(line: MeetingLine, today: date) -> str:
    return short_day(datetime.fromisoformat(line.start).date(), today)


def _wide(scale: Scale) -> int:
    # The last one may end at the page beside the list.
    return 4 if scale is SCALES[-1] else 3


def _rating(scale: Scale, line: MeetingLine) -> str | Content:
    value: int | None = getattr(line, scale.field)
    if value is not None:
        return pips.rating(scale, value, word=False)
    if scale is not SCALES[0]:
        return ""
    return "off" if line.cancelled else "—" if line.missed else "·"


def _who(line: MeetingLine) -> str:
    more = line.people_count - len(line.people)
    names = ", ".join(line.people)
    return f"{names} +{more}" if more > 0 else names


def _occasion(meeting: Meeting) -> Occasion:
    return Occasion(
        start=meeting.start,
        group_id=meeting.group_id,
        meeting_id=meeting.id,
        name=meeting.name,
        duration_minutes=meeting.duration_minutes,
        place=meeting.place,
    )
