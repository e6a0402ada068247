"""`netjournal group`: acts on a group."""

import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from netjournal.cli.days import day_recent, day_to_come
from netjournal.cli.group_options import PROMISES, SAID, field_of, with_options
from netjournal.cli.group_schedule import Times, times_options
from netjournal.cli.group_show import show
from netjournal.cli.group_words import led, meets_in_words, said_in_words
from netjournal.cli.session import Session, journal_option
from netjournal.errors import NotFoundError
from netjournal.model.group import Group, GroupDraft, Rescheduled, Status
from netjournal.model.joining import Joining
from netjournal.text import clean_line, visible
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_TIMES = ("every", "at", "lasting", "first")


@click.group()
def group() -> None:
    """Act on a group.

    NAME is any part of a group's name that fits no other, in quotes where it has a blank.
    """


group.add_command(show)


@group.command()
@click.argument("name")
@times_options
@with_options(SAID)
@journal_option
@click.pass_obj
def add(session: Session, /, name: str, **said: Any) -> None:
    """Add the group NAME and when it meets.

    Besides words such as "every second Thursday", "last Friday" or "monthly on the 15th", --every
    takes a recurrence rule of RFC 5545 such as "FREQ=WEEKLY;BYDAY=TU".

    Someone named by --invited-by whom the journal doesn't know yet becomes a contact.
    """
    now = session.clock.now()
    schedule = _times(said).schedule(now.date())
    given = _given(said)
    inviter, value = given.pop("inviter", ""), given.pop("value", "")
    with session.writing() as journal:
        known = journal.contacts.named(inviter)
        draft = GroupDraft(name=name, **given)
        added = journal.groups.get(journal.groups.join(draft, schedule, value, inviter=inviter))
        asked = _asked(journal, added, inviter, known)
    details = (*said_in_words(given, now.date()), *(["value"] if value else []))
    _say(led(f"Added {added.name}", details), *meets_in_words(added, now), *asked)


@group.command()
@click.argument("name")
@click.option("--name", "called", metavar="TEXT", help="What it is called now.")
@times_options
@click.option(
    "--times-from",
    "times_from",
    callback=day_to_come,
    metavar="DATE",
    help="From which day it meets at other times; else today.",
)
@with_options(SAID)
@click.option(
    "--clear",
    multiple=True,
    metavar="OPTION",
    help="What no longer holds, such as motive, or every; can be repeated.",
)
@journal_option
@click.pass_obj
def edit(
    session: Session,
    /,
    name: str,
    called: str | None,
    times_from: date | None,
    clear: tuple[str, ...],
    **said: Any,
) -> None:
    """Change what is said of NAME: what is given replaces what was said before.

    When it meets changes from a day on: meetings before keep their times. --value is a new
    version, dated today; the ones before stay.
    """
    now = session.clock.now()
    times, given = _times(said), _given(said)
    inviter, value = given.pop("inviter", ""), given.pop("value", "")
    if called is not None:
        given["name"] = called
    stops = "every" in (one.removeprefix("--") for one in clear)
    changes = _cleared(clear) | given
    _refuse_nothing(changes or inviter or value, times, times_from, stops)
    with session.changing() as journal:
        old = journal.groups.named(name)
        day = times_from or now.date()
        if stops and not _has_fixed_days(old, day):
            raise NotFoundError(f"{old.name} has no fixed days that --clear every could end.")
        since = day if old.schedules else times_from
        rescheduled = _rescheduled(old, times, day, since) if times or stops else None
        known = journal.contacts.named(inviter)
        draft = replace(_draft(old), **changes)
        journal.groups.revise(old.id, draft, rescheduled, value, inviter=inviter)
        new = journal.groups.get(old.id)
        asked = _asked(journal, new, inviter, known)
    details = (*said_in_words(changes, now.date()), *(["value"] if value else []))
    meets = meets_in_words(new, now) if rescheduled else ()
    _say(led(f"Changed {old.name}", details), *meets, *asked)


@group.command()
@click.argument("name")
@click.option(
    "--on", "day", callback=day_recent, metavar="DATE", help="Your first day; else today."
)
@click.option("--trial", is_flag=True, help="Try it out, instead of becoming a member.")
@with_options(PROMISES)
@journal_option
@click.pass_obj
def join(session: Session, /, name: str, day: date | None, trial: bool, **said: Any) -> None:
    """Join the group NAME, which you were asked into or tried out.

    It is said when that is more than you want: groups you are all in with, groups in all, hours.
    """
    today, promised = session.clock.now().date(), _given(said)
    with session.reading() as journal:
        old = journal.groups.named(name)
        kept = {field: getattr(old, field) for field in said}
        joining = Joining(
            status=Status.TRIAL if trial else Status.MEMBER,
            joined_on=day or today,
            **(kept | promised),
        )
        doubted = _doubts(journal, old, joining)
        journal.groups.accept(old.id, joining)
    verb = "Trying out" if trial else "Joined"
    done = f"{verb} {old.name} on {say_day(joining.joined_on, today)}"
    _say(led(done, said_in_words(promised, today)))
    for sentence in doubted:
        click.echo(visible(sentence), err=True)


@group.command()
@click.argument("name")
@click.option("--on", "day", callback=day_recent, metavar="DATE", help="Your last day; else today.")
@journal_option
@click.pass_obj
def leave(session: Session, name: str, day: date | None) -> None:
    """Leave the group NAME; what is recorded of it stays, and nothing more is planned."""
    today = session.clock.now().date()
    with session.changing() as journal:
        old = journal.groups.named(name)
        journal.groups.leave(old.id, day)
    verb = "Declined" if old.status is Status.CANDIDATE else "Left"
    click.echo(visible(f"{verb} {old.name} on {say_day(day or today, today)}"))


def _doubts(journal: "Journal", old: Group, joining: Joining) -> Sequence[str]:
    from netjournal.insights.concentration import Promised, doubts

    load = journal.time_and_money.load(old.id)
    return doubts(load, Promised(joining.status, joining.commitment, joining.willing_hours))


def _times(said: dict[str, Any]) -> Times:
    """What is said of when it meets, taken out of what else is."""
    return Times(*(said.pop(name) for name in _TIMES))


def _given(said: dict[str, Any]) -> dict[str, Any]:
    """What was said, without the options that were left out."""
    given = {
        field: value
        for field, value in said.items()
        if value is not None and (not isinstance(value, str) or clean_line(value))
    }
    if given.get("notes") == "-":
        given["notes"] = sys.stdin.read()
    return given


def _cleared(clear: Sequence[str]) -> dict[str, Any]:
    blank = GroupDraft(name="")
    options = (one for one in clear if one.removeprefix("--") != "every")
    return {field: getattr(blank, field) for field in map(field_of, options)}


def _draft(old: Group) -> GroupDraft:
    return GroupDraft(**{field.name: getattr(old, field.name) for field in fields(GroupDraft)})


def _has_fixed_days(group: Group, day: date) -> bool:
    """Whether a group meets on fixed days on a day or after it."""
    return any(one.rule or (one.applies_from or day) > day for one in group.schedules[-1:])


def _rescheduled(old: Group, times: Times, day: date, since: date | None) -> Rescheduled:
    before = old.schedules[-1] if old.schedules else None
    return Rescheduled(times.changed(before, day) if times else None, since)


def _refuse_nothing(changes: object, times: Times, times_from: date | None, stops: bool) -> None:
    """Raises UsageError where nothing is to change, or it isn't clear what is."""
    if times and stops:
        raise click.UsageError("--clear every says that it no longer meets; leave out its times.")
    if times_from is not None and not (times or stops):
        raise click.UsageError(
            "--times-from goes with --every, --at, --for, --first or --clear every."
        )
    if not (changes or times or stops):
        raise click.UsageError("Say what changes, such as --motive TEXT, or --clear motive.")


def _asked(journal: "Journal", group: Group, inviter: str, known: Sequence[int]) -> Sequence[str]:
    """Who asked me in, as just said: someone known before, or new."""
    if not clean_line(inviter) or group.invited_by is None:
        return ()
    name = journal.contacts.get(group.invited_by).name
    return (f"Invited by {name}{'' if known else ' (new)'}",)


def _say(*sentences: str) -> None:
    click.echo(visible(". ".join(sentences)))
