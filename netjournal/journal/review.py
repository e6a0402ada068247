"""The reading of the review: a week or a quarter looked back on."""

from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from netjournal.insights.habits import adherence
from netjournal.insights.plan import gift
from netjournal.insights.trends import total
from netjournal.insights.week import baseline, earlier, week_of
from netjournal.journal import occasions, plan, today
from netjournal.model.figure import FEWEST, Figure
from netjournal.model.group import Group, Status
from netjournal.model.occasion import Occasion
from netjournal.model.period import Period, Stretch
from netjournal.model.review import Agenda, Habit, LookBack, Rating, WeeklyReview
from netjournal.model.scale import SCALES, Scale
from netjournal.model.trends import Tally
from netjournal.store import groups, me, regulars, reviews, trends, week

_WORK_ASKED_FOR = timedelta(days=14)


def read(
    session: Session, period: Period, now: datetime, usual_days: int, week_begins: int
) -> LookBack:
    """Reads what happened in a period, and for a week near today what asks for something."""
    until = min(period.last, now.date())
    first, last = baseline(period)
    counts = week.counts(session, period.first, until)
    of_week = period.stretch is Stretch.WEEK
    every = groups.every(session) if of_week else ()
    written = _written(session, period)
    last_week = earlier(week_of(now.date(), week_begins))
    asks = of_week and last_week.first <= period.first <= now.date()
    return LookBack(
        now=now,
        period=period,
        begun=period.first <= now.date(),
        over=period.last < now.date(),
        baseline_first=first,
        baseline_last=last,
        counts=counts,
        ratings=_ratings(
            _tally(session, period.first, until), _tally(session, first, min(last, now.date()))
        ),
        meetings=week.held(session, period.first, until, counts.meetings),
        done=week.done(session, period.first, until),
        waiting=_waiting(session, every, period, now) if of_week else (),
        agenda=_agenda(session, every, period, now, usual_days, week_begins) if asks else None,
        habits=_habits(session, period, written),
        review=written[-1] if written and of_week else None,
        before=reviews.latest(session, _day_before(period, written)),
        reviews=() if of_week else written,
    )


def _written(session: Session, period: Period) -> tuple[WeeklyReview, ...]:
    """The review of a week, or those of a quarter's weeks."""
    if period.stretch is Stretch.QUARTER:
        return tuple(reviews.within(session, period.first, period.last))
    review = reviews.of_week(session, period.first)
    return () if review is None else (review,)


def _day_before(period: Period, written: tuple[WeeklyReview, ...]) -> date:
    """The last day on which an earlier week begins."""
    first = min((period.first, *(review.week for review in written)))
    return first - timedelta(days=1)


def _habits(
    session: Session, period: Period, written: tuple[WeeklyReview, ...]
) -> tuple[Habit, ...]:
    # One written while weeks began on another weekday may begin after this week's first day.
    last = max((period.first, *(review.week for review in written)))
    since = period.first if period.stretch is Stretch.QUARTER else date.min
    ticked = [habit for each in written for habit in each.habits]
    return adherence(me.get(session).habits, reviews.ticked(session, since, last), ticked)


def _tally(session: Session, first: date, last: date) -> Tally:
    return total(rated.tally for rated in trends.days(session, None, first, last))


def _ratings(tally: Tally, before: Tally) -> tuple[Rating, ...]:
    return tuple(
        Rating(scale=scale, mean=_mean(tally, scale), before=_mean(before, scale))
        for scale in SCALES
    )


def _mean(tally: Tally, scale: Scale) -> Figure:
    return Figure(tally.mean(scale) if tally.n >= FEWEST else None, tally.n)


def _waiting(
    session: Session, every: tuple[Group, ...], period: Period, now: datetime
) -> tuple[Occasion, ...]:
    """The meetings of a week that have begun and want a reflection, newest first."""
    until = min(now, datetime.combine(period.last, time.max))
    mine = [group for group in every if group.status in (Status.TRIAL, Status.MEMBER)]
    added = {group.id: group.added_on for group in mine}
    near = today.recorded(session, period.first, period.last)
    return tuple(
        occasion
        for occasion in occasions.begun(near, mine, period.first, until)
        # What was only scheduled before its group was entered waits for nobody.
        if occasion.meeting_id is not None or occasion.day >= added[occasion.group_id or 0]
    )


def _agenda(
    session: Session,
    every: tuple[Group, ...],
    period: Period,
    now: datetime,
    usual_days: int,
    week_begins: int,
) -> Agenda:
    day = now.date()
    return Agenda(
        pending=week.pending(session, now),
        planned_work=week.planned_work(session, min(period.first, day - _WORK_ASKED_FOR), now),
        quiet=week.quiet(session, day, usual_days),
        overdue=week.overdue(session, day),
        due=week.due(session, day, week_of(day, week_begins).last),
        gift=gift(regulars.givable(session, day)),
        plan=plan.read(session, every, now, usual_days),
    )
