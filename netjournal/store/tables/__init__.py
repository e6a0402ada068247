"""One table per noun, each with its rules: what a row may hold is said here and nowhere else."""

from sqlmodel import SQLModel

from netjournal.store.tables.business import BusinessRow
from netjournal.store.tables.contact import (
    ApartRow,
    ContactDetailRow,
    ContactFactsRow,
    ContactRow,
    TagCadenceRow,
)
from netjournal.store.tables.follow_up import FollowUpRow
from netjournal.store.tables.group import GroupRow, ScheduleRow, ValueStatementRow
from netjournal.store.tables.interaction import InteractionContactRow, InteractionRow
from netjournal.store.tables.invitation import InvitationRow
from netjournal.store.tables.keeping import (
    DocumentRow,
    DraftRow,
    FirstLookRow,
    HistoryChangeRow,
    HistoryStepRow,
    JournalStateRow,
)
from netjournal.store.tables.me import MeRow, PitchRow
from netjournal.store.tables.meeting import (
    AttendanceRow,
    MeetingRow,
    RatingDayRow,
    ReflectionRow,
    TimesSeenRow,
)
from netjournal.store.tables.membership import MembershipRow
from netjournal.store.tables.referral import ReferralRow
from netjournal.store.tables.review import ReviewRow

RECORDED: tuple[type[SQLModel], ...] = (
    GroupRow,
    ScheduleRow,
    ValueStatementRow,
    ContactRow,
    ContactDetailRow,
    MeetingRow,
    AttendanceRow,
    ReflectionRow,
    InteractionRow,
    InteractionContactRow,
    FollowUpRow,
    ReferralRow,
    BusinessRow,
    InvitationRow,
    MembershipRow,
    TagCadenceRow,
    ApartRow,
    MeRow,
    PitchRow,
    ReviewRow,
)
"""What a person records: these tables have a history."""

KEPT: tuple[type[SQLModel], ...] = (
    ContactFactsRow,
    RatingDayRow,
    TimesSeenRow,
    DocumentRow,
    JournalStateRow,
    HistoryStepRow,
    HistoryChangeRow,
    DraftRow,
    FirstLookRow,
)
"""What the keeping needs: derived, or about the journal itself."""

SEARCH = ("contact_words", "meeting_words", "document_words")
"""The full-text indexes, virtual tables that the store writes itself."""

__all__ = [
    "KEPT",
    "RECORDED",
    "SEARCH",
    "ApartRow",
    "AttendanceRow",
    "BusinessRow",
    "ContactDetailRow",
    "ContactFactsRow",
    "ContactRow",
    "DocumentRow",
    "DraftRow",
    "FirstLookRow",
    "FollowUpRow",
    "GroupRow",
    "HistoryChangeRow",
    "HistoryStepRow",
    "InteractionContactRow",
    "InteractionRow",
    "InvitationRow",
    "JournalStateRow",
    "MeRow",
    "MeetingRow",
    "MembershipRow",
    "PitchRow",
    "RatingDayRow",
    "ReferralRow",
    "ReflectionRow",
    "ReviewRow",
    "ScheduleRow",
    "TagCadenceRow",
    "TimesSeenRow",
    "ValueStatementRow",
]
