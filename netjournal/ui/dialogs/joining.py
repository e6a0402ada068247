"""Asks what I promise a group in joining it, and on which day I left one."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from netjournal.model.group import Group, Status
from netjournal.model.joining import Joining, Load
from netjournal.ui.dialogs.doubts import Doubts
from netjournal.ui.dialogs.draft_field import read_all
from netjournal.ui.dialogs.form import FormDialog
from netjournal.ui.dialogs.group_fields import JOINING, STANDING
from netjournal.ui.dialogs.refusals import Refusals
from netjournal.ui.widgets.choice import Choice
from netjournal.ui.widgets.day_field import DayField
from netjournal.ui.widgets.field import Field

_AS = (Status.TRIAL.value, Status.MEMBER.value)
_PROMISES = tuple(
    field for field in (*STANDING, *JOINING) if field.name not in ("kind", "status", "joined_on")
)


class JoinDialog(FormDialog[Joining]):
    """A form for joining a group; it says when that is more than one wants."""

    FORM = "joining"
    AUTO_FOCUS = "Choice"

    def __init__(self, today: date, group: Group, load: Load) -> None:
        super().__init__()
        self._today = today
        self._group = group
        self._doubts = Doubts()
        self._doubts.know(load)
        self.heading = f"Join {group.name}"
        self.about = {"group_id": group.id}

    def fields(self) -> ComposeResult:
        """As what, since when, how deep, why, and what it takes."""
        yield Field("As", Choice(_AS, blank=False, id="status").with_value(Status.MEMBER))
        since = self._group.joined_on or self._today
        self._since = DayField("From", "joined_on", self._today, prefer=None, day=since)
        yield self._since
        for field in _PROMISES:
            yield field.shown(self._group)
        yield self._doubts

    def draft(self) -> Joining:
        """What is promised; InvalidError names every field that can't be read."""
        wrong = Refusals()
        values = wrong.read(lambda: read_all(_PROMISES, self.text, self._today)) or {}
        since = wrong.read(lambda: self._since.needed)
        wrong.end()
        assert since is not None
        status = Status(self.chosen("status") or Status.MEMBER)
        return Joining(status=status, joined_on=since, **values)

    def on_mount(self) -> None:
        """Says what is too much already."""
        super().on_mount()
        self._look()

    @on(Choice.Changed)
    @on(Input.Changed, "#willing_hours")
    def _look(self) -> None:
        hours = self.text("willing_hours")
        self._doubts.look(self.chosen("status"), self.chosen("commitment"), hours)


class LeaveDialog(FormDialog[date]):
    """Asks for the last day in a group, and says what stays."""

    DEFAULT_CSS = """
    LeaveDialog .leave--stays { height: auto; margin: 1 0 0 0; color: $text-muted; }
    """
    FORM = "leaving"

    def __init__(self, today: date, group: Group, meetings: int) -> None:
        """`meetings` were attended there."""
        super().__init__()
        self._today = today
        self._meetings = meetings
        verb = "Decline" if group.status is Status.CANDIDATE else "Leave"
        self.heading = f"{verb} {group.name}"
        self.about = {"group_id": group.id}

    def fields(self) -> ComposeResult:
        """The day."""
        self._last = DayField("Last day", "left_on", self._today, prefer=None, day=self._today)
        yield self._last
        yield Static(_what_stays(self._meetings), markup=False, classes="leave--stays")

    def draft(self) -> date:
        """The day typed."""
        return self._last.needed


def _what_stays(meetings: int) -> str:
    kept = {0: "", 1: "its meeting, "}.get(meetings, f"its {meetings:,} meetings, ")
    return (
        f"All of it stays to be read: {kept}its people, what you wrote. "
        "Nothing more is planned, and nothing waits for a reflection."
    )
