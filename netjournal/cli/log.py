"""`netjournal log`: reflects on a meeting without opening the app, by options or in a form."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.prompt import has_terminal, reflect_at_prompt
from netjournal.cli.session import Session, journal_option
from netjournal.cli.understood import understood
from netjournal.model.group import Status
from netjournal.model.meeting import LogEntry, Logged
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done
from netjournal.text import visible
from netjournal.when import read_moment

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


@click.command()
@click.argument("group", required=False)
@click.option("-e", "--energy", type=int, metavar="1-5", help="1 drained … 5 buzzing.")
@click.option("-c", "--confidence", type=int, metavar="1-5", help="1 shaken … 5 strong.")
@click.option("-p", "--pushiness", type=int, metavar="1-5", help="1 relaxed … 5 pushy.")
@click.option("--before", "energy_before", type=int, metavar="1-5", help="Energy before it.")
@click.option("--when", metavar="DATE", help='Such as yesterday, "tue 7am"; else the latest.')
@click.option("--title", metavar="TEXT", help="A one-off's title, instead of a group.")
@click.option("--met", multiple=True, metavar="NAME", help="Who was there; repeat it.")
@click.option("--note", "notes", default="", metavar="TEXT", help="What happened; - reads it in.")
@click.option("--opportunities", type=int, metavar="N", help="Needs heard, connections offered.")
@click.option("--gave", "gives", multiple=True, metavar="TEXT", help="What you gave; repeat it.")
@click.option("--asked", "asks", multiple=True, metavar="TEXT", help="What you asked; repeat it.")
@click.option("--received", default="", metavar="TEXT", help="What you received.")
@click.option("--quick-fix/--no-quick-fix", default=None, help="Whether you reached for one.")
@click.option("--planned", "planned_work", default="", metavar="TEXT", help="The day's work.")
@click.option("--done", "planned_done", type=OneOf(Done), help="Whether that work got done.")
@click.option("--pitched/--not-pitched", default=None, help="Whether you pitched to the room.")
@click.option("--headcount", type=int, metavar="N", help="How many were there.")
@click.option("--replace", "overwrite", is_flag=True, help="Write over what was already recorded.")
@journal_option
@click.pass_context
def log(
    context: click.Context,
    /,
    group: str | None,
    when: str | None,
    title: str | None,
    overwrite: bool,
    **said: Any,
) -> None:
    """Reflect on a meeting of GROUP, or on a one-off.

    GROUP is any part of a group's name that fits no other. What the journal already says of that
    meeting stays, unless --replace is given. People it doesn't know yet become contacts.

    Without options it opens the form, here under the prompt.
    """
    session: Session = context.obj
    if group and title:
        raise click.UsageError("A meeting is a group's, or a one-off with a --title, not both.")
    if said["notes"] == "-":
        said["notes"] = sys.stdin.read()
    entry = LogEntry(**said)
    if (entry, when, title, overwrite) == (LogEntry(), None, None, False) and has_terminal():
        context.exit(reflect_at_prompt(session, group))
    if entry == LogEntry():
        raise click.UsageError(
            "There is nothing to record: give -e, -c and -p, or an option such as --met or --note. "
            "On a terminal, without any option, the form opens."
        )
    now = session.clock.now()
    with session.writing() as journal:
        occasion = _occasion(journal, group, title, when, now)
        logged = journal.meetings.log(occasion, entry, replace=overwrite)
        entry = replace(entry, met=_names(journal, entry.met))
    click.echo(understood(logged.meeting, _taken(entry, logged), logged.new_contacts, now.date()))
    if logged.kept:
        kept = ", ".join(field.replace("_", " ") for field in logged.kept)
        click.echo(f"Left as recorded before: {kept}. To write over it, add --replace.")


def _occasion(
    journal: "Journal", group: str | None, title: str | None, when: str | None, now: datetime
) -> Occasion:
    moment = read_moment(when, now) if when else None
    if title:
        return journal.meetings.one_off(moment, title)
    group_id = journal.groups.named(group).id if group else _only_group(journal)
    return journal.meetings.occasion(group_id, moment)


def _only_group(journal: "Journal") -> int:
    mine = [line for line in journal.groups.lines() if line.status is not Status.LEFT]
    if len(mine) == 1:
        return mine[0].id
    names = ", ".join(visible(line.name) for line in mine) or "none yet"
    raise click.UsageError(f"Name a group ({names}), or a one-off by its --title.")


def _names(journal: "Journal", met: Sequence[str]) -> tuple[str, ...]:
    """Those who were there as the journal names them, each once."""
    ids = dict.fromkeys(journal.contacts.named(name)[0] for name in met)
    return tuple(journal.contacts.get(contact_id).name for contact_id in ids)


def _taken(entry: LogEntry, logged: Logged) -> LogEntry:
    """What was said, without what was left as it stood."""
    blank = LogEntry()
    return replace(entry, **{field: getattr(blank, field) for field in logged.kept})
