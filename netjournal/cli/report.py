"""`netjournal report`: a quarter or a year as a page of HTML that needs nothing else."""

import re
import sys
from datetime import date, timedelta

import click

from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.errors import InvalidError
from netjournal.exchange.report import html

_QUARTER = re.compile(r"(?:([1-9][0-9]{3})[ -]?)?q([1-4])(?:[ -]?([1-9][0-9]{3}))?")


@click.command(cls=Reading, markdown=False)
@click.argument("quarter", nargs=-1)
@click.option("--year", type=click.IntRange(1900, 2199), metavar="YEAR", help="A whole year.")
@journal_option
@click.pass_obj
def report(session: Session, quarter: tuple[str, ...], year: int | None) -> None:
    """Write a report of this quarter, or of QUARTER, with its charts, as a page of HTML.

    QUARTER is such as Q3, "Q3 2025", 2025-Q3, "this" or "last". The page needs no network, runs
    no script, and prints well.
    """
    if quarter and year is not None:
        raise click.UsageError("Ask for a quarter or for a --year, not for both.")
    if sys.stdout.isatty():
        raise click.UsageError("Say which file it goes into, such as -o report.html.")
    today = session.clock.now().date()
    day = _day(" ".join(quarter), today) if year is None else date(year, 1, 1)
    with session.reading() as journal:
        reading = journal.report(day, whole_year=year is not None)
    click.echo(html(reading), nl=False)


def _day(words: str, today: date) -> date:
    """The first day of the quarter that words mean; one without a year is the latest begun."""
    first = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    said = " ".join(words.casefold().split())
    if said in ("", "this"):
        return first
    if said == "last":
        return (first - timedelta(days=1)).replace(day=1)
    found = _QUARTER.fullmatch(said)
    if found is None or (found[1] and found[3]):
        known = "type one such as Q3, 2025-Q3, this or last; --year takes a year"
        sentence = f"“{words}” isn't a quarter; {known}."
        raise InvalidError({"quarter": sentence})
    year, month = int(found[1] or found[3] or today.year), int(found[2]) * 3 - 2
    if not (found[1] or found[3]) and month > today.month:
        year -= 1
    return date(year, month, 1) if year else first
