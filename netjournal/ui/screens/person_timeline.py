"""Everything that passed between me and a person, newest first, however much that is."""

from datetime import date, datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from netjournal.model.timeline import Entry, Happening
from netjournal.text import visible
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import as_text, short_day
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.table import Table

DONE = "done"
"""The state of a follow-up that isn't open."""
_MET = {"talked": "■", "didn't talk": "□"}
"""The sign for a meeting by its state; where it isn't known it is small."""


class PersonTimeline(Vertical):
    """The timeline as a table, and beneath it all that was noted in the entry pointed at."""

    DEFAULT_CSS = """
    PersonTimeline {
        .timeline--title { padding: 0 2; color: $text-accent; text-style: bold; }
        .timeline--note { height: 5; padding: 0 2; display: none; color: $text-muted; }
        .timeline--none { display: none; height: 1fr; padding: 1 2; color: $text-muted; }
        &.-none Table { display: none; }
        &.-none .timeline--none { display: block; }
    }
    """

    table: query_one[Table[Entry]] = query_one("Table", Table)
    _title = query_one(".timeline--title", Static)
    _note = query_one(".timeline--note", Static)

    class Chosen(Message):
        """An entry was chosen by Enter or a double click."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class Pointed(Message):
        """Another entry is pointed at."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    @property
    def entry(self) -> Entry | None:
        """The entry pointed at."""
        return self.table.row

    def compose(self) -> ComposeResult:
        """The count, the table, the note."""
        yield Static(markup=False, classes="timeline--title")
        yield Static(
            "Meetings, calls, follow-ups: all that passes between you comes here.",
            markup=False,
            classes="timeline--none",
        )
        yield Table(entry_columns(self._today), lambda entry: (entry.happening, entry.record_id))
        yield Static(markup=False, classes="timeline--note")

    def show(self, entries: Rows[Entry], *, from_top: bool) -> None:
        """Shows a person's entries."""
        self.set_class(not entries.count, "-none")
        self._title.update(f"Timeline · {entries.count:,}" if entries.count else "Timeline")
        self.table.show(entries, from_top=from_top)

    @on(Table.Highlighted)
    def _show_note(self, event: Table.Highlighted[Entry]) -> None:
        event.stop()
        self._note.update(as_text(event.row.note) if event.row else "")
        self.post_message(self.Pointed())

    @on(Table.Opened)
    def _choose(self, event: Table.Opened[Entry]) -> None:
        event.stop()
        self.post_message(self.Chosen(event.row))


def entry_columns(today: date) -> tuple[Column[Entry], ...]:
    """When, what, and how the note begins."""
    return (
        Column("When", lambda entry: entry_day(entry, today), width=11, muted=True),
        Column("What", lambda entry: entry_title(entry, today)),
        Column("Note", entry_note, hidden_below=48, muted=True),
    )


def entry_day(entry: Entry, today: date) -> str:
    """The day of an entry in at most eleven cells."""
    return short_day(datetime.fromisoformat(entry.moment).date(), today)


def entry_title(entry: Entry, today: date) -> Content:
    """What an entry is: a sign for its sort, and its title."""
    return Content.assemble(_sign(entry), " ", visible(entry.said(today)))


def entry_note(entry: Entry) -> str:
    """What is said of an entry: how it stands where its sign doesn't tell, and what was noted."""
    state = "" if entry.happening is Happening.FOLLOW_UP else entry.state
    return " · ".join(filter(None, (state, entry.note)))


def _sign(entry: Entry) -> tuple[str, str]:
    match entry.happening:
        case Happening.MEETING:
            return _MET.get(entry.state, "▪"), "$text-muted"
        case Happening.INTERACTION:
            return "◆", "$text-accent"
        case Happening.FOLLOW_UP:
            return ("✓", "$text-success") if entry.state == DONE else ("○", "$text-primary")
        case Happening.REFERRAL:
            return "⇄", "$text-accent"
        case Happening.INVITATION:
            return "→", "$text-muted"
