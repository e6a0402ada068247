"""A person's preferences, read from a TOML file that needn't exist."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from netjournal.errors import PreferencesError


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person prefers; the defaults stand for whatever the file leaves out."""

    theme: str = "netjournal-dark"
    """The name of one of the app's themes."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """For each command of the app to be had on other keys, those keys, joined by commas."""


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


_READERS = {"theme": _theme, "keys": _keys}
