"""Today: what waits, what comes, and how the latest meetings left me."""

from datetime import date, datetime
from typing import NamedTuple

from netjournal.model.occasion import Occasion


class TodayMeeting(NamedTuple):
    """A meeting near today, recorded or only scheduled, with what Today needs to know of it."""

    start: str
    """Local start, `YYYY-MM-DDTHH:MM`."""
    name: str
    group_id: int | None
    meeting_id: int | None
    duration_minutes: int | None
    place: str
    waits: bool
    """Whether it wants a reflection once it has begun: held, not missed, not reflected on, and not
    before its group was added."""
    called_off: bool
    energy: int | None = None
    confidence: int | None = None
    pushiness: int | None = None
    people_count: int = 0
    planned_work: str = ""
    """The work planned for that day, while it isn't known whether it got done."""


class TodayInvitation(NamedTuple):
    """An invitation that waits for its meeting, or since then for an answer: did they come?"""

    invitation_id: int
    contact_id: int
    meeting_id: int
    start: str
    """Local start of the meeting, `YYYY-MM-DDTHH:MM`."""
    name: str
    """Whom I invited."""
    title: str
    """The group's name, or the one-off's title."""


class TodayFollowUp(NamedTuple):
    """An open follow-up with a date."""

    follow_up_id: int
    contact_id: int
    name: str
    what: str
    due: str
    """Local date, `YYYY-MM-DD`."""


class TodayPrep(NamedTuple):
    """What is worth knowing before a group's next meeting."""

    group_id: int
    no_why: int
    """How many of its regulars there are whose why I don't know."""
    to_meet: tuple[str, ...]
    """The names of the regulars I never met one-to-one, the most regular first; at most two."""


RatedWeek = tuple[str, int, int, int, int]
"""The first day of a week, how many reflections it has, and the sums of their energy, confidence
and pushiness."""


class TodayInputs(NamedTuple):
    """What Today is made from, for every moment from its writing until two weeks later."""

    groups: int
    """How many groups there are."""
    contacts: int
    meetings: tuple[TodayMeeting, ...]
    """Recorded and scheduled, oldest first, from 14 days before the writing to 21 days after."""
    older_waiting: tuple[str, ...]
    """Local starts of meetings before those that were recorded and still wait."""
    latest: tuple[TodayMeeting, ...]
    """The latest three reflected meetings, newest first, however old."""
    invitations: tuple[TodayInvitation, ...] = ()
    """Those not answered, to meetings up to 21 days after, by the meeting, the latest first."""
    older_invitations: int = 0
    """How many more are not answered, to meetings before those."""
    follow_ups: tuple[TodayFollowUp, ...] = ()
    """Those due up to 14 days after, soonest due first."""
    prep: tuple[TodayPrep, ...] = ()
    """Of the groups that meet in those days."""
    week_begins: int = 0
    """The weekday on which weeks begin; 0 is Monday."""
    weeks: tuple[RatedWeek, ...] = ()
    """Those with a reflection, oldest first, from twelve weeks before the writing."""
    last_invited: str = ""
    """Local date of the last invitation sent; empty: never one."""
    reviewed: str = ""
    """The first day of the latest week that was reviewed; empty: none was."""


class PlannedWork(NamedTuple):
    """Work planned for the day of a meeting, of which I haven't said whether it got done."""

    meeting_id: int
    start: datetime
    name: str
    planned_work: str


class Latest(NamedTuple):
    """A meeting lately reflected on."""

    meeting_id: int
    start: datetime
    name: str
    energy: int
    confidence: int
    pushiness: int
    people_count: int


class Today(NamedTuple):
    """What a person sees on opening the journal."""

    now: datetime
    """Local wall-clock time it was made for."""
    groups: int
    contacts: int
    waiting: tuple[Occasion, ...]
    """Meetings of the last 14 days that want a reflection, newest first."""
    older_waiting: int
    """How many more wait from before that."""
    planned_work: tuple[PlannedWork, ...]
    """Newest first; only once the meeting is over."""
    coming: tuple[Occasion, ...]
    """The next seven days, soonest first."""
    latest: tuple[Latest, ...]
    """At most three, newest first."""
    invitations: tuple[TodayInvitation, ...] = ()
    """Did they come? Those to meetings that have begun, the latest meeting first."""
    older_invitations: int = 0
    """How many more there are, to meetings before those."""
    follow_ups: tuple[TodayFollowUp, ...] = ()
    """Those due by now, the longest overdue first."""
    prep: tuple[TodayPrep | None, ...] = ()
    """Of each meeting that comes; None for a one-off."""
    out: tuple[int, ...] = ()
    """How many invitations to each meeting that comes are out."""
    strip: tuple[tuple[int, int, int] | None, ...] = ()
    """The ratings of the last twelve weeks, this one last: energy, confidence and pushiness, each
    the mean of the week, rounded; None for a week without a reflection."""
    days_since_invited: int | None = None
    """None: I never invited anyone."""
    to_review: date | None = None
    """The first day of the latest week that is over, or nearly, had a meeting and wasn't reviewed.
    """
