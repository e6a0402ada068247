"""Options that take a day in a person's words."""

from datetime import date

import click

from netjournal.cli.session import Session
from netjournal.when import read_coming_date, read_date, read_recent_date


def day_past(context: click.Context, _: click.Parameter, words: str | None) -> date | None:
    """Reads a day; "tue" is the latest Tuesday."""
    session: Session = context.obj
    return read_date(words, session.clock.now().date()) if words else None


def day_recent(context: click.Context, _: click.Parameter, words: str | None) -> date | None:
    """Reads a day; "tue" is the latest Tuesday, and "30 Nov" may be next week's."""
    session: Session = context.obj
    return read_recent_date(words, session.clock.now().date()) if words else None


def day_to_come(context: click.Context, _: click.Parameter, words: str | None) -> date | None:
    """Reads a day; "tue" is the next Tuesday, or today, and a date just gone isn't next year's."""
    session: Session = context.obj
    return read_coming_date(words, session.clock.now().date()) if words else None
