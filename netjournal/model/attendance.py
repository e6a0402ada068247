"""An attendance: a contact at a meeting, with what passed between us there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceDraft:
    """Someone who was there: a known contact, or the name of a new one."""

    contact_id: int | None = None
    """None makes a new contact of that name."""
    name: str
    talked: bool | None = None
    """Whether we talked; None is unknown."""
    asked: bool | None = None
    """Whether I asked something of this person."""
    heard_pitch: bool | None = None
    """Whether I pitched to them alone."""
    note: str = ""
    """Private."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Someone who was there, as it stands in the journal."""

    contact_id: int
    name: str
    talked: bool | None
    asked: bool | None
    heard_pitch: bool | None
    note: str
    first_seen: bool
    """Whether this is their first attendance anywhere in the journal."""
