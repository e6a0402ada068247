"""`netjournal members`: who is in a group, and how deep each is known."""

from datetime import date

import click

from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.model.membership import Member, MembershipDraft
from netjournal.when import say_day


@click.command(cls=Reading)
@click.argument("group", nargs=-1, required=True)
@json_option
@csv_option
@journal_option
@click.pass_obj
def members(session: Session, group: tuple[str, ...], as_json: bool, as_csv: bool) -> None:
    """List the members of GROUP, those you know deepest first.

    Someone of whom no membership is noted at all is a member wherever you saw them in a year.
    """
    with session.reading() as journal:
        found = journal.groups.named(" ".join(group))
        everyone = journal.memberships.of_group(found.id)
    if as_json:
        print_json([member_record(one) for one in everyone])
    elif as_csv:
        print_csv(_KEYS, [tuple(member_record(one).values()) for one in everyone])
    elif everyone:
        print_members(everyone, session.clock.now().date())
    else:
        click.echo(f"Nobody is noted in {found.name}, or was seen there in a year.", err=True)


_HEADINGS = ("Name", "Organisation", "Depth", "Role", "Sits for", "Since", "Met", "Last seen")
_KEYS = (
    "name",
    "organisation",
    "depth",
    "has_why",
    "recorded",
    "role",
    "classification",
    "since",
    "until",
    "times_met",
    "last_seen",
)


def print_members(everyone: tuple[Member, ...], today: date) -> None:
    """Prints the members of a group as a table."""
    print_table(_HEADINGS, [_row(one, today) for one in everyone])


def member_record(member: Member) -> dict[str, object]:
    """A member as it is documented for JSON."""
    held = _held(member)
    said = (
        member.name,
        member.organisation,
        member.depth,
        member.has_why,
        member.membership is not None,
        held.role,
        member.classification,
        held.since,
        held.until,
        member.times_met,
        member.last_seen,
    )
    return dict(zip(_KEYS, said, strict=True))


def _row(member: Member, today: date) -> tuple[str, ...]:
    held = _held(member)
    seen = date.fromisoformat(member.last_seen) if member.last_seen else None
    return (
        member.name,
        member.organisation,
        "" if member.depth is None else str(member.depth),
        held.role,
        member.classification,
        say_day(held.since, today) if held.since else "",
        str(member.times_met or ""),
        say_day(seen, today) if seen else "",
    )


def _held(member: Member) -> MembershipDraft:
    return member.membership or MembershipDraft(contact_id=member.contact_id, group_id=0)
