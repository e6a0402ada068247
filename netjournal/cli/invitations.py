"""`netjournal invitations`: whom one invited where, and whether they came."""

from collections.abc import Iterator
from datetime import date, datetime

import click

from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.model.invitation import Invitation, InvitationLook, InvitationPages, Outcome
from netjournal.when import say_day

_STRETCH = 1000


@click.command(cls=Reading)
@click.argument("who", nargs=-1)
@click.option("--to", "group", metavar="GROUP", help="Only those to meetings of a group.")
@click.option("--pending", is_flag=True, help="Only those that wait for an answer.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def invitations(
    session: Session,
    who: tuple[str, ...],
    group: str | None,
    pending: bool,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List invitations by their meeting, the latest first.

    With WHO, any part of a contact's name that fits no other, only theirs.
    """
    with session.reading() as journal:
        look = InvitationLook(
            outcomes=(Outcome.PENDING,) if pending else InvitationLook().outcomes,
            voided=not pending,
            contact_id=journal.contacts.meant(" ".join(who)).id if who else None,
            group_id=journal.groups.named(group).id if group else None,
        )
        found = list(_all(journal.invitations.pages(look)))
    if as_json:
        print_json([_record(one) for one in found])
    elif as_csv:
        print_csv(_KEYS, [tuple(_record(one).values()) for one in found])
    elif found:
        today = session.clock.now().date()
        print_table(_HEADINGS, [_row(one, today) for one in found])
    else:
        click.echo("No invitations recorded.", err=True)


_HEADINGS = ("Meeting", "To", "Who", "Sent", "Outcome")
_KEYS = ("contact", "meeting", "group", "title", "sent_on", "outcome", "value_statement")


def _all(pages: InvitationPages) -> Iterator[Invitation]:
    for first in range(0, pages.total, _STRETCH):
        yield from pages.page(first, _STRETCH)


def _row(one: Invitation, today: date) -> tuple[str, ...]:
    return (
        say_day(datetime.fromisoformat(one.start).date(), today),
        one.title,
        one.name,
        say_day(one.sent_on, today),
        "called off" if one.voided else one.outcome,
    )


def _record(one: Invitation) -> dict[str, object]:
    said = (
        one.name,
        one.start,
        one.title if one.group_id is not None else None,
        one.title,
        one.sent_on,
        None if one.voided else one.outcome,
        one.statement or None,
    )
    return dict(zip(_KEYS, said, strict=True))
