"""What a line of Today can be about, and how it is drawn."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from textual.content import Content

from netjournal.model.occasion import Occasion
from netjournal.model.scale import SCALES
from netjournal.model.today import Latest, PlannedWork
from netjournal.text import visible
from netjournal.ui.widgets.agenda import row
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.pips import rating
from netjournal.when import say_time

NARROW = 60
"""Below this width lines keep to what matters most."""

WIDE = 90
"""From this width on lines also say what is good to know."""
INDENT = 2
"""How far lines stand in from their headings."""

_DAY, _TIME, _RATING, _PEOPLE, _NOTE, _BRIEF = 11, 11, 12, 10, 21, 5


class Section(Enum):
    """The sections in the order they are read, each with its heading."""

    WAITING = "Waiting for a reflection"
    ANSWERS = "Did the planned work get done?"
    COMING = "The next seven days"
    LATEST = "Latest reflections"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line about a meeting that waits for a reflection."""

    occasion: Occasion
    kept: bool
    """Whether a reflection of it was begun."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A line about a meeting to come."""

    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Older:
    """The line that stands for meetings that wait for long."""

    count: int


class Invitation(Enum):
    """A line of the first page, while there is nothing to show."""

    GROUP = "n"
    REFLECT = "r"


@dataclass(frozen=True, slots=True)
class More:
    """A line that stands for those of a section that don't fit."""

    section: Section
    count: int


Subject = Waiting | Older | PlannedWork | Coming | Latest | More
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
        case PlannedWork():
            return _planned_work(subject, width, today)
        case Latest():
            return _latest(subject, width, today)
        case Older(count):
            return Content.styled(f"and {count} from before that", "$text-muted")
        case More(count=count):
            return Content.styled(f"+{count} more", "$text-muted")


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
    note = f"{away(occasion.day, today)}  {visible(occasion.place)}"
    return _meeting(occasion, width, today, Content.styled(note, "$text-muted"))


def _meeting(occasion: Occasion, width: int, today: date, note: Content) -> Content:
    start, name = occasion.start.time(), visible(occasion.name)
    if width < NARROW:
        briefly = [(note, _BRIEF)] if note.cell_length <= _BRIEF else []
        return row(width, _when(occasion.day, today), (say_time(start), 5), (name, 0), *briefly)
    hours = say_time(start, occasion.duration_minutes)
    return row(width, _when(occasion.day, today), (hours, _TIME), (name, 0), (note, _NOTE))


def _planned_work(subject: PlannedWork, width: int, today: date) -> Content:
    when = _when(subject.start.date(), today)
    work = Content(visible(subject.planned_work))
    if width < NARROW:
        return row(width, when, (work, 0))
    name = Content.styled(visible(subject.name), "$text-muted")
    keys = Content.assemble(*(part for key in _ANSWER_KEYS for part in key))
    return row(width, when, (work, 0), (name, width // 5), (keys, keys.cell_length))


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

_ANSWER_KEYS = tuple(
    ((key, "bold $text-primary"), (f" {word}  ", "$text-muted"))
    for key, word in (("y", "yes"), ("p", "partly"), ("x", "no"))
)


def _when(day: date, today: date) -> tuple[str, int]:
    return short_day(day, today), _DAY
