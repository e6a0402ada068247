"""Asks before a file is overwritten, or wants to be told so."""

import sys
from pathlib import Path

import click

from netjournal.destination import Destination
from netjournal.errors import SaveError


def chosen(path: Path, journal: Path, *, force: bool) -> Destination:
    """The file somebody named, after asking, on a terminal, whether to overwrite it.

    SaveError when it can't be, or mustn't be, for the journal is never overwritten.
    """
    destination = Destination.at(path, journal)
    if force or not destination.taken:
        return destination
    there = f"{click.format_filename(path)} is there already"
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SaveError(f"{there}; name another file, or overwrite it with --force.")
    if not click.confirm(f"{there}. Overwrite it?", err=True):
        raise SaveError("Nothing was written.")
    return destination
