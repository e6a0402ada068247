"""`netjournal invitation`: notes whom one invited, and whether they came."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past
from netjournal.cli.session import Session, journal_option
from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.model.invitation import Invitation, InvitationDraft, InvitationLook, Outcome
from netjournal.model.occasion import Occasion
from netjournal.text import fold, visible
from netjournal.when import read_either_date, say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_FAR = timedelta(days=300)
_ANSWERS = (Outcome.CAME, Outcome.NO_SHOW, Outcome.DECLINED)


@click.group()
def invitation() -> None:
    """Note whom you invite to a meeting, and whether they came.

    WHO is any part of a contact's name that fits no other, in quotes where it has a blank.
    """


@invitation.command()
@click.argument("who")
@click.option("--to", "name", metavar="NAME", help="To a group's meeting, or a one-off.")
@click.option("--on", "day", metavar="DATE", help="Which; else the next.")
@click.option("--sent", callback=day_past, metavar="DATE", help="When you asked; else today.")
@journal_option
@click.pass_obj
def add(session: Session, who: str, name: str | None, day: str | None, sent: date | None) -> None:
    """Note that WHO is invited to a meeting: a group's, or a one-off to come.

    NAME is any part of the group's name or of the one-off's title that fits no other. Without it,
    the only meeting of the --on DATE is meant.
    """
    today = session.clock.now().date()
    with session.writing() as journal:
        draft = InvitationDraft(contact_id=journal.contacts.meant(who).id, sent_on=sent or today)
        occasion = _occasion(journal, name, _day(day, sent, today) if day else None)
        group, on = occasion.group_id, occasion.day
        unplanned = group is not None and not journal.invitations.is_planned(group, on)
        added = journal.invitations.get(journal.invitations.send(draft, occasion))
    click.echo(visible(f"Invited: {added.name} to {_meeting(added, today)}"))
    if unplanned:
        click.echo(visible(f"No meeting of {added.title} was planned that day; now one is noted."))


@invitation.command()
@click.argument("who")
@click.argument("outcome", type=OneOf(_ANSWERS))
@click.option("--to", "name", metavar="NAME", help="To which group or one-off.")
@click.option("--on", "day", metavar="DATE", help="The day of the meeting.")
@journal_option
@click.pass_obj
def answer(session: Session, who: str, outcome: Outcome, name: str | None, day: str | None) -> None:
    """Note what became of the invitation of WHO: came, no-show or declined.

    Where several wait for an answer, --to and --on say which is meant.
    """
    now = session.clock.now()
    with session.writing() as journal:
        meant = _meant(journal, who, name, day, now)
        journal.invitations.answer(meant.id, outcome)
    said = {Outcome.CAME: "Came", Outcome.NO_SHOW: "Did not come", Outcome.DECLINED: "Declined"}
    click.echo(visible(f"{said[outcome]}: {meant.name} to {_meeting(meant, now.date())}"))


def _day(words: str, sent: date | None, today: date) -> date:
    """The next day that words mean; the latest, where that isn't before the day one asked."""
    latest, coming = read_either_date(words, today)
    # A date that has just passed isn't next year's.
    gone = sent is not None and sent <= latest
    return latest if gone or coming - today > _FAR else coming


def _occasion(journal: "Journal", name: str | None, day: date | None) -> Occasion:
    if name is not None:
        try:
            group = journal.groups.named(name)
        except NotFoundError:
            return journal.invitations.one_off(name, day)
        return journal.invitations.next_of(group.id, day)
    if day is None:
        raise click.UsageError("Say to which meeting: --to NAME, --on DATE, or both.")
    return journal.invitations.meeting_on(day)


def _meant(
    journal: "Journal", who: str, name: str | None, day: str | None, now: datetime
) -> Invitation:
    """The only invitation of someone, those before others that wait since their meeting began."""
    whom = journal.contacts.meant(who)
    # One may decline before the meeting.
    days = read_either_date(day, now.date()) if day else None
    pages = journal.invitations.pages(InvitationLook(contact_id=whom.id))
    every = [
        one
        for one in pages.page(0, pages.total)
        if (days is None or _start(one).date() in days) and fold(name or "") in fold(one.title)
    ]
    waiting = [one for one in every if one.outcome is Outcome.PENDING and not one.voided]
    fits = [one for one in waiting if _start(one) <= now] or waiting or every
    if not fits:
        raise NotFoundError(f"There is no such invitation of {whom.name}.")
    if len(fits) > 1:
        said = tuple(_meeting(one, now.date()) for one in fits)
        raise AmbiguousError(
            f"{whom.name} has {len(said)} such invitations: {'; '.join(said)}. "
            "Say which with --to NAME or --on DATE.",
            said,
        )
    return fits[0]


def _start(one: Invitation) -> datetime:
    return datetime.fromisoformat(one.start)


def _meeting(one: Invitation, today: date) -> str:
    return f"{one.title}, {say_day(_start(one).date(), today)}"
