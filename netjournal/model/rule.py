"""Reads recurrence rules, and says in a sentence what is wrong with those that can't be used."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import NoReturn

from netjournal.errors import InvalidError
from netjournal.model.recurrence import Frequency, Recurrence, Weekday

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""What a rule calls the weekdays, Monday first."""

MOST_CHARACTERS = 1000
MOST_TIMES = 1000
LARGEST_INTERVAL = 1000

_WEEKDAY = re.compile(rf"([+-]?\d{{1,2}})?({'|'.join(WEEKDAYS)})", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,6}", re.ASCII)
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?", re.ASCII)
_MOST_DAYS = {
    Frequency.DAILY: 1,
    Frequency.WEEKLY: 7,
    Frequency.MONTHLY: 31,
    Frequency.YEARLY: 366,
}
_SHORTER = ("SECONDLY", "MINUTELY", "HOURLY")
_TIMES_OF_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")


@lru_cache(maxsize=512)
def parse(rule: str) -> Recurrence:
    """Reads a rule in capitals; InvalidError says in its field `rule` what is wrong with it."""
    if len(rule) > MOST_CHARACTERS:
        refuse(f"A rule has at most {MOST_CHARACTERS:,} characters.")
    values: dict[str, object] = {}
    for part in rule.split(";"):
        name, _, text = part.partition("=")
        field, read = _part(name)
        if field in values:
            refuse(f"The rule says {name} twice.")
        values[field] = read(name, text)
    if "frequency" not in values:
        refuse("The rule needs a FREQ, such as FREQ=WEEKLY.")
    recurrence = Recurrence(**values)  # type: ignore[arg-type]
    _refuse_unfit(recurrence)
    return recurrence


def refuse(sentence: str) -> NoReturn:
    """Says what is wrong with a rule."""
    raise InvalidError({"rule": sentence})


def _part(name: str) -> tuple[str, Callable[[str, str], object]]:
    if name in _TIMES_OF_DAY:
        refuse(f"A meeting's time is given apart from its rule, so {name} can't be used.")
    if name not in _PARTS:
        known = ", ".join(_PARTS)
        refuse(f"The rule has a part that can't be used; the parts are {known}.")
    return _PARTS[name]


def _frequency(name: str, text: str) -> Frequency:
    if text in _SHORTER:
        refuse(f"A group meets at most once a day, so {name}={text} can't be used.")
    try:
        return Frequency(text)
    except ValueError:
        refuse(f"{name} is one of {', '.join(Frequency)}.")


def _number(name: str, text: str, *, low: int, high: int) -> int:
    value = int(text) if _NUMBER.fullmatch(text) else 0
    if not low <= value <= high or value == 0:
        refuse(f"{name} is a whole number from {low:,} to {high:,}{', but not 0' * (low < 0)}.")
    return value


def _numbers(name: str, text: str, *, low: int, high: int) -> tuple[int, ...]:
    return tuple(_number(name, item, low=low, high=high) for item in text.split(","))


def _weekdays(name: str, text: str) -> tuple[Weekday, ...]:
    return tuple(_weekday(name, item) for item in text.split(","))


def _weekday(name: str, text: str) -> Weekday:
    found = _WEEKDAY.fullmatch(text)
    if found is None:
        refuse(f"{name} takes {', '.join(WEEKDAYS)}, with a number before if only one is meant.")
    nth = _number(name, found[1], low=-53, high=53) if found[1] else 0
    return Weekday(WEEKDAYS.index(found[2]), nth)


def _week_start(name: str, text: str) -> int:
    if text not in WEEKDAYS:
        refuse(f"{name} is one of {', '.join(WEEKDAYS)}.")
    return WEEKDAYS.index(text)


def _until(name: str, text: str) -> date:
    found = _UNTIL.fullmatch(text)
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    refuse(f"{name} is a date such as 20271231.")


_PARTS: Mapping[str, tuple[str, Callable[[str, str], object]]] = {
    "FREQ": ("frequency", _frequency),
    "INTERVAL": ("interval", partial(_number, low=1, high=LARGEST_INTERVAL)),
    "COUNT": ("count", partial(_number, low=1, high=MOST_TIMES)),
    "UNTIL": ("until", _until),
    "BYMONTH": ("months", partial(_numbers, low=1, high=12)),
    # dateutil misplaces weeks 52 and 53 where they reach into the next year.
    "BYWEEKNO": ("week_numbers", partial(_numbers, low=-51, high=51)),
    "BYYEARDAY": ("year_days", partial(_numbers, low=-366, high=366)),
    "BYMONTHDAY": ("month_days", partial(_numbers, low=-31, high=31)),
    "BYDAY": ("weekdays", _weekdays),
    "BYSETPOS": ("positions", partial(_numbers, low=-366, high=366)),
    "WKST": ("week_start", _week_start),
}


def _refuse_unfit(recurrence: Recurrence) -> None:
    """Refuses what each part allows, but not together with the others."""
    if recurrence.count and recurrence.until:
        refuse("A rule ends by COUNT or by UNTIL, not both.")
    within_year = recurrence.week_numbers or recurrence.year_days
    if within_year and recurrence.frequency is not Frequency.YEARLY:
        refuse("BYWEEKNO and BYYEARDAY go with FREQ=YEARLY only.")
    if recurrence.month_days and recurrence.frequency is Frequency.WEEKLY:
        refuse("BYMONTHDAY doesn't go with FREQ=WEEKLY.")
    _refuse_unfit_numbers(recurrence)
    _refuse_unfit_positions(recurrence)


def _refuse_unfit_numbers(recurrence: Recurrence) -> None:
    """Refuses numbers before weekdays where nothing is counted, or less than that."""
    largest = max((abs(weekday.nth) for weekday in recurrence.weekdays), default=0)
    yearly = recurrence.frequency is Frequency.YEARLY
    counts = yearly or recurrence.frequency is Frequency.MONTHLY
    if largest and (recurrence.week_numbers or not counts):
        refuse("A number before a weekday counts in a month or a year: use FREQ=MONTHLY or YEARLY.")
    if largest > 5 and (recurrence.months or not yearly):
        refuse("A month has a weekday at most five times.")


def _refuse_unfit_positions(recurrence: Recurrence) -> None:
    """Refuses positions among nothing in particular, or among fewer days."""
    if recurrence.positions and not _restricts(recurrence):
        refuse("BYSETPOS picks from what another part such as BYDAY gives.")
    most = _MOST_DAYS[recurrence.frequency]
    if any(abs(position) > most for position in recurrence.positions):
        refuse(f"BYSETPOS goes up to {most} with FREQ={recurrence.frequency}.")


def _restricts(recurrence: Recurrence) -> bool:
    return bool(
        recurrence.months
        or recurrence.week_numbers
        or recurrence.year_days
        or recurrence.month_days
        or recurrence.weekdays
    )
