"""`netjournal interactions`: what passed between meetings, read back."""

from collections.abc import Iterator
from datetime import date

import click

from netjournal.cli.days import day_past
from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.model.interaction import Interaction, InteractionPages
from netjournal.text import lines
from netjournal.when import say_day

_STRETCH = 1000


@click.command(cls=Reading)
@click.argument("who", nargs=-1)
@click.option("--from", "since", callback=day_past, metavar="DATE", help="The first day.")
@click.option("--to", "until", callback=day_past, metavar="DATE", help="The last day.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def interactions(
    session: Session,
    who: tuple[str, ...],
    since: date | None,
    until: date | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List one-to-ones, calls and the like, newest first.

    With WHO, any part of a contact's name that fits no other, only those with them.
    """
    if since and until and until < since:
        raise click.UsageError(f"--to {until} is before --from {since}.")
    with session.reading() as journal:
        contact_id = journal.contacts.meant(" ".join(who)).id if who else None
        found = list(_all(journal.interactions.pages(contact_id, since=since, until=until)))
    if as_json:
        print_json([_record(one) for one in found])
    elif as_csv:
        print_csv(_KEYS, [tuple(_record(one).values()) for one in found])
    elif found:
        today = session.clock.now().date()
        print_table(_HEADINGS, [_row(one, today) for one in found])
    else:
        click.echo("No interactions recorded.", err=True)


_HEADINGS = ("Day", "Kind", "With", "Minutes", "Group", "Note")
_KEYS = ("date", "kind", "contacts", "minutes", "group", "asked", "partnering", "note")


def _all(pages: InteractionPages) -> Iterator[Interaction]:
    for first in range(0, pages.total, _STRETCH):
        yield from pages.page(first, _STRETCH)


def _row(one: Interaction, today: date) -> tuple[str, ...]:
    return (
        say_day(one.day, today),
        one.kind,
        ", ".join(one.names),
        "" if one.minutes is None else str(one.minutes),
        one.group,
        next(iter(lines(one.note)), ""),
    )


def _record(one: Interaction) -> dict[str, object]:
    said = (
        one.day,
        one.kind,
        one.names,
        one.minutes,
        one.group or None,
        one.asked,
        one.partnering,
        one.note,
    )
    return dict(zip(_KEYS, said, strict=True))
