"""A meeting: one occurrence of a group, or a one-off event."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from netjournal.model.attendance import Attendance, AttendanceDraft
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done, Reflection

if TYPE_CHECKING:
    # The form at the prompt draws its first frame without them.
    from netjournal.model.follow_up import FollowUp
    from netjournal.model.invitation import Invitation
    from netjournal.model.referral import Referral


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDraft:
    """What a person may say of a meeting; only the start is needed."""

    start: datetime
    """Local wall-clock date and time, without a zone, to the minute."""
    group_id: int | None = None
    """None for a one-off."""
    title: str = ""
    duration_minutes: int | None = None
    place: str = ""
    cancelled: bool = False
    missed: bool = False
    """Held, without me."""
    headcount: int | None = None
    pitched: bool | None = None
    """Whether I pitched to the room; None is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(MeetingDraft):
    """A meeting as it stands in the journal, with all that is recorded about it."""

    id: int
    group: str | None
    """The group's name; None for a one-off."""
    reflection: Reflection | None
    attendances: tuple[Attendance, ...]
    """By the contact's name."""

    @property
    def name(self) -> str:
        """The group's name, or the one-off's title."""
        return self.group or self.title or "One-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting as one row of the list of meetings."""

    id: int
    start: str
    """Local start, `YYYY-MM-DDTHH:MM`."""
    group: str | None
    title: str
    duration_minutes: int | None
    cancelled: bool
    missed: bool
    energy: int | None
    confidence: int | None
    pushiness: int | None
    people: tuple[str, ...]
    """Names of those who were there, by name; at most eight."""
    people_count: int
    excerpt: str
    """The first line of the notes."""

    @property
    def name(self) -> str:
        """The group's name, or the one-off's title."""
        return self.group or self.title or "One-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPages:
    """A long list of meetings: how many there are, and a function that fetches any stretch."""

    total: int | None
    """How many rows the list has; None while a filter's hits are more than were fetched."""
    shown: int
    """How many rows can be paged through."""
    page: Callable[[int, int], tuple[MeetingLine, ...]]
    """`page(first, count)`: newest first, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionForm:
    """What the reflection form opens with."""

    occasion: Occasion
    meeting: Meeting | None
    """What is recorded of it so far."""
    last_time: tuple[AttendanceDraft, ...]
    """Who was at the group's latest meeting with a roster: a suggestion, never an answer."""
    next_meeting: Occasion | None = None
    """The group's next meeting by its schedule, to invite someone to."""
    invitations: "tuple[Invitation, ...]" = ()
    """Those to this meeting."""
    referrals: "tuple[Referral, ...]" = ()
    """Those passed at it."""
    follow_ups: "tuple[FollowUp, ...]" = ()
    """The open ones for those who were there, and those noted on its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflected:
    """What saving a reflection did."""

    meeting_id: int
    new_contacts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """What one `log` says of a meeting; what is blank is left as it stands."""

    energy: int | None = None
    confidence: int | None = None
    pushiness: int | None = None
    energy_before: int | None = None
    opportunities: int | None = None
    gives: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    received: str = ""
    quick_fix: bool | None = None
    planned_work: str = ""
    planned_done: Done | None = None
    notes: str = ""
    met: tuple[str, ...] = ()
    """Names of people who were there."""
    pitched: bool | None = None
    headcount: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What a `log` left recorded."""

    meeting: Meeting
    new_contacts: tuple[str, ...]
    kept: tuple[str, ...]
    """Fields that already said something else and were left alone."""
