"""`netjournal today`: what waits, what comes, and how the latest meetings went."""

from collections.abc import Iterator
from datetime import date

import click

from netjournal.cli.meeting_lines import listed, rated
from netjournal.cli.printing import csv_option, fitted, json_option, print_csv_lines, print_json
from netjournal.cli.reading import Reading, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.exchange.markdown import document
from netjournal.model.occasion import Occasion
from netjournal.model.scale import SCALES
from netjournal.model.today import (
    Latest,
    PlannedWork,
    Today,
    TodayFollowUp,
    TodayInvitation,
    TodayPrep,
)
from netjournal.text import visible
from netjournal.when import say_day


@click.command(cls=Reading)
@json_option
@csv_option
@journal_option
@click.pass_obj
def today(session: Session, as_json: bool, as_csv: bool) -> None:
    """Show what waits, what comes, and how the latest meetings went."""
    with session.reading() as journal:
        reading = journal.today()
    if as_json:
        print_json(_record(reading))
    elif as_csv:
        print_csv_lines(_sections(reading))
    elif markdown_wanted():
        sections = ((heading, lines) for heading, lines in _sections(reading) if lines)
        click.echo("\n".join(document(say_day(reading.now.date()), sections)))
    else:
        day, *lines = map(fitted, _lines(reading))
        click.echo("\n".join((click.style(day, bold=True), *lines)))


def _lines(reading: Today) -> Iterator[str]:
    yield say_day(reading.now.date())
    for heading, lines in _sections(reading):
        if lines:
            yield from ("", heading, *(f"  {visible(line)}" for line in lines))
    if not reading.groups:
        yield from ("", "No groups yet. Add one with: netjournal group add NAME")
    elif not any(getattr(reading, wants) for wants in _WANTING):
        yield from ("", "Nothing waits for you.")


def _sections(reading: Today) -> tuple[tuple[str, list[str]], ...]:
    day = reading.now.date()
    return (
        ("Waiting for a reflection", _waiting(reading, day)),
        ("Did they come?", _invited(reading, day)),
        ("Did the planned work get done?", [_planned(each, day) for each in reading.planned_work]),
        ("To do by today", _due(reading, day)),
        ("The next seven days", _coming(reading, day)),
        ("The last twelve weeks", list(_strip(reading))),
        ("Latest", [_latest(each, day) for each in reading.latest]),
    )


def _waiting(reading: Today, day: date) -> list[str]:
    lines = [_occasion(each, day) for each in reading.waiting]
    if reading.older_waiting:
        lines.append(f"{reading.older_waiting} more from before that")
    return lines


_WANTING = (
    "waiting",
    "older_waiting",
    "planned_work",
    "invitations",
    "older_invitations",
    "follow_ups",
    "to_review",
)
"""What of Today wants something."""


def _invited(reading: Today, day: date) -> list[str]:
    lines = [
        f"{say_day(date.fromisoformat(each.start[:10]), day)} · {each.title} · {each.name}"
        for each in reading.invitations
    ]
    if reading.older_invitations:
        lines.append(f"{reading.older_invitations} more from before that")
    return lines


def _due(reading: Today, day: date) -> list[str]:
    review = [f"Review the week of {say_day(reading.to_review, day)}"] if reading.to_review else []
    return review + [
        f"{say_day(date.fromisoformat(each.due), day)} · {each.name} · {each.what}"
        for each in reading.follow_ups
    ]


def _coming(reading: Today, day: date) -> list[str]:
    return [
        " · ".join((_occasion(occasion, day), *_prepared(prep, out)))
        for occasion, prep, out in zip(reading.coming, reading.prep, reading.out, strict=True)
    ]


def _prepared(prep: TodayPrep | None, out: int) -> Iterator[str]:
    """What is worth knowing before a meeting."""
    if out:
        yield f"{out} invited"
    if prep is not None and prep.no_why:
        yield "1 why to ask" if prep.no_why == 1 else f"{prep.no_why} whys to ask"
    if prep is not None and prep.to_meet:
        yield f"meet {' and '.join(prep.to_meet)} one-to-one"


def _strip(reading: Today) -> Iterator[str]:
    """The ratings week by week, a blank for a week without one, and how long ago I invited."""
    if not any(reading.strip):
        return
    for place, scale in enumerate(SCALES):
        weeks = " ".join(str(week[place]) if week else "·" for week in reading.strip)
        yield f"{scale.title}: {weeks}"
    days = reading.days_since_invited
    yield f"Last invited: {'nobody yet' if days is None else _ago(days)}"


def _ago(days: int) -> str:
    return "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"


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
        "invitations": [_invitation_record(each) for each in reading.invitations],
        "older_invitations": reading.older_invitations,
        "follow_ups": [_follow_up_record(each) for each in reading.follow_ups],
        "to_review": reading.to_review,
        "coming": [
            {**_occasion_record(occasion), **_prep_record(prep), "invitations_out": out}
            for occasion, prep, out in zip(reading.coming, reading.prep, reading.out, strict=True)
        ],
        "strip": [
            dict(zip((scale.field for scale in SCALES), week, strict=True)) if week else None
            for week in reading.strip
        ],
        "days_since_invited": reading.days_since_invited,
        "latest": [_latest_record(latest) for latest in reading.latest],
    }


def _invitation_record(each: TodayInvitation) -> dict[str, object]:
    return {"contact": each.name, "start": each.start, "title": each.title}


def _follow_up_record(each: TodayFollowUp) -> dict[str, object]:
    return {"contact": each.name, "what": each.what, "due": each.due}


def _prep_record(prep: TodayPrep | None) -> dict[str, object]:
    return {
        "no_why": prep.no_why if prep else None,
        "to_meet": list(prep.to_meet) if prep else [],
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
