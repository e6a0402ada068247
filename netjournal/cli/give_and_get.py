"""`netjournal give-and-get`: what went either way, as figures, and the rows behind them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import click

from netjournal.amounts import say_amount
from netjournal.cli.choice import OneOf
from netjournal.cli.printing import csv_option, json_option, print_csv, print_json, print_table
from netjournal.cli.reading import Reading
from netjournal.cli.session import Session, journal_option
from netjournal.exchange.rounding import rounded
from netjournal.model.change import Noun
from netjournal.model.cost import in_cents
from netjournal.model.evidence import OF_GROUP, OF_SOURCE, Evidence, Part
from netjournal.model.give_and_get import GiveAndGet
from netjournal.when import say_day

_ASKED = tuple(part for part in Part if part not in (*OF_SOURCE, Part.STATEMENT))


@click.command("give-and-get", cls=Reading)
@click.option("--rows", "part", type=OneOf(_ASKED), help="Only the rows behind this figure.")
@click.option("--group", metavar="GROUP", help="Of group, credited, days-to-first: which group.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def give_and_get(
    session: Session, part: Part | None, group: str | None, as_json: bool, as_csv: bool
) -> None:
    """Show what went either way: referrals, business, invitations, asks and gives, as figures.

    With --rows, what a figure rests on is listed, newest first. That of group, credited and
    days-to-first is what went through one --group, or through none without it.
    """
    if group is not None and part not in OF_GROUP:
        raise click.UsageError(f"--group goes with --rows {', '.join(OF_GROUP)} only.")
    with session.reading() as journal:
        currency = journal.preferences.currency
        if part is None:
            figures = journal.give_and_get()
        else:
            group_id = None if group is None else journal.groups.named(group).id
            rows = journal.evidence(part, group_id=group_id)
    if part is None:
        _show(figures, currency, as_json, as_csv)
    else:
        _list(rows, session.clock.now().date(), as_json, as_csv)


def _show(figures: GiveAndGet, currency: str, as_json: bool, as_csv: bool) -> None:
    if as_json:
        print_json(_plain(asdict(figures)))
        return
    # The same words as in the app, which not every command has to load.
    from netjournal.ui.screens.give_and_get_lines import figure_lines

    lines = [
        (line.about, line.saying.value, line.saying.n, line.saying.name)
        for line in figure_lines(figures, currency)
    ]
    if as_csv:
        print_csv(("about", "value", "n", "figure"), lines)
    else:
        cells = [
            (about, said, "" if n is None else f"{n:,}", name) for about, said, n, name in lines
        ]
        print_table(("About", "Value", "n", "Figure"), _each_once(cells))


def _each_once(rows: Iterable[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    """The rows, each first cell only where it isn't the one above."""
    above = ""
    for first, *rest in rows:
        yield ("" if first == above else first, *rest)
        above = first


def _list(rows: Sequence[Evidence], today: date, as_json: bool, as_csv: bool) -> None:
    if as_json:
        print_json([_record(row) for row in rows])
    elif as_csv:
        print_csv(_KEYS, [tuple(_record(row).values()) for row in rows])
    elif rows:
        print_table(_HEADINGS, [_row(row, today) for row in rows])
    else:
        click.echo("Nothing is recorded that it could rest on.", err=True)


_HEADINGS = ("Day", "What", "With", "About", "State", "Number")
_KEYS = ("noun", "id", "date", "contact", "about", "state", "number")


def _row(row: Evidence, today: date) -> tuple[str, ...]:
    return (say_day(row.day, today), row.noun, row.name, row.about, row.state, _number(row))


def _record(row: Evidence) -> dict[str, object]:
    said = (
        *(row.noun, row.record_id, row.day, row.name or None, row.about or None),
        *(row.state or None, _exact(row)),
    )
    return dict(zip(_KEYS, said, strict=True))


def _number(row: Evidence) -> str:
    if row.number is None:
        return ""
    return say_amount(in_cents(row.number)) if _is_amount(row) else f"{_rounded(row.number):,}"


def _exact(row: Evidence) -> float | str | None:
    """The number of a row; an amount as all amounts are written."""
    if row.number is None:
        return None
    return _cents(row.number) if _is_amount(row) else float(_rounded(row.number))


def _is_amount(row: Evidence) -> bool:
    return row.noun is Noun.BUSINESS


def _cents(amount: Fraction) -> str:
    return f"{in_cents(amount):.2f}"


_AMOUNT = "credited"
"""What is called so is an amount, though it is a fraction: it may be split among groups."""


def _plain(value: Any) -> Any:
    """Figures as JSON says them: exact fractions rounded, amounts as text, all else as it is."""
    match value:
        case Fraction():
            return float(_rounded(value))
        case dict():
            return {
                key: _cents(each) if key == _AMOUNT else _plain(each) for key, each in value.items()
            }
        case tuple() | list():
            return [_plain(each) for each in value]
        case _:
            return value


def _rounded(value: Fraction) -> Decimal:
    """With at most two decimals."""
    said = rounded(value)
    return said.to_integral_value() if said == said.to_integral_value() else said
