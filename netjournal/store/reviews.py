"""Queries over weekly reviews."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session, col, select

from netjournal.model.review import ReviewDraft, WeeklyReview
from netjournal.store.engines import plain_rows
from netjournal.store.rules import existing, insert, revise, valid
from netjournal.store.tables import ReviewRow
from netjournal.text import clean_line, fold, lines

_NEAR = timedelta(days=3)
"""Weeks that begin so near each other are one, for weeks once began on another weekday."""


def put(session: Session, first: date, draft: ReviewDraft, at: datetime) -> int:
    """Writes the review of the week that begins on a day, over the one it has; gives its id."""
    said = {
        "week": first,
        "note": draft.note,
        "intention": draft.intention,
        "kept": draft.kept,
        "habits": _distinct(draft.habits),
    }
    stood = of_week(session, first)
    if stood is None:
        return insert(session, valid(ReviewRow, said, written_at=at))
    revise(session, ReviewRow, stood.id, said)
    return stood.id


def remove(session: Session, review_id: int) -> None:
    """Removes a review."""
    session.delete(existing(session, ReviewRow, review_id))


def of_week(session: Session, first: date) -> WeeklyReview | None:
    """The review of the week that begins on a day; None while there is none.

    Of those whose week began a few days off, on what was the first day of weeks then, it is the
    nearest.
    """
    near = within(session, first - _NEAR, first + _NEAR)
    return min(near, key=lambda review: abs(review.week - first), default=None)


def get(session: Session, review_id: int) -> WeeklyReview:
    """A review by its id; NotFoundError when it isn't there."""
    existing(session, ReviewRow, review_id)
    return _read(session, select(ReviewRow).where(ReviewRow.id == review_id))[0]


def within(session: Session, since: date, until: date) -> Sequence[WeeklyReview]:
    """The reviews of the weeks that begin from one day to another, oldest first."""
    query = (
        select(ReviewRow)
        .where(col(ReviewRow.week) >= since, col(ReviewRow.week) <= until)
        .order_by(col(ReviewRow.week))
    )
    return _read(session, query)


def ticked(session: Session, since: date, until: date) -> Sequence[tuple[str, ...]]:
    """The habits ticked in each review of the weeks that begin from one day to another."""
    rows = plain_rows(
        session,
        "SELECT habits FROM reviews WHERE week >= :since AND week <= :until",
        {"since": f"{since}", "until": f"{until}"},
    )
    return [lines(habits) for (habits,) in rows]


def latest(session: Session, until: date = date.max) -> WeeklyReview | None:
    """The review of the latest week that begins up to a day; None while there is none."""
    query = (
        select(ReviewRow)
        .where(col(ReviewRow.week) <= until)
        .order_by(col(ReviewRow.week).desc())
        .limit(1)
    )
    return next(iter(_read(session, query)), None)


def _read(session: Session, query: Any) -> Sequence[WeeklyReview]:
    return [
        WeeklyReview(**{**row.model_dump(), "habits": lines(row.habits)})
        for row in session.exec(query)
    ]


def _distinct(habits: Sequence[str]) -> tuple[str, ...]:
    """Each habit once, whatever its case and accents, blanks left out."""
    distinct: dict[str, str] = {}
    for said in filter(None, map(clean_line, habits)):
        distinct.setdefault(fold(said), said)
    return tuple(distinct.values())
