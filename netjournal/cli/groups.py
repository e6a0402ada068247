"""`netjournal groups`: the groups one is in, was in, or might join."""

from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from netjournal.cli.printing import json_option, print_json, print_table
from netjournal.cli.session import Session, journal_option
from netjournal.model.group import GroupDraft, GroupLine
from netjournal.when import say_range

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


@click.command()
@json_option
@journal_option
@click.pass_obj
def groups(session: Session, as_json: bool) -> None:
    """List groups, those you are deepest in first."""
    today = session.clock.now().date()
    with session.reading() as journal:
        lines = journal.groups.lines()
        records = [group_record(journal, line) for line in lines] if as_json else []
    if as_json:
        print_json(records)
    elif lines:
        print_table(_HEADINGS, [_row(line, today) for line in lines])
    else:
        click.echo("No groups yet. Add one with: netjournal group add NAME", err=True)


_HEADINGS = ("Name", "Status", "Commitment", "Meets", "Next", "Last", "Meetings", "People")


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


def group_record(journal: "Journal", line: GroupLine) -> dict[str, object]:
    """A group as it is documented for JSON."""
    group = journal.groups.get(line.id)
    record: dict[str, object] = {
        field.name: getattr(group, field.name) for field in fields(GroupDraft)
    }
    if group.invited_by is not None:
        record["invited_by"] = journal.contacts.get(group.invited_by).name
    return record | {
        "value_statement": group.value_statement,
        "schedules": group.schedules,
        "next_start": line.next_start,
        "last_start": line.last_start,
        "meetings": line.meetings,
        "reflections": line.reflections,
        "people": line.people,
    }
