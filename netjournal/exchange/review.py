"""A look back in lines of text, under their headings."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import TypeVar

from netjournal.exchange.markdown import document, paragraph
from netjournal.exchange.rounding import rounded
from netjournal.model.figure import Figure
from netjournal.model.follow_up import FollowUp
from netjournal.model.invitation import Invitation
from netjournal.model.period import Period, Stretch
from netjournal.model.plan import Action, Gift
from netjournal.model.review import (
    Habit,
    HeldMeeting,
    LookBack,
    Quiet,
    Several,
    WeeklyReview,
)
from netjournal.model.scale import SCALES
from netjournal.when import say_day, say_distance, say_range

T = TypeVar("T")
Section = tuple[str, list[str]]


def say_period(period: Period) -> str:
    """Such as "Week 47 of 2026, Mon 16 Nov to Sun 22 Nov 2026"."""
    name = "Quarter" if period.stretch is Stretch.QUARTER else "Week"
    first = say_day(period.first, period.last)
    return f"{name} {period.number} of {period.year}, {first} to {say_day(period.last)}"


def sections(look: LookBack) -> Iterator[Section]:
    """What there is to say, top to bottom; a heading without lines is left out."""
    today = look.now.date()
    found: list[Section] = [
        ("What happened", [*_counts(look), *_ratings(look)]),
        ("Meetings", _several(look.meetings, lambda one: _held(one, today))),
        (
            "Wants a reflection",
            [_listed(one.start, one.name, today, one.duration_minutes) for one in look.waiting],
        ),
    ]
    if look.agenda is not None:
        found += [
            ("Did they come?", _several(look.agenda.pending, lambda one: _invited(one, today))),
            (
                "Did the planned work get done?",
                [
                    f"{_listed(one.start, one.name, today)} · {one.planned_work}"
                    for one in look.agenda.planned_work
                ],
            ),
            ("Going quiet", _several(look.agenda.quiet, lambda one: _quiet(one, today))),
            ("Overdue", _several(look.agenda.overdue, lambda one: _due(one, today))),
            ("Due this week", _several(look.agenda.due, lambda one: _due(one, today))),
        ]
    found.append(("Done", _several(look.done, lambda one: f"{one.name}: {one.what}")))
    if look.agenda is not None:
        gift = look.agenda.gift
        found += [
            ("One thing to give before any ask", [say_gift(gift, today)] if gift else []),
            ("For depth", [_action(action, today) for action in look.agenda.plan]),
        ]
    found += [
        ("Habits", [_habit(habit, look.period) for habit in look.habits]),
        ("Intention", _kept(look)),
    ]
    yield from ((heading, lines) for heading, lines in found if lines)


def markdown(look: LookBack) -> Iterator[str]:
    """The lines of the whole as Markdown."""
    yield from document(say_period(look.period), sections(look))
    for review in written(look):
        yield from ("", f"## {review_heading(look, review)}")
        if review.note:
            yield from ("", paragraph(review.note))
        if review.intention:
            yield from ("", f"Intention: {paragraph(review.intention)}")


def written(look: LookBack) -> Sequence[WeeklyReview]:
    """The reviews of a quarter, or that of the week."""
    return look.reviews or ((look.review,) if look.review else ())


def review_heading(look: LookBack, review: WeeklyReview) -> str:
    """What stands above a review."""
    if not look.reviews:
        return "Review"
    return f"Review of the week of {say_day(review.week, look.now.date())}"


def say_gift(gift: Gift, today: date) -> str:
    """Whom to send someone, and how long they have waited."""
    waited = "nothing from you yet"
    if gift.last_gift is not None:
        waited = f"the last was {say_distance(gift.last_gift, today)}"
    return f"{gift.name} looks for: {gift.good_referral} ({waited})"


def say_promise(promise: FollowUp, today: date) -> str:
    """For whom, what, and by when."""
    return _due(promise, today)


def _counts(look: LookBack) -> Iterator[str]:
    counts = look.counts
    if not counts.anything:
        yield "Nothing is recorded of it."
        return
    yield (
        f"{_number(counts.meetings, 'meeting')}, {_number(counts.people, 'person', 'people')}, "
        f"{counts.first_faces} met for the first time"
    )
    yield _number(counts.one_to_ones, "one-to-one")
    yield f"Referrals: {counts.given} given, {counts.received} received"
    yield f"Invitations: {counts.invited} sent, {counts.came} came"
    if counts.opportunities_known:
        yield f"Opportunities: {counts.opportunities} (n={counts.opportunities_known})"


def _ratings(look: LookBack) -> Iterator[str]:
    """Those rated at all, now or before."""
    before = "quarter before" if look.period.stretch is Stretch.QUARTER else "12 weeks before"
    for rating in look.ratings:
        if rating.mean.n or rating.before.n:
            values = (getattr(one, rating.scale.field) for one in look.meetings.first)
            single = ", ".join(str(value) for value in values if value is not None)
            now = _figure(rating.mean) if rating.mean.value is not None else single or "not rated"
            yield f"{rating.scale.title}: {now}; {before}: {_figure(rating.before)}"


def _figure(figure: Figure) -> str:
    said = "too few" if figure.value is None else f"{rounded(figure.value, 1)}"
    return f"{said} (n={figure.n})"


def _held(meeting: HeldMeeting, today: date) -> str:
    ratings = ", ".join(
        f"{scale.field} {value} {scale.words[value - 1]}"
        for scale in SCALES
        if (value := getattr(meeting, scale.field)) is not None
    )
    new = f", {meeting.first_faces} new" if meeting.first_faces else ""
    there = f"{meeting.people} there{new}" if meeting.people else ""
    said = _listed(datetime.fromisoformat(meeting.start), meeting.name, today)
    return " · ".join(filter(None, (said, ratings, there)))


def _invited(one: Invitation, today: date) -> str:
    return f"{one.name} to {_listed(datetime.fromisoformat(one.start), one.title, today)}"


def _quiet(one: Quiet, today: date) -> str:
    return f"{one.name}, last in touch {say_distance(one.last_touch, today)}"


def _due(one: FollowUp, today: date) -> str:
    said = f"{one.name}: {one.what}"
    return said if one.due is None else f"{said} · due {say_day(one.due, today)}"


def _action(action: Action, today: date) -> str:
    quiet = ""
    if action.quiet and action.last_touch is not None:
        quiet = f" · quiet since {say_day(action.last_touch, today)}"
    planned = " · planned" if action.accepted else ""
    return f"{action.name}, {action.group}: {action.what}{quiet}{planned}"


def _habit(habit: Habit, period: Period) -> str:
    ticked = "kept" if habit.ticked else "not ticked"
    said = (
        habit.text,
        # Of a quarter, the weeks say it.
        ticked if period.stretch is Stretch.WEEK else "",
        f"{habit.weeks_ticked} of {_number(habit.adherence.n, 'week')}"
        if habit.adherence.n
        else "",
        "" if habit.current else "no longer a habit of yours",
    )
    return " · ".join(filter(None, said))


def _kept(look: LookBack) -> list[str]:
    if look.before is None or not look.before.intention:
        return []
    kept = look.review.kept if look.review else None
    week = f"week of {say_day(look.before.week, look.now.date())}"
    return [f"{week}: {look.before.intention} · kept: {kept or 'not said'}"]


def _several(several: Several[T], say: Callable[[T], str]) -> list[str]:
    lines = [say(one) for one in several.first]
    more = several.total - len(lines)
    return [*lines, f"{more} more"] if more > 0 else lines


def _number(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or f'{one}s'}"


def names(people: Sequence[str]) -> list[str]:
    """Names in one line, or none."""
    return [", ".join(people)] if people else []


def _listed(start: datetime, name: str, today: date, minutes: int | None = None) -> str:
    return f"{say_range(start, minutes, today)} · {name}"
