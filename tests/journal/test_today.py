"""Today, as the journal reads it: cases worked out by hand for Saturday, 21 November 2026."""

from dataclasses import replace
from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft, Status
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.meeting import MeetingDraft
from netjournal.model.reflection import Done
from netjournal.model.review import ReviewDraft
from netjournal.model.today import TodayPrep
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at, one_off, present


@pytest.fixture
def group(journal: Journal, clock: SetClock) -> int:
    """A group that meets on Tuesdays, added on Monday, 26 October."""
    clock.moment = at("2026-10-26T12:00")
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    clock.moment = at("2026-11-21T12:00")
    return group


def waiting(journal: Journal) -> list[str]:
    """When the meetings that wait were, newest first."""
    return [f"{occasion.start:%m-%d %H:%M}" for occasion in journal.today().waiting]


def coming(journal: Journal) -> list[str]:
    """When the meetings to come are, soonest first."""
    return [f"{occasion.start:%m-%d %H:%M}" for occasion in journal.today().coming]


def test_an_empty_journal_has_a_calm_day(journal: Journal) -> None:
    today = journal.today()
    assert (today.groups, today.contacts, today.older_waiting) == (0, 0, 0)
    assert [*today.waiting, *today.coming, *today.planned_work, *today.latest] == []


def test_fourteen_days_wait_one_by_one_and_the_rest_is_counted(
    journal: Journal, group: int
) -> None:
    assert waiting(journal) == ["11-17 07:00", "11-10 07:00"]
    assert journal.today().older_waiting == 2
    assert coming(journal) == ["11-24 07:00"]


def test_nothing_waits_from_before_its_group_was_added(journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    assert waiting(journal) == []
    assert journal.today().older_waiting == 0
    assert coming(journal) == ["11-24 07:00"]


def test_a_meeting_on_the_day_its_group_was_added_waits(journal: Journal, clock: SetClock) -> None:
    clock.moment = at("2026-11-17T20:00")
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    assert waiting(journal) == ["11-17 07:00"]


@pytest.mark.parametrize(
    ("status", "waits"),
    [
        (Status.CANDIDATE, False),
        (Status.TRIAL, True),
        (Status.MEMBER, True),
        (Status.LEFT, False),
    ],
)
def test_only_groups_one_is_in_wait(
    journal: Journal, group: int, status: Status, waits: bool
) -> None:
    journal.groups.revise(group, GroupDraft(name="Riverside", status=status))
    assert bool(waiting(journal)) == bool(coming(journal)) == waits


def test_meetings_after_the_day_one_leaves_do_not_wait(journal: Journal, group: int) -> None:
    journal.groups.revise(group, GroupDraft(name="Riverside", left_on=date(2026, 11, 10)))
    assert (waiting(journal), coming(journal)) == (["11-10 07:00"], [])


def test_a_meeting_waits_until_it_is_answered(journal: Journal, group: int) -> None:
    meetings = journal.meetings
    meetings.reflect(meetings.occasion(group, date(2026, 11, 17)), STEADY)
    assert waiting(journal) == ["11-10 07:00"]
    meetings.miss(meetings.occasion(group, date(2026, 11, 10)))
    assert waiting(journal) == []
    meetings.call_off(meetings.occasion(group, date(2026, 11, 3)))
    assert journal.today().older_waiting == 1
    meetings.call_off(meetings.occasion(group, date(2026, 11, 24)))
    assert coming(journal) == []
    journal.undo()
    journal.undo()
    journal.undo()
    assert (waiting(journal), coming(journal)) == (["11-10 07:00"], ["11-24 07:00"])


def test_a_recorded_meeting_waits_in_place_of_the_planned_one(journal: Journal, group: int) -> None:
    meeting = journal.meetings.add(MeetingDraft(start=at("2026-11-17T18:00"), group_id=group))
    today = journal.today()
    assert waiting(journal) == ["11-17 18:00", "11-10 07:00"]
    assert [occasion.meeting_id for occasion in today.waiting] == [meeting, None]


def test_one_offs_wait_and_come_too(journal: Journal) -> None:
    for moment in ("2026-11-21T12:00", "2026-11-21T12:01", "2026-11-28T23:59", "2026-11-29T00:00"):
        journal.meetings.add(MeetingDraft(start=at(moment), title="Fair"))
    assert waiting(journal) == ["11-21 12:00"]
    assert coming(journal) == ["11-21 12:01", "11-28 23:59"]
    assert {occasion.name for occasion in journal.today().coming} == {"Fair"}


def test_planned_work_is_asked_of_until_it_is_answered(journal: Journal) -> None:
    said = replace(STEADY, planned_work="proposal")
    meeting = journal.meetings.reflect(one_off("2026-11-20T08:00"), said).meeting_id
    (asked,) = journal.today().planned_work
    assert (asked.meeting_id, asked.planned_work, asked.name) == (meeting, "proposal", "Breakfast")
    journal.meetings.answer_planned_work(meeting, Done.NO)
    assert journal.today().planned_work == ()


def test_the_latest_three_reflections_stand_newest_first(journal: Journal) -> None:
    for month in (2, 11, 5, 8):
        guests = present(*(f"Guest {number}" for number in range(month)))
        journal.meetings.reflect(one_off(f"2026-{month:02}-02T08:00"), STEADY, guests)
    latest = journal.today().latest
    assert [(one.start.month, one.people_count) for one in latest] == [(11, 11), (8, 8), (5, 5)]
    assert (latest[0].energy, latest[0].confidence, latest[0].pushiness) == (3, 4, 1)


def test_a_new_day_is_read_anew(journal: Journal, group: int, clock: SetClock) -> None:
    journal.today()
    clock.moment = at("2026-11-24T07:00")
    assert waiting(journal) == ["11-24 07:00", "11-17 07:00", "11-10 07:00"]
    clock.moment = at("2026-11-25T07:00")
    assert waiting(journal) == ["11-24 07:00", "11-17 07:00"]
    assert journal.today().older_waiting == 3


def met(journal: Journal, group: int, day: str, *contact_ids: int) -> None:
    """A meeting of the group with those people."""
    there = tuple(
        AttendanceDraft(name=journal.contacts.get(contact_id).name, contact_id=contact_id)
        for contact_id in contact_ids
    )
    occasion = journal.meetings.occasion(group, date.fromisoformat(day))
    journal.meetings.reflect(occasion, STEADY, there)


def test_a_group_is_prepared_by_its_regulars(journal: Journal, group: int) -> None:
    ana, bo, cy = (
        journal.contacts.add(ContactDraft(name=name, why=why))
        for name, why in (("Ana", "to teach"), ("Bo", ""), ("Cy", ""))
    )
    met(journal, group, "2026-10-27", bo, cy)
    met(journal, group, "2026-11-03", ana, bo)
    assert journal.today().prep == (None,)
    # At three rosters: Bo at all of them, Ana at two, Cy at one of three.
    met(journal, group, "2026-11-10", ana, bo)
    (prep,) = journal.today().prep
    assert prep == TodayPrep(group_id=group, no_why=1, to_meet=("Bo", "Ana"))
    coffee = InteractionDraft(
        kind=InteractionKind.ONE_TO_ONE, day=date(2026, 11, 12), contact_ids=(bo,)
    )
    journal.interactions.add(coffee)
    (prep,) = journal.today().prep
    assert prep == TodayPrep(group_id=group, no_why=1, to_meet=("Ana",))
    journal.contacts.archive(ana)
    (prep,) = journal.today().prep
    assert prep == TodayPrep(group_id=group, no_why=1, to_meet=())
    assert cy


def test_invitations_wait_until_they_are_answered(
    journal: Journal, group: int, clock: SetClock
) -> None:
    ana = journal.contacts.add(ContactDraft(name="Ana"))
    bo = journal.contacts.add(ContactDraft(name="Bo"))
    clock.moment = at("2026-11-16T12:00")
    tuesday = journal.invitations.next_of(group)
    for contact_id in (ana, bo):
        asked = InvitationDraft(contact_id=contact_id, sent_on=date(2026, 11, 16))
        journal.invitations.send(asked, tuesday)
    assert [*journal.today().invitations, journal.today().out] == [(2,)]
    clock.moment = at("2026-11-21T12:00")
    assert {each.name for each in journal.today().invitations} == {"Ana", "Bo"}
    assert journal.today().days_since_invited == 5
    # Who was there has come.
    met(journal, group, "2026-11-17", bo)
    (waiting,) = journal.today().invitations
    assert (waiting.name, waiting.contact_id, waiting.title) == ("Ana", ana, "Riverside")
    journal.invitations.answer(waiting.invitation_id, Outcome.DECLINED)
    assert journal.today().invitations == ()


def test_follow_ups_are_due_until_they_are_done(journal: Journal) -> None:
    ana = journal.contacts.add(ContactDraft(name="Ana"))
    drafts = [
        FollowUpDraft(contact_id=ana, what=what, due=due)
        for what, due in (
            ("today", date(2026, 11, 21)),
            ("late", date(2026, 11, 1)),
            ("to come", date(2026, 11, 22)),
            ("some day", None),
        )
    ]
    for draft in drafts:
        journal.follow_ups.add(draft)
    found = journal.today().follow_ups
    assert [(each.what, each.due) for each in found] == [
        ("late", "2026-11-01"),
        ("today", "2026-11-21"),
    ]
    journal.follow_ups.done(found[0].follow_up_id)
    assert [each.what for each in journal.today().follow_ups] == ["today"]


def test_the_strip_holds_the_means_of_twelve_weeks(journal: Journal, group: int) -> None:
    met(journal, group, "2026-11-17")
    journal.meetings.reflect(one_off("2026-11-20T08:00"), replace(STEADY, energy=4))
    journal.meetings.reflect(one_off("2026-09-01T08:00"), replace(STEADY, pushiness=5))
    journal.meetings.reflect(one_off("2026-08-30T08:00"), STEADY)
    strip = journal.today().strip
    # From Monday, 31 August, on; this week's energies are 3 and 4, rounded up.
    assert len(strip) == 12
    assert (strip[0], strip[-1]) == ((3, 4, 5), (4, 4, 1))
    assert not any(strip[1:-1])


def test_a_reviewed_week_no_longer_asks_for_it(journal: Journal, group: int) -> None:
    met(journal, group, "2026-11-17")
    assert journal.today().to_review == date(2026, 11, 16)
    journal.reviews.put(ReviewDraft(week=date(2026, 11, 21), note="A good one"))
    assert journal.today().to_review is None
    journal.undo()
    assert journal.today().to_review == date(2026, 11, 16)


def test_once_the_clock_is_set_back_only_what_is_past_by_it_counts(
    journal: Journal, group: int, clock: SetClock
) -> None:
    guest = journal.contacts.add(ContactDraft(name="Bo"))
    for day in ("2026-11-03", "2026-11-10"):
        occasion = journal.meetings.occasion(group, date.fromisoformat(day))
        journal.meetings.reflect(occasion, STEADY)
    journal.invitations.send(
        InvitationDraft(contact_id=guest, sent_on=date(2026, 11, 17)),
        journal.invitations.next_of(group),
    )
    clock.moment = at("2026-11-05T12:00")
    today = journal.today()
    assert [late.start.date() for late in today.latest] == [date(2026, 11, 3)]
    assert today.days_since_invited is None
