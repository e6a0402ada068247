"""The reading of trends: how the ratings went, and where each group is heading."""

from datetime import date

from sqlmodel import Session

from netjournal.insights.trends import LATEST, RECENT, buckets, outlook, window
from netjournal.journal.group_lines import in_order
from netjournal.model.group import Status
from netjournal.model.trends import By, Outlook, RatedDay, Span, Trends
from netjournal.store import groups
from netjournal.store import trends as ratings

MOST_DOTS = 2_000
"""Up to so many reflections each is a dot of its own; beyond, each day is one."""
EVERYTHING = "All groups"


def read(session: Session, group_id: int | None, span: Span, by: By, today: date) -> Trends:
    """Reads the ratings of some weeks up to today; NotFoundError without such a group."""
    name = EVERYTHING if group_id is None else groups.get(session, group_id).name
    since = None if span is Span.ALL else window(span, by, today, None)
    days = ratings.days(session, group_id, since, today)
    first = window(span, by, today, days[0].day if days else None)
    outlooks = _outlooks(session, today)
    return Trends(
        group_id=group_id,
        name=name,
        span=span,
        by=by,
        first=first,
        last=today,
        buckets=buckets(days, by),
        days=days,
        dots=_dots(session, group_id, days),
        outlooks=outlooks,
        first_use=not (days or outlooks or ratings.days(session, None, None, today)),
    )


def _dots(
    session: Session, group_id: int | None, days: tuple[RatedDay, ...]
) -> tuple[RatedDay, ...]:
    count = sum(each.tally.n for each in days)
    if count == len(days) or count > MOST_DOTS:
        return days
    meetings = ratings.meetings(session, group_id, days[0].day, days[-1].day)
    return tuple(RatedDay(rated.day, rated.tally) for rated in meetings)


def _outlooks(session: Session, today: date) -> tuple[Outlook, ...]:
    latest = ratings.latest(session, today, RECENT, LATEST)
    return tuple(
        outlook(group.id, group.name, latest[group.id], left=group.status is Status.LEFT)
        for group in in_order(groups.every(session))
        if group.id in latest
    )
