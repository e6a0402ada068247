"""`netjournal follow-ups`: what is to be done for whom."""

from datetime import date

import click

from netjournal.cli.days import day_to_come
from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.model.follow_up import FollowUp
from netjournal.when import say_day, say_distance


@click.command("follow-ups", cls=Reading)
@click.argument("who", nargs=-1)
@click.option("--until", callback=day_to_come, metavar="DATE", help="Only those due by then.")
@click.option("--all", "also_done", is_flag=True, help="Those that are done as well.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def follow_ups(
    session: Session,
    who: tuple[str, ...],
    until: date | None,
    also_done: bool,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List what is to be done for people, the soonest due first.

    With WHO, any part of a contact's name that fits no other, only for them.
    """
    with session.reading() as journal:
        if who:
            found = journal.follow_ups.of(journal.contacts.meant(" ".join(who)).id)
        else:
            found = journal.follow_ups.all() if also_done else journal.follow_ups.open(until)
    fits = [one for one in found if _fits(one, until, also_done)]
    if as_json:
        print_json([_record(one) for one in fits])
    elif as_csv:
        print_csv(_KEYS, [tuple(_record(one).values()) for one in fits])
    elif fits:
        today = session.clock.now().date()
        print_table(_HEADINGS, [_row(one, today) for one in fits])
    else:
        click.echo("There is nothing to follow up.", err=True)


_HEADINGS = ("Due", "For", "What", "Fit", "Done", "Answered")
_KEYS = ("contact", "what", "due", "fit", "done_on", "answered", "added_on")


def _fits(one: FollowUp, until: date | None, also_done: bool) -> bool:
    in_time = until is None or (one.due is not None and one.due <= until)
    return in_time and (also_done or one.done_on is None)


def _row(one: FollowUp, today: date) -> tuple[str, ...]:
    return (
        _due(one, today),
        one.name,
        one.what,
        one.fit or "",
        say_day(one.done_on, today) if one.done_on else "",
        {None: "", True: "yes", False: "no"}[one.answered],
    )


def _due(one: FollowUp, today: date) -> str:
    if one.due is None:
        return ""
    day = say_day(one.due, today)
    return day if one.done_on else f"{day}, {say_distance(one.due, today)}"


def _record(one: FollowUp) -> dict[str, object]:
    said = (one.name, one.what, one.due, one.fit, one.done_on, one.answered, one.added_on)
    return dict(zip(_KEYS, said, strict=True))
