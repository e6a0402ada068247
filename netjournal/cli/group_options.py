"""The options for what can be said of a group."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from netjournal.cli.amount import amount
from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past, day_recent, day_to_come
from netjournal.model.group import Commitment, Kind, Period, Sincerity, Status
from netjournal.when import read_duration

Function = TypeVar("Function", bound=Callable[..., Any])
Callback = Callable[[click.Context, click.Parameter, str | None], Any]


def _minutes(_: click.Context, __: click.Parameter, words: str | None) -> int | None:
    if words is None:
        return None
    return 0 if words.strip() == "0" else read_duration(words)


def _typed(
    flag: str, field: str, kind: str, said: str, callback: Callback | None = None
) -> Callable[[Function], Function]:
    return click.option(flag, field, metavar=kind, callback=callback, help=said)


PROMISES = (
    click.option("--commitment", type=OneOf(Commitment), help="How much of yourself you give it."),
    _typed("--motive", "motive", "TEXT", "Why you join."),
    click.option("--interest", type=int, metavar="1-5", help="Your genuine interest in it."),
    _typed("--dues", "dues", "AMOUNT", "What membership costs.", amount),
    click.option("--dues-period", type=OneOf(Period), help="What one payment of dues covers."),
    _typed("--fee", "fee", "AMOUNT", "What each meeting costs.", amount),
    _typed(
        "--hours", "willing_hours", "HOURS", "How many a month you are willing to give.", amount
    ),
)
"""What one says in joining."""

SAID = (
    click.option("--kind", type=OneOf(Kind), help="What sort of body it is."),
    click.option("--status", type=OneOf(Status), help="Where you stand with it."),
    *PROMISES,
    _typed("--purpose", "purpose", "TEXT", "What it is for."),
    _typed("--invited-by", "inviter", "NAME", "Who asked you in."),
    click.option("--felt", "sincerity", type=OneOf(Sincerity), help="How being asked felt."),
    _typed("--asked", "asked_on", "DATE", "When you were asked.", day_past),
    _typed("--joined", "joined_on", "DATE", "When you joined.", day_recent),
    _typed("--left", "left_on", "DATE", "When you left.", day_recent),
    click.option("--size", type=int, metavar="N", help="How many members it has."),
    _typed("--travel", "travel_minutes", "MINUTES", "There and back, per meeting.", _minutes),
    _typed("--preparation", "preparation_minutes", "MINUTES", "Per meeting.", _minutes),
    _typed("--experiment", "experiment", "TEXT", 'What you try, such as "all in until March".'),
    _typed("--from", "experiment_from", "DATE", "When the experiment begins.", day_recent),
    _typed("--until", "experiment_until", "DATE", "Its last day.", day_to_come),
    _typed("--outcome", "experiment_outcome", "TEXT", "How the experiment went."),
    _typed("--value", "value", "TEXT", "Why it is worth others' time, from now on."),
    _typed("--notes", "notes", "TEXT", "Anything else; - reads it in."),
)
"""All that can be said."""


def with_options(options: tuple[Any, ...]) -> Callable[[Function], Function]:
    """Gives a command some options, in their order."""

    def give(command: Function) -> Function:
        for option in reversed(options):
            command = option(command)
        return command

    return give


FIELDS = {
    **{
        name: name.replace("-", "_")
        for name in (
            *("kind", "commitment", "motive", "interest", "dues", "dues-period", "fee"),
            *("purpose", "size", "experiment", "notes", "invited-by"),
        )
    },
    "hours": "willing_hours",
    "felt": "sincerity",
    "asked": "asked_on",
    "joined": "joined_on",
    "left": "left_on",
    "travel": "travel_minutes",
    "preparation": "preparation_minutes",
    "from": "experiment_from",
    "until": "experiment_until",
    "outcome": "experiment_outcome",
}
"""The fields that can be cleared, by the names of their options."""


def field_of(option: str) -> str:
    """The field that an option named after --clear says."""
    field = FIELDS.get(option.removeprefix("--"))
    if field is None:
        raise click.UsageError(f"--clear {option}: there is every, {', '.join(FIELDS)}.")
    return field


def flag_of(field: str) -> str:
    """What a field is called at the prompt."""
    flags = {named: flag for flag, named in FIELDS.items()} | {"inviter": "invited-by"}
    return flags.get(field, field).replace("-", " ")
