"""`netjournal path`: where the journal is."""

import click

from netjournal.cli.session import Session, journal_option
from netjournal.text import harmless


@click.command()
@journal_option
@click.pass_obj
def path(session: Session) -> None:
    """Print where the journal is, whether or not there is one yet."""
    click.echo(harmless(str(session.file)))
