"""`netjournal contacts`: the people one knows."""

import click

from netjournal.cli.printing import json_option, print_json, print_table
from netjournal.cli.session import Session, journal_option
from netjournal.model.contact import ContactLine, Look

_STRETCH = 1000


@click.command()
@click.argument("query", nargs=-1)
@json_option
@journal_option
@click.pass_obj
def contacts(session: Session, query: tuple[str, ...], as_json: bool) -> None:
    """List contacts by name.

    With a QUERY only those in whose name, organisation, tags, notes or other words on their card
    every word of it is found.
    """
    with session.reading() as journal:
        pages = journal.contacts.pages(Look(words=" ".join(query)))
        lines = [
            line
            for first in range(0, pages.shown, _STRETCH)
            for line in pages.page(first, _STRETCH)
        ]
    if as_json:
        print_json([_record(line) for line in lines])
    elif lines:
        print_table(_HEADINGS, map(_row, lines))
    else:
        click.echo("No contact fits." if query else "No contacts yet.", err=True)
    if pages.total is None:
        click.echo(f"More fit: these are {pages.shown:,}. Type another word.", err=True)


_HEADINGS = ("Name", "Organisation", "Met", "Last seen", "Groups", "Email", "Phone", "Tags")


def _row(line: ContactLine) -> tuple[str, ...]:
    return (
        line.name,
        line.organisation,
        str(line.times_met or ""),
        line.last_seen or "",
        ", ".join(line.groups),
        ", ".join(line.emails),
        ", ".join(line.phones),
        ", ".join(line.tags),
    )


def _record(line: ContactLine) -> dict[str, object]:
    return {
        "name": line.name,
        "organisation": line.organisation,
        "emails": line.emails,
        "phones": line.phones,
        "tags": line.tags,
        "groups": line.groups,
        "times_met": line.times_met,
        "last_seen": line.last_seen,
        "last_touch": line.last_touch,
    }
