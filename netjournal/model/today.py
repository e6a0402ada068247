"""Today: what waits, what comes, and how the latest meetings left me."""

from dataclasses import dataclass
from datetime import datetime

from netjournal.model.occasion import Occasion


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayMeeting:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayInputs:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedWork:
    """Work planned for the day of a meeting, of which I haven't said whether it got done."""

    meeting_id: int
    start: datetime
    name: str
    planned_work: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """A meeting lately reflected on."""

    meeting_id: int
    start: datetime
    name: str
    energy: int
    confidence: int
    pushiness: int
    people_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
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
