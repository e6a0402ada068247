"""The reading of the report: a quarter or a year, with all that its charts draw."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from sqlmodel import Session

from netjournal.errors import InvalidError
from netjournal.insights import business, cost
from netjournal.insights.cost import Spent
from netjournal.insights.habits import adherence
from netjournal.insights.invitations import show_rate, together
from netjournal.insights.trends import buckets, first_of, last_of, total
from netjournal.insights.week import earlier
from netjournal.journal.group_lines import in_order
from netjournal.journal.time_and_money import spent
from netjournal.model.figure import FEWEST, Figure
from netjournal.model.give_and_get import Earned, Invited
from netjournal.model.group import Group
from netjournal.model.invitation import Outcome
from netjournal.model.period import Period, Stretch
from netjournal.model.referral import Direction
from netjournal.model.report import GroupReport, Report, Step
from netjournal.model.review import Habit, Rating, WeeklyReview
from netjournal.model.scale import SCALES
from netjournal.model.trends import By, Rated, RatedDay, Tally
from netjournal.store import give_and_get, groups, hours, me, report, reviews, trends, week
from netjournal.store.report import Referred, Sent
from netjournal.when import say_day

MOST_MEETINGS = 1_000
"""Up to so many meetings are listed, and drawn as a dot each; beyond, each day is one."""
_NOTHING = Figure(None, 0)
_ONE_DAY = timedelta(days=1)


def read(session: Session, period: Period, now: datetime, currency: str) -> Report:
    """Reads a quarter or a year up to now; InvalidError when it hasn't begun."""
    if period.first > now.date():
        sentence = f"It begins on {say_day(period.first)}; a report needs days that have come."
        raise InvalidError({"period": sentence})
    facts = _Facts.read(session, period, now)
    before = earlier(period)
    steps = tuple(_steps(period, facts))
    invited = together(step.invited for step in steps)
    counts = week.counts(session, period.first, facts.until)
    return Report(
        now=now,
        period=period,
        before=before,
        counts=counts,
        counts_before=week.counts(session, before.first, before.last),
        ratings=_ratings(facts.days, trends.days(session, None, before.first, before.last)),
        weeks=buckets(facts.days, By.WEEK),
        days=facts.days,
        meetings=week.held(session, period.first, facts.until, counts.meetings, MOST_MEETINGS),
        steps=steps,
        invited=invited,
        show_rate=show_rate(invited),
        business=business.total(facts.business),
        closed=len(facts.business),
        groups=tuple(_groups(facts)),
        hours=_hours_in_all(facts.spent),
        habits=_habits(session, period, facts.reviews),
        reviews=tuple(facts.reviews),
        currency=currency,
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What several parts of the report are worked out from."""

    first: date
    until: date
    every: Sequence[Group]
    days: tuple[RatedDay, ...]
    rated: Sequence[Rated]
    attended: Counter[int | None]
    spent: Sequence[Spent]
    referred: Sequence[Referred]
    sent: Sequence[Sent]
    business: Sequence[Earned]
    reviews: Sequence[WeeklyReview]

    @classmethod
    def read(cls, session: Session, period: Period, now: datetime) -> "_Facts":
        first, until = period.first, min(period.last, now.date())
        every = groups.every(session)
        days = (until - first).days + 1
        earned = give_and_get.business(session, until)
        return cls(
            first=first,
            until=until,
            every=every,
            days=trends.days(session, None, first, until),
            rated=trends.meetings(session, None, first, until),
            attended=Counter(one.group_id for one in hours.attended(session, until, days)),
            spent=tuple(spent(session, every, until, days)),
            referred=report.referred(session, first, until),
            sent=report.sent(session, first, until, now.date()),
            business=[one for one in earned if one.day >= f"{first}"],
            reviews=reviews.within(session, first, period.last),
        )


def _ratings(days: Iterable[RatedDay], before: Iterable[RatedDay]) -> tuple[Rating, ...]:
    now, then = (total(each.tally for each in some) for some in (days, before))
    return tuple(
        Rating(
            scale=scale,
            **{
                name: Figure(tally.mean(scale) if tally.n >= FEWEST else None, tally.n)
                for name, tally in (("mean", now), ("before", then))
            },
        )
        for scale in SCALES
    )


def _steps(period: Period, facts: _Facts) -> Iterator[Step]:
    by = By.MONTH if period.stretch is Stretch.YEAR else By.WEEK
    ways: Counter[tuple[date, str]] = Counter()
    for one in facts.referred:
        ways[first_of(by, one.day), one.direction] += one.number
    begins = first_of(by, period.first)
    while begins <= facts.until:
        ends = last_of(by, begins)
        yield Step(
            first=max(begins, period.first),
            last=min(ends, period.last),
            given=ways[begins, Direction.GIVEN],
            received=ways[begins, Direction.RECEIVED],
            invited=together(_invited(one) for one in facts.sent if begins <= one.day <= ends),
        )
        begins = ends + _ONE_DAY


def _invited(sent: Sent) -> Invited:
    came = sent.number if sent.outcome == Outcome.CAME else 0
    no_show = sent.number if sent.outcome == Outcome.NO_SHOW else 0
    declined = sent.number if sent.outcome == Outcome.DECLINED else 0
    pending = sent.number if sent.outcome == Outcome.PENDING and sent.past else 0
    return Invited(
        sent=sent.number, came=came, no_show=no_show, declined=declined, pending_past=pending
    )


def _groups(facts: _Facts) -> Iterator[GroupReport]:
    of_each = cost.hours_in_all(facts.spent)
    known: list[tuple[int | None, str]] = [(one.id, one.name) for one in in_order(facts.every)]
    for group_id, name in (*known, (None, "")):
        meetings, took = facts.attended[group_id], of_each.get(group_id, _NOTHING)
        if meetings or took.n:
            yield GroupReport(
                name=name,
                meetings=meetings,
                tally=_tally(facts.rated, group_id),
                hours=took,
            )


def _tally(rated: Iterable[Rated], group_id: int | None) -> Tally:
    return total(one.tally for one in rated if one.group_id == group_id)


def _hours_in_all(every: Sequence[Spent]) -> Figure:
    if not every:
        return _NOTHING
    return Figure(Fraction(sum(one.minutes for one in every), 60), len(every))


def _habits(session: Session, period: Period, written: Iterable[WeeklyReview]) -> tuple[Habit, ...]:
    ticked = [habit for review in written for habit in review.habits]
    weeks = reviews.ticked(session, period.first, period.last)
    return adherence(me.get(session).habits, weeks, ticked)
