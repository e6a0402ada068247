"""`netjournal interaction`: notes a touch outside a group's meeting."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past
from netjournal.cli.session import Session, journal_option
from netjournal.model.interaction import Interaction, InteractionDraft, InteractionKind
from netjournal.text import visible
from netjournal.when import read_duration, say_day


@click.group()
def interaction() -> None:
    """Note what passed between you and someone outside a meeting."""


def _minutes(_: click.Context, __: click.Parameter, words: str | None) -> int | None:
    return None if words is None else read_duration(words)


@interaction.command()
@click.argument("who", nargs=-1, required=True)
@click.option("--kind", type=OneOf(InteractionKind), required=True, help="What it was.")
@click.option("--on", "day", callback=day_past, metavar="DATE", help="When; else today.")
@click.option("--minutes", callback=_minutes, metavar="MINUTES", help="How long: 45, or 1h30.")
@click.option("--group", metavar="GROUP", help="The group it belongs to.")
@click.option("--asked/--not-asked", default=None, help="Whether you asked something of them.")
@click.option(
    "--partnering/--no-partnering",
    default=None,
    help="Whether you talked about how you might partner.",
)
@click.option("--note", default="", metavar="TEXT", help="What happened; - reads it in.")
@journal_option
@click.pass_obj
def add(
    session: Session,
    /,
    who: tuple[str, ...],
    day: date | None,
    group: str | None,
    note: str,
    **said: Any,
) -> None:
    """Note a one-to-one, a call, a message or an introduction with WHO.

    WHO is any part of a contact's name that fits no other; name several for several people, each
    in quotes where it has a blank.
    """
    today = session.clock.now().date()
    note = sys.stdin.read() if note == "-" else note
    with session.writing() as journal:
        draft = InteractionDraft(
            day=day or today,
            contact_ids=tuple(journal.contacts.meant(name).id for name in who),
            group_id=journal.groups.named(group).id if group else None,
            note=note,
            **said,
        )
        added = journal.interactions.get(journal.interactions.add(draft))
    click.echo(visible(" · ".join(_understood(added, today))))


def _understood(added: Interaction, today: date) -> Iterator[str]:
    joined = "of" if added.kind is InteractionKind.INTRODUCTION else "with"
    yield f"Noted: {added.kind} {joined} {', '.join(added.names)}"
    yield say_day(added.day, today)
    if added.minutes is not None:
        yield f"{added.minutes} min"
    if added.group:
        yield added.group
    if added.asked is not None:
        yield "asked something of them" if added.asked else "asked nothing of them"
    if added.partnering is not None:
        yield "talked of partnering" if added.partnering else "did not talk of partnering"
    if added.note:
        yield "with a note"
