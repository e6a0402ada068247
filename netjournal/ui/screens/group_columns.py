"""The columns of the table of groups, and of one group's meetings."""

from collections.abc import Callable
from datetime import date, datetime

from textual.content import Content

from netjournal.model.group import GroupLine, Status
from netjournal.model.meeting import MeetingLine
from netjournal.model.scale import CONFIDENCE, ENERGY, PUSHINESS, Scale
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.pips import rating, sparkline

_SPARKS = 6
"""How many of the latest ratings are drawn."""


def group_columns(today: date) -> tuple[Column[GroupLine], ...]:
    """A group as one row, seen on the day `today`."""

    def next_day(line: GroupLine) -> str:
        return _day(line.next_start, today)

    return (
        Column("Group", lambda line: line.name, share=3),
        Column("Standing", _standing, width=10, muted=True, hidden_below=46),
        Column("Meets", lambda line: line.schedule, share=3, hidden_below=110, muted=True),
        Column("Next", next_day, width=11, hidden_below=30),
        Column("Energy", _sparkline(ENERGY), width=_SPARKS, hidden_below=50),
        Column("Confid", _sparkline(CONFIDENCE), width=_SPARKS, hidden_below=58),
        Column("Pushy", _sparkline(PUSHINESS), width=_SPARKS, hidden_below=66),
        Column("Met", lambda line: f"{line.meetings:,}", width=5, right=True, hidden_below=84),
        Column("People", lambda line: f"{line.people:,}", width=6, right=True, hidden_below=92),
    )


def meeting_columns(today: date) -> tuple[Column[MeetingLine], ...]:
    """A meeting of a group as one row."""
    return (
        Column("Meeting", lambda line: _day(line.start, today), width=11),
        Column("Energy", _rating(ENERGY), width=6, hidden_below=36),
        Column("Confid", _rating(CONFIDENCE), width=6, hidden_below=36),
        Column("Pushy", _rating(PUSHINESS), width=6, hidden_below=36),
        Column("People", _people, width=6, right=True, hidden_below=45),
        Column("Notes", lambda line: line.excerpt, muted=True, hidden_below=60),
    )


def _standing(line: GroupLine) -> str:
    if line.status is not Status.MEMBER or line.commitment is None:
        return line.status
    return line.commitment


def _sparkline(scale: Scale) -> Callable[[GroupLine], Content]:
    return lambda line: sparkline(scale, getattr(line, scale.field)[-_SPARKS:])


def _rating(scale: Scale) -> Callable[[MeetingLine], str | Content]:
    def cell(line: MeetingLine) -> str | Content:
        value = getattr(line, scale.field)
        return rating(scale, value, word=False) if value else ""

    return cell


def _people(line: MeetingLine) -> str:
    if line.cancelled:
        return "off"
    return "missed" if line.missed else str(line.people_count or "")


def _day(start: str | None, today: date) -> str:
    return short_day(datetime.fromisoformat(start).date(), today) if start else ""
