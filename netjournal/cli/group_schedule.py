"""The options that say when a group meets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import click

from netjournal.errors import InvalidError
from netjournal.model.schedule import Schedule, first_date, rule_from_words
from netjournal.when import read_duration, read_nearest_date, read_time, say_day

Function = TypeVar("Function", bound=Callable[..., Any])

_OPTIONS = (
    ("--every", "every", "WORDS", 'When it meets: "every Tuesday", "2nd Thursday" …'),
    ("--at", "at", "TIME", "When it begins, such as 07:00."),
    ("--for", "lasting", "MINUTES", "How long it takes: 90, or 1h30."),
    ("--first", "first", "DATE", 'A day it meets; "every second" counts from it.'),
)


@dataclass(frozen=True, slots=True)
class Times:
    """What the options say, as typed."""

    every: str | None
    at: str | None
    lasting: str | None
    first: str | None

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return (self.every, self.at, self.lasting, self.first) != (None,) * 4

    def schedule(self, today: date) -> Schedule | None:
        """The schedule of a new group; None when nothing is said."""
        if self.every is None and self.at is None:
            if self.lasting or self.first:
                raise click.UsageError("--for and --first go with --every and --at.")
            return None
        if self.every is None or self.at is None:
            raise click.UsageError(
                '--every and --at go together: --every "every Tuesday" --at 07:00.'
            )
        rule = rule_from_words(self.every)
        return Schedule(
            rule=rule,
            anchor=_anchor(rule, self.first, today),
            start_time=read_time(self.at),
            duration_minutes=read_duration(self.lasting) if self.lasting else None,
        )

    def changed(self, before: Schedule | None, today: date) -> Schedule | None:
        """The schedule in force with what is said of it; what isn't said stays."""
        if before is None or not before.rule:
            return self.schedule(today)
        rule = before.rule if self.every is None else rule_from_words(self.every)
        anew = self.every is not None or self.first is not None
        return Schedule(
            rule=rule,
            anchor=_anchor(rule, self.first, today) if anew else before.anchor,
            start_time=before.start_time if self.at is None else read_time(self.at),
            duration_minutes=read_duration(self.lasting)
            if self.lasting
            else before.duration_minutes,
        )


def times_options(command: Function) -> Function:
    """Gives a command the options that say when a group meets."""
    for flag, name, kind, said in reversed(_OPTIONS):
        command = click.option(flag, name, metavar=kind, help=said)(command)
    return command


def _anchor(rule: str, first: str | None, today: date) -> date:
    day = read_nearest_date(first, today) if first else today
    anchor = first_date(rule, day)
    if first and anchor != day:
        sentence = (
            f"The group doesn't meet on {say_day(day)}, the --first day, but on {say_day(anchor)}."
        )
        raise InvalidError({"anchor": sentence})
    return anchor
