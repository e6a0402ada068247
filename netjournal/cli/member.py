"""`netjournal member`: notes who is in which group, and who left it."""

from datetime import date

import click

from netjournal.cli.days import day_recent
from netjournal.cli.session import Session, journal_option
from netjournal.errors import NotFoundError
from netjournal.model.membership import Membership, MembershipDraft
from netjournal.text import visible
from netjournal.when import say_day


@click.group()
def member() -> None:
    """Note who is in which group, and who left it.

    WHO is any part of a contact's name that fits no other, and GROUP any part of a group's; each
    in quotes where it has a blank.
    """


@member.command()
@click.argument("who")
@click.argument("group")
@click.option("--role", default="", metavar="TEXT", help="Such as chair or treasurer.")
@click.option(
    "--for",
    "classification",
    default="",
    metavar="PROFESSION",
    help="The profession they sit for, if it isn't their own.",
)
@click.option("--since", callback=day_recent, metavar="DATE", help="Their first day, if known.")
@click.option("--until", callback=day_recent, metavar="DATE", help="Their last day, if it is over.")
@journal_option
@click.pass_obj
def add(
    session: Session,
    who: str,
    group: str,
    role: str,
    classification: str,
    since: date | None,
    until: date | None,
) -> None:
    """Note that WHO has a place in GROUP."""
    with session.writing() as journal:
        draft = MembershipDraft(
            contact_id=journal.contacts.meant(who).id,
            group_id=journal.groups.named(group).id,
            role=role,
            classification=classification,
            since=since,
            until=until,
        )
        added = journal.memberships.get(journal.memberships.add(draft))
    _say("Noted", added, session.clock.now().date())


@member.command()
@click.argument("who")
@click.argument("group")
@click.option(
    "--on", "day", callback=day_recent, metavar="DATE", help="Their last day; else today."
)
@journal_option
@click.pass_obj
def end(session: Session, who: str, group: str, day: date | None) -> None:
    """Note that WHO left GROUP; what they were in it stays."""
    today = session.clock.now().date()
    with session.changing() as journal:
        whom, where = journal.contacts.meant(who), journal.groups.named(group)
        held = journal.memberships.of_contact(whom.id)
        lasting = [one for one in held if one.group_id == where.id and _lasts(one, today)]
        if not lasting:
            raise NotFoundError(
                f"{whom.name} has no membership in {where.name} that could end. "
                "Note one with: netjournal member add WHO GROUP"
            )
        journal.memberships.end(lasting[0].id, day)
        ended = journal.memberships.get(lasting[0].id)
    _say("Ended", ended, today)


def _lasts(membership: Membership, today: date) -> bool:
    return membership.until is None or membership.until >= today


def _say(verb: str, membership: Membership, today: date) -> None:
    seat = f"sits for {membership.classification}" if membership.classification else ""
    days = (("since", membership.since), ("until", membership.until))
    said = (
        f"{verb}: {membership.name} in {membership.group}",
        membership.role,
        seat,
        *(f"{word} {say_day(day, today)}" for word, day in days if day),
    )
    click.echo(visible(" · ".join(filter(None, said))))
