"""`netjournal group show`: a group, what it costs, who sits there, and its members."""

from collections.abc import Iterator
from datetime import date

import click

from netjournal.cli.group_facts import KnownGroup, group_facts, stated_on
from netjournal.cli.groups import group_records
from netjournal.cli.members import member_record, print_members
from netjournal.cli.printing import json_option, padded, print_json
from netjournal.cli.reading import Reading, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.exchange import markdown
from netjournal.text import visible

_WIDTH = 20


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
        inviter = group.invited_by
        found = KnownGroup(
            group,
            line,
            journal.contacts.get(inviter).name if inviter is not None else "",
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
        click.echo("\n".join(markdown.facts(group.name, group_facts(found, today))))
    else:
        click.echo("\n".join(_lines(found, today)))
    if members:
        click.echo("\n".join(markdown.heading("Members")) if markdown_wanted() else "")
        print_members(members, today)


def _more(found: KnownGroup) -> dict[str, object]:
    return {
        "seats": found.seats,
        "value_statements": [
            {"since": stated_on(one), "text": one.text, "invited": one.invited}
            for one in found.statements
        ],
    }


def _lines(found: KnownGroup, today: date) -> Iterator[str]:
    yield visible(found.group.name)
    for label, said in group_facts(found, today):
        if said:
            first, *rest = said.splitlines()
            yield f"{padded(label, _WIDTH)}{visible(first)}"
            yield from (" " * _WIDTH + visible(more) for more in rest)
