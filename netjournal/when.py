"""Dates, times and durations in English: read from a person's words, and said in them."""

import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Literal

from netjournal.errors import InvalidError

Prefer = Literal["past", "future"]
"""Which way words such as "tue" and "17 Nov" look."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAY_PATTERN = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?"
"""Matches a weekday's names in small letters."""

_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th|\.)?"
_DAY_MONTH = rf"{_DAY} (?:of )?{_MONTH}(?: ([0-9]{{4}}))?"
_MONTH_DAY = rf"{_MONTH} {_DAY}(?: ([0-9]{{4}}))?"
_ISO = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_DOTTED = r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})?"
_SLASHED = r"([0-9]{1,2})[/-]([0-9]{1,2})(?:[/-]([0-9]{4}))?"
_NAMED = {"today": 0, "yesterday": -1, "tomorrow": 1, "next week": 7}
_WEEKDAY = rf"(?:(last|this|next) )?({WEEKDAY_PATTERN})"
_DATED_WEEKDAY = rf"({WEEKDAY_PATTERN})\.? (.*)"
_DISTANCE = r"(in )?([0-9]{1,4}|an?|one|two|three) (day|week|month)s?( ago)?"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_CLOCK = r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(am|pm|h)?"
_SAID_CLOCK = (
    r"(?:at )?(noon|[0-9]{1,2}[:.h][0-9]{2}(?:am|pm)?|[0-9]{1,2}(?:am|pm|h)|(?<=at )[0-9]{1,2})"
)
_CLOCK_LAST = rf"(?:(.*?) )??{_SAID_CLOCK}"
_CLOCK_FIRST = rf"{_SAID_CLOCK} (.*)"
_HOURS = (
    r"([0-9]{1,2})(?::([0-9]{2})| ?h(?:(?:ou)?rs?)?(?: ?([0-9]{1,2}) ?(?:m(?:in(?:ute)?s?)?)?)?)"
)
_MINUTES = r"([0-9]{1,4}) ?(?:m(?:in(?:ute)?s?)?)?"
_MOST_CHARACTERS = 100
_ONE_DAY = timedelta(days=1)
_A_WEEK = timedelta(weeks=1)
_SOON = timedelta(days=62)
_SUCH_AS = {
    "past": "today, tue, last tue 7am, 17 Nov, 3 days ago or 2026-11-17 07:00",
    "future": "tomorrow, fri, in 2 weeks, 3 Dec or 2026-12-03",
}
_MINUTES_A_DAY = 24 * 60


def read_date(words: str, today: date, *, prefer: Prefer = "past") -> date:
    """The day that words such as "yesterday", "last tue", "17 Nov" or "2026-11-17" mean.

    A weekday is the nearest in the preferred direction, today included; "last" and "next" leave
    today out. InvalidError says in its field `when` what can be typed.
    """
    return _day(words, _plain(words), today, prefer, nearest=today)


def read_nearest_date(words: str, today: date) -> date:
    """The day words mean, the nearer one of those before and after today."""
    past = read_date(words, today, prefer="past")
    future = read_date(words, today, prefer="future")
    return min(past, future, key=lambda day: abs(day - today))


def read_either_date(words: str, today: date) -> tuple[date, date]:
    """The latest and the next day words mean, which may be one; such as "Tue 24 Nov" is."""
    try:
        past = read_date(words, today, prefer="past")
    except InvalidError:
        only = read_date(words, today, prefer="future")
        return only, only
    with suppress(InvalidError):
        return past, read_date(words, today, prefer="future")
    return past, past


def read_recent_date(words: str, today: date) -> date:
    """The day words mean, looking back; but one of the next two months before last year's."""
    past, future = read_either_date(words, today)
    a_week_or_more = abs(past - today) >= _A_WEEK
    return future if a_week_or_more and future - today <= _SOON else past


def read_coming_date(words: str, today: date, since: date | None = None) -> date:
    """The next day words mean, but one of the last two months before next year's.

    With `since` it is the first of the two that isn't before that day.
    """
    past, future = read_either_date(words, today)
    if since is not None and since <= past:
        return past
    return past if today - past <= _SOON < future - today else future


def read_moment(words: str, now: datetime, *, prefer: Prefer = "past") -> date | datetime:
    """The day words mean, or its moment when they say a time too, such as "tue 7am".

    A time alone is today's. InvalidError says in its field `when` what can be typed.
    """
    day_words, clock_words = _parted(_plain(words))
    if not clock_words:
        return read_date(words, now.date(), prefer=prefer)
    clock = _clock(clock_words)
    if clock is None:
        raise _unreadable_day(words, prefer)
    today = nearest = now.date()
    if prefer == "past" and clock > now.time():
        nearest -= _ONE_DAY
    if prefer == "future" and clock < now.time():
        nearest += _ONE_DAY
    day = _day(words, day_words or "today", today, prefer, nearest=nearest)
    return datetime.combine(day, clock)


def read_time(words: str) -> time:
    """The time of day that "7", "7am", "07:00", "7.30", "0730", "19h" or "noon" mean.

    InvalidError says in its field `time` what can be typed.
    """
    text = _plain(words).removeprefix("at ")
    clock = _clock(re.sub("^([0-9]{2})([0-9]{2})$", r"\1:\2", text))
    if clock is None:
        raise InvalidError({"time": f"{_quoted(words)} isn't a time; type 07:00, 7.30pm or 19h."})
    return clock


def read_duration(words: str) -> int:
    """The minutes that "90", "90 min", "1h30" or "1:30" mean, 1 up to a day's.

    InvalidError says in its field `duration` what can be typed.
    """
    text = _plain(words)
    minutes = 0
    if found := re.fullmatch(_MINUTES, text):
        minutes = int(found[1])
    elif found := re.fullmatch(_HOURS, text):
        minutes = int(found[1]) * 60 + int(found[2] or found[3] or 0)
    if not 1 <= minutes <= _MINUTES_A_DAY:
        sentence = f"{_quoted(words)} isn't a duration of up to a day; type 90, 90 min or 1h30."
        raise InvalidError({"duration": sentence})
    return minutes


def weekday_number(name: str) -> int:
    """The number of a weekday named as `WEEKDAY_PATTERN` allows; 0 is Monday."""
    return [weekday[:3].lower() for weekday in WEEKDAYS].index(name[:3])


def say_day(day: date, today: date | None = None) -> str:
    """A day such as "Tue 17 Nov 2026"; without the year when it is today's."""
    said = f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1]}"
    return said if today and today.year == day.year else f"{said} {day.year}"


def say_distance(day: date, today: date) -> str:
    """How far a day is from today, such as "tomorrow", "in 12 days" or "3 months ago".

    Past 60 days in whole months, past two years in whole years.
    """
    days = abs((day - today).days)
    if days <= 1:
        return {0: "today", 1: "tomorrow", -1: "yesterday"}[(day - today).days]
    if days <= 60:
        amount = f"{days} days"
    elif days <= 2 * 365:
        amount = f"{days * 12 // 365} months"
    else:
        amount = f"{days * 4 // 1461} years"
    return f"in {amount}" if day > today else f"{amount} ago"


def say_time(start: time, minutes: int | None = None) -> str:
    """A time such as "07:00", or "07:00–08:30" when it is known how long it takes."""
    if minutes is None:
        return f"{start:%H:%M}"
    end = datetime.combine(date.min, start) + timedelta(minutes=minutes)
    return f"{start:%H:%M}–{end:%H:%M}"


def say_range(start: datetime, minutes: int | None = None, today: date | None = None) -> str:
    """A moment such as "Tue 17 Nov, 07:00–08:30", with the year unless it is today's."""
    return f"{say_day(start.date(), today)}, {say_time(start.time(), minutes)}"


def _plain(words: str) -> str:
    text = " ".join(words[: _MOST_CHARACTERS + 1].casefold().replace(",", " ").split())
    text = re.sub(r"([0-9]{4}-[0-9]{2}-[0-9]{2})t(?=[0-9])", r"\1 ", text)
    text = re.sub(r"([0-9]) (am|pm)\b", r"\1\2", text)
    return re.sub(r"([0-9]) ?o'clock\b", r"\1h", text)


def _parted(text: str) -> tuple[str, str]:
    """What the words say of the day, and of the time; each may be empty."""
    if found := re.fullmatch(_CLOCK_LAST, text):
        day_words, clock_words = found[1] or "", found[2]
    elif found := re.fullmatch(_CLOCK_FIRST, text):
        clock_words, day_words = found[1], found[2]
    else:
        return text, ""
    # Alone, 17.11 might be a day of November just as well as a time.
    if not day_words and "." in clock_words and not clock_words.endswith("m"):
        return text, ""
    return day_words, clock_words


def _clock(text: str) -> time | None:
    found = re.fullmatch(_CLOCK, "12:00" if text == "noon" else text)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(words: str, text: str, today: date, prefer: Prefer, *, nearest: date) -> date:
    """`nearest` is the first day a weekday's name may mean, going the preferred way."""
    text = text.removeprefix("on ")
    try:
        if len(text) > _MOST_CHARACTERS:
            day = None
        elif text in _NAMED:
            day = today + timedelta(days=_NAMED[text])
        elif found := re.fullmatch(_WEEKDAY, text):
            day = _weekday(found[1], weekday_number(found[2]), today, prefer, nearest)
        elif found := re.fullmatch(_DISTANCE, text):
            day = _distant(found, today)
        else:
            day = _calendar_day(text, today, prefer)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise _unreadable_day(words, prefer)
    return day


def _weekday(which: str | None, number: int, today: date, prefer: Prefer, nearest: date) -> date:
    if which == "last":
        prefer, nearest = "past", min(nearest, today - _ONE_DAY)
    if which == "next":
        prefer, nearest = "future", max(nearest, today + _ONE_DAY)
    if prefer == "past":
        return nearest - timedelta(days=(nearest.weekday() - number) % 7)
    return nearest + timedelta(days=(number - nearest.weekday()) % 7)


def _distant(found: re.Match[str], today: date) -> date | None:
    ahead, amount, unit, ago = found.groups()
    if bool(ahead) == bool(ago):
        return None
    number = _NUMBERS.get(amount) or int(amount)
    steps = number if ahead else -number
    if unit == "month":
        return _months_on(today, steps)
    return today + timedelta(days=steps * (7 if unit == "week" else 1))


def _months_on(day: date, months: int) -> date:
    """The same day of another month, or its last where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - _ONE_DAY
    return min(first + timedelta(days=day.day - 1), last)


def _calendar_day(text: str, today: date, prefer: Prefer) -> date | None:
    said_weekday = re.fullmatch(_DATED_WEEKDAY, text)
    numbers = _numbers(said_weekday[2] if said_weekday else text)
    if numbers is None:
        return None
    year, month, number = numbers
    day = _nearest(month, number, today, prefer) if year is None else date(year, month, number)
    if day and said_weekday and day.weekday() != weekday_number(said_weekday[1]):
        raise InvalidError(
            {"when": f"{say_day(day)} is another weekday; leave out one of the two."}
        )
    return day


def _numbers(text: str) -> tuple[int | None, int, int] | None:
    """Year, month and day of month."""
    if found := re.fullmatch(_ISO, text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(_DAY_MONTH, text):
        day, month, year = found.groups()
        return int(year) if year else None, _month_number(month), int(day)
    if found := re.fullmatch(_MONTH_DAY, text):
        month, day, year = found.groups()
        return int(year) if year else None, _month_number(month), int(day)
    if found := re.fullmatch(_DOTTED, text):
        day, month, year = found.groups()
        return int(year) if year else None, int(month), int(day)
    if found := re.fullmatch(_SLASHED, text):
        return _slashed(found)
    return None


def _month_number(name: str) -> int:
    return [month.lower() for month in MONTHS].index(name[:3]) + 1


def _slashed(found: re.Match[str]) -> tuple[int | None, int, int]:
    one, other, year = int(found[1]), int(found[2]), found[3]
    if one <= 12 and other <= 12 and one != other:
        sentence = f"{found[0]} could be two days; type it as 2026-11-17 or as 17 Nov."
        raise InvalidError({"when": sentence})
    day, month = max(one, other), min(one, other)
    return int(year) if year else None, month, day


def _nearest(month: int, number: int, today: date, prefer: Prefer) -> date | None:
    """The nearest such day in the preferred direction; leap days are up to eight years apart."""
    step = -1 if prefer == "past" else 1
    for year in range(today.year, today.year + 9 * step, step):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if (day - today) * step >= timedelta(0):
            return day
    return None


def _unreadable_day(words: str, prefer: Prefer) -> InvalidError:
    sentence = f"{_quoted(words)} isn't a day I can read; type one such as {_SUCH_AS[prefer]}."
    return InvalidError({"when": sentence})


def _quoted(words: str) -> str:
    shown = " ".join(words.split())
    return f"“{shown if len(shown) <= 40 else shown[:39] + '…'}”"
