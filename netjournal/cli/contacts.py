"""`netjournal contacts`: the people one knows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.duplicates import print_duplicates
from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.model.contact import ContactLine, ContactPages, Facet, Look, Order
from netjournal.when import say_day

_STRETCH = 1000
_FACETS = {
    "quiet": Facet.QUIET,
    "no_why": Facet.NO_WHY,
    "due": Facet.DUE,
    "took_offence": Facet.RE_EVALUATE,
    "archived": Facet.ARCHIVED,
}


@click.command(cls=Reading)
@click.argument("query", nargs=-1)
@click.option("--quiet", is_flag=True, help="Only those going quiet: known well, long untouched.")
@click.option("--no-why", is_flag=True, help="Only those whose why isn't known.")
@click.option("--due", is_flag=True, help="Only those with a follow-up due.")
@click.option("--took-offence", is_flag=True, help="Only those who took offence.")
@click.option("--archived", is_flag=True, help="Only those put away.")
@click.option("--duplicates", is_flag=True, help="The pairs who may be one person, instead.")
@click.option("--group", metavar="GROUP", help="Only its members.")
@click.option("--tag", metavar="TAG", help="Only those with it.")
@click.option(
    "--sort",
    "order",
    type=OneOf(Order),
    default=Order.NAME.value,
    show_default=True,
    help="What they are sorted by.",
)
@click.option("--reverse", is_flag=True, help="Sort the other way round.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def contacts(
    session: Session,
    /,
    query: tuple[str, ...],
    group: str | None,
    tag: str | None,
    order: Order,
    reverse: bool,
    duplicates: bool,
    as_json: bool,
    as_csv: bool,
    **facets: bool,
) -> None:
    """List contacts by name.

    With a QUERY only those in whose name, organisation, tags or notes every word of it is found.
    """
    if duplicates:
        if query or group or tag or reverse or any(facets.values()):
            raise click.UsageError("--duplicates compares everyone; leave the rest out.")
        print_duplicates(session, as_json=as_json, as_csv=as_csv)
        return
    look = Look(words=" ".join(query), order=order, backward=reverse, facet=_facet(facets), tag=tag)
    with session.reading() as journal:
        if group is not None:
            look = replace(look, group_id=journal.groups.named(group).id)
        pages = journal.contacts.pages(look)
        lines = list(_all(pages))
    if as_json:
        print_json([_record(line) for line in lines])
    elif as_csv:
        print_csv(_KEYS, [tuple(_record(line).values()) for line in lines])
    elif lines:
        today = session.clock.now().date()
        print_table(_HEADINGS, [_row(line, today) for line in lines])
    else:
        everyone = look == Look(order=order, backward=reverse)
        click.echo("No contacts yet." if everyone else "No contact fits.", err=True)
    if pages.total is None:
        click.echo(f"More fit: these are {pages.shown:,}. Type another word.", err=True)


def _facet(chosen: dict[str, bool]) -> Facet | None:
    facets = [_FACETS[name] for name, on in chosen.items() if on]
    if len(facets) > 1:
        said = " and ".join(f"“{facet}”" for facet in facets)
        raise click.UsageError(f"Choose one of {said}.")
    return facets[0] if facets else None


def _all(pages: ContactPages) -> Iterator[ContactLine]:
    for first in range(0, pages.shown, _STRETCH):
        yield from pages.page(first, _STRETCH)


_HEADINGS = (
    "Name",
    "Organisation",
    "Groups",
    "Depth",
    "Last touch",
    "Next due",
    "Met",
    "Email",
    "Phone",
    "Tags",
)


def _row(line: ContactLine, today: date) -> tuple[str, ...]:
    return (
        line.name,
        line.organisation,
        ", ".join(line.groups),
        "" if line.depth is None else str(line.depth),
        _day(line.last_touch, today),
        _day(line.next_due, today),
        str(line.times_met or ""),
        ", ".join(line.emails),
        ", ".join(line.phones),
        ", ".join(line.tags),
    )


def _day(day: str | None, today: date) -> str:
    return say_day(date.fromisoformat(day), today) if day else ""


_KEYS = (
    "name",
    "organisation",
    "emails",
    "phones",
    "tags",
    "groups",
    "times_met",
    "last_seen",
    "last_touch",
    "depth",
    "has_why",
    "next_due",
    "archived",
)


def _record(line: ContactLine) -> dict[str, object]:
    return {key: getattr(line, key) for key in _KEYS}
