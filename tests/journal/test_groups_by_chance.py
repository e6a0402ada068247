"""What a group's meetings add up to, as of any day, held against the meetings one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.occasion import Occasion
from tests.conftest import NOON, SetClock
from tests.entries import STEADY

GROUPS = {1: "Mill", 2: "Riverside"}
ONE_OFF = 0
PEOPLE = {1: "Ana", 2: "Bo", 3: "Li"}


@dataclass(frozen=True)
class Met:
    """A meeting, and what is recorded of it."""

    days_ago: int
    group: int
    people: frozenset[int]
    reflected: bool
    fate: str
    """Empty where it was held and not missed by me."""

    @property
    def day(self) -> date:
        return (NOON - timedelta(days=self.days_ago)).date()

    @property
    def attended(self) -> bool:
        return not self.fate and (self.reflected or bool(self.people))


MEETINGS = st.lists(
    st.builds(
        Met,
        st.integers(1, 12),
        st.sampled_from([ONE_OFF, *GROUPS]),
        st.frozensets(st.sampled_from([*PEOPLE])),
        st.booleans(),
        st.sampled_from(["", "", "cancelled", "missed"]),
    ),
    max_size=12,
    unique_by=lambda met: (met.days_ago, met.group),
)


@settings(max_examples=12)
@given(MEETINGS, st.integers(0, 12))
def test_lines_and_members_say_what_the_meetings_do(met: list[Met], days_ago: int) -> None:
    clock = SetClock(NOON)
    with TemporaryDirectory() as folder:
        journal = Journal.open(Path(folder) / "journal.db", clock=clock)
        begin(journal)
        for one in met:
            record(journal, one)
        clock.moment = NOON - timedelta(days=days_ago)
        attended = [one for one in met if one.attended and one.days_ago >= days_ago]
        for group in GROUPS:
            agrees(journal, group, [one for one in attended if one.group == group])
        journal.close()


def begin(journal: Journal) -> None:
    """Everyone is a member of every group."""
    for name in GROUPS.values():
        journal.groups.join(GroupDraft(name=name))
    for name in PEOPLE.values():
        contact = journal.contacts.add(ContactDraft(name=name))
        for group in GROUPS:
            journal.memberships.add(MembershipDraft(contact_id=contact, group_id=group))


def record(journal: Journal, met: Met) -> None:
    """Writes a meeting, who was there and its reflection; then what became of it."""
    start = NOON - timedelta(days=met.days_ago)
    group_id = met.group or None
    there = tuple(AttendanceDraft(contact_id=one, name=PEOPLE[one]) for one in met.people)
    meeting_id = journal.meetings.reflect(
        Occasion(start=start, group_id=group_id, meeting_id=None, name="Mixer"), STEADY, there
    ).meeting_id
    if not met.reflected:
        with journal._ledger.change("Took the reflection back") as writing:
            writing.session.execute(
                text("DELETE FROM reflections WHERE meeting_id = :id"), {"id": meeting_id}
            )
    if met.fate:
        draft = MeetingDraft(
            start=start,
            group_id=group_id,
            title="Mixer",
            cancelled=met.fate == "cancelled",
            missed=met.fate == "missed",
        )
        journal.meetings.revise(meeting_id, draft)


def agrees(journal: Journal, group: int, attended: Sequence[Met]) -> None:
    """Holds a group's line and members against the meetings attended."""
    line = journal.groups.line(group)
    assert line in journal.groups.lines()
    assert (line.meetings, line.reflections) == (
        len(attended),
        sum(one.reflected for one in attended),
    )
    days = [one.day for one in attended]
    assert line.last_start == (f"{max(days)}T12:00" if days else None)
    assert line.people == len(frozenset().union(*(one.people for one in attended)))
    for member in journal.memberships.of_group(group):
        seen = [one.day for one in attended if member.contact_id in one.people]
        last = f"{max(seen)}" if seen else None
        assert (member.times_met, member.last_seen) == (len(seen), last)
