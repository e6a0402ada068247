"""`netjournal log`: reflects on a meeting without opening the app."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.session import Session, journal_option
from netjournal.model.group import Status
from netjournal.model.meeting import LogEntry, Logged
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done
from netjournal.model.scale import SCALES
from netjournal.text import clean_line, fold, visible
from netjournal.when import read_moment, say_range

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


@click.command()
@click.argument("group", required=False)
@click.option("-e", "--energy", type=int, metavar="1-5", help="1 drained … 5 buzzing.")
@click.option("-c", "--confidence", type=int, metavar="1-5", help="1 shaken … 5 strong.")
@click.option("-p", "--pushiness", type=int, metavar="1-5", help="1 relaxed … 5 pushy.")
@click.option("--before", "energy_before", type=int, metavar="1-5", help="Energy before it.")
@click.option("--when", metavar="DATE", help='Such as yesterday, "tue 7am"; else the latest.')
@click.option("--title", metavar="TEXT", help="A one-off's title, instead of a group.")
@click.option("--met", multiple=True, metavar="NAME", help="Who was there; repeat it.")
@click.option("--note", "notes", default="", metavar="TEXT", help="What happened; - reads it in.")
@click.option("--opportunities", type=int, metavar="N", help="Needs heard, connections offered.")
@click.option("--gave", "gives", multiple=True, metavar="TEXT", help="What you gave; repeat it.")
@click.option("--asked", "asks", multiple=True, metavar="TEXT", help="What you asked; repeat it.")
@click.option("--received", default="", metavar="TEXT", help="What you received.")
@click.option("--quick-fix/--no-quick-fix", default=None, help="Whether you reached for one.")
@click.option("--planned", "planned_work", default="", metavar="TEXT", help="The day's work.")
@click.option("--done", "planned_done", type=OneOf(Done), help="Whether that work got done.")
@click.option("--pitched/--not-pitched", default=None, help="Whether you pitched to the room.")
@click.option("--headcount", type=int, metavar="N", help="How many were there.")
@click.option("--replace", "overwrite", is_flag=True, help="Write over what was already recorded.")
@journal_option
@click.pass_obj
def log(
    session: Session,
    /,
    group: str | None,
    when: str | None,
    title: str | None,
    overwrite: bool,
    **said: Any,
) -> None:
    """Reflect on a meeting of GROUP, or on a one-off.

    GROUP is any part of a group's name that fits no other. What the journal already says of that
    meeting stays, unless --replace is given. People it doesn't know yet become contacts.
    """
    if group and title:
        raise click.UsageError("A meeting is a group's, or a one-off with a --title, not both.")
    if said["notes"] == "-":
        said["notes"] = sys.stdin.read()
    entry = LogEntry(**said)
    if entry == LogEntry():
        raise click.UsageError(
            "There is nothing to record: give -e, -c and -p, or an option such as --met or --note."
        )
    now = session.clock.now()
    with session.writing() as journal:
        occasion = _occasion(journal, group, title, when, now)
        logged = journal.meetings.log(occasion, entry, replace=overwrite)
    click.echo(visible(" · ".join(_understood(entry, logged, now.date()))))
    if logged.kept:
        kept = ", ".join(field.replace("_", " ") for field in logged.kept)
        click.echo(f"Left as recorded before: {kept}. To write over it, add --replace.")


def _occasion(
    journal: "Journal", group: str | None, title: str | None, when: str | None, now: datetime
) -> Occasion:
    moment = read_moment(when, now) if when else None
    if title:
        return journal.meetings.one_off(moment or now, title)
    group_id = journal.groups.named(group).id if group else _only_group(journal)
    return journal.meetings.occasion(group_id, moment)


def _only_group(journal: "Journal") -> int:
    mine = [line for line in journal.groups.lines() if line.status is not Status.LEFT]
    if len(mine) == 1:
        return mine[0].id
    names = ", ".join(visible(line.name) for line in mine) or "none yet"
    raise click.UsageError(f"Name a group ({names}), or a one-off by its --title.")


def _understood(entry: LogEntry, logged: Logged, today: date) -> Iterator[str]:
    """What was recorded, part by part, without what was left as it stood."""
    meeting = logged.meeting
    yield clean_line(meeting.name)
    yield say_range(meeting.start, meeting.duration_minutes, today)
    blank = LogEntry()
    taken = replace(entry, **{field: getattr(blank, field) for field in logged.kept})
    yield from filter(None, (_ratings(taken), *_reflection(taken), *_facts(taken)))
    if taken.met:
        yield f"met {', '.join(_people(taken.met, logged.new_contacts))}"
    if taken.notes:
        yield "with a note"


def _ratings(entry: LogEntry) -> str:
    ratings = ((scale, getattr(entry, scale.field)) for scale in SCALES)
    return ", ".join(
        f"{scale.field} {rating} {scale.words[rating - 1]}" for scale, rating in ratings if rating
    )


def _reflection(entry: LogEntry) -> Iterator[str]:
    if entry.energy_before is not None:
        yield f"energy before {entry.energy_before}"
    if entry.opportunities is not None:
        yield f"{entry.opportunities} opportunit{'y' if entry.opportunities == 1 else 'ies'}"
    if entry.gives:
        yield f"gave {', '.join(entry.gives)}"
    if entry.asks:
        yield f"asked {', '.join(entry.asks)}"
    if entry.received:
        yield f"received {entry.received}"
    if entry.quick_fix is not None:
        yield "a quick fix" if entry.quick_fix else "no quick fix"
    if entry.planned_work:
        yield f"planned {entry.planned_work}"
    if entry.planned_done is not None:
        yield f"planned work done: {entry.planned_done}"


def _facts(entry: LogEntry) -> Iterator[str]:
    if entry.pitched is not None:
        yield "pitched to the room" if entry.pitched else "did not pitch"
    if entry.headcount is not None:
        yield f"{entry.headcount} there"


def _people(met: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    strangers = set(map(fold, new))
    named: dict[str, str] = {}
    for name in met:
        named.setdefault(fold(name), clean_line(name))
    for folded, name in named.items():
        yield f"{name} (new)" if folded in strangers else name
