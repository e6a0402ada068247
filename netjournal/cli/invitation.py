"""`netjournal invitation`: notes whom one invited, and whether they came."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past
from netjournal.cli.session import Session, journal_option
from netjournal.errors import AmbiguousError, NotFoundError
from netjournal.model.invitation import Invitation, InvitationDraft, InvitationLook, Outcome
from netjournal.model.occasion import Occasion
from netjournal.text import fold, visible
from netjournal.when import read_coming_date, read_either_date, say_day

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_ANSWERS = (Outcome.CAME, Outcome.NO_SHOW, Outcome.DECLINED, Outcome.PENDING)
_SAID = {Outcome.CAME: "Came", Outcome.NO_SHOW: "Did not come", Outcome.DECLINED: "Declined"}


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
        occasion = _occasion(journal, name, read_coming_date(day, today, sent) if day else None)
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

    With pending the answer is taken back. Where several are as likely meant, --to and --on say
    which.
    """
    now = session.clock.now()
    with session.changing() as journal:
        every = _fitting(journal, who, name, day, now.date())
        taken_back = outcome is Outcome.PENDING
        fits = _answered(every) if taken_back else _answerable(every, outcome, now)
        meant = _meant(fits, now.date())
        if taken_back:
            journal.invitations.reopen(meant.id)
        else:
            journal.invitations.answer(meant.id, outcome)
        after = journal.invitations.get(meant.id)
    said = _taken_back(meant, after) if taken_back else _SAID[outcome]
    click.echo(visible(f"{said}: {meant.name} to {_meeting(meant, now.date())}"))


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


def _fitting(
    journal: "Journal", who: str, name: str | None, day: str | None, today: date
) -> Sequence[Invitation]:
    """The invitations of someone to what is said of the meeting."""
    whom = journal.contacts.meant(who)
    # One may decline before the meeting.
    days = read_either_date(day, today) if day else None
    pages = journal.invitations.pages(InvitationLook(contact_id=whom.id))
    fits = [
        one
        for one in pages.page(0, pages.total)
        if (days is None or _start(one).date() in days) and fold(name or "") in fold(one.title)
    ]
    if not fits:
        raise NotFoundError(f"There is no such invitation of {whom.name}.")
    return fits


def _answerable(
    every: Sequence[Invitation], outcome: Outcome, now: datetime
) -> Sequence[Invitation]:
    """Those of some invitations that an answer fits best: that wait since their meeting began."""
    standing = [one for one in every if not one.voided]
    waiting = [one for one in standing if one.outcome is Outcome.PENDING]
    # To a meeting to come one may decline, but not have come.
    others = waiting if outcome is Outcome.DECLINED else _begun(standing, now) or waiting
    return _begun(waiting, now) or others or every


def _begun(some: Sequence[Invitation], now: datetime) -> Sequence[Invitation]:
    return [one for one in some if _start(one) <= now]


def _answered(every: Sequence[Invitation]) -> Sequence[Invitation]:
    answered = [one for one in every if one.answered]
    if not answered and len(every) > 1:
        raise NotFoundError(
            f"{every[0].name} has {len(every)} such invitations, none of them answered, so there "
            "is no answer to take back."
        )
    return answered or every


def _meant(fits: Sequence[Invitation], today: date) -> Invitation:
    if len(fits) > 1:
        said = tuple(_meeting(one, today) for one in fits)
        raise AmbiguousError(
            f"{fits[0].name} has {len(said)} such invitations: {'; '.join(said)}. "
            "Say which with --to NAME or --on DATE.",
            said,
        )
    return fits[0]


def _taken_back(before: Invitation, after: Invitation) -> str:
    stands = "pending again" if after.outcome is Outcome.PENDING else "on the roster, so came"
    return f"No longer {before.outcome}, {stands}"


def _start(one: Invitation) -> datetime:
    return datetime.fromisoformat(one.start)


def _meeting(one: Invitation, today: date) -> str:
    return f"{one.title}, {say_day(_start(one).date(), today)}"
