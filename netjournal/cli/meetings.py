"""`netjournal meetings`: the journal, read back."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from netjournal.cli.days import day_past
from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.model.attendance import Attendance
from netjournal.model.meeting import Meeting, MeetingLine, MeetingPages
from netjournal.model.reflection import Reflection
from netjournal.when import say_range

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

_STRETCH = 1000


@click.command(cls=Reading)
@click.argument("words", nargs=-1)
@click.option("--from", "since", callback=day_past, metavar="DATE", help="The first day.")
@click.option("--to", "until", callback=day_past, metavar="DATE", help="The last day.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def meetings(
    session: Session,
    words: tuple[str, ...],
    since: date | None,
    until: date | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List meetings, newest first.

    With WORDS only those in which every one of them is found. Dates are such as 2026-11-17,
    "17 Nov", yesterday and "last tue".
    """
    if since and until and until < since:
        raise click.UsageError(f"--to {until} is before --from {since}.")
    with session.reading() as journal:
        pages = journal.meetings.pages(" ".join(words), since=since, until=until)
        if as_json:
            found = _whole(journal, pages) if words else journal.meetings.all(since, until)
            print_json([_record(meeting) for meeting in found])
        elif as_csv:
            print_csv(_KEYS, map(_cells, _lines(pages)))
        elif pages.shown:
            today = session.clock.now().date()
            print_table(_HEADINGS, [_row(line, today) for line in _lines(pages)])
        else:
            click.echo("No meeting fits." if words else "No meetings recorded.", err=True)
    if pages.total is None:
        click.echo(f"More fit: these are {pages.shown:,}. Type another word.", err=True)


_HEADINGS = ("When", "Meeting", "Energy", "Confidence", "Pushiness", "Who was there", "Notes")


def _lines(pages: MeetingPages) -> Iterable[MeetingLine]:
    for first in range(0, pages.shown, _STRETCH):
        yield from pages.page(first, _STRETCH)


def _whole(journal: "Journal", pages: MeetingPages) -> Iterable[Meeting]:
    return [journal.meetings.get(line.id) for line in _lines(pages)]


_KEYS = (
    *("start", "group", "title", "duration_minutes", "cancelled", "missed"),
    *("energy", "confidence", "pushiness", "people_count"),
)


def _cells(line: MeetingLine) -> tuple[object, ...]:
    return tuple(getattr(line, key) for key in _KEYS)


def _row(line: MeetingLine, today: date) -> tuple[str, ...]:
    more = line.people_count - len(line.people)
    people = ", ".join((*line.people, f"{more} more") if more else line.people)
    fate = "called off" if line.cancelled else "missed" if line.missed else ""
    ratings = (line.energy, line.confidence, line.pushiness)
    return (
        say_range(datetime.fromisoformat(line.start), line.duration_minutes, today),
        f"{line.name} ({fate})" if fate else line.name,
        *("" if rating is None else str(rating) for rating in ratings),
        people,
        line.excerpt,
    )


def _record(meeting: Meeting) -> dict[str, object]:
    return {
        "start": meeting.start,
        "group": meeting.group,
        "title": meeting.title,
        "duration_minutes": meeting.duration_minutes,
        "place": meeting.place,
        "cancelled": meeting.cancelled,
        "missed": meeting.missed,
        "headcount": meeting.headcount,
        "pitched": meeting.pitched,
        "reflection": _reflection(meeting.reflection),
        "attendances": [_attendance(attendance) for attendance in meeting.attendances],
    }


def _reflection(reflection: Reflection | None) -> dict[str, object] | None:
    if reflection is None:
        return None
    return {
        "energy": reflection.energy,
        "confidence": reflection.confidence,
        "pushiness": reflection.pushiness,
        "energy_before": reflection.energy_before,
        "opportunities": reflection.opportunities,
        "gives": reflection.gives,
        "asks": reflection.asks,
        "received": reflection.received,
        "quick_fix": reflection.quick_fix,
        "planned_work": reflection.planned_work,
        "planned_done": reflection.planned_done,
        "notes": reflection.notes,
    }


def _attendance(attendance: Attendance) -> dict[str, object]:
    return {
        "contact": attendance.name,
        "talked": attendance.talked,
        "asked": attendance.asked,
        "heard_pitch": attendance.heard_pitch,
        "note": attendance.note,
        "first_seen": attendance.first_seen,
    }
