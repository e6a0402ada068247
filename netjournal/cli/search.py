"""`netjournal search`: finds anything again by its words."""

import shutil
import sys
from collections.abc import Sequence
from datetime import date

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.printing import (
    cell_width,
    csv_option,
    cut,
    fitted,
    json_option,
    padded,
    print_csv,
    print_json,
    print_table,
)
from netjournal.cli.reading import Reading, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.model.change import Noun
from netjournal.model.search import FOUND, Hit
from netjournal.text import visible
from netjournal.when import say_day


@click.command(cls=Reading)
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(1, 100_000),
    default=50,
    metavar="N",
    help="How many to print at most; 50 unless you say.",
)
@click.option("--only", type=OneOf(FOUND), help="Only what is of this kind.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def search(
    session: Session,
    words: tuple[str, ...],
    limit: int,
    only: Noun | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Find whatever holds every one of the WORDS, last written first.

    People, groups, meetings with their notes, interactions, follow-ups, referrals, and what you
    say of yourself. The beginnings of words are enough; accents and capitals don't matter.
    """
    with session.reading() as journal:
        found = journal.search(" ".join(words), limit, only)
    if as_json:
        print_json([_record(hit) for hit in found.hits])
    elif as_csv:
        print_csv(_COLUMNS, ([_record(hit)[column] for column in _COLUMNS] for hit in found.hits))
    elif found.hits:
        _print(found.hits, session.clock.now().date())
    else:
        click.echo("Nothing holds all of these words.", err=True)
    if found.more:
        click.echo(
            f"There are more: these are the last {limit:,} written. "
            "Type another word, or ask for more with --limit.",
            err=True,
        )


_COLUMNS = ("noun", "title", "day", "snippet")


def _record(hit: Hit) -> dict[str, object]:
    return {
        "noun": hit.noun,
        "title": hit.title,
        "day": hit.day,
        "snippet": "".join(text for text, _ in hit.snippet),
        "found": list(dict.fromkeys(text for text, found in hit.snippet if found)),
    }


def _print(hits: Sequence[Hit], today: date) -> None:
    rows = [_cells(hit, today) for hit in hits]
    if markdown_wanted():
        words = ("".join(text for text, _ in hit.snippet) for hit in hits)
        together = [(*row, said) for row, said in zip(rows, words, strict=True)]
        print_table((*_HEADINGS, "Words"), together)
        return
    widths = [max(map(cell_width, column)) for column in zip(_HEADINGS, *rows, strict=True)]
    heading = "  ".join((*map(padded, _HEADINGS, widths), "Words"))
    click.echo(click.style(fitted(heading), bold=True))
    for hit, cells in zip(hits, rows, strict=True):
        click.echo(_line("  ".join(map(padded, cells, widths)) + "  ", hit))


_HEADINGS = ("Whom or where", "What", "When")
_WIDEST = 24


def _cells(hit: Hit, today: date) -> tuple[str, ...]:
    title = visible(hit.title)
    day = say_day(date.fromisoformat(hit.day), today) if hit.day else ""
    return cut(title, _WIDEST) if sys.stdout.isatty() else title, hit.noun, day


def _line(before: str, hit: Hit) -> str:
    """A line with the words found in bold, which only a terminal gets to see."""
    room = shutil.get_terminal_size().columns - cell_width(before)
    stretches = hit.around(max(room // 3, 0) if sys.stdout.isatty() else None)
    line = fitted(before + "".join(text for text, _ in stretches))
    said, place = line[: len(before)], len(before)
    for text, found in stretches:
        piece = line[place : place + len(text)]
        said += click.style(piece, bold=True) if found and piece else piece
        place += len(text)
    return said
