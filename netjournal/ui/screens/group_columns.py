"""The columns of the table of groups, and of one group's meetings and members."""

from collections.abc import Callable
from datetime import date, datetime

from textual.content import Content

from netjournal.model.group import GroupLine, Status
from netjournal.model.meeting import MeetingLine
from netjournal.model.membership import Member
from netjournal.model.scale import CONFIDENCE, ENERGY, PUSHINESS, Scale
from netjournal.model.value_statement import ValueStatement
from netjournal.text import clean_line
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.pips import depth, rating, sparkline

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


def member_columns(today: date) -> tuple[Column[Member], ...]:
    """A member of a group as one row."""

    def last_seen(member: Member) -> str:
        return _day(member.last_seen, today)

    return (
        Column("Member", lambda member: member.name, share=3),
        Column("Depth", lambda member: depth(member.depth), width=5),
        Column("Role", _role, share=2, hidden_below=44),
        Column("Sits for", lambda member: member.classification, share=2, hidden_below=52),
        Column(
            "Since", lambda member: _since(member, today), width=11, muted=True, hidden_below=88
        ),
        Column("Met", lambda member: f"{member.times_met:,}", width=5, right=True, hidden_below=36),
        Column("Last seen", last_seen, width=11, muted=True, hidden_below=72),
    )


def value_columns(today: date) -> tuple[Column[ValueStatement], ...]:
    """A version of a group's value statement as one row."""

    def since(version: ValueStatement) -> str:
        return short_day(version.stated_at.astimezone().date(), today)

    return (
        Column("From", since, width=11),
        Column("What you tell them", lambda version: clean_line(version.text), share=3),
        Column(
            "Invited",
            lambda version: _number(version.invited.sent),
            width=7,
            right=True,
            hidden_below=44,
        ),
        Column(
            "Came",
            lambda version: _number(version.invited.came),
            width=4,
            right=True,
            hidden_below=44,
        ),
    )


def _number(count: int) -> str:
    return f"{count:,}" if count else ""


def _role(member: Member) -> str | Content:
    if member.membership is None:
        return Content.styled("seen here", "$text-muted")
    return member.membership.role


def _since(member: Member, today: date) -> str:
    held = member.membership
    if held is None:
        return ""
    if held.until is not None:
        return f"to {short_day(held.until, today).split(' ', 1)[-1]}"
    return short_day(held.since, today) if held.since else ""


def _standing(line: GroupLine) -> str | Content:
    if line.look_back:
        return Content.styled("look back", "$text-warning")
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
