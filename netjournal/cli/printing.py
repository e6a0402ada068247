"""Prints readings: as aligned text that pipes well, as Markdown, as JSON, or as CSV."""

import shutil
import sys
from collections.abc import Iterable, Sequence

import click

from netjournal.cli.reading import markdown_wanted
from netjournal.exchange import markdown
from netjournal.exchange.csv_text import csv_text
from netjournal.exchange.json_text import json_text
from netjournal.text import visible

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
"""Chooses JSON instead of text."""
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
"""Chooses CSV instead of text."""


def print_json(value: object) -> None:
    """Prints dataclasses, dates, amounts and what holds them as the documented JSON."""
    ascii_only = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    click.echo(json_text(value, ascii_only=ascii_only))


def print_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows as comma-separated values: those of a tuple, in one cell, by semicolons.

    No text in them is taken for a formula.
    """
    click.echo(csv_text(headings, rows), nl=False)


def print_csv_lines(sections: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Prints lines of text as comma-separated values, each with the heading it stands under."""
    print_csv(("section", "text"), [(heading, line) for heading, said in sections for line in said])


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints rows under their headings, as Markdown or in columns two blanks apart.

    Empty columns are left out.
    """
    cells = [[each if markdown_wanted() else visible(each) for each in row] for row in rows]
    kept = [place for place in range(len(headings)) if any(row[place] for row in cells)]
    table = [[row[place] for place in kept] for row in (headings, *cells)]
    if markdown_wanted():
        click.echo("\n".join(markdown.table(table[0], table[1:])))
        return
    widths = [max(map(cell_width, column)) for column in zip(*table, strict=True)]
    heading, *lines = (fitted("  ".join(map(padded, row, widths)).rstrip()) for row in table)
    click.echo("\n".join((click.style(heading, bold=True), *lines)))


def fitted(line: str) -> str:
    """A line cut to the terminal's width; whole when it isn't for a terminal."""
    if not sys.stdout.isatty():
        return line
    return cut(line, shutil.get_terminal_size().columns)


def cut(line: str, width: int) -> str:
    """A line of at most so many cells, the last of which says that there was more."""
    if cell_width(line) <= width:
        return line
    from rich.cells import set_cell_size

    return f"{set_cell_size(line, width - 1).rstrip()}…"


def padded(text: str, width: int) -> str:
    """Text with blanks behind it up to a width in cells."""
    return text + " " * (width - cell_width(text))


def cell_width(text: str) -> int:
    """How many cells of a terminal text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
