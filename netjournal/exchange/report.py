"""A report as a page of HTML: its figures, each with what it rests on, and its charts."""

from collections.abc import Iterator
from datetime import date, datetime
from fractions import Fraction

from netjournal.amounts import say_amount
from netjournal.exchange import page, svg
from netjournal.exchange.markup import Markup, element
from netjournal.exchange.rounding import rounded
from netjournal.model.figure import FEWEST, Figure
from netjournal.model.give_and_get import Invited
from netjournal.model.period import Period, Stretch
from netjournal.model.report import GroupReport, Report, Step
from netjournal.model.review import Habit, HeldMeeting, Rating, WeeklyReview
from netjournal.model.scale import ENERGY, SCALES, Scale
from netjournal.model.trends import RatedDay, Tally
from netjournal.when import MONTHS, say_day

_OUTSIDE = "No group"
_INVITED = ("came", "did not come", "declined", "no answer yet")


def html(report: Report) -> str:
    """The page."""
    title = name_of(report.period)
    return page.page(
        f"{title} · netjournal",
        element("h1", title),
        element("p", _about(report), class_="quiet"),
        *_sections(report),
        element("footer", f"Made by netjournal on {say_day(report.now.date())}."),
    )


def name_of(period: Period) -> str:
    """Such as "Quarter 4 of 2026", or "2026"."""
    if period.stretch is Stretch.QUARTER:
        return f"Quarter {period.number} of {period.year}"
    return str(period.year)


def _about(report: Report) -> str:
    days = f"{say_day(report.period.first)} to {say_day(report.period.last)}"
    so_far = "" if report.over else f", up to {say_day(report.now.date())}"
    return f"{days}{so_far}, held against {_before(report)}"


def _sections(report: Report) -> Iterator[Markup]:
    yield page.section("In figures", element("div", *_tiles(report), class_="tiles"))
    yield page.section("What meetings did to you", *_ratings(report))
    yield page.section("Given and received", *_referrals(report))
    yield page.section("Invitations", *_invitations(report))
    yield page.section("Groups", _groups(report))
    if report.habits:
        yield page.section("Habits", page.listed(map(_habit, report.habits)))
    if report.reviews:
        yield page.section("Reviews", *map(_review, report.reviews))
    yield page.section("Meetings", *_meetings(report))


def _tiles(report: Report) -> Iterator[Markup]:
    now, then = report.counts, report.counts_before
    yield _tile(report, "meetings", now.meetings, then.meetings)
    yield _tile(report, "people seen", now.people, then.people)
    yield _tile(report, "met for the first time", now.first_faces, then.first_faces)
    yield _tile(report, "one-to-ones", now.one_to_ones, then.one_to_ones)
    yield _tile(report, "referrals given", now.given, then.given)
    yield _tile(report, "referrals received", now.received, then.received)
    yield _tile(report, "invitations sent", now.invited, then.invited)
    if report.hours.value is not None:
        hours = f"{rounded(report.hours.value, 1):,}"
        yield _plain_tile(hours, f"hours (n={report.hours.n})")
    if now.opportunities_known:
        known = f"opportunities (n={now.opportunities_known} reflections)"
        yield _plain_tile(f"{now.opportunities:,}", known)
    if report.closed:
        amount = say_amount(report.business, report.currency)
        yield _plain_tile(amount, f"business closed (n={report.closed})")


def _tile(report: Report, what: str, now: int, then: int) -> Markup:
    return _plain_tile(f"{now:,}", what, f"{then:,} in {_before(report)}")


def _plain_tile(said: str, *lines: str) -> Markup:
    spans = (element("span", line) for line in lines)
    return element("div", element("b", said), *spans, class_="tile")


def _before(report: Report) -> str:
    return name_of(report.before)


def _ratings(report: Report) -> Iterator[Markup]:
    if not report.days:
        yield element("p", "No reflections in this time.", class_="quiet")
        return
    dot = "meeting" if _are_all_listed(report) else "day"
    yield element("p", f"Each dot is a {dot}, the line the mean of each week.", class_="quiet")
    first, last = report.period.first, report.period.last
    for rating in report.ratings:
        dots = list(_dots(report, rating.scale))
        means = [
            svg.Point(min(max(week.middle, first), last), float(week.tally.mean(rating.scale)))
            for week in report.weeks
        ]
        drawing = svg.ratings(rating.scale, first, last, dots, means)
        yield page.figure(_rating(report, rating), drawing)
    cells = map(_cell, report.days)
    yield page.figure(
        f"Energy day by day (n={len(report.days)} days)",
        svg.calendar(first, last, cells, ENERGY.words),
    )


def _rating(report: Report, rating: Rating) -> str:
    now, then = (_mean(rating.scale, figure) for figure in (rating.mean, rating.before))
    better = "" if rating.scale.high_is_good else " (less is better)"
    return f"{rating.scale.title}{better}: {now}; {_before(report)}: {then}"


def _mean(scale: Scale, figure: Figure) -> str:
    if figure.value is None:
        return f"too few (n={figure.n})"
    word = scale.words[int(rounded(figure.value, 0)) - 1]
    return f"{rounded(figure.value, 1)} {word} (n={figure.n})"


def _are_all_listed(report: Report) -> bool:
    return len(report.meetings.first) == report.meetings.total


def _dots(report: Report, scale: Scale) -> Iterator[svg.Dot]:
    if not _are_all_listed(report):
        yield from (_day_dot(rated, scale) for rated in report.days)
        return
    for meeting in report.meetings.first:
        value = getattr(meeting, scale.field)
        if value is not None:
            day = datetime.fromisoformat(meeting.start).date()
            said = f"{say_day(day)}, {meeting.name}: {value} {scale.words[value - 1]}"
            yield svg.Dot(day, value, said)


def _day_dot(rated: RatedDay, scale: Scale) -> svg.Dot:
    mean = rated.tally.mean(scale)
    said = f"{say_day(rated.day)}: {_mean(scale, Figure(mean, rated.tally.n))}"
    return svg.Dot(rated.day, float(mean), said)


def _cell(rated: RatedDay) -> svg.Cell:
    mean = rated.tally.mean(ENERGY)
    said = f"{say_day(rated.day)}: {_mean(ENERGY, Figure(mean, rated.tally.n))}"
    return svg.Cell(rated.day, int(rounded(mean, 0)), said)


def _referrals(report: Report) -> Iterator[Markup]:
    given, received = (
        sum(getattr(step, way) for step in report.steps) for way in ("given", "received")
    )
    if not given + received:
        yield element("p", "No referrals either way in this time.", class_="quiet")
        return
    said = f"Referrals {_by(report)}: {given} given, {received} received (n={given + received})"
    bars = [
        svg.Bar(
            _label(report, step),
            f"{_days_of(step)}: {step.given} given, {step.received} received",
            (step.given, step.received),
        )
        for step in report.steps
    ]
    yield page.figure(said, svg.columns(("given", "received"), bars, stacked=False, about=said))


def _invitations(report: Report) -> Iterator[Markup]:
    invited = report.invited
    if not invited.sent:
        yield element("p", "No invitations sent in this time.", class_="quiet")
        return
    said = f"Invitations sent {_by(report)}: {invited.sent}. {_show_rate(report.show_rate)}"
    bars = [
        svg.Bar(
            _label(report, step),
            f"{_days_of(step)}: {step.invited.sent} sent, {step.invited.came} came",
            _became(step.invited),
        )
        for step in report.steps
    ]
    yield page.figure(said, svg.columns(_INVITED, bars, stacked=True, about=said))


def _became(invited: Invited) -> tuple[int, ...]:
    answered = invited.came + invited.no_show + invited.declined
    return (invited.came, invited.no_show, invited.declined, invited.sent - answered)


def _show_rate(rate: Figure) -> str:
    if rate.value is None:
        return f"Too few outcomes to say how many come (n={rate.n})."
    return f"Of those with an outcome {rounded(rate.value * 100, 0)} % came (n={rate.n})."


def _groups(report: Report) -> Markup:
    if not report.groups:
        return element("p", "No meetings and no one-to-ones in this time.", class_="quiet")
    longest = max((_hours(group) for group in report.groups), default=Fraction())
    headings = ("Group", "Meetings", *(scale.title for scale in SCALES), "n", "Hours", "n", "")
    rows = [
        (
            group.name or _OUTSIDE,
            f"{group.meetings:,}",
            *(_level(group.tally, scale) for scale in SCALES),
            str(group.tally.n),
            "" if group.hours.value is None else f"{rounded(group.hours.value, 1):,}",
            str(group.hours.n),
            svg.share(float(_hours(group) / longest) if longest else 0),
        )
        for group in report.groups
    ]
    return page.table(headings, rows, numbers=range(1, len(headings) - 1))


def _hours(group: GroupReport) -> Fraction:
    return group.hours.value or Fraction()


def _level(tally: Tally, scale: Scale) -> str:
    """The mean, once there are enough reflections for one."""
    if not tally.n:
        return ""
    return str(rounded(tally.mean(scale), 1)) if tally.n >= FEWEST else "too few"


def _habit(habit: Habit) -> str:
    former = "" if habit.current else ", no longer a habit of yours"
    weeks = "week" if habit.adherence.n == 1 else "weeks"
    return f"{habit.text}: {habit.weeks_ticked} of {habit.adherence.n} reviewed {weeks}{former}"


def _review(review: WeeklyReview) -> Markup:
    said = [element("h3", f"Week of {say_day(review.week)}")]
    if review.note:
        said.append(page.written(review.note))
    if review.intention:
        said.append(page.written(f"Intention: {review.intention}"))
    if review.kept is not None:
        said.append(element("p", f"The intention before was kept: {review.kept}", class_="quiet"))
    if review.habits:
        said.append(element("p", f"Habits: {', '.join(review.habits)}", class_="quiet", dir="auto"))
    return element("div", *said, class_="review")


def _meetings(report: Report) -> Iterator[Markup]:
    if not report.meetings.total:
        yield element("p", "No meetings in this time.", class_="quiet")
        return
    headings = ("Day", "Meeting", *(scale.title for scale in SCALES), "People", "New")
    rows = map(_meeting, report.meetings.first)
    yield page.table(headings, rows, numbers=range(2, len(headings)))
    if more := report.meetings.total - len(report.meetings.first):
        yield element("p", f"{more:,} more after these.", class_="quiet")


def _meeting(meeting: HeldMeeting) -> tuple[str, ...]:
    ratings = (getattr(meeting, scale.field) for scale in SCALES)
    return (
        say_day(datetime.fromisoformat(meeting.start).date()),
        meeting.name,
        *("" if value is None else str(value) for value in ratings),
        str(meeting.people or ""),
        str(meeting.first_faces or ""),
    )


def _by(report: Report) -> str:
    return "by month" if report.period.stretch is Stretch.YEAR else "by week"


def _label(report: Report, step: Step) -> str:
    month = MONTHS[step.first.month - 1]
    return month if report.period.stretch is Stretch.YEAR else f"{step.first.day} {month}"


def _days_of(step: Step) -> str:
    return f"{_short(step.first)} to {say_day(step.last)}"


def _short(day: date) -> str:
    return say_day(day, day)
