"""The journal: the one door through which it is read and changed."""

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from netjournal.insights.today import today
from netjournal.journal import (
    evidence,
    give_and_get,
    prep,
    report,
    review,
    search,
    timeline,
    trends,
)
from netjournal.journal.business import ClosedBusiness
from netjournal.journal.changes import Changes
from netjournal.journal.clock import Clock, SystemClock
from netjournal.journal.contacts import Contacts
from netjournal.journal.drafts import Drafts
from netjournal.journal.duplicates import Duplicates
from netjournal.journal.follow_ups import FollowUps
from netjournal.journal.groups import Groups
from netjournal.journal.interactions import Interactions
from netjournal.journal.invitations import Invitations
from netjournal.journal.ledger import Ledger
from netjournal.journal.me import Myself
from netjournal.journal.meetings import Meetings
from netjournal.journal.memberships import Memberships
from netjournal.journal.merging import Merging
from netjournal.journal.referrals import Referrals
from netjournal.journal.reviews import Reviews
from netjournal.journal.time_and_money import TimeAndMoney
from netjournal.model.change import Noun, Step
from netjournal.model.evidence import Evidence, Part
from netjournal.model.give_and_get import GiveAndGet, GroupGiven, Totals
from netjournal.model.occasion import Occasion
from netjournal.model.period import Period
from netjournal.model.prep import Prep
from netjournal.model.report import Report
from netjournal.model.review import LookBack
from netjournal.model.search import Hits
from netjournal.model.timeline import Timeline
from netjournal.model.today import Today
from netjournal.model.trends import By, Span, Trends
from netjournal.preferences import Preferences
from netjournal.store import history
from netjournal.store.store import Store

if TYPE_CHECKING:
    from netjournal.sample.sample import Sample


class Journal:
    """An open journal; its verbs and readings may be called from any thread."""

    def __init__(self, store: Store, clock: Clock, preferences: Preferences) -> None:
        self.path = store.path
        self.clock = clock
        self.preferences = preferences
        self.changes = Changes()
        self._store = store
        self._ledger = Ledger(store, clock, self.changes, preferences.week_begins)
        self.groups = Groups(self._ledger)
        self.time_and_money = TimeAndMoney(self._ledger, preferences)
        self.meetings = Meetings(self._ledger)
        self.contacts = Contacts(self._ledger, preferences.cadence_days)
        self.duplicates = Duplicates(self._ledger)
        self.merging = Merging(self._ledger)
        self.interactions = Interactions(self._ledger)
        self.follow_ups = FollowUps(self._ledger)
        self.referrals = Referrals(self._ledger)
        self.business = ClosedBusiness(self._ledger)
        self.invitations = Invitations(self._ledger)
        self.memberships = Memberships(self._ledger)
        self.me = Myself(self._ledger)
        self.reviews = Reviews(self._ledger, preferences.week_begins)
        self.drafts = Drafts(self._ledger)

    @classmethod
    def open(
        cls, path: Path, *, clock: Clock | None = None, preferences: Preferences | None = None
    ) -> "Journal":
        """Opens the journal at `path`, making a new one when there is none.

        Raises FileError or BusyError, having touched nothing.
        """
        clock = clock or SystemClock()
        return cls(Store.open(path, clock.utc), clock, preferences or Preferences())

    def close(self) -> None:
        """Keeps the first look that the next start will want, and closes the file."""
        self._ledger.keep_first_look()
        self._store.close()

    def moment(self) -> AbstractContextManager[None]:
        """Within, readings made in this thread fit together: they are of one moment.

        Nothing may be written there, and Today is not read there, for it keeps a first look.
        """
        return self._store.moment()

    def today(self) -> Today:
        """What waits, what comes, and how the latest meetings went."""
        return today(self._ledger.today_inputs(), self.clock.now())

    def fill(self, sample: "Sample") -> None:
        """Writes a sample into the journal, as it is and not to be undone.

        Raises ConflictError when anything is recorded already.
        """
        # Seldom wanted, so it is imported here.
        from netjournal.journal.filling import rows

        self._ledger.fill(rows(sample))

    def trends(
        self, group_id: int | None = None, span: Span = Span.HALF, by: By = By.WEEK
    ) -> Trends:
        """How the ratings went, of one group or of all; NotFoundError without such a group."""
        with self._ledger.read() as session:
            return trends.read(session, group_id, span, by, self.clock.now().date())

    def timeline(self, contact_id: int) -> Timeline:
        """Everything that passed between me and a contact; NotFoundError when they aren't there."""
        return timeline.read(self._ledger, contact_id)

    def give_and_get(self) -> GiveAndGet:
        """What went either way: referrals, business and invitations, as figures."""
        return give_and_get.read(self._ledger)

    def give_and_get_totals(self) -> Totals:
        """What it all comes to, without working out the other figures."""
        return give_and_get.totals(self._ledger)

    def group_given(self, group_id: int) -> GroupGiven:
        """What of it went through one group, and what became of the invitations to it."""
        return give_and_get.of_group(self._ledger, group_id)

    def evidence(
        self,
        part: Part,
        *,
        group_id: int | None = None,
        source: str | None = None,
        statement_id: int | None = None,
    ) -> tuple[Evidence, ...]:
        """The rows that a figure of give and get rests on, newest first unless it says otherwise.

        What else there is says of which group, source or value statement it is.
        """
        said = {"group_id": group_id, "statement_id": statement_id}
        with self._ledger.read() as session:
            return evidence.read(session, part, self.clock.now().date(), source=source, **said)

    def search(self, words: str, limit: int = 50, noun: Noun | None = None) -> Hits:
        """What holds every one of the words, of one noun or of all, last written first."""
        with self._ledger.read() as session:
            return search.everything(session, words, limit, noun)

    def review(self, day: date | None = None) -> LookBack:
        """The week a day is in looked back on, or this one; InvalidError for a day too far away."""
        period = self.reviews.week(day or self.clock.now().date())
        return self._look_back(period)

    def quarter(self, day: date | None = None) -> LookBack:
        """The calendar quarter a day is in looked back on, or this one, likewise."""
        return self._look_back(self.reviews.quarter(day or self.clock.now().date()))

    def report(self, day: date | None = None, *, whole_year: bool = False) -> Report:
        """The calendar quarter a day is in, or this one, or its whole year, with its charts' data.

        Raises InvalidError for a period that hasn't begun, and likewise.
        """
        day = day or self.clock.now().date()
        period = self.reviews.year(day) if whole_year else self.reviews.quarter(day)
        with self._ledger.read() as session:
            return report.read(session, period, self.clock.now(), self.preferences.currency)

    def prep(self, occasion: Occasion | None = None, *, group_id: int | None = None) -> Prep:
        """What to know before a meeting, before a group's next one, or before whichever is next.

        Raises NotFoundError without such a group, and when no meeting is planned at all.
        """
        now, usual_days = self.clock.now(), self.preferences.cadence_days
        with self._ledger.read() as session:
            if occasion is None and group_id is not None:
                return prep.of_group(session, group_id, now, usual_days)
            coming = occasion or prep.next_occasion(session, now)
            return prep.of_occasion(session, coming, now, usual_days)

    def last_step(self) -> Step | None:
        """The step that undo would take back."""
        with self._ledger.read() as session:
            return history.last_step(session.connection(), self._store.run)

    def next_step(self) -> Step | None:
        """The step that redo would do again."""
        with self._ledger.read() as session:
            return history.next_step(session.connection(), self._store.run)

    def undo(self) -> Step:
        """Takes back the last step, whichever program made it.

        Raises NotFoundError when there is none, and ConflictError when it can't be taken back.
        """
        return self._ledger.undo()

    def redo(self) -> Step:
        """Does the last undone step again; NotFoundError when there is none."""
        return self._ledger.redo()

    def poll(self) -> None:
        """Announces what other programs changed, and keeps the first look once that is due."""
        self._ledger.poll()

    def _look_back(self, period: Period) -> LookBack:
        with self._ledger.read() as session:
            return review.read(
                session,
                period,
                self.clock.now(),
                self.preferences.cadence_days,
                self.preferences.week_begins,
            )
