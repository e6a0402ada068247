"""Recurrence rules in English: read from a person's words, and said in them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from netjournal.errors import InvalidError
from netjournal.model.recurrence import Frequency, Recurrence, Weekday, completed
from netjournal.model.rule import MOST_CHARACTERS, WEEKDAYS, parse
from netjournal.when import MONTHS, WEEKDAY_PATTERN, say_day, weekday_number
from netjournal.when import WEEKDAYS as WEEKDAY_NAMES

EXAMPLES = (
    "every Tuesday",
    "every second Thursday",
    "2nd and 4th Thursday",
    "last Friday",
    "monthly on the 15th",
    "weekdays",
    "FREQ=WEEKLY;BYDAY=TU",
)
"""What can be typed: `rule_from_words` understands each."""

_NTHS = ("first", "second", "third", "fourth", "fifth")
_AMOUNTS = ("one", "two", "three", "four", "five", "six")
_UNITS = {
    "day": ("DAILY", 1),
    "week": ("WEEKLY", 1),
    "fortnight": ("WEEKLY", 2),
    "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3),
    "year": ("YEARLY", 1),
}
_PLAINER = {
    "each": "every",
    "alternate": "every second",
    "daily": "every day",
    "weekly": "every week",
    "fortnightly": "every fortnight",
    "biweekly": "every fortnight",
    "monthly": "every month",
    "quarterly": "every quarter",
    "yearly": "every year",
    "annually": "every year",
    "on": "",
    "the": "",
    "and": "",
}
_AMOUNT = rf"[0-9]{{1,3}}(?:st|nd|rd|th)?|{'|'.join(_NTHS + _AMOUNTS)}"
_NTH = rf"[0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(_NTHS)}|last"
_WEEKDAY_LIST = rf"{WEEKDAY_PATTERN}(?: {WEEKDAY_PATTERN})*"
_NTH_LIST = rf"(?:{_NTH})(?: (?:{_NTH}))*"
_SPANS = {"weekday": "MO,TU,WE,TH,FR", "workday": "MO,TU,WE,TH,FR", "weekend": "SA,SU"}
_UNIT = re.compile(rf"\bevery (?:({_AMOUNT}) )?({'|'.join(_UNITS)})s?\b")
_ON_SPAN = re.compile(rf"(?:every )?({'|'.join(_SPANS)})s?")
_ON_WEEKDAYS = re.compile(rf"(?:every )?({_WEEKDAY_LIST})")
_EVERY_NTH_WEEKDAY = re.compile(rf"every ({_NTH}) ({_WEEKDAY_LIST})")
_NTH_WEEKDAYS = re.compile(rf"({_NTH_LIST}) ({_WEEKDAY_LIST})")
_ALL_NTH_WEEKDAYS = re.compile(rf"(?:every )?({_NTH_LIST} {_WEEKDAY_LIST} ?)+")
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)"
_MONTH_DAYS = re.compile(rf"(?:every )?({_DAY}(?: {_DAY})*)")
_DAYS_OF_MONTH = re.compile(
    rf"(?:day )?((?:{_NTH}|[0-9]{{1,2}})(?: (?:{_NTH}|[0-9]{{1,2}}))*)(?: day)?"
)


def rule_from_words(words: str) -> str:
    """The rule that a person's words mean: English, or a recurrence rule in any case.

    InvalidError says in its field `rule` what can be typed.
    """
    if "=" in words or len(words) > MOST_CHARACTERS:
        rule = "".join(words.upper().split()).removeprefix("RRULE:").strip(";")
    else:
        rule = _rule(_plain(words))
    parse(rule)
    return rule


def rule_in_words(rule: str, anchor: date) -> str:
    """A rule in English, such as "every second Thursday"; the rule itself if that can't be said."""
    recurrence = parse(rule)
    said = _said(completed(recurrence, anchor))
    if said and recurrence.until:
        return f"{said} until {say_day(recurrence.until)}"
    if said and recurrence.count:
        return f"{said}, {'once' if recurrence.count == 1 else f'{recurrence.count} times'}"
    return said or rule


def _plain(words: str) -> str:
    """The words in small letters, everything said in one way only, without what says nothing."""
    text = " ".join(re.sub(r"[,.&/]", " ", words.casefold()).split())
    text = re.sub(r"\bonce an?\b", "every", re.sub(r"\bevery other\b", "every second", text))
    text = " ".join(" ".join(_PLAINER.get(word, word) for word in text.split()).split())
    return re.sub(r"\b(?:of|in) (?:every )?", "every ", text)


def _rule(text: str) -> str:
    frequency, interval, text = _unit(text)
    if not text and frequency:
        return _built(frequency, interval)
    if frequency in ("", "WEEKLY") and (codes := _on_weekdays(text)):
        return _built("WEEKLY", interval, f"BYDAY={codes}")
    if not frequency and (found := _EVERY_NTH_WEEKDAY.fullmatch(text)):
        weeks = _value(found[1])
        if weeks > 1:
            return _built("WEEKLY", weeks, f"BYDAY={_codes(found[2])}")
    if frequency in ("", "MONTHLY") and (by := _within_month(text, whole=bool(frequency))):
        return _built("MONTHLY", interval, by)
    examples = ", ".join(f"“{example}”" for example in EXAMPLES)
    sentence = f"That isn't a schedule I can read; type words such as {examples}."
    raise InvalidError({"rule": sentence})


def _unit(text: str) -> tuple[str, int, str]:
    """The frequency that words such as "every 2 weeks" say, its interval, and the other words."""
    found = _UNIT.search(text)
    if found is None:
        return "", 1, text
    frequency, size = _UNITS[found[2]]
    interval = size * (_value(found[1]) if found[1] else 1)
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return frequency, interval, " ".join(rest.split())


def _on_weekdays(text: str) -> str:
    if found := _ON_SPAN.fullmatch(text):
        return _SPANS[found[1]]
    found = _ON_WEEKDAYS.fullmatch(text)
    return _codes(found[1]) if found else ""


def _within_month(text: str, *, whole: bool) -> str:
    """The part of a rule for words such as "2nd thu" and "15th", or nothing.

    Numbers such as 15 and second are days only where the words named the month as a `whole`.
    """
    if _ALL_NTH_WEEKDAYS.fullmatch(text):
        codes = [
            f"{_value(nth)}{code}"
            for found in _NTH_WEEKDAYS.finditer(text)
            for nth in found[1].split()
            for code in _codes(found[2]).split(",")
        ]
        return f"BYDAY={','.join(codes)}"
    found = _MONTH_DAYS.fullmatch(text) or (_DAYS_OF_MONTH.fullmatch(text) if whole else None)
    return f"BYMONTHDAY={','.join(str(_value(nth)) for nth in found[1].split())}" if found else ""


def _value(number: str) -> int:
    if number == "last":
        return -1
    for names in (_NTHS, _AMOUNTS):
        if number in names:
            return names.index(number) + 1
    return int(number.rstrip("stndrh"))


def _codes(names: str) -> str:
    return ",".join(WEEKDAYS[weekday_number(name)] for name in names.split())


def _built(frequency: str, interval: int, by: str = "") -> str:
    parts = (f"FREQ={frequency}", f"INTERVAL={interval}" if interval != 1 else "", by)
    return ";".join(filter(None, parts))


def _said(recurrence: Recurrence) -> str | None:
    weekdays, month_days = recurrence.weekdays, recurrence.month_days
    bare = Recurrence(frequency=recurrence.frequency, interval=recurrence.interval)
    rest = replace(recurrence, count=None, until=None, week_start=0)
    match recurrence.frequency:
        case Frequency.DAILY if rest == bare:
            return _every(recurrence.interval, "day")
        case Frequency.WEEKLY if rest == replace(bare, weekdays=weekdays):
            return _weekly(recurrence.interval, [weekday.number for weekday in weekdays])
        case Frequency.MONTHLY if rest == replace(bare, weekdays=weekdays):
            said = _nth_weekdays(weekdays)
        case Frequency.MONTHLY if rest == replace(bare, month_days=month_days):
            said = _list([_nth(day, "last day") for day in month_days])
        case Frequency.YEARLY if len(recurrence.months) == len(month_days) == 1:
            if rest != replace(bare, months=recurrence.months, month_days=month_days):
                return None
            day = f"{month_days[0]} {MONTHS[recurrence.months[0] - 1]}"
            return f"{_every(recurrence.interval, 'year')} on {day}"
        case _:
            return None
    month = "the month" if recurrence.interval == 1 else _every(recurrence.interval, "month")
    return f"{said} of {month}" if said else None


def _every(interval: int, unit: str) -> str:
    if interval == 1:
        return f"every {unit}"
    return f"every {_NTHS[interval - 1]} {unit}" if interval <= 5 else f"every {interval} {unit}s"


def _weekly(interval: int, numbers: Sequence[int]) -> str:
    if interval == 1 and tuple(numbers) == (0, 1, 2, 3, 4):
        return "every weekday"
    names = _list([WEEKDAY_NAMES[number] for number in numbers])
    if interval == 1 or (interval <= 5 and len(numbers) == 1):
        return _every(interval, names or "")
    return f"{_every(interval, 'week')} on {names}"


def _nth_weekdays(weekdays: Sequence[Weekday]) -> str | None:
    nths = [_nth(weekday.nth, "last") for weekday in weekdays]
    if len({weekday.number for weekday in weekdays}) == 1:
        listed = _list(nths)
        return f"{listed} {WEEKDAY_NAMES[weekdays[0].number]}" if listed else None
    return _list(
        [
            f"{nth} {WEEKDAY_NAMES[weekday.number]}" if nth else None
            for nth, weekday in zip(nths, weekdays, strict=True)
        ]
    )


def _nth(number: int, last: str) -> str | None:
    if number == -1:
        return last
    if not 1 <= number <= 31:
        return None
    teen = number in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _list(items: Sequence[str | None]) -> str | None:
    """The items joined as in a sentence; None when one of them can't be said."""
    said = [item for item in items if item is not None]
    if len(said) < len(items):
        return None
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))
