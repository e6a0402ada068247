"""`netjournal me`: what you stand for, and how you work when it goes well."""

import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import click

from netjournal.cli.printing import csv_option, json_option, print_csv_lines, print_json
from netjournal.cli.reading import ReadingGroup, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.exchange import markdown
from netjournal.model.me import Me, MeDraft, Pitch
from netjournal.text import harmless
from netjournal.when import say_day


@click.group(cls=ReadingGroup, invoke_without_command=True)
@json_option
@csv_option
@journal_option
@click.pass_context
def me(context: click.Context, as_json: bool, as_csv: bool) -> None:
    """What you say of yourself."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    with session.reading() as journal:
        found = journal.me.get()
    if as_json:
        print_json(_record(found))
    elif as_csv:
        parts = _parts(found, session.clock.now().date())
        print_csv_lines((title, text.split("\n")) for title, text in parts if text)
    elif found == Me():
        click.echo("Nothing yet. Say why with: netjournal me edit --why TEXT", err=True)
    elif markdown_wanted():
        said = _parts(found, session.clock.now().date())
        click.echo("\n".join(markdown.facts("What you say of yourself", said)))
    else:
        click.echo("\n".join(_lines(found, session.clock.now().date())))


def _text(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
    return sys.stdin.read() if text == "-" else text


@me.command()
@click.option("--why", callback=_text, metavar="TEXT", help="Why you do what you do.")
@click.option("--pitch", callback=_text, metavar="TEXT", help="What you say when asked.")
@click.option("--good-referral", callback=_text, metavar="TEXT", help="Whom to send you.")
@click.option("--profession", "classification", metavar="TEXT", help="The one you stand for.")
@click.option(
    "--partner",
    "natural_partners",
    multiple=True,
    metavar="PROFESSION",
    help="One that serves the same people; name several for several.",
)
@click.option(
    "--habit",
    "habits",
    multiple=True,
    metavar="TEXT",
    help="What you do when it goes well; name several for several.",
)
@journal_option
@click.pass_obj
def edit(session: Session, /, **said: Any) -> None:
    """Change what you say of yourself; what isn't named stays as it is.

    A text of - is read in. Another pitch becomes a new version.
    """
    news = {name: value for name, value in said.items() if value not in (None, ())}
    if not news:
        raise click.UsageError("Name what to change, such as --why or --pitch.")
    with session.writing() as journal:
        stood = journal.me.get()
        draft = MeDraft(**{field.name: getattr(stood, field.name) for field in fields(MeDraft)})
        journal.me.revise(replace(draft, **news))
        now = journal.me.get()
    click.echo("\n".join(_lines(now, session.clock.now().date())))


def _record(found: Me) -> dict[str, object]:
    said = {field.name: getattr(found, field.name) for field in fields(MeDraft)}
    pitches = [{"stated_on": _day(pitch), "text": pitch.text} for pitch in found.pitches]
    return {**said, "pitches": pitches}


def _lines(found: Me, today: date) -> Iterator[str]:
    for title, text in _parts(found, today):
        if text:
            yield title
            yield from (f"  {harmless(line)}" for line in text.split("\n"))


def _parts(found: Me, today: date) -> tuple[tuple[str, str], ...]:
    return (
        ("My why", found.why),
        (_pitch_title(found, today), found.pitch),
        ("Good referral", found.good_referral),
        ("Profession", found.classification),
        ("Natural partners", "\n".join(found.natural_partners)),
        ("Habits", "\n".join(found.habits)),
    )


def _pitch_title(found: Me, today: date) -> str:
    if not found.pitches:
        return ""
    since = say_day(_day(found.pitches[0]), today)
    return f"My pitch (version {len(found.pitches)}, since {since})"


def _day(pitch: Pitch) -> date:
    return pitch.stated_at.astimezone().date()
