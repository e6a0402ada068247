"""What is known of a group, as labelled lines of text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from netjournal.amounts import say_amount
from netjournal.insights.joining import look_back_due
from netjournal.model.cost import Cost, in_cents
from netjournal.model.give_and_get import Invited
from netjournal.model.group import Group, GroupLine
from netjournal.model.seats import Seats
from netjournal.model.value_statement import ValueStatement
from netjournal.when import say_day

Fact = tuple[str, str]
"""A label, and what is said; empty where nothing is known."""


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """What is known of a group, except who is in it."""

    group: Group
    line: GroupLine
    invited_by: str
    """The name of who asked me in; empty where it isn't said."""
    cost: Cost
    seats: Seats
    statements: tuple[ValueStatement, ...]
    """Newest first."""
    currency: str


def group_facts(known: KnownGroup, today: date) -> Iterator[Fact]:
    """All that is known, what isn't as an empty text."""
    group = known.group
    yield from _standing(known, today)
    yield from _joining(group, known.invited_by, today)
    yield from _costs(group)
    yield "A month", " · ".join(_a_month(known.cost, known.currency))
    yield from _seats(known.seats)
    yield "Purpose", group.purpose
    yield from _statements(known.statements, today)
    yield "Experiment", _experiment(group, today)
    yield "How it went", group.experiment_outcome
    yield "Notes", group.notes


def stated_on(statement: ValueStatement) -> date:
    """The day from which a version holds."""
    return statement.stated_at.astimezone().date()


def _standing(known: KnownGroup, today: date) -> Iterator[Fact]:
    group, line = known.group, known.line
    yield "Standing", " · ".join(filter(None, (group.status, group.commitment, group.kind)))
    yield "Meets", line.schedule
    yield "Next", _start(line.next_start, today)
    yield "Last", _start(line.last_start, today)
    yield "Meetings", f"{line.meetings:,}, {line.reflections:,} reflected on"
    yield "People seen", f"{line.people:,}" if line.people else ""
    yield "Size", "" if group.size is None else f"{group.size:,}"


def _joining(group: Group, invited_by: str, today: date) -> Iterator[Fact]:
    yield "Interest", f"{group.interest} of 5" if group.interest else ""
    yield "Why you joined", group.motive
    yield "Invited by", invited_by
    yield "Asked", _day(group.asked_on, today)
    yield "Being asked felt", group.sincerity or ""
    yield "Joined", _day(group.joined_on, today)
    yield "Left", _day(group.left_on, today)


def _costs(group: Group) -> Iterator[Fact]:
    dues = "" if group.dues is None else say_amount(group.dues)
    hours = "" if group.willing_hours is None else f"{group.willing_hours.normalize():,f}"
    yield "Travel", _minutes(group.travel_minutes)
    yield "Preparation", _minutes(group.preparation_minutes)
    yield "Dues", f"{dues} a {group.dues_period}" if dues and group.dues_period else dues
    yield "Fee", "" if group.fee is None else f"{say_amount(group.fee)} a meeting"
    yield "Hours you'd give", f"{hours} a month" if hours else ""


def _a_month(cost: Cost, currency: str) -> Iterator[str]:
    if cost.hours.value is not None:
        yield f"{float(in_cents(cost.hours.value)):g} hours"
    if cost.total is not None:
        yield say_amount(in_cents(cost.total), currency)


def _seats(seats: Seats) -> Iterator[Fact]:
    yield "Your own seat", ", ".join(seats.rivals)
    yield "Partners there", ", ".join(seat.profession for seat in seats.partners)
    yield "Partners missing", ", ".join(seats.missing)


def _statements(statements: tuple[ValueStatement, ...], today: date) -> Iterator[Fact]:
    label = "Why it's worth it"
    for statement in statements:
        since = f"since {say_day(stated_on(statement), today)}"
        yield label, f"{statement.text}\n{', '.join((since, *_invited(statement.invited)))}"
        label = "Before that"


def _invited(invited: Invited) -> Iterator[str]:
    if invited.sent:
        yield f"{invited.sent:,} invited"
        yield f"{invited.came:,} came"


def _experiment(group: Group, today: date) -> str:
    days = (("from", group.experiment_from), ("until", group.experiment_until))
    dated = " ".join(f"{word} {say_day(day, today)}" for word, day in days if day)
    over = "over: say how it went" if look_back_due(group, today) else ""
    return " · ".join(filter(None, (group.experiment, dated, over)))


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes:,} min"


def _start(start: str | None, today: date) -> str:
    return say_day(date.fromisoformat(start[:10]), today) if start else ""


def _day(day: date | None, today: date) -> str:
    return say_day(day, today) if day else ""
