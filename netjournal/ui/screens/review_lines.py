"""The lines a review is read in: the week or the quarter in one pass, top to bottom."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from textual.content import Content

from netjournal.model.period import Stretch
from netjournal.model.plan import Gift
from netjournal.model.review import LookBack, Several, WeeklyReview
from netjournal.text import visible
from netjournal.ui.screens.review_rows import (
    Subject,
    Ticked,
    Wanting,
    Written,
    draw,
    rating_line,
)
from netjournal.ui.widgets.agenda import Line
from netjournal.ui.widgets.page import as_text
from netjournal.when import say_day

T = TypeVar("T")

INDENT = 2
_QUIET = 5
"""How many who go quiet are named; Contacts lists them all."""

_About = Callable[[Iterable[Subject]], Iterator[Line]]


@dataclass(frozen=True, slots=True)
class ReviewReading:
    """A week or a quarter, and whether a form on the week was begun and not saved."""

    look: LookBack
    kept: bool = False


def review_lines(reading: ReviewReading, width: int) -> list[Line]:
    """All there is to say, for that much room."""
    look = reading.look
    lines = [Line(_title(reading)), Line("")]
    for heading, section in _sections(look, width - INDENT):
        shown = list(section)
        if shown:
            lines.append(Line(Content.styled(heading, "bold $text-primary")))
            lines += [Line(line.content.pad_left(INDENT), line.subject) for line in shown]
            lines.append(Line(""))
    return lines[:-1]


def say_period(look: LookBack) -> str:
    """Such as "Week 47 · Mon 16 to Sun 22 Nov 2026"."""
    period = look.period
    name = "Quarter" if period.stretch is Stretch.QUARTER else "Week"
    first = say_day(period.first, period.last)
    return f"{name} {period.number} of {period.year} · {first} to {say_day(period.last)}"


def _title(reading: ReviewReading) -> Content:
    look = reading.look
    said = Content.styled(say_period(look), "bold $text-accent")
    if reading.kept:
        state = ("draft kept, e goes on", "$text-accent")
    elif look.review is not None:
        state = ("reviewed", "$text-success")
    elif not look.begun:
        state = ("still to come", "$text-muted")
    elif not look.over:
        state = ("not over yet", "$text-muted")
    else:
        state = ("", "")
    return Content.assemble(said, "  ", state, ("   ← →", "$text-muted"))


def _sections(look: LookBack, width: int) -> Iterator[tuple[str, Iterable[Line]]]:
    today = look.now.date()

    def about(subjects: Iterable[Subject]) -> Iterator[Line]:
        return (Line(draw(subject, width, today), subject) for subject in subjects)

    yield "What happened", _happened(look, width)
    yield "Meetings", [*about(look.meetings.first), *_more(look.meetings)]
    yield "Wants a reflection", about(map(Wanting, look.waiting))
    if (agenda := look.agenda) is not None:
        yield (
            "Did they come? Did it get done?",
            [*about(agenda.pending.first), *_more(agenda.pending), *about(agenda.planned_work)],
        )
        quiet = Several(first=agenda.quiet.first[:_QUIET], total=agenda.quiet.total)
        yield "Going quiet", [*about(quiet.first), *_more(quiet)]
        yield (
            "To do this week",
            [
                *about(agenda.overdue.first),
                *_more(agenda.overdue),
                *about(agenda.due.first),
                *_more(agenda.due),
            ],
        )
    yield "Done", [*about(look.done.first), *_more(look.done)]
    if agenda is not None:
        yield "One thing to give before any ask", _to_give(agenda.gift, about, width)
        yield "For depth this week", about(agenda.plan)
    yield "Habits", about(map(Ticked, look.habits))
    if look.period.stretch is Stretch.QUARTER:
        for review in look.reviews:
            yield f"The week of {say_day(review.week, today)}", _said(review, width)
    else:
        yield "Your review", _written(look, width)


def _to_give(gift: Gift | None, about: _About, width: int) -> Iterator[Line]:
    """Someone, and whom to send them."""
    if gift is not None:
        yield from about([gift])
        yield from map(Line, Content(f"looks for: {visible(gift.good_referral)}").wrap(width))


def _happened(look: LookBack, width: int) -> Iterator[Line]:
    counts = look.counts
    if not counts.anything:
        yield Line(Content.styled("Nothing is recorded of it.", "$text-muted"))
        return
    met = [_number(counts.meetings, "meeting"), _number(counts.people, "person", "people")]
    if counts.first_faces:
        met.append(f"{counts.first_faces} met for the first time")
    met.append(_number(counts.one_to_ones, "one-to-one"))
    went = [
        f"referrals {counts.given} given, {counts.received} received",
        f"invitations {counts.invited} sent, {counts.came} came",
    ]
    if counts.opportunities_known:
        went.append(f"opportunities {counts.opportunities} (n={counts.opportunities_known})")
    yield from map(Line, (*_listed(met, width), *_listed(went, width)))
    for rating in look.ratings:
        if rating.mean.n or rating.before.n:
            yield Line(rating_line(rating, look.meetings.first, width))


def _listed(parts: Iterable[str], width: int) -> Iterator[str]:
    """Parts beside each other, in as many lines as that takes."""
    line = ""
    for part in parts:
        longer = f"{line} · {part}" if line else part
        if line and len(longer) > width:
            yield line
            longer = part
        line = longer
    yield line


def _written(look: LookBack, width: int) -> Iterator[Line]:
    """What I wrote of the week, or an invitation to."""
    review, before, week = look.review, look.before, look.period.first
    if before is not None and before.intention:
        kept = review.kept if review is not None else None
        said = f"kept: {kept}" if kept else "kept?"
        yield from _label("Intention before", before.intention, week, width, said)
    if review is not None:
        yield from _said(review, width)
    elif look.begun:
        yield Line(
            Content.assemble(
                ("e", "bold $text-primary"), " ticks your habits, notes the week, intends one"
            ),
            Written(week, "review"),
        )


def _said(review: WeeklyReview, width: int) -> Iterator[Line]:
    if review.intention:
        yield from _label("Intention", review.intention, review.week, width)
    if review.note:
        note = as_text(review.note).wrap(width)
        yield from _lines(note, review.week, "note")


def _label(label: str, words: str, week: date, width: int, said: str = "") -> Iterator[Line]:
    said_after = (f"  {said}", "$text-muted") if said else ""
    stand_in = len(label) + 2
    first, *rest = Content.assemble(visible(words), said_after).wrap(width - stand_in)
    shown = [
        Content.assemble((f"{label}  ", "$text-muted"), first),
        *(line.pad_left(stand_in) for line in rest),
    ]
    yield from _lines(shown, week, label)


def _lines(shown: Iterable[Content], week: date, what: str) -> Iterator[Line]:
    return (Line(line, Written(week, what, place)) for place, line in enumerate(shown))


def _more(several: Several[T]) -> Sequence[Line]:
    more = several.total - len(several.first)
    return [Line(Content.styled(f"and {more:,} more", "$text-muted"))] if more > 0 else []


def _number(count: int, one: str, several: str = "") -> str:
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"
