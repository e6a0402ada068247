"""Meetings: the journal to read back in, newest first."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from netjournal.errors import JournalError
from netjournal.model.change import Noun
from netjournal.model.meeting import Meeting, MeetingLine, Occasion
from netjournal.model.reflection import SCALES, Scale
from netjournal.ui.desk import Desk
from netjournal.ui.screens.area import AreaScreen
from netjournal.ui.screens.meeting_page import meeting_page
from netjournal.ui.widgets import pips
from netjournal.ui.widgets.filter_line import FilterLine
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.pane import Pane
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Column, Table
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_EMPTY = Content.from_markup(
    "[b]Your journal will read back here, newest meeting first.[/b]\n\n"
    "Press [b $text-accent]r[/] to reflect on a meeting,\n"
    "or [b $text-accent]n[/] to note a one-off event."
)


@dataclass(frozen=True, slots=True)
class Past:
    """The meetings that fit some words."""

    words: str
    rows: Rows[MeetingLine]
    total: int | None


class MeetingsScreen(AreaScreen[Past]):
    """The list of meetings, filtered as one types, and the one under the cursor in full."""

    CSS_PATH = "meetings.tcss"
    READS = frozenset({Noun.MEETING, Noun.CONTACT, Noun.GROUP})
    AUTO_FOCUS = "Table"
    BINDINGS = [
        Binding("escape", "back", "Back", id="meetings.back", tooltip="Back to the list"),
        Binding("slash", "filter", "Filter", id="meetings.filter", tooltip="Filter as you type"),
        Binding("e", "edit", "Edit", id="meetings.edit", tooltip="Edit the meeting's reflection"),
        Binding("n", "new", "One-off", id="meetings.new", tooltip="Add an event of no group"),
        Binding("f", "facts", "Facts", id="meetings.facts", tooltip="When, where, how many"),
        Binding("o", "notes", "Notes", id="meetings.notes", tooltip="Its notes in your $EDITOR"),
        Binding("d", "delete", "Delete", id="meetings.delete", tooltip="Delete the meeting"),
        Binding(
            "J", "walk(1)", "Next", show=False, id="meetings.next", tooltip="The meeting before it"
        ),
        Binding(
            "K", "walk(-1)", "Before", show=False, id="meetings.before", tooltip="The one after it"
        ),
    ]

    table: query_one[Table[MeetingLine]] = query_one("Table", Table)
    pane = query_one(Pane)
    filter_line = query_one(FilterLine)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._words = ""
        self._shown: str | None = None
        self._meeting: Meeting | None = None

    def body(self) -> ComposeResult:
        """The filter, the list, the meeting; and what to do while there is none."""
        yield FilterLine("/ group, person, words of a note")
        with Horizontal(classes="panes"):
            yield Table(_columns(self.desk.clock.now().date()), lambda line: line.id)
            yield Pane(id="meeting")
        with Vertical(classes="empty"):
            yield Static(_EMPTY)

    def load(self, journal: "Journal") -> Past:
        """The meetings that fit, with the rows around the cursor."""
        words = self._words
        pages = journal.meetings.pages(words)
        near = self.table.cursor if words == self._shown else 0
        return Past(words, Rows(pages.shown, pages.page).warmed(near), pages.total)

    def show(self, reading: Past) -> None:
        """Shows the list; the cursor stays with its meeting unless the words changed."""
        self.set_class(not reading.rows.count and not reading.words, "-empty")
        self.table.show(reading.rows, from_top=reading.words != self._shown)
        self._shown = reading.words
        count = "more than can be listed" if reading.total is None else f"{reading.total:,}"
        self.filter_line.say(f"{count} meetings · newest first")

    def occasion(self) -> Occasion | None:
        """The meeting under the cursor, while it has no reflection."""
        meeting = self._meeting
        return None if meeting is None or meeting.reflection else _occasion(meeting)

    def open_record(self, record: int) -> None:
        """Opens a meeting."""
        self.table.seek(lambda line: line.id == record)
        self._load_meeting(record)
        self._open()

    @on(FilterLine.Changed)
    def _narrow(self, event: FilterLine.Changed) -> None:
        self._words = event.words
        self.reload()

    @on(FilterLine.Left)
    def _to_list(self) -> None:
        self.table.focus()

    @on(Table.Highlighted)
    def _show_meeting(self, event: Table.Highlighted[MeetingLine]) -> None:
        if event.row is None:
            self._meeting = None
            self.pane.show(Content(""))
        else:
            self._load_meeting(event.row.id)

    @on(Table.Opened)
    def _open(self) -> None:
        self.add_class("-open")
        self.pane.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to go back only where there is something to go back from."""
        if action == "back":
            return self.has_class("-open")
        return super().check_action(action, parameters)

    def action_filter(self) -> None:
        """Filters as one types."""
        self.action_back()
        self.filter_line.begin()

    def action_back(self) -> None:
        """Closes the meeting."""
        self.remove_class("-open")
        self.table.focus()

    def action_walk(self, lines: int) -> None:
        """Goes to another meeting without closing this one."""
        self.table.action_move(lines)

    def action_new(self) -> None:
        """Adds a one-off."""
        from netjournal.ui.dialogs.meeting import MeetingDialog

        self.ask(
            MeetingDialog(self.desk.clock.now()),
            lambda journal, draft: journal.meetings.add(draft),
            self._load_meeting,
        )

    def action_facts(self) -> None:
        """Edits when and where it was."""
        from netjournal.ui.dialogs.meeting import MeetingDialog

        if (meeting := self._meeting) is not None:
            self.ask(
                MeetingDialog(self.desk.clock.now(), meeting),
                lambda journal, draft: journal.meetings.revise(meeting.id, draft),
            )

    def action_edit(self) -> None:
        """Edits the meeting's reflection, or writes it."""
        from netjournal.ui.screens.reflect import ReflectScreen

        if self._meeting is not None:
            self.app.push_screen(ReflectScreen(self.desk, _occasion(self._meeting)))

    def action_notes(self) -> None:
        """Opens the notes in the editor and saves what comes back."""
        from netjournal.ui.editor import edit

        if (meeting := self._meeting) is None:
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
        if (meeting := self._meeting) is not None:
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

    def _load_meeting(self, record: int) -> None:
        self.read(lambda journal: journal.meetings.get(record), self._fill, lane="meeting")

    def _fill(self, meeting: Meeting) -> None:
        same = self._meeting is not None and self._meeting.id == meeting.id
        self._meeting = meeting
        self.pane.show(meeting_page(meeting, self.desk.clock.now().date()), from_top=not same)


def _columns(today: date) -> tuple[Column[MeetingLine], ...]:
    return (
        Column("When", lambda line: _day(line, today), width=11, muted=True),
        Column("Meeting", lambda line: line.name, share=2),
        *(Column(scale.title[:1], partial(_rating, scale), width=3) for scale in SCALES),
        Column("Who", _who, share=2, hidden_below=60, muted=True),
        Column("Notes", lambda line: line.excerpt, share=3, hidden_below=90, muted=True),
    )


def _day(line: MeetingLine, today: date) -> str:
    return short_day(datetime.fromisoformat(line.start).date(), today)


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
