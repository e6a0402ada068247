"""Readings as JSON: dataclasses, dates and amounts as they are documented."""

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal


def json_text(value: object, *, ascii_only: bool = False) -> str:
    """Dataclasses, dates, amounts and what holds them, indented by two."""
    return json.dumps(value, indent=2, ensure_ascii=ascii_only, default=_plain)


def _plain(value: object) -> object:
    """What JSON has no words for: dataclasses, dates, times and amounts."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} can't be written as JSON")
