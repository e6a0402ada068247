"""One table per noun, each with its rules: what a row may hold is said here and nowhere else."""

from sqlmodel import SQLModel

from netjournal.store.tables.contact import ContactDetailRow, ContactFactsRow, ContactRow
from netjournal.store.tables.group import GroupRow, ScheduleRow, ValueStatementRow
from netjournal.store.tables.keeping import (
    DraftRow,
    FirstLookRow,
    HistoryChangeRow,
    HistoryStepRow,
    JournalStateRow,
)
from netjournal.store.tables.meeting import (
    AttendanceRow,
    MeetingRow,
    RatingDayRow,
    ReflectionRow,
)

RECORDED: tuple[type[SQLModel], ...] = (
    GroupRow,
    ScheduleRow,
    ValueStatementRow,
    ContactRow,
    ContactDetailRow,
    MeetingRow,
    AttendanceRow,
    ReflectionRow,
)
"""What a person records: these tables have a history."""

KEPT: tuple[type[SQLModel], ...] = (
    ContactFactsRow,
    RatingDayRow,
    JournalStateRow,
    HistoryStepRow,
    HistoryChangeRow,
    DraftRow,
    FirstLookRow,
)
"""What the keeping needs: derived, or about the journal itself."""

SEARCH = ("contact_words", "meeting_words")
"""The full-text indexes, virtual tables that the store writes itself."""

__all__ = [
    "KEPT",
    "RECORDED",
    "SEARCH",
    "AttendanceRow",
    "ContactDetailRow",
    "ContactFactsRow",
    "ContactRow",
    "DraftRow",
    "FirstLookRow",
    "GroupRow",
    "HistoryChangeRow",
    "HistoryStepRow",
    "JournalStateRow",
    "MeetingRow",
    "RatingDayRow",
    "ReflectionRow",
    "ScheduleRow",
    "ValueStatementRow",
]
