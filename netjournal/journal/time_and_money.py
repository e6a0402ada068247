"""What groups cost me, and whether I can bear another one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session

from netjournal.insights import cost
from netjournal.insights.cost import Spent
from netjournal.journal.ledger import Ledger
from netjournal.journal.today import duration_on
from netjournal.model.cost import Cost
from netjournal.model.figure import Figure
from netjournal.model.group import Commitment, Group, Status
from netjournal.model.joining import Load
from netjournal.preferences import Preferences
from netjournal.store import groups, hours
from netjournal.store.hours import Attended

_ACTIVE = (Status.TRIAL, Status.MEMBER)
_NOTHING = Figure(None, 0)


class TimeAndMoney:
    """The hours and the money that go into groups."""

    def __init__(self, ledger: Ledger, preferences: Preferences) -> None:
        self._ledger = ledger
        self._preferences = preferences

    def of_groups(self) -> Mapping[int, Cost]:
        """What each group costs a month, by its id."""
        with self._ledger.read() as session:
            every = groups.every(session)
            lately = tuple(self._spent_lately(session, every))
        of_each = cost.hours(lately)
        meetings = Counter(one.groups[0] for one in lately if one.at_meeting and one.groups)
        hourly = self._preferences.hourly_value
        return {
            group.id: cost.cost(
                group,
                of_each.get(group.id, _NOTHING),
                meetings[group.id],
                hourly,
            )
            for group in every
        }

    def load(self, group_id: int | None = None) -> Load:
        """What I do already, except in a group, and the most I want to."""
        with self._ledger.read() as session:
            every = groups.every(session)
            lately = tuple(self._spent_lately(session, every))
        others = [one for one in every if one.status in _ACTIVE and one.id != group_id]
        preferences = self._preferences
        return Load(
            all_in=tuple(one.name for one in others if one.commitment is Commitment.ALL_IN),
            active=tuple(one.name for one in others),
            hours=cost.hours_but_of(lately, group_id),
            most_all_in=preferences.most_all_in,
            most_active=preferences.most_active,
            budget=preferences.hours_budget,
        )

    def _spent_lately(self, session: Session, every: Sequence[Group]) -> Iterator[Spent]:
        return spent(session, every, self._ledger.clock.now().date(), cost.DAYS)


def spent(session: Session, every: Sequence[Group], day: date, days: int) -> Iterator[Spent]:
    """What went into groups in so many days up to a day."""
    by_id = {group.id: group for group in every}
    for meeting in hours.attended(session, day, days):
        group = by_id.get(meeting.group_id or 0)
        minutes = cost.at_meeting(meeting.minutes, _planned(meeting, group), group)
        yield Spent(minutes, (group.id,) if group else ())
    for one in hours.one_to_ones(session, day, days):
        minutes = cost.UNSAID_MINUTES if one.minutes is None else one.minutes
        yield Spent(minutes, one.groups, at_meeting=False)


def _planned(meeting: Attended, group: Group | None) -> int | None:
    """The minutes a meeting was to take, where it isn't recorded how long it took."""
    if group is None or meeting.minutes is not None:
        return None
    return duration_on(group, datetime.fromisoformat(meeting.start))
