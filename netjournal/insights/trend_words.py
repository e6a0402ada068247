"""Says what the ratings are doing, in words."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import floor

from netjournal.insights.trends import ENOUGH_FOR_A_TREND
from netjournal.model.scale import Scale
from netjournal.model.trends import Bucket, By, Direction, Outlook
from netjournal.when import MONTHS

ARROWS = {Direction.UP: "▲", Direction.STEADY: "▶", Direction.DOWN: "▼"}
"""Where a rating is going, as a sign."""


def say_outlook(outlook: Outlook, since: date | None = None) -> str:
    """Such as "energy down over the last 8 meetings (n=8)"; dated if all were before a day."""
    if outlook.spiral is None:
        return say_turns(outlook)
    until = say_until(outlook, since)
    over = f"{outlook.n} meetings {until}" if until else f"last {outlook.n} meetings"
    return f"{say_turns(outlook)} over the {over} (n={outlook.n})"


def say_until(outlook: Outlook, since: date | None) -> str:
    """Such as "until 3 May 2026", the latest meeting it rests on; empty if not before a day."""
    latest = outlook.latest[-1].day if outlook.latest else None
    if since is None or latest is None or latest >= since:
        return ""
    return f"until {latest.day} {MONTHS[latest.month - 1][:3]} {latest.year}"


def say_turns(outlook: Outlook) -> str:
    """Such as "energy down, pushiness up", or that nothing turns or too little is known."""
    if outlook.spiral is None:
        return f"too few reflections for a trend (n={outlook.n} of {ENOUGH_FOR_A_TREND})"
    turns = [
        f"{scale.field} {course.direction}"
        for scale, course in outlook.courses
        if course.direction is not Direction.STEADY
    ]
    return ", ".join(turns) or "all three steady"


def say_spiral(outlook: Outlook) -> str:
    """Such as "energy and confidence fall, pushiness rises": what goes the wrong way."""
    turns = [turn.split(" ") for turn in outlook.spiral or ()]
    falling = [field for field, way in turns if way == Direction.DOWN]
    rising = [field for field, way in turns if way == Direction.UP]
    parts = (_moving(falling, "fall"), _moving(rising, "rise"))
    return ", ".join(part for part in parts if part)


def say_change(outlook: Outlook, what: str = " energy a meeting") -> str:
    """Such as "+0.4 energy a meeting (n=6)", empty when too little is known."""
    if (change := outlook.energy_change) is None:
        return ""
    sign = "−" if change.value < 0 else "+" if change.value else "±"
    return f"{sign}{tenths(abs(change.value))}{what} (n={change.n})"


def say_bucket(bucket: Bucket, by: By) -> str:
    """Such as "9–15 Nov 2026", or "Nov 2026"."""
    first, last = bucket.first, bucket.last
    month, year = MONTHS[last.month - 1][:3], last.year
    if by is By.MONTH:
        return f"{month} {year}"
    if first.month == last.month:
        return f"{first.day}–{last.day} {month} {year}"
    return f"{first.day} {MONTHS[first.month - 1][:3]} – {last.day} {month} {year}"


def say_level(scale: Scale, value: Fraction) -> str:
    """Such as "2.3 tired"."""
    return f"{tenths(value)} {scale.words[step(value) - 1]}"


def step(value: Fraction) -> int:
    """The step of a scale nearest to a mean, halves up."""
    return floor(value + Fraction(1, 2))


def tenths(value: Fraction) -> str:
    """A mean with one decimal, halves up."""
    whole, rest = divmod(floor(value * 10 + Fraction(1, 2)), 10)
    return f"{whole}.{rest}"


def _moving(fields: Sequence[str], verb: str) -> str:
    if not fields:
        return ""
    return f"{' and '.join(fields)} {verb}{'s' if len(fields) == 1 else ''}"
