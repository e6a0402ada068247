"""A meeting in a line of text, the same wherever a command prints one."""

from datetime import date, datetime

from netjournal.model.meeting import LogEntry, Meeting
from netjournal.model.occasion import Occasion
from netjournal.model.scale import SCALES
from netjournal.model.today import Latest
from netjournal.text import clean_line
from netjournal.when import say_range


def listed(start: datetime, name: str, today: date, minutes: int | None = None) -> str:
    """A meeting among others: its time first."""
    return f"{say_range(start, minutes, today)} · {name}"


def named(meeting: Meeting | Occasion, today: date) -> str:
    """A meeting by itself: its name first."""
    when = say_range(meeting.start, meeting.duration_minutes, today)
    return f"{clean_line(meeting.name)} · {when}"


def rated(reflection: LogEntry | Latest) -> str:
    """The ratings given, each with its word."""
    ratings = ((scale, getattr(reflection, scale.field)) for scale in SCALES)
    return ", ".join(
        f"{scale.field} {rating} {scale.words[rating - 1]}" for scale, rating in ratings if rating
    )
