"""Prints readings: as aligned text that pipes well, as JSON, or as CSV."""

import csv
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal

import click

from netjournal.text import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
"""Chooses JSON instead of text."""
csv_option = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
"""Chooses CSV instead of text."""


def print_json(value: object) -> None:
    """Prints dataclasses, dates, amounts and what holds them as the documented JSON."""
    ascii_only = (sys.stdout.encoding or "ascii").lower().replace("-", "") != "utf8"
    click.echo(json.dumps(value, indent=2, ensure_ascii=ascii_only, default=_plain))


def print_csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints rows as comma-separated values: those of a tuple, in one cell, by semicolons.

    No text in them is taken for a formula.
    """
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Prints rows under their headings, in columns two blanks apart; empty columns are left out."""
    cells = [[visible(cell) for cell in row] for row in rows]
    kept = [place for place in range(len(headings)) if any(row[place] for row in cells)]
    table = [[row[place] for place in kept] for row in (headings, *cells)]
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


def _csv_cell(value: object) -> object:
    """A value as a cell that a spreadsheet, which would run what begins like a formula, shows."""
    if isinstance(value, bool):
        return str(value).lower()
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text


def _plain(value: object) -> object:
    """What JSON has no words for: dataclasses, dates, times and amounts."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} can't be printed as JSON")
