"""`netjournal groups`: the groups one is in, was in, or might join."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

import click

from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.model.cost import Cost, in_cents
from netjournal.model.group import GroupDraft, GroupLine
from netjournal.model.schedule import Schedule, describe
from netjournal.when import say_range

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


@click.command(cls=Reading)
@json_option
@csv_option
@journal_option
@click.pass_obj
def groups(session: Session, as_json: bool, as_csv: bool) -> None:
    """List groups, those you are deepest in first."""
    today = session.clock.now().date()
    with session.reading() as journal, journal.moment():
        lines = journal.groups.lines()
        records = list(group_records(journal, lines)) if as_json or as_csv else []
    if as_json:
        print_json(records)
    elif as_csv:
        print_csv(_KEYS, [[_cell(record[key]) for key in _KEYS] for record in records])
    elif lines:
        print_table(_HEADINGS, [_row(line, today) for line in lines])
    else:
        click.echo("No groups yet. Add one with: netjournal group add NAME", err=True)


_HEADINGS = ("Name", "Status", "Commitment", "Meets", "Next", "Last", "Meetings", "People")
_SAID = tuple(field.name for field in fields(GroupDraft))
_KEYS = (
    *_SAID,
    *("value_statement", "schedules", "next_start", "last_start", "meetings", "reflections"),
    *("people", "look_back_due", "hours_per_month", "dues_per_month", "fees_per_month"),
    "cost_per_month",
)


def group_records(journal: "Journal", lines: Iterable[GroupLine]) -> Iterator[dict[str, object]]:
    """Groups as they are documented for JSON."""
    costs = journal.time_and_money.of_groups()
    for line in lines:
        group = journal.groups.get(line.id)
        said = {name: getattr(group, name) for name in _SAID}
        if group.invited_by is not None:
            said["invited_by"] = journal.contacts.get(group.invited_by).name
        figures = (
            group.value_statement,
            group.schedules,
            line.next_start,
            line.last_start,
            line.meetings,
            line.reflections,
            line.people,
            line.look_back,
            *_costs(costs[line.id]),
        )
        yield said | dict(zip(_KEYS[len(_SAID) :], figures, strict=True))


def _costs(cost: Cost) -> Iterator[object]:
    yield None if cost.hours.value is None else float(in_cents(cost.hours.value))
    yield from map(_amount, (cost.dues, cost.fees, cost.total))


def _amount(value: Fraction | None) -> str | None:
    return None if value is None else f"{in_cents(value):.2f}"


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_in_words(schedule) for schedule in value)
    return value


def _in_words(schedule: Schedule) -> str:
    since = f" from {schedule.applies_from}" if schedule.applies_from else ""
    return f"{describe(schedule) if schedule.rule else 'on no fixed days'}{since}"


def _row(line: GroupLine, today: date) -> tuple[str, ...]:
    return (
        line.name,
        line.status,
        line.commitment or "",
        line.schedule,
        _moment(line.next_start, today),
        _moment(line.last_start, today),
        str(line.meetings or ""),
        str(line.people or ""),
    )


def _moment(start: str | None, today: date) -> str:
    return say_range(datetime.fromisoformat(start), today=today) if start else ""
