"""Prints who may be one person, for `netjournal contacts --duplicates`."""

import click

from netjournal.cli.printing import print_csv, print_json, print_table
from netjournal.cli.session import Session
from netjournal.model.duplicates import Suggestion, Traits

_KEYS = (
    "first",
    "first_organisation",
    "second",
    "second_organisation",
    "likenesses",
    "score",
)


def print_duplicates(session: Session, *, as_json: bool, as_csv: bool) -> None:
    """Prints the pairs that look alike, the surest first."""
    with session.reading() as journal:
        found = journal.duplicates.suggested()
    if as_json:
        print_json([_record(pair) for pair in found.pairs])
    elif as_csv:
        print_csv(_KEYS, map(_cells, found.pairs))
    elif found.pairs:
        rows = ((_named(pair.first), _named(pair.second), pair.reason) for pair in found.pairs)
        print_table(("Noted first", "Noted later", "Why"), rows)
    else:
        click.echo("Nobody looks like somebody else.", err=True)
    if found.total > len(found.pairs):
        click.echo(f"These are the first of {found.total:,}.", err=True)


def _record(pair: Suggestion) -> dict[str, object]:
    return {
        "first": _person(pair.first),
        "second": _person(pair.second),
        "likenesses": pair.likenesses,
        "score": pair.score,
    }


def _person(person: Traits) -> dict[str, object]:
    keys = ("name", "organisation", "emails", "phones", "archived")
    return {key: getattr(person, key) for key in keys}


def _cells(pair: Suggestion) -> tuple[object, ...]:
    people = (pair.first, pair.second)
    named = (said for person in people for said in (person.name, person.organisation))
    return (*named, tuple(map(str, pair.likenesses)), pair.score)


def _named(person: Traits) -> str:
    return f"{person.name} ({person.organisation})" if person.organisation else person.name
