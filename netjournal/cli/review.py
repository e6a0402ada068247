"""`netjournal review`: a week or a quarter looked back on; and writes the week's review."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import date
from typing import TYPE_CHECKING

import click

from netjournal.cli.choice import OneOf
from netjournal.cli.days import day_past
from netjournal.cli.printing import csv_option, fitted, json_option, print_csv_lines, print_json
from netjournal.cli.reading import Reading, markdown_wanted
from netjournal.cli.session import Session, journal_option
from netjournal.errors import InvalidError
from netjournal.exchange.markdown import harmless_lines
from netjournal.exchange.review import (
    Section,
    markdown,
    review_heading,
    say_period,
    sections,
    written,
)
from netjournal.exchange.rounding import rounded
from netjournal.model.figure import Figure
from netjournal.model.review import (
    Agenda,
    Habit,
    Kept,
    LookBack,
    Rating,
    ReviewDraft,
    Several,
    WeeklyReview,
)
from netjournal.text import fold, visible

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


def _text(_: click.Context, __: click.Parameter, text: str | None) -> str | None:
    return sys.stdin.read() if text == "-" else text


@click.command(cls=Reading)
@click.option("--week", "day", callback=day_past, metavar="DATE", help="The week DATE is in.")
@click.option("--quarter", is_flag=True, help="The calendar quarter instead of the week.")
@click.option("--note", callback=_text, metavar="TEXT", help="Write what you make of it.")
@click.option("--intention", metavar="TEXT", help="Write what you intend for the next.")
@click.option("--kept", type=OneOf(Kept), help="Say whether the last intention was kept.")
@click.option(
    "--habit",
    "habits",
    multiple=True,
    metavar="WORDS",
    help="Tick one of your habits; name several for several.",
)
@json_option
@csv_option
@journal_option
@click.pass_obj
def review(
    session: Session,
    day: date | None,
    quarter: bool,
    note: str | None,
    intention: str | None,
    kept: Kept | None,
    habits: tuple[str, ...],
    as_json: bool,
    as_csv: bool,
) -> None:
    """Look back on this week: what happened, what waits, and what comes next.

    With --note, --intention, --kept or --habit it writes the week's review; what isn't named stays
    as it is. A note of - is read in.
    """
    said = {"note": note, "intention": intention, "kept": kept}
    news = {name: value for name, value in said.items() if value is not None}
    if quarter and (news or habits):
        raise click.UsageError("A review is written of a week; leave --quarter out.")
    # Which week it is depends on a preference, also where one is written.
    with session.reading() as journal:
        day = day or session.clock.now().date()
        if news or habits:
            _write(journal, day, news, habits)
        look = journal.quarter(day) if quarter else journal.review(day)
    if as_json:
        print_json(_record(look))
    elif as_csv:
        print_csv_lines((*sections(look), *_written(look)))
    elif markdown_wanted():
        click.echo("\n".join(markdown(look)))
    else:
        title, *lines = map(fitted, _lines(look))
        click.echo("\n".join((click.style(title, bold=True), *lines)))


def _write(
    journal: "Journal", day: date, news: Mapping[str, object], habits: Sequence[str]
) -> None:
    stood = journal.reviews.get(day) or ReviewDraft(week=day)
    draft = ReviewDraft(**{field.name: getattr(stood, field.name) for field in fields(ReviewDraft)})
    mine = journal.me.get().habits
    ticked = (*draft.habits, *(_meant(mine, words) for words in habits))
    journal.reviews.put(replace(draft, week=day, habits=ticked, **news))  # type: ignore[arg-type]


def _meant(mine: Sequence[str], words: str) -> str:
    """The habit that is some words, or the only one that holds them."""
    wanted = fold(words)
    exact = [habit for habit in mine if fold(habit) == wanted]
    fits = exact or [habit for habit in mine if wanted and wanted in fold(habit)]
    if len(fits) == 1:
        return fits[0]
    known = f"There is: {'; '.join(mine)}." if mine else "Add one with: netjournal me edit --habit"
    problem = f"fits {len(fits)} of your habits" if fits else "is none of your habits"
    raise InvalidError({"habits": f"“{words}” {problem}. {known}"})


def _written(look: LookBack) -> Iterator[Section]:
    for review in written(look):
        said = (review.note, f"Intention: {review.intention}" if review.intention else "")
        yield review_heading(look, review), [text for text in said if text]


def _lines(look: LookBack) -> Iterator[str]:
    yield say_period(look.period)
    for heading, lines in sections(look):
        yield from ("", heading, *(f"  {visible(line)}" for line in lines))
    for review in written(look):
        yield from ("", review_heading(look, review))
        yield from (f"  {line}" for line in harmless_lines(review.note) if review.note)
        if review.intention:
            yield f"  Intention: {visible(review.intention)}"
    if look.review is None and look.agenda is not None:
        yield from ("", "Not reviewed yet. Write it with: netjournal review --note TEXT")


def _record(look: LookBack) -> dict[str, object]:
    agenda = look.agenda or _NOTHING
    return {
        "period": look.period.stretch,
        "year": look.period.year,
        "number": look.period.number,
        "first": look.period.first,
        "last": look.period.last,
        "counts": asdict(look.counts),
        "ratings": {rating.scale.field: _rating(rating) for rating in look.ratings},
        "meetings": [
            _named(one, "start", "name", *_RATINGS, "people", "first_faces")
            for one in look.meetings.first
        ],
        "waiting": [_named(one, "start", "name") for one in look.waiting],
        "pending": [_named(one, "name", "title", "start") for one in agenda.pending.first],
        "planned_work": [
            _named(one, "start", "name", "planned_work") for one in agenda.planned_work
        ],
        "quiet": [
            _named(one, "name", "organisation", "depth", "last_touch") for one in agenda.quiet.first
        ],
        "overdue": [_named(one, *_FOLLOW_UP) for one in agenda.overdue.first],
        "due": [_named(one, *_FOLLOW_UP) for one in agenda.due.first],
        "done": [_named(one, *_FOLLOW_UP, "done_on") for one in look.done.first],
        "gift": agenda.gift and _named(agenda.gift, "name", "good_referral", "last_gift"),
        "plan": [
            _named(one, "name", "group", "what", "quiet", "last_touch", "accepted")
            for one in agenda.plan
        ],
        "habits": [_habit(habit) for habit in look.habits],
        "before": look.before and _review(look.before),
        "review": look.review and _review(look.review),
        "reviews": [_review(written) for written in look.reviews],
    }


_RATINGS = ("energy", "confidence", "pushiness")
_FOLLOW_UP = ("name", "what", "due")
_NOTHING = Agenda(
    pending=Several(),
    planned_work=(),
    quiet=Several(),
    overdue=Several(),
    due=Several(),
    gift=None,
    plan=(),
)


def _named(one: object, *names: str) -> dict[str, object]:
    """Some of what is known of one thing."""
    return {name: getattr(one, name) for name in names}


def _rating(rating: Rating) -> dict[str, object]:
    return {
        "mean": _rounded(rating.mean),
        "n": rating.mean.n,
        "before": _rounded(rating.before),
        "before_n": rating.before.n,
    }


def _habit(habit: Habit) -> dict[str, object]:
    return {
        **_named(habit, "text", "ticked", "weeks_ticked"),
        "weeks_reviewed": habit.adherence.n,
        "current": habit.current,
    }


def _review(written: WeeklyReview) -> dict[str, object]:
    return _named(written, "week", "note", "intention", "kept", "habits")


def _rounded(figure: Figure) -> float | None:
    return None if figure.value is None else float(rounded(figure.value))
