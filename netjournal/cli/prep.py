"""`netjournal prep`: one page to read before a meeting."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from netjournal.cli.printing import csv_option, fitted, json_option, print_csv_lines, print_json
from netjournal.cli.reading import Reading, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.exchange.markdown import document
from netjournal.exchange.review import Section, names, say_gift, say_promise
from netjournal.model.prep import Likely, Prep
from netjournal.text import visible
from netjournal.when import say_day, say_distance, say_range


@click.command(cls=Reading)
@click.argument("group", required=False)
@json_option
@csv_option
@journal_option
@click.pass_obj
def prep(session: Session, group: str | None, as_json: bool, as_csv: bool) -> None:
    """Prepare for the next meeting, or for the next one of GROUP.

    Who is likely there, whose why you don't know, who lacks a one-to-one, what you promised.
    """
    with session.reading() as journal:
        page = journal.prep(group_id=journal.groups.named(group).id if group else None)
    if as_json:
        print_json(_record(page))
    elif as_csv:
        print_csv_lines(_sections(page))
    elif markdown_wanted():
        click.echo("\n".join(document(_title(page), _sections(page))))
    else:
        title, *lines = map(fitted, _lines(page))
        click.echo("\n".join((click.style(title, bold=True), *lines)))


def _lines(page: Prep) -> Iterator[str]:
    yield visible(_title(page))
    for heading, lines in _sections(page):
        yield from ("", heading, *(f"  {visible(line)}" for line in lines))


def _title(page: Prep) -> str:
    if page.start is None:
        return f"{page.name} · no meeting planned"
    said = say_range(page.start, page.duration_minutes, page.now.date())
    return " · ".join(filter(None, (page.name, said, page.place)))


def _sections(page: Prep) -> Iterator[Section]:
    today = page.now.date()
    found: tuple[Section, ...] = (
        ("Likely there", _likely(page)),
        ("Whose why you don't know", names([one.name for one in page.no_why])),
        ("No one-to-one yet", names([one.name for one in page.no_one_to_one])),
        ("You promised", [say_promise(promise, today) for promise in page.promised]),
        ("Invitations out", names([one.name for one in page.invited])),
        ("Last notes", [line for one in page.likely for line in _notes(one, today)]),
        ("One thing to give", [say_gift(page.gift, today)] if page.gift else []),
    )
    yield from ((heading, lines) for heading, lines in found if lines)


def _likely(page: Prep) -> list[str]:
    lines = [_person(one, page) for one in page.likely]
    if page.group_id is not None and not page.knows_regulars:
        lines.append(
            "Who comes regularly isn't known: that takes three meetings of which you noted who "
            f"was there, and there are {page.rosters}."
        )
    return lines or ["Nobody you know of."]


def _person(one: Likely, page: Prep) -> str:
    said = (
        f"{one.name}, {one.organisation}" if one.organisation else one.name,
        f"{one.seen} of the last {page.rosters}" if one.seen else "",
        f"invited, {one.invited}" if one.invited else "",
        "going quiet" if one.quiet and one.last_touch else "",
        f"last in touch {say_distance(one.last_touch, page.now.date())}" if one.last_touch else "",
    )
    return " · ".join(filter(None, said))


def _notes(one: Likely, today: date) -> Sequence[str]:
    return [f"{one.name}, {say_day(note.day, today)}: {note.note}" for note in one.notes]


def _record(page: Prep) -> dict[str, object]:
    return {
        "group": page.name if page.group_id is not None else None,
        "name": page.name,
        "start": page.start,
        "duration_minutes": page.duration_minutes,
        "place": page.place,
        "rosters": page.rosters,
        "likely": [
            {
                "name": one.name,
                "organisation": one.organisation,
                "classification": one.classification,
                "seen": one.seen,
                "invited": one.invited,
                "depth": one.depth,
                "why": one.why,
                "one_to_one": one.one_to_one,
                "quiet": one.quiet,
                "last_touch": one.last_touch,
                "notes": [{"day": note.day, "note": note.note} for note in one.notes],
                "promised": [
                    {"what": promise.what, "due": promise.due} for promise in one.promised
                ],
            }
            for one in page.likely
        ],
        "gift": page.gift
        and {
            "name": page.gift.name,
            "good_referral": page.gift.good_referral,
            "last_gift": page.gift.last_gift,
        },
    }
