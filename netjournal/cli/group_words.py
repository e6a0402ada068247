"""What a command understood of a group, in words."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from netjournal.amounts import say_amount
from netjournal.cli.group_options import flag_of
from netjournal.model.group import Group
from netjournal.model.schedule import describe, next_starts
from netjournal.text import clean_line
from netjournal.when import say_day

_MINUTES = frozenset({"travel_minutes", "preparation_minutes"})


def said_in_words(said: Mapping[str, object], today: date) -> Sequence[str]:
    """What was said of a group's fields, by their options; of texts only that they were."""
    gone = sorted(flag_of(field) for field, value in said.items() if value in (None, ""))
    kept = (
        f"{flag_of(field)} {_value(field, value, today)}".strip()
        for field, value in said.items()
        if value not in (None, "")
    )
    return (*sorted(kept), *(f"no longer {flag}" for flag in gone))


def led(what: str, said: Sequence[str]) -> str:
    """What was done, and the details if there are any."""
    return f"{what}: {', '.join(said)}" if said else what


def meets_in_words(group: Group, now: datetime) -> Iterator[str]:
    """When a group meets from now on, or from the day on that this changes."""
    latest = group.schedules[-1] if group.schedules else None
    if latest is None:
        return
    since = latest.applies_from
    lead = f"From {say_day(since, now.date())} " if since and since > now.date() else ""
    planned = f"it meets {describe(latest)}" if latest.rule else "no meetings are planned"
    yield f"{lead}{planned}" if lead else planned[0].upper() + planned[1:]
    starts = next_starts(group.schedules, now, 3) if group.goes_on else ()
    if starts:
        yield f"Next: {', '.join(say_day(start.date(), now.date()) for start in starts)}"


def _value(field: str, value: object, today: date) -> str:
    match value:
        case StrEnum():
            return value
        case str():
            return clean_line(value) if field == "name" else ""
        case date():
            return say_day(value, today)
        case Decimal():
            return f"{value.normalize():,f}" if field == "willing_hours" else say_amount(value)
        case _:
            return f"{value} min" if field in _MINUTES else f"{value}"
