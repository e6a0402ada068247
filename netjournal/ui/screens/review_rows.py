"""What a line of the review can be about, and how it is drawn."""

from dataclasses import dataclass
from datetime import date, datetime

from textual.content import Content

from netjournal.insights.trend_words import tenths
from netjournal.model.figure import Figure
from netjournal.model.follow_up import FollowUp
from netjournal.model.invitation import Invitation
from netjournal.model.occasion import Occasion
from netjournal.model.plan import Action, Gift
from netjournal.model.review import Habit, HeldMeeting, Quiet, Rating
from netjournal.model.scale import SCALES
from netjournal.model.today import PlannedWork
from netjournal.text import visible
from netjournal.ui.screens.agenda_rows import (
    ANSWER_KEYS,
    CAME_KEYS,
    DONE_KEYS,
    NARROW,
    WIDE,
    asked,
    keys,
)
from netjournal.ui.widgets.agenda import row
from netjournal.ui.widgets.page import short_day
from netjournal.ui.widgets.pips import depth, rating
from netjournal.when import say_distance, say_time

_DAY, _RATING, _SCALE, _VALUE, _FIGURE, _BRIEFLY = 11, 12, 12, 6, 14, 5
_QUIET_KEYS = keys(("c", "in touch"))
_PLAN_KEYS = keys(("a", "plan it"))


@dataclass(frozen=True, slots=True)
class Wanting:
    """A line about a meeting that wants a reflection."""

    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Written:
    """A line of what I wrote of a week: Enter writes it, or goes to that week."""

    week: date
    what: str
    place: int = 0
    """Which line of it."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """A line about a habit."""

    habit: Habit


Subject = (
    HeldMeeting
    | Wanting
    | Invitation
    | PlannedWork
    | Quiet
    | FollowUp
    | Gift
    | Action
    | Ticked
    | Written
)
"""What a line of the review can be about."""


def draw(subject: Subject, width: int, today: date) -> Content:
    """A line about `subject` as wide as that, seen on the day `today`."""
    match subject:
        case HeldMeeting():
            return _held(subject, width, today)
        case Wanting(occasion):
            return _wanting(occasion, width, today)
        case Invitation():
            name = Content.assemble(visible(subject.name), (" came?", "$text-muted"))
            when = _when(_day(subject.start), today)
            return asked(width, when, name, visible(subject.title), CAME_KEYS)
        case PlannedWork():
            work = Content(visible(subject.planned_work))
            when = _when(subject.start.date(), today)
            return asked(width, when, work, visible(subject.name), ANSWER_KEYS)
        case Quiet():
            return _quiet(subject, width, today)
        case FollowUp():
            return _follow_up(subject, width, today)
        case Gift():
            return _gift(subject, width, today)
        case Action():
            return _action(subject, width)
        case Ticked(habit):
            return _habit(habit, width)
        case Written(what=what):
            return Content(what)


def rating_line(found: Rating, meetings: tuple[HeldMeeting, ...], width: int) -> Content:
    """How one of the ratings was, and how it was before."""
    scale, now = found.scale, found.mean
    values = [value for one in meetings if (value := getattr(one, scale.field)) is not None]
    if now.value is not None:
        said = figure(now)
    elif values:
        said = Content(" ").join(rating(scale, value, word=len(values) == 1) for value in values)
    else:
        said = Content.styled("not rated", "$text-muted")
    title = Content.styled(scale.title, "$text-muted")
    turn = _turn(found)
    before = Content.assemble(("before ", "$text-muted"), figure(found.before))
    if width < NARROW:
        return row(width, (title, _SCALE), (said, 0), (turn, 1))
    return row(width, (title, _SCALE), (said, 0), (turn, 1), (before, width // 3))


def figure(found: Figure) -> Content:
    """A mean with what it rests on."""
    if found.value is None:
        return Content.styled(f"too few (n={found.n})", "$text-muted")
    return Content.assemble(tenths(found.value), (f" (n={found.n})", "$text-muted"))


def _turn(found: Rating) -> Content:
    """Whether it rose or fell by half a step or more."""
    now, before = found.mean.value, found.before.value
    if now is None or before is None or abs(now - before) * 2 < 1:
        return Content(" ")
    rose = now > before
    good = rose is found.scale.high_is_good
    return Content.styled("▲" if rose else "▼", "$text-success" if good else "$text-error")


def _held(meeting: HeldMeeting, width: int, today: date) -> Content:
    when, name = _when(_day(meeting.start), today), visible(meeting.name)
    values = [(scale, getattr(meeting, scale.field)) for scale in SCALES]
    narrow = width < NARROW
    ratings = [
        (
            rating(scale, value, word=not narrow) if value else Content(""),
            3 if narrow else _RATING,
        )
        for scale, value in values
    ]
    people = []
    if width >= WIDE:
        new = f", {meeting.first_faces} new" if meeting.first_faces else ""
        there = f"{meeting.people} there{new}" if meeting.people else ""
        people = [(Content.styled(there, "$text-muted"), _FIGURE)]
    return row(width, when, (name, 0), *ratings, *people)


def _wanting(occasion: Occasion, width: int, today: date) -> Content:
    start, name = occasion.start.time(), visible(occasion.name)
    hours = say_time(start, None if width < NARROW else occasion.duration_minutes)
    room = _BRIEFLY if width < NARROW else _DAY
    return row(width, _when(occasion.day, today), (hours, room), (name, 0))


def _quiet(person: Quiet, width: int, today: date) -> Content:
    since = Content.assemble(depth(person.depth), f" {say_distance(person.last_touch, today)}")
    when, name = _when(person.last_touch, today), Content(visible(person.name))
    return asked(width, when, name, since, _QUIET_KEYS)


def _follow_up(one: FollowUp, width: int, today: date) -> Content:
    what, name = Content(visible(one.what)), visible(one.name)
    if one.done_on is not None:
        when = (Content.styled(short_day(one.done_on, today), "$text-success"), _DAY)
        return row(width, when, (what, 0), (Content.styled(name, "$text-muted"), width // 4))
    late = one.due is not None and one.due < today
    due = short_day(one.due, today) if one.due else ""
    when = (Content.styled(due, "$text-error" if late else ""), _DAY)
    return asked(width, when, what, name, DONE_KEYS)


def _gift(gift: Gift, width: int, today: date) -> Content:
    waited = "nothing from you yet"
    if gift.last_gift is not None:
        waited = f"the last was {say_distance(gift.last_gift, today)}"
    name = Content.styled(visible(gift.name), "bold")
    return Content.assemble(name, (f"  {waited}", "$text-muted")).truncate(width, ellipsis=True)


def _action(action: Action, width: int) -> Content:
    name = Content.styled(visible(action.name), "bold")
    if width < NARROW:
        return row(width, (Content.assemble(name, f"  {action.what}"), 0))
    quiet = "quiet · " if action.quiet else ""
    of = Content.styled(f"{quiet}{visible(action.group)}", "$text-muted")
    cells = ((name, width // 5 + 3), (action.what, 0), (of, width // 4))
    if action.accepted:
        return row(width, *cells, (Content.styled("planned", "$text-success"), _FIGURE))
    if width < WIDE:
        return row(width, *cells)
    shown = Content.assemble(*(part for key in _PLAN_KEYS for part in key))
    return row(width, *cells, (shown, _FIGURE))


def _habit(habit: Habit, width: int) -> Content:
    sign = ("✓ ", "$text-success") if habit.ticked else ("· ", "$text-muted")
    text = Content.assemble(sign, (visible(habit.text), "" if habit.current else "$text-muted"))
    reviewed = habit.adherence.n
    of = f"{reviewed} week" if reviewed == 1 else f"{reviewed} weeks"
    weeks = f"{habit.weeks_ticked} of {of}" if reviewed else ""
    return row(width, (text, 0), (Content.styled(weeks, "$text-muted"), 16))


def _day(start: str) -> date:
    return datetime.fromisoformat(start).date()


def _when(day: date, today: date) -> tuple[str, int]:
    return short_day(day, today), _DAY
