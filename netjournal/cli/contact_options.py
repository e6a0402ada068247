"""The options for what can be said of a contact."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from netjournal.cli.choice import OneOf
from netjournal.model.contact import Client, Referable, Successful

Function = TypeVar("Function", bound=Callable[..., Any])

_OPTIONS = (
    ("--organisation", "TEXT", "The firm or body they are with."),
    ("--role", "TEXT", "What they are there."),
    ("--classification", "TEXT", "The profession they stand for."),
    ("--location", "TEXT", "Where they are."),
    ("--why", "TEXT", "Why they do what they do."),
    ("--good-referral", "TEXT", "Who to send them."),
    ("--goals", "TEXT", "What they want to reach."),
    ("--accomplishments", "TEXT", "What they have reached."),
    ("--interests", "TEXT", "What they like."),
    ("--networks", "TEXT", "Where else they belong."),
    ("--skills", "TEXT", "What they can do."),
    ("--how-met", "TEXT", "How you met."),
    ("--notes", "TEXT", "Anything else; - reads it in."),
)
_SEVERAL = (
    ("--email", "emails", "ADDRESS", "An email address; can be repeated, as those below."),
    ("--phone", "phones", "NUMBER", "A phone number."),
    ("--link", "links", "URL", "A page of theirs."),
    ("--tag", "tags", "TAG", "A tag."),
)
_CHOICES = (
    ("--successful", Successful, "Whether they do well at what they do."),
    ("--client", Client, "Whether they buy from you."),
    ("--could-refer", Referable, "Whether you could send someone to them."),
)


def said_options(command: Function) -> Function:
    """Gives a command an option for each thing that can be said of a contact."""
    options = [click.option(flag, metavar=kind, help=said) for flag, kind, said in _OPTIONS]
    options += [
        click.option(flag, field, metavar=kind, multiple=True, help=said)
        for flag, field, kind, said in _SEVERAL
    ]
    options += [click.option(flag, type=OneOf(kind), help=said) for flag, kind, said in _CHOICES]
    options += [
        click.option(
            "--took-offence/--no-offence",
            "re_evaluate",
            default=None,
            help="Whether they took offence at a decision that was good for you.",
        ),
        click.option(
            "--cadence", "cadence_days", type=int, metavar="DAYS", help="Days between touches."
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


_FIELDS = {
    **{flag[2:]: flag[2:].replace("-", "_") for flag, *_ in (*_OPTIONS, *_CHOICES)},
    **{flag[2:]: field for flag, field, *_ in _SEVERAL},
    "cadence": "cadence_days",
}
"""The fields that can be cleared, by the names of their options."""


def field_of(option: str) -> str:
    """The field that an option named after --clear says."""
    field = _FIELDS.get(option.removeprefix("--"))
    if field is None:
        raise click.UsageError(f"--clear {option}: there is {', '.join(_FIELDS)}.")
    return field


def flag_of(field: str) -> str:
    """What a field is called at the prompt."""
    flags = {named: flag for flag, named in _FIELDS.items()} | {"re_evaluate": "took offence"}
    return flags.get(field, field).replace("-", " ")
