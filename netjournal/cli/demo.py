"""`netjournal demo`: the app on a sample journal that is thrown away afterwards."""

from pathlib import Path

import click

from netjournal.cli.app import leave_at_once, no_terminal, show
from netjournal.cli.sample_folder import folder_for_a_while
from netjournal.cli.session import Session

SEED = 1
"""Whose life the sample is."""
_NO_TERMINAL = 2


@click.command()
@click.pass_context
def demo(context: click.Context, /) -> None:
    """Look around in a sample journal: 18 months of a made-up life.

    Change in it what you like: your own journal isn't touched, and the sample is thrown away
    when you leave.
    """
    session: Session = context.obj
    if session.named is not None:
        raise click.UsageError("The sample has a file of its own, so --journal can't name one.")
    if (refusal := no_terminal()) is not None:
        click.echo(refusal, err=True)
        context.exit(_NO_TERMINAL)
    with folder_for_a_while() as folder:
        sample = folder / "sample.db"
        _make(sample, session)
        code = show(sample, sample=True)
    click.echo("The sample journal is gone. Begin your own with: netjournal")
    leave_at_once(code)


def _make(file: Path, session: Session) -> None:
    # Rarely needed, and the store is dear to import.
    from netjournal.journal.journal import Journal
    from netjournal.sample.life import life

    journal = Journal.open(file, clock=session.clock)
    try:
        journal.fill(life(SEED, session.clock.now().date()))
    finally:
        journal.close()
