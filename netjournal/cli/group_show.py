"""`netjournal group show`: a group and its members."""

from collections.abc import Iterator
from datetime import date

import click

from netjournal.cli.groups import group_record
from netjournal.cli.members import member_record, print_members
from netjournal.cli.printing import json_option, padded, print_json
from netjournal.cli.session import Session, journal_option
from netjournal.model.group import Group, GroupLine
from netjournal.text import visible
from netjournal.when import say_day

_WIDTH = 20


@click.command()
@click.argument("name", nargs=-1, required=True)
@json_option
@journal_option
@click.pass_obj
def show(session: Session, name: tuple[str, ...], as_json: bool) -> None:
    """Show what is known of the group NAME, and its members.

    NAME is any part of a group's name that fits no other.
    """
    today = session.clock.now().date()
    with session.reading() as journal:
        group = journal.groups.named(" ".join(name))
        line = next(line for line in journal.groups.lines() if line.id == group.id)
        members = journal.memberships.of_group(group.id)
        record = group_record(journal, line)
    if as_json:
        print_json(record | {"members": [member_record(one) for one in members]})
        return
    click.echo("\n".join(_lines(group, line, today)))
    if members:
        click.echo("")
        print_members(members, today)


def _lines(group: Group, line: GroupLine, today: date) -> Iterator[str]:
    yield visible(group.name)
    for label, said in _facts(group, line, today):
        if said:
            first, *rest = said.splitlines()
            yield f"{padded(label, _WIDTH)}{visible(first)}"
            yield from (" " * _WIDTH + visible(more) for more in rest)


def _facts(group: Group, line: GroupLine, today: date) -> tuple[tuple[str, str], ...]:
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
        ("Purpose", group.purpose),
        ("Why it's worth it", group.value_statement),
        ("Notes", group.notes),
    )


def _day(start: str | None, today: date) -> str:
    return say_day(date.fromisoformat(start[:10]), today) if start else ""
