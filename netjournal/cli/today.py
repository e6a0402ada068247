"""`netjournal today`: what waits, what comes, and how the latest meetings went."""

from collections.abc import Iterator
from datetime import date

import click

from netjournal.cli.meeting_lines import listed, rated
from netjournal.cli.printing import fitted, json_option, print_json
from netjournal.cli.session import Session, journal_option
from netjournal.model.occasion import Occasion
from netjournal.model.today import Latest, PlannedWork, Today
from netjournal.text import visible
from netjournal.when import say_day


@click.command()
@json_option
@journal_option
@click.pass_obj
def today(session: Session, as_json: bool) -> None:
    """Show what waits, what comes, and how the latest meetings went."""
    with session.reading() as journal:
        reading = journal.today()
    if as_json:
        print_json(_record(reading))
    else:
        day, *lines = map(fitted, _lines(reading))
        click.echo("\n".join((click.style(day, bold=True), *lines)))


def _lines(reading: Today) -> Iterator[str]:
    day = reading.now.date()
    yield say_day(day)
    for heading, lines in (
        ("Waiting for a reflection", _waiting(reading, day)),
        ("Did the planned work get done?", [_planned(each, day) for each in reading.planned_work]),
        ("The next seven days", [_occasion(each, day) for each in reading.coming]),
        ("Latest", [_latest(each, day) for each in reading.latest]),
    ):
        if lines:
            yield from ("", heading, *(f"  {visible(line)}" for line in lines))
    if not reading.groups:
        yield from ("", "No groups yet. Add one with: netjournal group add NAME")
    elif not (reading.waiting or reading.older_waiting or reading.planned_work):
        yield from ("", "Nothing waits for you.")


def _waiting(reading: Today, day: date) -> list[str]:
    lines = [_occasion(each, day) for each in reading.waiting]
    if reading.older_waiting:
        lines.append(f"{reading.older_waiting} more from before that")
    return lines


def _occasion(occasion: Occasion, day: date) -> str:
    said = listed(occasion.start, occasion.name, day, occasion.duration_minutes)
    return f"{said} · {occasion.place}" if occasion.place else said


def _planned(planned: PlannedWork, day: date) -> str:
    return f"{listed(planned.start, planned.name, day)} · {planned.planned_work}"


def _latest(latest: Latest, day: date) -> str:
    people = f" · {latest.people_count} there" if latest.people_count else ""
    return f"{listed(latest.start, latest.name, day)} · {rated(latest)}{people}"


def _record(reading: Today) -> dict[str, object]:
    return {
        "now": reading.now,
        "groups": reading.groups,
        "contacts": reading.contacts,
        "waiting": [_occasion_record(occasion) for occasion in reading.waiting],
        "older_waiting": reading.older_waiting,
        "planned_work": [
            {"start": each.start, "name": each.name, "planned_work": each.planned_work}
            for each in reading.planned_work
        ],
        "coming": [_occasion_record(occasion) for occasion in reading.coming],
        "latest": [_latest_record(latest) for latest in reading.latest],
    }


def _occasion_record(occasion: Occasion) -> dict[str, object]:
    return {
        "start": occasion.start,
        "name": occasion.name,
        "duration_minutes": occasion.duration_minutes,
        "place": occasion.place,
    }


def _latest_record(latest: Latest) -> dict[str, object]:
    return {
        "start": latest.start,
        "name": latest.name,
        "energy": latest.energy,
        "confidence": latest.confidence,
        "pushiness": latest.pushiness,
        "people_count": latest.people_count,
    }
