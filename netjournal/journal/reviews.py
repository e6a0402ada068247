"""What can be done with weekly reviews."""

from datetime import date, timedelta

from netjournal.errors import InvalidError, NotFoundError
from netjournal.insights.week import quarter_of, week_of, year_of
from netjournal.journal import plan
from netjournal.journal.ledger import Ledger
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.period import Period
from netjournal.model.plan import Action
from netjournal.model.review import ReviewDraft, WeeklyReview
from netjournal.store import contacts, follow_ups, reviews
from netjournal.when import say_day

YEARS = range(1900, 2200)
"""The years whose weeks can be looked back on."""
_TIME_FOR_AN_ACTION = timedelta(days=7)


class Reviews:
    """The weeks looked back on."""

    def __init__(self, ledger: Ledger, week_begins: int) -> None:
        self._ledger = ledger
        self._week_begins = week_begins

    def put(self, draft: ReviewDraft) -> int:
        """Writes the review of the week a day is in, over the one it has; gives its id.

        Raises InvalidError when it says nothing, and for a week to come that has no review yet.
        """
        week = self.week(draft.week)
        with self._ledger.change(f"Reviewed the week of {say_day(week.first)}") as writing:
            today = self._ledger.clock.now().date()
            # With the clock set back, a week that was reviewed lies ahead.
            if week.first > today and reviews.of_week(writing.session, week.first) is None:
                sentence = f"The week of {say_day(week.first)} hasn't begun; review it once it has."
                raise InvalidError({"week": sentence})
            return reviews.put(writing.session, week.first, draft, writing.utc)

    def delete(self, day: date) -> None:
        """Removes the review of the week a day is in; NotFoundError when it has none."""
        week = self.week(day)
        with self._ledger.change(
            f"Deleted the review of the week of {say_day(week.first)}"
        ) as writing:
            review = reviews.of_week(writing.session, week.first)
            if review is None:
                raise NotFoundError(f"The week of {say_day(week.first)} has no review.")
            reviews.remove(writing.session, review.id)

    def get(self, day: date) -> WeeklyReview | None:
        """The review of the week a day is in; None while it has none."""
        first = self.week(day).first
        with self._ledger.read() as session:
            return reviews.of_week(session, first)

    def of(self, review_id: int) -> WeeklyReview:
        """A review by its id; NotFoundError when it isn't there."""
        with self._ledger.read() as session:
            return reviews.get(session, review_id)

    def latest(self) -> WeeklyReview | None:
        """The review of the latest week that has one."""
        with self._ledger.read() as session:
            return reviews.latest(session)

    def week(self, day: date) -> Period:
        """The week a day is in; InvalidError when it lies too far away to be anybody's."""
        self._refuse_far(day)
        return week_of(day, self._week_begins)

    def quarter(self, day: date) -> Period:
        """The calendar quarter a day is in; InvalidError likewise."""
        self._refuse_far(day)
        return quarter_of(day)

    def year(self, day: date) -> Period:
        """The calendar year a day is in; InvalidError likewise."""
        self._refuse_far(day)
        return year_of(day)

    def accept(self, action: Action) -> int:
        """Makes a follow-up of an action of the depth plan, due in a week; gives its id.

        Raises InvalidError when a follow-up that says the same is open.
        """
        with self._ledger.change(f"Planned for {action.name}: {action.what}") as writing:
            if plan.is_accepted(writing.session, action):
                sentence = f"A follow-up for {action.name} says that already: {action.what}."
                raise InvalidError({"what": sentence})
            today = self._ledger.clock.now().date()
            draft = FollowUpDraft(
                contact_id=contacts.get(writing.session, action.contact_id).id,
                what=action.what,
                due=today + _TIME_FOR_AN_ACTION,
            )
            return follow_ups.add(writing.session, draft, writing.utc, today)

    def _refuse_far(self, day: date) -> None:
        if day.year not in YEARS:
            sentence = f"The year {day.year} is too far away; name a day from 1900 to 2199."
            raise InvalidError({"week": sentence})
