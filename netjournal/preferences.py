"""A person's preferences, read from a TOML file that needn't exist, and written to it."""

import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from netjournal.errors import PreferencesError


class Preferences(NamedTuple):
    """What a person prefers; the defaults stand for whatever the file leaves out."""

    theme: str = "netjournal-dark"
    """The name of one of the app's themes."""
    keys: Mapping[str, str] = MappingProxyType({})
    """For each command of the app to be had on other keys, those keys, joined by commas."""
    cadence_days: int = 90
    """Days between touches for whom neither they nor a tag of theirs says otherwise."""
    currency: str = ""
    """Of all amounts: three capital letters, such as EUR; empty shows amounts alone."""
    week_start: str = "monday"
    """The weekday on which weeks begin, in small letters."""
    most_all_in: int = 2
    """Groups to be all in with, before joining another one is doubted."""
    most_active: int = 3
    """Groups to be a member of or try out, likewise."""
    hours_budget: Decimal | None = None
    """Hours a month for networking in all; None: as many as it takes."""
    hourly_value: Decimal | None = None
    """What an hour of mine is worth; None: unknown, so that only money is counted."""

    @property
    def week_begins(self) -> int:
        """That weekday's number; 0 is Monday."""
        return _WEEKDAYS.index(self.week_start)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_THEME_LINE = re.compile(r"^[ \t]*theme[ \t]*=[^#\r\n]*?(?=[ \t]*(?:#[^\r\n]*)?$)", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def read(path: Path) -> Preferences:
    """The preferences in a file, or the defaults when there is none.

    PreferencesError says what in the file can't be used, and what could stand there.
    """
    try:
        text = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Preferences()
    except OSError as problem:
        raise PreferencesError(f"{path} can't be read: {problem.strerror}.") from problem
    return _checked(path, _parsed(path, text))


def remember_theme(path: Path, theme: str) -> None:
    """Writes the theme into the file, whatever else it says staying as it is.

    PreferencesError when the file can't be written, or says what can't be used.
    """
    # Someone may keep the file elsewhere, with a link in its place.
    path = path.resolve()
    try:
        before = path.read_bytes() if path.exists() else b""
        wanted = {**_parsed(path, before), "theme": theme}
        after = _with_theme(before.decode(), theme)
        if not _says(after, wanted):
            raise PreferencesError(
                f"The theme isn't remembered: {path} says it as only a person can change it."
            )
        _replace(path, after)
    except OSError as problem:
        raise PreferencesError(
            f"The theme isn't remembered: {path} can't be written: {problem.strerror}."
        ) from problem


def _with_theme(text: str, theme: str) -> str:
    line = f"theme = {_quoted(theme)}"
    table = _TABLE.search(text)
    above, tables = (text[: table.start()], text[table.start() :]) if table else (text, "")
    if _THEME_LINE.search(above):
        return _THEME_LINE.sub(lambda _: line, above, count=1) + tables
    return f"{line}\n{text}"


def _says(text: str, wanted: Mapping[str, Any]) -> bool:
    import tomllib

    try:
        return tomllib.loads(text) == wanted
    except ValueError:
        return False


def _quoted(text: str) -> str:
    # JSON's strings are TOML's.
    import json

    return json.dumps(text)


def _replace(path: Path, text: str) -> None:
    """Puts a new file in the place of the old one, so that there is always a whole one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise


def _parsed(path: Path, text: bytes) -> Mapping[str, Any]:
    # Most starts find no file, and do without this import.
    import tomllib

    try:
        return tomllib.loads(text.decode())
    except ValueError as problem:
        raise PreferencesError(f"{path} isn't TOML: {problem}.") from problem


def _checked(path: Path, found: Mapping[str, Any]) -> Preferences:
    for name in found:
        if name not in _READERS:
            known = ", ".join(_READERS)
            raise PreferencesError(f"{path}: there is no preference {name!r}; there is {known}.")
    values: dict[str, Any] = {}
    for name, value in found.items():
        try:
            values[name] = _READERS[name](value)
        except ValueError as problem:
            raise PreferencesError(f"{path}: {problem}") from problem
    return Preferences(**values)


def _theme(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError('theme is a name in quotes, such as theme = "netjournal-light".')
    return value


def _keys(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError('keys is a table, such as [keys] and below it reflect = "f5".')
    keys: dict[str, str] = {}
    for command, key in _flat(value):
        if not isinstance(key, str) or not key:
            raise ValueError(f'keys.{command} is a key in quotes, such as "f5" or "ctrl+l,f5".')
        keys[command] = key
    return keys


def _flat(table: Mapping[str, Any], before: str = "") -> list[tuple[str, object]]:
    """The entries of a table and those in it; TOML reads `groups.new` as `new` within `groups`."""
    found: list[tuple[str, object]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{before}{name}.")
        else:
            found.append((before + name, value))
    return found


def _cadence_days(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 3650:
        raise ValueError("cadence_days is a number of days from 1 to 3650, such as 60.")
    return value


def _currency(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch("[A-Z]{3}", value):
        raise ValueError('currency is three capital letters in quotes, such as currency = "EUR".')
    return value


def _most(name: str) -> Callable[[object], int]:
    def read(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100:
            raise ValueError(f"{name} is a number of groups from 1 to 100, such as 3.")
        return value

    return read


def _amount(name: str, most: int, example: str) -> Callable[[object], Decimal]:
    def read(value: object) -> Decimal:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= most:
            amount = Decimal(str(value))
            if amount == round(amount, 2):
                return amount
        sentence = f"is a number above 0, up to {most:,}, with at most two decimals"
        raise ValueError(f"{name} {sentence}, such as {example}.")

    return read


def _week_start(value: object) -> str:
    if value not in _WEEKDAYS:
        raise ValueError('week_start is a weekday in quotes, such as week_start = "sunday".')
    return str(value)


_READERS = {
    "theme": _theme,
    "keys": _keys,
    "cadence_days": _cadence_days,
    "currency": _currency,
    "week_start": _week_start,
    "most_all_in": _most("most_all_in"),
    "most_active": _most("most_active"),
    "hours_budget": _amount("hours_budget", 744, "20"),
    "hourly_value": _amount("hourly_value", 1_000_000, "45.50"),
}
