"""A group's page: when it meets, how it leaves me, and what I said of it."""

from dataclasses import dataclass
from datetime import date, datetime

from textual.content import Content

from netjournal.amounts import say_amount
from netjournal.insights.joining import look_back_due
from netjournal.model.cost import Cost
from netjournal.model.depth import Rung
from netjournal.model.group import Group, GroupLine, Status
from netjournal.model.joining import AskedInto
from netjournal.model.meeting import MeetingLine
from netjournal.model.membership import Member
from netjournal.model.occasion import Occasion
from netjournal.model.scale import SCALES
from netjournal.model.seats import Seats
from netjournal.model.value_statement import ValueStatement
from netjournal.text import visible
from netjournal.ui.screens.group_figures import SEAT_LABEL, asked_lines, cost_lines, seat_lines
from netjournal.ui.screens.group_giving import (
    GIVING_LABEL,
    NO_GIVING,
    GroupGiving,
    giving_lines,
)
from netjournal.ui.widgets.page import Page
from netjournal.ui.widgets.pips import sparkline
from netjournal.ui.widgets.rows import Rows
from netjournal.ui.widgets.whom import Named
from netjournal.when import say_day


@dataclass(frozen=True, slots=True)
class GroupDetails:
    """One group, whole."""

    line: GroupLine
    group: Group
    coming: tuple[datetime, ...]
    """Its next local starts, soonest first."""
    invited_by: str
    """The name of the contact who asked me in, if it is known."""
    meetings: Rows[MeetingLine]
    """Newest first."""
    members: tuple[Member, ...]
    """Today's, those known deepest first."""
    values: tuple[ValueStatement, ...]
    """Why it is worth others' time, newest first."""
    seats: Seats
    cost: Cost
    currency: str
    """Of all amounts; empty when none is preferred."""
    asked_into: AskedInto
    """How often I was asked into groups at all."""
    waiting: Occasion | None
    """Its latest meeting that wants a reflection."""
    giving: GroupGiving = NO_GIVING

    @property
    def id(self) -> int:
        """The group's."""
        return self.group.id

    @property
    def named(self) -> Named:
        """The group as what is noted refers to it."""
        return Named(self.group.id, self.group.name)


def group_page(details: GroupDetails, today: date) -> Content:
    """The page as text, read on the day `today`."""
    line, group = details.line, details.group
    page = Page(group.name, standing(line))
    page.facts(
        ("Meets", line.schedule or "on no fixed days"),
        ("Next", _next_dates(details, today)),
        ("Last", _day(line.last_start, today)),
        ("So far", _so_far(line)),
        ("Members", _members(details)),
        ("Tried", _look_back(group, today)),
    )
    page.lines(_ratings_title(line), _ratings(line))
    page.lines("Give and get", giving_lines(details.giving), hang=GIVING_LABEL)
    page.words("Purpose", group.purpose)
    page.words("Why it is worth others' time", group.value_statement)
    page.lines("Seats", seat_lines(details.seats), hang=SEAT_LABEL)
    page.lines("A month", cost_lines(details.cost, details.currency))
    page.facts(*_experiment(group, today))
    page.facts(*_mine(details, today))
    page.facts(*_cost(group))
    if group.status is Status.CANDIDATE:
        page.lines("Asked into groups", asked_lines(details.asked_into))
    return page.words("Notes", group.notes).content()


def standing(line: GroupLine) -> str:
    """Where I stand with a group, in a few words."""
    status = line.status if line.status is not Status.MEMBER or not line.commitment else None
    return " · ".join(filter(None, (status, line.commitment, line.kind)))


def _next_dates(details: GroupDetails, today: date) -> str:
    days = [start.date() for start in details.coming] if details.group.left_on is None else []
    return ", ".join(
        say_day(day, today).removeprefix(f"{days[0]:%a} " if place else "")
        for place, day in enumerate(days)
    )


def _so_far(line: GroupLine) -> str:
    if not line.meetings:
        return "no meetings yet"
    return f"{_counted(line.meetings, 'meeting')}, {_counted(line.people, 'person', 'people')}"


def _members(details: GroupDetails) -> str:
    size, known = _number(details.group.size), len(details.members)
    if not known:
        return size
    deep = sum((member.depth or 0) >= Rung.ONE_TO_ONE for member in details.members)
    noted = f"{known:,} of {size}" if size else f"{known:,}"
    return f"{noted}, {deep:,} at depth 3 up"


def _ratings_title(line: GroupLine) -> str:
    if line.reflections > len(line.energy):
        return f"The last {len(line.energy)} of {line.reflections} reflections"
    return _counted(line.reflections, "reflection")


def _ratings(line: GroupLine) -> list[Content]:
    every = ((scale, getattr(line, scale.field)) for scale in SCALES)
    width = max(len(scale.title) for scale in SCALES) + 2
    return [
        Content.assemble(
            (scale.title.ljust(width), "$text-muted"),
            sparkline(scale, values),
            f"  {values[-1]} {scale.words[values[-1] - 1]}",
        )
        for scale, values in every
        if values
    ]


def _mine(details: GroupDetails, today: date) -> tuple[tuple[str, str], ...]:
    group = details.group
    return (
        ("Interest", f"{group.interest} of 5" if group.interest else ""),
        ("Why I joined", group.motive),
        ("Invited by", details.invited_by),
        ("Asked", say_day(group.asked_on, today) if group.asked_on else ""),
        ("Being asked felt", group.sincerity or ""),
        ("Joined", say_day(group.joined_on, today) if group.joined_on else ""),
        ("Left", say_day(group.left_on, today) if group.left_on else ""),
    )


def _cost(group: Group) -> tuple[tuple[str, str], ...]:
    dues = "" if group.dues is None else say_amount(group.dues)
    hours = "" if group.willing_hours is None else f"{group.willing_hours.normalize():,f}"
    return (
        ("Travel", f"{group.travel_minutes} min" if group.travel_minutes else ""),
        ("Preparation", f"{group.preparation_minutes} min" if group.preparation_minutes else ""),
        ("Dues", f"{dues} a {group.dues_period}" if dues and group.dues_period else dues),
        ("Fee", f"{say_amount(group.fee)} a meeting" if group.fee is not None else ""),
        ("Hours I'd give", f"{hours} a month" if hours else ""),
    )


def _experiment(group: Group, today: date) -> tuple[tuple[str, str], ...]:
    days = (("from", group.experiment_from), ("until", group.experiment_until))
    dated = " ".join(f"{word} {say_day(day, today)}" for word, day in days if day)
    return (
        ("Experiment", " · ".join(filter(None, (group.experiment, dated)))),
        ("How it went", group.experiment_outcome),
    )


def _look_back(group: Group, today: date) -> Content | str:
    if not look_back_due(group, today):
        return ""
    tried = visible(group.experiment) or "the experiment"
    return Content.styled(f"{tried} is over: t says how it went", "$text-warning")


def _day(start: str | None, today: date) -> str:
    return say_day(datetime.fromisoformat(start).date(), today) if start else ""


def _number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _counted(count: int, one: str, several: str = "") -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {several or one + 's'}"
