"""`netjournal referrals`: the business passed either way, read back."""

from collections.abc import Iterator
from datetime import date

import click

from netjournal.amounts import say_amount
from netjournal.cli.days import day_past
from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.model.referral import OPEN, Direction, Referral, ReferralLook, ReferralPages
from netjournal.text import lines
from netjournal.when import say_day

_STRETCH = 1000


@click.command(cls=Reading)
@click.argument("who", nargs=-1)
@click.option("--given/--received", default=None, help="Only those that went that way.")
@click.option("--open", "only_open", is_flag=True, help="Only those neither won nor lost.")
@click.option("--from", "since", callback=day_past, metavar="DATE", help="The first day.")
@click.option("--to", "until", callback=day_past, metavar="DATE", help="The last day.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def referrals(
    session: Session,
    /,
    who: tuple[str, ...],
    given: bool | None,
    only_open: bool,
    since: date | None,
    until: date | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List the referrals given and received, newest first.

    With WHO, any part of a contact's name that fits no other, only those with or about them.
    """
    if since and until and until < since:
        raise click.UsageError(f"--to {until} is before --from {since}.")
    with session.reading() as journal:
        look = ReferralLook(
            direction={None: None, True: Direction.GIVEN, False: Direction.RECEIVED}[given],
            statuses=OPEN if only_open else ReferralLook().statuses,
            contact_id=journal.contacts.meant(" ".join(who)).id if who else None,
            since=since,
            until=until,
        )
        found = list(_all(journal.referrals.pages(look)))
        currency = journal.preferences.currency
    if as_json:
        print_json([_record(one) for one in found])
    elif as_csv:
        print_csv(_KEYS, [tuple(_record(one).values()) for one in found])
    elif found:
        today = session.clock.now().date()
        business = f"Business ({currency})" if currency else "Business"
        print_table((*_HEADINGS, business, "Note"), [_row(one, today) for one in found])
    else:
        click.echo("No referrals recorded.", err=True)


_HEADINGS = ("Day", "Way", "With", "About", "Level", "Status", "Group", "Spin-offs")
_KEYS = (
    *("id", "date", "direction", "partner", "prospect", "group", "level", "status", "source"),
    *("spin_offs", "business", "note"),
)


def _all(pages: ReferralPages) -> Iterator[Referral]:
    for first in range(0, pages.total, _STRETCH):
        yield from pages.page(first, _STRETCH)


def _row(one: Referral, today: date) -> tuple[str, ...]:
    return (
        say_day(one.day, today),
        one.direction,
        one.partner,
        one.prospect,
        "" if one.level is None else str(one.level),
        one.status,
        one.group,
        f"{one.spin_offs:,}" if one.spin_offs else "",
        "" if one.business is None else say_amount(one.business),
        next(iter(lines(one.note)), ""),
    )


def _record(one: Referral) -> dict[str, object]:
    said = (
        *(one.id, one.day, one.direction, one.partner, one.prospect or None, one.group or None),
        *(one.level, one.status, one.source_id, one.spin_offs, one.business, one.note),
    )
    return dict(zip(_KEYS, said, strict=True))
