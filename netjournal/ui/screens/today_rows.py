"""What a line of Today can be about, and how it is drawn.

What lines are about are named tuples, for dataclasses would take a few milliseconds of the first
frame to make.
"""

from datetime import date
from enum import Enum
from typing import NamedTuple

from textual.content import Content

from netjournal.model.occasion import Occasion
from netjournal.model.scale import SCALES
from netjournal.model.today import (
    Latest,
    PlannedWork,
    TodayFollowUp,
    TodayInvitation,
    TodayPrep,
)
from netjournal.text import visible
from netjournal.ui.screens.agenda_rows import (
    ANSWER_KEYS,
    CAME_KEYS,
    DONE_KEYS,
    NARROW,
    WIDE,
    asked,
)
from netjournal.ui.widgets.agenda import row
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.pips import rating, sparkline
from netjournal.when import say_time

INDENT = 2
"""How far lines stand in from their headings."""

_DAY, _TIME, _RATING, _PEOPLE, _NOTE, _PREP, _BRIEF = 11, 11, 12, 10, 21, 44, 5
_SCALE = 12


class Section(Enum):
    """The sections in the order they are read, each with its heading."""

    WAITING = "Waiting for a reflection"
    ANSWERS = "Did they come? Did it get done?"
    DUE = "To do by today"
    COMING = "The next seven days"
    STRIP = "The last twelve weeks"
    LATEST = "Latest reflections"


class Waiting(NamedTuple):
    """A line about a meeting that waits for a reflection."""

    occasion: Occasion
    kept: bool
    """Whether a reflection of it was begun."""


class Coming(NamedTuple):
    """A line about a meeting to come."""

    occasion: Occasion
    prep: TodayPrep | None = None
    out: int = 0
    """How many invitations to it are out."""


class ToReview(NamedTuple):
    """The line that stands for a week that wants to be looked back on."""

    first: date


class Strip(NamedTuple):
    """A line about one of the ratings, week by week."""

    scale: int
    """Its place among the three."""
    weeks: tuple[int | None, ...]


class Invited(NamedTuple):
    """The line that says when I last invited someone."""

    days: int | None


class Older(NamedTuple):
    """The line that stands for what waits for long: meetings, or invitations."""

    number: int
    invitations: bool = False


class Invitation(Enum):
    """A line of the first page, while there is nothing to show."""

    GROUP = "n"
    REFLECT = "r"


class More(NamedTuple):
    """A line that stands for those of a section that don't fit."""

    section: Section
    number: int


Subject = (
    Waiting
    | Older
    | TodayInvitation
    | PlannedWork
    | ToReview
    | TodayFollowUp
    | Coming
    | Strip
    | Invited
    | Latest
    | More
)
"""What a line of Today can be about, once there is something to show."""


def invitation(invited: Invitation) -> Content:
    """A line of the first page."""
    return Content.assemble((f"  {invited.value}", "bold $text-primary"), f"  {_INVITED[invited]}")


def draw(subject: Subject, width: int, today: date) -> Content:
    """A line about `subject` as wide as that, seen on the day `today`."""
    match subject:
        case Waiting():
            return _waiting(subject, width, today)
        case Coming():
            return _coming(subject, width, today)
        case TodayInvitation():
            return _invitation(subject, width, today)
        case PlannedWork():
            return _planned_work(subject, width, today)
        case ToReview(first):
            return row(width, ("Review", _DAY), (f"the week of {short_day(first, today)}", 0))
        case TodayFollowUp():
            return _follow_up(subject, width, today)
        case Strip():
            return _strip(subject, width)
        case Invited(days):
            return _invited(days)
        case Latest():
            return _latest(subject, width, today)
        case Older(number):
            return Content.styled(f"and {number} from before that", "$text-muted")
        case More(number=number):
            return Content.styled(f"+{number} more", "$text-muted")


def heading(section: Section, width: int) -> Content:
    """A section's heading over lines as wide as that; over ratings it names their columns."""
    title = Content.styled(section.value, "bold $text-primary")
    if section is not Section.LATEST or width < NARROW:
        return title
    columns = [(Content.styled(scale.field, "$text-muted"), _RATING) for scale in SCALES]
    people = [("", _PEOPLE)] if width >= WIDE else []
    return row(width + INDENT, (title, 0), *columns, *people)


def away(day: date, today: date) -> str:
    """How far a day is, such as "tomorrow" or "3 days ago"."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")


def _waiting(subject: Waiting, width: int, today: date) -> Content:
    occasion = subject.occasion
    note = Content.styled(away(occasion.day, today), "$text-muted")
    if subject.kept:
        kept = "draft" if width < NARROW else "draft kept, r goes on"
        note = Content.styled(kept, "$text-accent")
    return _meeting(occasion, width, today, note)


def _coming(subject: Coming, width: int, today: date) -> Content:
    occasion = subject.occasion
    room = _PREP if width >= WIDE else _NOTE
    note = _prepared(subject, room) or f"{away(occasion.day, today)}  {visible(occasion.place)}"
    return _meeting(occasion, width, today, Content.styled(note, "$text-muted"), room)


def _prepared(subject: Coming, room: int) -> str:
    """What is worth knowing before a meeting, as much of it as fits."""
    prep, said = subject.prep, ""
    parts = []
    if subject.out:
        parts.append(f"{subject.out} invited")
    if prep is not None and prep.no_why:
        parts.append("1 why to ask" if prep.no_why == 1 else f"{prep.no_why} whys to ask")
    if prep is not None and prep.to_meet:
        parts.append(f"meet {visible(prep.to_meet[0])}")
    for part in parts:
        longer = f"{said} · {part}" if said else part
        said = longer if len(longer) <= room else said
    return said


def _meeting(
    occasion: Occasion, width: int, today: date, note: Content, room: int = _NOTE
) -> Content:
    start, name = occasion.start.time(), visible(occasion.name)
    if width < NARROW:
        briefly = [(note, _BRIEF)] if note.cell_length <= _BRIEF else []
        return row(width, _when(occasion.day, today), (say_time(start), 5), (name, 0), *briefly)
    hours = say_time(start, occasion.duration_minutes)
    return row(width, _when(occasion.day, today), (hours, _TIME), (name, 0), (note, room))


def _invitation(subject: TodayInvitation, width: int, today: date) -> Content:
    when = _when(date.fromisoformat(subject.start[:10]), today)
    name = Content.assemble(visible(subject.name), (" came?", "$text-muted"))
    return asked(width, when, name, visible(subject.title), CAME_KEYS)


def _follow_up(subject: TodayFollowUp, width: int, today: date) -> Content:
    due = date.fromisoformat(subject.due)
    when = Content.styled(short_day(due, today), "$text-error" if due < today else "")
    what = Content(visible(subject.what))
    return asked(width, (when, _DAY), what, visible(subject.name), DONE_KEYS)


def _strip(subject: Strip, width: int) -> Content:
    scale = SCALES[subject.scale]
    weeks = [
        sparkline(scale, (value,)) if value else Content.styled(" ", "$text-muted")
        for value in subject.weeks
    ]
    last = next((value for value in reversed(subject.weeks) if value), None)
    said = rating(scale, last, word=width >= NARROW) if last else Content("")
    title = Content.styled(scale.title.ljust(_SCALE), "$text-muted")
    return Content.assemble(title, "  ", *weeks, "  ", said)


def _invited(days: int | None) -> Content:
    said = "nobody yet" if days is None else f"{days} days ago" if days > 1 else _LATELY[days]
    return Content.assemble(("Last invited".ljust(_SCALE + 2), "$text-muted"), said)


def _planned_work(subject: PlannedWork, width: int, today: date) -> Content:
    when = _when(subject.start.date(), today)
    work = Content(visible(subject.planned_work))
    return asked(width, when, work, visible(subject.name), ANSWER_KEYS)


def _latest(subject: Latest, width: int, today: date) -> Content:
    when, name = _when(subject.start.date(), today), visible(subject.name)
    values = (subject.energy, subject.confidence, subject.pushiness)
    narrow, wide = width < NARROW, width >= WIDE
    ratings = [
        (rating(scale, value, word=not narrow), 3 if narrow else _RATING)
        for scale, value in zip(SCALES, values, strict=True)
    ]
    people = [(_people(subject.people_count), _PEOPLE)] if wide else []
    return row(width, when, (name, 0), *ratings, *people)


def _people(count: int) -> Content:
    said = "1 person" if count == 1 else f"{count} people"
    return Content.styled(said if count else "", "$text-muted")


_INVITED = {
    Invitation.GROUP: "name your first group and when it meets",
    Invitation.REFLECT: "reflect on a meeting you have just been to",
}

_LATELY = ("today", "yesterday")


def _when(day: date, today: date) -> tuple[str, int]:
    return short_day(day, today), _DAY
