"""The fields of a group's form."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

from netjournal.amounts import read_amount
from netjournal.model.group import Commitment, GroupDraft, Kind, Period, Sincerity, Status
from netjournal.ui.dialogs.draft_field import DraftField, choice, whole
from netjournal.when import read_date, read_duration, read_nearest_date, read_recent_date


def plain_draft(group: GroupDraft) -> GroupDraft:
    """Only what the draft of a group holds, without what the journal added."""
    return GroupDraft(**{field.name: getattr(group, field.name) for field in fields(GroupDraft)})


def _amount(typed: str, _: date) -> Decimal:
    return read_amount(typed)


def _minutes(typed: str, _: date) -> int:
    return 0 if typed.strip() == "0" else read_duration(typed)


NAME = DraftField(name="name", label="Name", hint="BNI Riverside")
STANDING = (
    choice("kind", "Kind", Kind),
    choice("status", "Status", Status, blank=Status.MEMBER),
    choice("commitment", "Commitment", Commitment),
)
"""Where I stand with it."""

JOINING = (
    DraftField(name="motive", label="Why I join", hint="what you hope for"),
    DraftField(
        name="interest",
        label="My interest",
        words=tuple("12345"),
        read=whole,
        blank=None,
    ),
    DraftField(
        name="willing_hours", label="Hours I'd give", read=_amount, hint="8 a month", blank=None
    ),
    DraftField(name="dues", label="Dues", read=_amount, hint="45", blank=None),
    choice("dues_period", "  for each", Period),
    DraftField(name="fee", label="Fee a meeting", read=_amount, hint="12.50", blank=None),
    DraftField(
        name="joined_on", label="Joined on", read=read_recent_date, hint="3 Mar 2025", blank=None
    ),
)
"""What I promise it, and what it costs."""

ASKED = (
    choice("sincerity", "Being asked felt", Sincerity),
    DraftField(name="asked_on", label="Asked on", read=read_date, hint="yesterday", blank=None),
)
"""Beside who it was: how I was asked in."""

TRIED = (
    DraftField(name="experiment", label="Experiment", hint="all in until March"),
    DraftField(name="experiment_from", label="  from", read=read_nearest_date, blank=None),
    DraftField(name="experiment_until", label="  until", read=read_nearest_date, blank=None),
    DraftField(name="experiment_outcome", label="  how it went", long=True),
)
"""What I try there, and the look back."""

REST = (
    DraftField(name="purpose", label="Purpose", hint="what it is for"),
    DraftField(name="left_on", label="Left on", read=read_recent_date, blank=None),
    DraftField(name="size", label="Members", read=whole, hint="24", blank=None),
    DraftField(
        name="travel_minutes",
        label="Travel",
        read=_minutes,
        hint="40 min, there and back",
        blank=None,
    ),
    DraftField(
        name="preparation_minutes",
        label="Preparation",
        read=_minutes,
        hint="15 min a meeting",
        blank=None,
    ),
    *TRIED,
    DraftField(name="notes", label="Notes", long=True),
)
"""What can be said of it later, or never."""

EVERY = (NAME, *STANDING, *JOINING, *ASKED, *REST)
"""All but who asked."""
