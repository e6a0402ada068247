"""What can be done with groups."""

from datetime import date, time

import pytest

from netjournal.errors import AmbiguousError, InvalidError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import Commitment, GroupDraft, Rescheduled, Status
from netjournal.model.schedule import Schedule
from tests.entries import STEADY, TUESDAYS, at, present

THURSDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TH", anchor=date(2026, 11, 19), start_time=time(18, 30)
)


@pytest.fixture
def named(journal: Journal) -> Journal:
    """A journal of groups with like names."""
    for name in ("BNI Riverside", "Riverside Rotary", "Chamber", "Café Élan"):
        journal.groups.join(GroupDraft(name=name))
    return journal


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("bni", "BNI Riverside"),
        ("  BNI  RIVERSIDE ", "BNI Riverside"),
        ("rotary", "Riverside Rotary"),
        ("cafe elan", "Café Élan"),
        ("ÉLAN", "Café Élan"),
        ("amb", "Chamber"),
    ],
)
def test_a_group_is_known_by_any_part_of_its_name(named: Journal, words: str, name: str) -> None:
    assert named.groups.named(words).name == name


def test_the_whole_name_wins_over_a_part(named: Journal) -> None:
    named.groups.join(GroupDraft(name="Riverside"))
    assert named.groups.named("riverside").name == "Riverside"


def test_what_fits_several_names_lists_them(named: Journal) -> None:
    with pytest.raises(AmbiguousError, match="BNI Riverside, Riverside Rotary") as ambiguous:
        named.groups.named("riverside")
    assert ambiguous.value.candidates == ("BNI Riverside", "Riverside Rotary")


@pytest.mark.parametrize("words", ["lions", "", "  ", "\x1b"])
def test_what_fits_no_name_says_which_there_are(named: Journal, words: str) -> None:
    with pytest.raises(NotFoundError, match="Chamber"):
        named.groups.named(words)


def test_without_groups_the_first_step_is_named(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="netjournal group add"):
        journal.groups.named("riverside")


def test_a_group_is_read_back_as_it_was_joined(journal: Journal) -> None:
    draft = GroupDraft(name="Riverside", purpose="Referrals\nand lunch", interest=4, size=22)
    group = journal.groups.get(journal.groups.join(draft, TUESDAYS, " Worth it. "))
    assert (group.name, group.purpose, group.interest, group.size) == (
        "Riverside",
        "Referrals\nand lunch",
        4,
        22,
    )
    assert group.schedules == (TUESDAYS,)
    assert group.value_statement == "Worth it."
    assert group.added_on == date(2026, 11, 21)


def test_the_latest_value_statement_is_the_one_in_force(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), value_statement="First.")
    journal.groups.state_value(group, "Second.")
    assert journal.groups.get(group).value_statement == "Second."
    with pytest.raises(InvalidError) as refusal:
        journal.groups.state_value(group, " \n ")
    assert list(refusal.value.fields) == ["value_statement"]
    journal.undo()
    assert journal.groups.get(group).value_statement == "First."


def starts(journal: Journal, group: int) -> list[str]:
    """The last four meetings of a group, oldest first."""
    occasions = journal.meetings.occasions(group, days_back=28)
    return [f"{occasion.start:%d %H:%M}" for occasion in reversed(occasions)]


def test_a_new_schedule_rules_from_its_day_on(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    assert starts(journal, group) == ["27 07:00", "03 07:00", "10 07:00", "17 07:00"]
    journal.groups.reschedule(
        group, Rescheduled(schedule=THURSDAYS, applies_from=date(2026, 11, 10))
    )
    assert starts(journal, group) == ["27 07:00", "03 07:00", "12 18:30", "19 18:30"]
    journal.groups.reschedule(group, Rescheduled(schedule=None, applies_from=date(2026, 11, 13)))
    assert starts(journal, group) == ["27 07:00", "03 07:00", "12 18:30"]
    journal.groups.reschedule(
        group, Rescheduled(schedule=TUESDAYS, applies_from=date(2026, 11, 11))
    )
    assert starts(journal, group) == ["27 07:00", "03 07:00", "17 07:00"]
    journal.groups.reschedule(group, Rescheduled(schedule=THURSDAYS, applies_from=None))
    assert starts(journal, group) == ["29 18:30", "05 18:30", "12 18:30", "19 18:30"]
    journal.groups.reschedule(group, Rescheduled(schedule=None, applies_from=None))
    assert starts(journal, group) == []


def test_lines_stand_by_how_deep_one_is_in(journal: Journal) -> None:
    for name, status, commitment in (
        ("Left", Status.LEFT, Commitment.ALL_IN),
        ("Zebra", Status.MEMBER, Commitment.ALL_IN),
        ("apple", Status.MEMBER, Commitment.REGULAR),
        ("Élan", Status.MEMBER, Commitment.REGULAR),
        ("Now and then", Status.MEMBER, Commitment.OCCASIONAL),
        ("Unsaid", Status.MEMBER, None),
        ("Trying", Status.TRIAL, Commitment.ALL_IN),
        ("Maybe", Status.CANDIDATE, None),
    ):
        journal.groups.join(GroupDraft(name=name, status=status, commitment=commitment))
    assert [line.name for line in journal.groups.lines()] == [
        "Zebra",
        "apple",
        "Élan",
        "Now and then",
        "Unsaid",
        "Trying",
        "Maybe",
        "Left",
    ]


def test_a_line_counts_what_was_attended(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    meetings = journal.meetings
    meetings.reflect(meetings.occasion(group, date(2026, 11, 3)), STEADY, present("Ana", "Li"))
    meetings.reflect(meetings.occasion(group, date(2026, 11, 10)), STEADY)
    missed = meetings.occasion(group, date(2026, 11, 17))
    meetings.reflect(missed, STEADY, present("Zoe"))
    meetings.miss(meetings.occasion(group, date(2026, 11, 17)))
    (line,) = journal.groups.lines()
    assert (line.meetings, line.people, line.last_start) == (2, 2, "2026-11-10T07:00")
    assert (line.reflections, line.energy, line.pushiness) == (2, (3, 3), (1, 1))
    assert line.next_start == "2026-11-24T07:00"
    assert line.schedule == "every Tuesday, 07:00–08:30"


def test_one_line_is_that_of_the_list(journal: Journal) -> None:
    for name in ("Riverside", "Mill", "Empty"):
        journal.groups.join(GroupDraft(name=name), TUESDAYS)
    meetings = journal.meetings
    for group, people in ((1, ("Ana", "Li")), (2, ("Bo",))):
        meetings.reflect(meetings.occasion(group, date(2026, 11, 3)), STEADY, present(*people))
    lines = journal.groups.lines()
    assert len(lines) == 3
    assert tuple(journal.groups.line(line.id) for line in lines) == lines
    assert tuple(group.id for group in journal.groups.all()) == tuple(line.id for line in lines)
    with pytest.raises(NotFoundError):
        journal.groups.line(99)


def test_a_left_group_has_no_next_meeting(journal: Journal) -> None:
    draft = GroupDraft(name="Riverside", status=Status.LEFT, left_on=date(2026, 11, 12))
    group = journal.groups.join(draft, TUESDAYS)
    assert journal.groups.lines()[0].next_start is None
    assert starts(journal, group) == ["27 07:00", "03 07:00", "10 07:00"]


def test_deleting_a_group_takes_its_meetings_but_no_contact(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    journal.meetings.reflect(journal.meetings.occasion(group), STEADY, present("Ana"))
    journal.groups.delete(group)
    assert journal.meetings.all() == ()
    (line,) = journal.contacts.pages().page(0, 5)
    assert (line.name, line.times_met, line.last_seen, line.groups) == ("Ana", 0, None, ())
    assert journal.meetings.pages("riverside").shown == 0
    assert at("2026-11-17T07:00") not in [o.start for o in journal.meetings.occasions()]


def test_who_asked_me_in_is_a_contact_by_name_or_a_new_one(journal: Journal) -> None:
    ana = journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    group = journal.groups.join(GroupDraft(name="Riverside"), inviter="ANA RUIZ")
    assert journal.groups.get(group).invited_by == ana
    journal.groups.revise(group, GroupDraft(name="Riverside"), inviter="Li Wei")
    (li,) = journal.contacts.named("li wei")
    assert journal.groups.get(group).invited_by == li
    journal.undo()
    assert journal.contacts.named("li wei") == ()
    assert journal.groups.get(group).invited_by == ana
    journal.groups.revise(group, GroupDraft(name="Riverside"))
    assert journal.groups.get(group).invited_by is None


def test_who_asked_me_in_must_be_one_person(journal: Journal) -> None:
    for _ in range(2):
        journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    with pytest.raises(AmbiguousError, match="2 contacts are named “Ana Ruiz”"):
        journal.groups.join(GroupDraft(name="Riverside"), inviter="Ana Ruiz")
    assert journal.groups.lines() == ()
