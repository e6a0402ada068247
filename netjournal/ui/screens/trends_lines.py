"""What Trends says in words, and what it gives the charts to draw."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import floor

from textual.content import Content

from netjournal.insights.trend_words import (
    ARROWS,
    say_bucket,
    say_change,
    say_level,
    say_outlook,
    say_spiral,
    say_turns,
    say_until,
    step,
    tenths,
)
from netjournal.model.scale import ENERGY, SCALES, Scale
from netjournal.model.trends import Bucket, By, Outlook, RatedDay, Span, Trends
from netjournal.text import visible
from netjournal.ui.widgets.charts.band import Band, Mark
from netjournal.ui.widgets.charts.bars import Bar
from netjournal.ui.widgets.charts.grid import Ink, step_ink
from netjournal.ui.widgets.charts.sparkline import squeezed
from netjournal.ui.widgets.columns import Column
from netjournal.ui.widgets.pips import sparkline

_LATEST = 8
_ARROW = 2
_INKS = (Ink.PLAIN, Ink.POOR, Ink.BAD)
"""Of a group none, one, or more of whose ratings go the wrong way."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the list of what can be looked at: everything, or a group."""

    group_id: int | None
    name: str
    outlook: Outlook | None = None
    until: str = ""
    """The day of the latest reflection it rests on, if that is before what is looked at."""


def choices(trends: Trends, everything: str) -> tuple[Choice, ...]:
    """Everything, then each group."""
    groups = (
        Choice(each.group_id, each.name, each, say_until(each, trends.first))
        for each in trends.outlooks
    )
    return Choice(None, everything), *groups


def columns() -> tuple[Column[Choice], ...]:
    """A group with its latest ratings, where they go, and that in words."""
    return (
        Column("Group", lambda choice: choice.name, share=2),
        *(
            Column(scale.title, partial(_latest, scale), width=_LATEST + _ARROW, hidden_below=60)
            for scale in SCALES
        ),
        Column("Trend", _turns, share=3, hidden_below=40),
    )


def summary(trends: Trends, width: int) -> Content:
    """What it comes to: where a group is heading, which goes wrong, or how much there is."""
    if (outlook := trends.outlook) is not None:
        whole = _heading(outlook, say_outlook(outlook, trends.first))
        if whole.cell_length <= width or outlook.spiral is None:
            return whole
        until = say_until(outlook, trends.first)
        return _heading(outlook, f"{say_turns(outlook)} {until}".rstrip() + f" (n={outlook.n})")
    if not trends.n:
        return Content.styled(nothing(trends), "$text-muted")
    if trends.n == 1:
        return Content.styled("One reflection so far; each one more says more", "$text-muted")
    if (worst := trends.worst) is not None:
        # The bands of all groups together hide the one that goes wrong.
        wrong = f"▼ {visible(worst.name)}: {say_spiral(worst)} (n={worst.n})"
        return Content.styled(wrong, f"bold {_ink(worst).value}")
    return Content.styled(f"{trends.n:,} reflections", "$text-muted")


def nothing(trends: Trends) -> str:
    """That nothing was recorded in these weeks, and the key that looks further back."""
    further = "" if trends.span is Span.ALL else "; - looks further back, a at all time"
    return f"No reflections in {trends.span.words}{further}"


def over(trends: Trends) -> str:
    """How far back, and in which steps."""
    rings = "○ before  " if any(bucket.tally.befores for bucket in trends.buckets) else ""
    return f"{rings}{trends.span.words} by {trends.by}"


def readout(trends: Trends, bucket: Bucket | None, width: int) -> Content:
    """The values of the days under the cursor, with words and names where there is room."""
    if bucket is None:
        # Of all groups together the line above says it.
        return Content.styled(nothing(trends) if trends.outlook else "", "$text-muted")
    for words, names in ((True, True), (False, True)):
        said = _readout(trends, bucket, words=words, names=names)
        if said.cell_length <= width:
            return said
    return _readout(trends, bucket, words=False, names=False)


def meetings_of(trends: Trends, bucket: Bucket) -> str:
    """Whose meetings of which days, such as "Riverside, 9–15 Nov 2026"."""
    days = say_bucket(bucket, trends.by)
    return days if trends.group_id is None else f"{visible(trends.name)}, {days}"


def bands(trends: Trends) -> list[Band]:
    """The three ratings, a band each."""
    return [
        Band(
            title=scale.title,
            top=scale.words[-1],
            bottom=scale.words[0],
            line=[_mark(bucket, scale) for bucket in trends.buckets],
            dots=[_dot(each, scale) for each in trends.dots],
            rings=list(_befores(trends)) if scale is ENERGY else (),
            high_is_good=scale.high_is_good,
            gap=45 if trends.by is By.WEEK else 100,
        )
        for scale in SCALES
    ]


def counts(trends: Trends) -> list[Bar]:
    """How many reflections lie behind each step."""
    return [Bar(each.first, each.last, each.tally.n) for each in trends.buckets]


def _heading(outlook: Outlook, words: str) -> Content:
    change = say_change(outlook)
    said = Content.styled(words, _ink(outlook).value)
    return said + Content.styled(f" · {change}" if change else "", "$text-muted")


def _readout(trends: Trends, bucket: Bucket, *, words: bool, names: bool) -> Content:
    tally = bucket.tally
    parts: list[Content] = [
        Content.styled(say_bucket(bucket, trends.by), "bold"),
        Content.styled(f"n={tally.n}", "$text-muted"),
    ]
    for scale in SCALES:
        mean = tally.mean(scale)
        before = tally.mean_before if scale is ENERGY else None
        came = f"{tenths(before)} → " if before is not None else ""
        ink = step_ink(step(mean), high_is_good=scale.high_is_good)
        said = say_level(scale, mean) if words else tenths(mean)
        name = scale.title if names else scale.title[:1]
        parts.append(Content.assemble((f"{name} ", "$text-muted"), (f"{came}{said}", ink.value)))
    return Content("  ").join(parts)


def _befores(trends: Trends) -> Iterator[Mark]:
    for bucket in trends.buckets:
        if (before := bucket.tally.mean_before) is not None:
            yield Mark(bucket.middle, float(before))


def _mark(bucket: Bucket, scale: Scale) -> Mark:
    return Mark(bucket.middle, float(bucket.tally.mean(scale)))


def _dot(rated: RatedDay, scale: Scale) -> Mark:
    return Mark(rated.day, float(rated.tally.mean(scale)))


def _latest(scale: Scale, choice: Choice) -> Content:
    if choice.outlook is None:
        return Content("")
    values = [getattr(each, scale.field) for each in choice.outlook.recent]
    drawn = [floor(value + 0.5) for value in squeezed(values, _LATEST) if value]
    direction = getattr(choice.outlook, scale.field).direction
    arrow = f" {ARROWS[direction]}" if direction else ""
    return Content(" " * (_LATEST - len(drawn))) + sparkline(scale, drawn) + Content(arrow)


def _turns(choice: Choice) -> Content:
    outlook = choice.outlook
    if outlook is None:
        return Content("")
    # It begins with the number, which a narrow window would cut off at the end.
    counted = f"n={outlook.n} " if outlook.spiral is not None else ""
    until = f", {choice.until}" if choice.until else ""
    return Content.styled(f"{counted}{say_turns(outlook)}{until}", _ink(outlook).value)


def _ink(outlook: Outlook) -> Ink:
    return _INKS[min(len(outlook.spiral or ()), 2)]
