"""`netjournal group show`: a group, what it costs, who sits there, and its members."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import click

from netjournal.amounts import say_amount
from netjournal.cli.groups import group_records
from netjournal.cli.members import member_record, print_members
from netjournal.cli.printing import json_option, padded, print_json
from netjournal.cli.reading import Reading, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.exchange import markdown
from netjournal.model.cost import Cost, in_cents
from netjournal.model.group import Group, GroupLine
from netjournal.model.seats import Seats
from netjournal.model.value_statement import ValueStatement
from netjournal.text import visible
from netjournal.when import say_day

_WIDTH = 20


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a group, except who is in it."""

    group: Group
    line: GroupLine
    cost: Cost
    seats: Seats
    statements: tuple[ValueStatement, ...]
    currency: str


@click.command(cls=Reading)
@click.argument("name", nargs=-1, required=True)
@json_option
@journal_option
@click.pass_obj
def show(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Show what is known of the group NAME, and its members."""
    today = session.clock.now().date()
    with session.reading() as journal, journal.moment():
        group = journal.groups.named(" ".join(name))
        line = journal.groups.line(group.id)
        members = journal.memberships.of_group(group.id)
        found = _Found(
            group,
            line,
            journal.time_and_money.of_groups()[group.id],
            journal.memberships.seats(members),
            journal.groups.values(group.id),
            journal.preferences.currency,
        )
        (record,) = group_records(journal, [line])
    if as_json:
        print_json(record | _more(found) | {"members": [member_record(one) for one in members]})
        return
    if markdown_wanted():
        click.echo("\n".join(markdown.facts(group.name, _facts(found, today))))
    else:
        click.echo("\n".join(_lines(found, today)))
    if members:
        click.echo("\n".join(markdown.heading("Members")) if markdown_wanted() else "")
        print_members(members, today)


def _more(found: _Found) -> dict[str, object]:
    return {
        "seats": found.seats,
        "value_statements": [
            {"since": _since(one), "text": one.text, "invited": one.invited}
            for one in found.statements
        ],
    }


def _lines(found: _Found, today: date) -> Iterator[str]:
    yield visible(found.group.name)
    for label, said in _facts(found, today):
        if said:
            first, *rest = said.splitlines()
            yield f"{padded(label, _WIDTH)}{visible(first)}"
            yield from (" " * _WIDTH + visible(more) for more in rest)


def _facts(found: _Found, today: date) -> tuple[tuple[str, str], ...]:
    group, line, seats = found.group, found.line, found.seats
    standing = filter(None, (group.status, group.commitment, group.kind))
    return (
        ("Standing", " · ".join(standing)),
        ("Meets", line.schedule),
        ("Next", _day(line.next_start, today)),
        ("Last", _day(line.last_start, today)),
        ("Meetings", f"{line.meetings:,}, {line.reflections:,} reflected on"),
        ("Joined", say_day(group.joined_on, today) if group.joined_on else ""),
        ("Left", say_day(group.left_on, today) if group.left_on else ""),
        ("Size", "" if group.size is None else f"{group.size:,}"),
        ("A month", " · ".join(_cost(found.cost, found.currency))),
        ("Your own seat", ", ".join(seats.rivals)),
        ("Partners there", ", ".join(seat.profession for seat in seats.partners)),
        ("Partners missing", ", ".join(seats.missing)),
        ("Purpose", group.purpose),
        ("Why it's worth it", group.value_statement),
        ("Experiment", _experiment(group, today)),
        ("How it went", group.experiment_outcome),
        ("Notes", group.notes),
    )


def _experiment(group: Group, today: date) -> str:
    days = (("from", group.experiment_from), ("until", group.experiment_until))
    dated = " ".join(f"{word} {say_day(day, today)}" for word, day in days if day)
    return " · ".join(filter(None, (group.experiment, dated)))


def _cost(cost: Cost, currency: str) -> Iterator[str]:
    if cost.hours.value is not None:
        yield f"{float(in_cents(cost.hours.value)):g} hours"
    if cost.total is not None:
        yield say_amount(in_cents(cost.total), currency)


def _since(statement: ValueStatement) -> date:
    return statement.stated_at.astimezone().date()


def _day(start: str | None, today: date) -> str:
    return say_day(date.fromisoformat(start[:10]), today) if start else ""
