"""`netjournal group`: acts on a group."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past
from netjournal.cli.group_show import show
from netjournal.cli.session import Session, journal_option
from netjournal.errors import InvalidError
from netjournal.model.group import Commitment, GroupDraft, Kind, Period, Status
from netjournal.model.schedule import Schedule, describe, first_date, next_starts, rule_from_words
from netjournal.text import clean_line, visible
from netjournal.when import read_duration, read_nearest_date, read_time, say_day


@click.group()
def group() -> None:
    """Act on a group."""


group.add_command(show)


def amount(_: click.Context, __: click.Parameter, text: str | None) -> Decimal | None:
    """Reads an amount of money."""
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        raise click.BadParameter("It isn't an amount such as 120.50.") from None


@group.command()
@click.argument("name")
@click.option("--every", metavar="WORDS", help='When it meets: "every Tuesday", "2nd Thursday" …')
@click.option("--at", metavar="TIME", help="When it begins, such as 07:00.")
@click.option("--for", "lasting", metavar="MINUTES", help="How long it takes: 90, or 1h30.")
@click.option("--first", metavar="DATE", help='A day it meets; "every second" counts from it.')
@click.option("--kind", type=OneOf(Kind), help="What sort of body it is.")
@click.option(
    "--status",
    type=OneOf(Status),
    default=Status.MEMBER.value,
    show_default=True,
    help="Where you stand with it.",
)
@click.option("--commitment", type=OneOf(Commitment), help="How much of yourself you give it.")
@click.option("--purpose", default="", metavar="TEXT", help="What it is for.")
@click.option("--motive", default="", metavar="TEXT", help="Why you join.")
@click.option("--interest", type=int, metavar="1-5", help="Your genuine interest in it.")
@click.option("--invited-by", "inviter", default="", metavar="NAME", help="Who asked you in.")
@click.option("--joined", "joined_on", callback=day_past, metavar="DATE", help="When you joined.")
@click.option("--size", type=int, help="How many members it has.")
@click.option("--dues", callback=amount, metavar="AMOUNT", help="What membership costs.")
@click.option("--dues-period", type=OneOf(Period), help="What one payment of dues covers.")
@click.option("--fee", callback=amount, metavar="AMOUNT", help="What each meeting costs.")
@click.option("--notes", default="", metavar="TEXT", help="Anything else.")
@journal_option
@click.pass_obj
def add(
    session: Session,
    /,
    every: str | None,
    at: str | None,
    lasting: str | None,
    first: str | None,
    inviter: str,
    **said: Any,
) -> None:
    """Add the group NAME and when it meets.

    Besides words such as "every second Thursday", "last Friday" or "monthly on the 15th", --every
    takes a recurrence rule of RFC 5545 such as "FREQ=WEEKLY;BYDAY=TU".

    Someone named by --invited-by whom the journal doesn't know yet becomes a contact.
    """
    now = session.clock.now()
    schedule = _schedule(every, at, lasting, first, now.date())
    draft = GroupDraft(**said)
    with session.writing() as journal:
        new = not journal.contacts.named(inviter)
        journal.groups.join(draft, schedule, inviter=inviter)
    click.echo(visible(". ".join(_understood(draft, schedule, inviter, new, now))))


def _schedule(
    every: str | None, at: str | None, lasting: str | None, first: str | None, today: date
) -> Schedule | None:
    if every is None and at is None:
        if lasting or first:
            raise click.UsageError("--for and --first go with --every and --at.")
        return None
    if every is None or at is None:
        raise click.UsageError('--every and --at go together: --every "every Tuesday" --at 07:00.')
    rule = rule_from_words(every)
    return Schedule(
        rule=rule,
        anchor=_anchor(rule, first, today),
        start_time=read_time(at),
        duration_minutes=read_duration(lasting) if lasting else None,
    )


def _anchor(rule: str, first: str | None, today: date) -> date:
    day = read_nearest_date(first, today) if first else today
    anchor = first_date(rule, day)
    if first and anchor != day:
        sentence = (
            f"The group doesn't meet on {say_day(day)}, the --first day, but on {say_day(anchor)}."
        )
        raise InvalidError({"anchor": sentence})
    return anchor


def _understood(
    draft: GroupDraft, schedule: Schedule | None, inviter: str, new: bool, now: datetime
) -> Iterator[str]:
    yield f"Added {clean_line(draft.name)}"
    if schedule is not None:
        starts = next_starts([schedule], now, 3)
        yield f"It meets {describe(schedule)}"
        yield f"Next: {', '.join(say_day(start.date(), now.date()) for start in starts)}"
    if clean_line(inviter):
        yield f"Invited by {clean_line(inviter)}{' (new)' if new else ''}"
