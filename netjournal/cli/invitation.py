"""`netjournal invitation`: notes whom one invited, and whether they came."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past, day_to_come
from netjournal.cli.session import Session, journal_option
from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.model.invitation import Invitation, InvitationDraft, InvitationLook, Outcome
from netjournal.text import visible
from netjournal.when import say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_ANSWERS = (Outcome.CAME, Outcome.NO_SHOW, Outcome.DECLINED)


@click.group()
def invitation() -> None:
    """Note whom you invite to a meeting, and whether they came.

    WHO is any part of a contact's name that fits no other, in quotes where it has a blank.
    """


@invitation.command()
@click.argument("who")
@click.option("--to", "group", required=True, metavar="GROUP", help="To whose meeting.")
@click.option("--on", "day", callback=day_to_come, metavar="DATE", help="Which; else the next.")
@click.option("--sent", callback=day_past, metavar="DATE", help="When you asked; else today.")
@journal_option
@click.pass_obj
def add(session: Session, who: str, group: str, day: date | None, sent: date | None) -> None:
    """Note that WHO is invited to a meeting of a group."""
    today = session.clock.now().date()
    with session.writing() as journal:
        draft = InvitationDraft(contact_id=journal.contacts.meant(who).id, sent_on=sent or today)
        occasion = journal.invitations.next_of(journal.groups.named(group).id, day)
        added = journal.invitations.get(journal.invitations.send(draft, occasion))
    click.echo(visible(f"Invited: {added.name} to {_meeting(added, today)}"))


@invitation.command()
@click.argument("who")
@click.argument("outcome", type=OneOf(_ANSWERS))
@click.option("--to", "group", metavar="GROUP", help="To whose meeting they were invited.")
@click.option("--on", "day", callback=day_past, metavar="DATE", help="The day of the meeting.")
@journal_option
@click.pass_obj
def answer(
    session: Session, who: str, outcome: Outcome, group: str | None, day: date | None
) -> None:
    """Note what became of the invitation of WHO: came, no-show or declined.

    Where several wait for an answer, --to and --on say which is meant.
    """
    now = session.clock.now()
    with session.writing() as journal:
        meant = _meant(journal, who, group, day, now)
        journal.invitations.answer(meant.id, outcome)
    said = {Outcome.CAME: "Came", Outcome.NO_SHOW: "Did not come", Outcome.DECLINED: "Declined"}
    click.echo(visible(f"{said[outcome]}: {meant.name} to {_meeting(meant, now.date())}"))


def _meant(
    journal: "Journal", who: str, group: str | None, day: date | None, now: datetime
) -> Invitation:
    """The only invitation of someone, those before others that wait since their meeting began."""
    whom = journal.contacts.meant(who)
    look = InvitationLook(
        contact_id=whom.id, group_id=journal.groups.named(group).id if group else None
    )
    pages = journal.invitations.pages(look)
    every = [one for one in pages.page(0, pages.total) if day in (None, _start(one).date())]
    waiting = [one for one in every if one.outcome is Outcome.PENDING and not one.voided]
    fits = [one for one in waiting if _start(one) <= now] or waiting or every
    if not fits:
        raise NotFoundError(f"There is no such invitation of {whom.name}.")
    if len(fits) > 1:
        said = tuple(_meeting(one, now.date()) for one in fits)
        raise AmbiguousError(
            f"{whom.name} has {len(said)} such invitations: {'; '.join(said)}. "
            "Say which with --to GROUP or --on DATE.",
            said,
        )
    return fits[0]


def _start(one: Invitation) -> datetime:
    return datetime.fromisoformat(one.start)


def _meeting(one: Invitation, today: date) -> str:
    return f"{one.title}, {say_day(_start(one).date(), today)}"
