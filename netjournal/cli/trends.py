"""`netjournal trends`: how energy, confidence and pushiness go over time."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.printing import (
    cell_width,
    csv_option,
    cut,
    fitted,
    json_option,
    print_csv,
    print_json,
    print_table,
)
from netjournal.cli.reading import Reading, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.exchange.markdown import escaped
from netjournal.exchange.rounding import rounded
from netjournal.insights.trend_words import (
    ARROWS,
    say_bucket,
    say_change,
    say_level,
    say_outlook,
    say_spiral,
    say_turns,
    tenths,
)
from netjournal.insights.trends import total
from netjournal.model.scale import SCALES
from netjournal.model.trends import Bucket, By, Course, Figure, Outlook, Span, Trends
from netjournal.text import visible


@click.command(cls=Reading)
@click.argument("group", required=False)
@click.option(
    "--weeks", "span", type=OneOf(Span), default=Span.HALF, help="How far back; 26 unless you say."
)
@click.option("--by", type=OneOf(By), default=By.WEEK, help="What one step is.")
@json_option
@csv_option
@journal_option
@click.pass_obj
def trends(
    session: Session, group: str | None, span: Span, by: By, as_json: bool, as_csv: bool
) -> None:
    """Show how energy, confidence and pushiness go, of one GROUP or of everything."""
    with session.reading() as journal:
        group_id = None if group is None else journal.groups.named(group).id
        reading = journal.trends(group_id, span, by)
    if as_json:
        print_json(_record(reading))
    elif as_csv:
        print_csv(_COLUMNS, (_values(reading, bucket) for bucket in reading.buckets))
    elif reading.first_use:
        click.echo("No reflections yet. Write one with: netjournal log GROUP", err=True)
    else:
        _print(reading)


def _print(reading: Trends) -> None:
    title = f"{visible(reading.name)}, {reading.span.words} by {reading.by}, n={reading.n}"
    if markdown_wanted():
        click.echo(f"# {escaped(title)}")
    else:
        click.echo(click.style(fitted(title), bold=True))
    if sys.stdout.isatty() and not markdown_wanted():
        for line in _charts(reading):
            click.echo(fitted(line))
    elif reading.buckets:
        click.echo()
        print_table(_HEADINGS, [_row(reading, bucket) for bucket in reading.buckets])
    looked_at = [
        outlook
        for outlook in reading.outlooks
        if reading.group_id is None or outlook.group_id == reading.group_id
    ]
    if looked_at:
        click.echo()
        _print_groups(reading, [_group_row(outlook) for outlook in looked_at])


def _print_groups(reading: Trends, rows: Sequence[Sequence[str]]) -> None:
    """Prints where groups are heading; in a narrow terminal the words of it stand below."""
    on_terminal = sys.stdout.isatty() and not markdown_wanted()
    room = shutil.get_terminal_size().columns
    if not on_terminal or _width(rows) <= room:
        print_table(_GROUP_HEADINGS, rows)
        return
    # The arrows say the same as the last column.
    rows = [row[:-1] for row in rows]
    longest = max(cell_width(name) for name, *_ in rows)
    name_room = max(longest - max(_width(rows) - room, 0), _SHORTEST_NAME)
    print_table(_GROUP_HEADINGS[:-1], [(cut(row[0], name_room), *row[1:]) for row in rows])
    if reading.outlook is not None:
        click.echo(fitted(say_outlook(reading.outlook, reading.first)))
    elif reading.worst is not None:
        worst = reading.worst
        click.echo(fitted(f"▼ {visible(worst.name)}: {say_spiral(worst)} (n={worst.n})"))


def _width(rows: Sequence[Sequence[str]]) -> int:
    """How wide the table of groups is."""
    columns = zip(_GROUP_HEADINGS, *rows, strict=False)
    widths = [max(map(cell_width, column)) + 2 for column in columns if any(column[1:])]
    return sum(widths) - 2


_HEADINGS = ("When", "Meetings", *(scale.title for scale in SCALES), "Energy before")
_GROUP_HEADINGS = ("Group", *(scale.title for scale in SCALES), "n", "Energy change", "Trend")
_COLUMNS = (
    "group",
    "first",
    "last",
    "n",
    "energy",
    "confidence",
    "pushiness",
    "energy_before",
)
_BESIDE, _WIDEST = 28, 80
_SHORTEST_NAME = 8


def _charts(reading: Trends) -> Iterator[str]:
    if not reading.buckets:
        return
    # Only here: commands that draw nothing needn't load it.
    from netjournal.ui.widgets.charts.sparkline import sparkline, squeezed

    width = min(max(shutil.get_terminal_size().columns - _BESIDE, 1), _WIDEST)
    summed = total(bucket.tally for bucket in reading.buckets)
    for scale in SCALES:
        means = [float(bucket.tally.mean(scale)) for bucket in reading.buckets]
        drawn = sparkline(squeezed(means, width))
        yield f"  {scale.title:<11}{drawn}  {say_level(scale, summed.mean(scale))}"
    days = f"{say_bucket(reading.buckets[0], reading.by)} to "
    yield f"  {'':<11}{days}{say_bucket(reading.buckets[-1], reading.by)}"


def _row(reading: Trends, bucket: Bucket) -> tuple[str, ...]:
    before = bucket.tally.mean_before
    return (
        say_bucket(bucket, reading.by),
        str(bucket.tally.n),
        *(tenths(bucket.tally.mean(scale)) for scale in SCALES),
        "" if before is None else tenths(before),
    )


def _group_row(outlook: Outlook) -> tuple[str, ...]:
    return (
        outlook.name,
        *(_course(course) for _, course in outlook.courses),
        str(outlook.n),
        say_change(outlook, what=""),
        say_turns(outlook),
    )


def _course(course: Course) -> str:
    # Without its word: "steady" would be a level and a trend in one line.
    level = tenths(course.level.value) if course.level else ""
    return f"{level} {ARROWS[course.direction]}" if course.direction else level


def _values(reading: Trends, bucket: Bucket) -> tuple[object, ...]:
    tally = bucket.tally
    return (
        "" if reading.group_id is None else reading.name,
        bucket.first,
        bucket.last,
        tally.n,
        *(_rounded(tally.mean(scale)) for scale in SCALES),
        "" if tally.mean_before is None else _rounded(tally.mean_before),
    )


def _record(reading: Trends) -> dict[str, object]:
    return {
        "group": None if reading.group_id is None else reading.name,
        "weeks": reading.span,
        "by": reading.by,
        "first": reading.first,
        "last": reading.last,
        "n": reading.n,
        "steps": [_step(bucket) for bucket in reading.buckets],
        "groups": [_outlook(outlook) for outlook in reading.outlooks],
    }


def _step(bucket: Bucket) -> dict[str, object]:
    tally = bucket.tally
    return {
        "first": bucket.first,
        "last": bucket.last,
        "n": tally.n,
        **{scale.field: _rounded(tally.mean(scale)) for scale in SCALES},
        "energy_before": None if tally.mean_before is None else _rounded(tally.mean_before),
    }


def _outlook(outlook: Outlook) -> dict[str, object]:
    return {
        "group": outlook.name,
        "n": outlook.n,
        **{
            scale.field: {"trend": course.direction, "level": _figure(course.level)}
            for scale, course in outlook.courses
        },
        "energy_change": _figure(outlook.energy_change),
        "spiral": outlook.spiral,
    }


def _figure(figure: Figure | None) -> dict[str, object] | None:
    return None if figure is None else {"value": _rounded(figure.value), "n": figure.n}


def _rounded(value: Fraction) -> float:
    return float(rounded(value))
