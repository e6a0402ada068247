"""The timeline of a contact."""

from collections.abc import Iterator
from datetime import date

import pytest

from netjournal.errors import NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.meeting import MeetingDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.timeline import Entry, Happening
from tests.conftest import NOON, SetClock
from tests.entries import STEADY, TUESDAYS, at, one_off

MEETING, INTERACTION, FOLLOW_UP = Happening.MEETING, Happening.INTERACTION, Happening.FOLLOW_UP
REFERRAL, INVITATION = Happening.REFERRAL, Happening.INVITATION


def entry(happening: Happening, record_id: int, moment: str, title: str, *more: str) -> Entry:
    """An entry, with its note and its state where it has them."""
    note, state, meets = (*more, "", "", "")[:3]
    return Entry(
        happening=happening,
        record_id=record_id,
        moment=moment,
        title=title,
        note=note,
        state=state,
        meets=meets,
    )


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Ana, Bo and Li, by their ids 1 to 3."""
    for name in ("Ana", "Bo", "Li"):
        journal.contacts.add(ContactDraft(name=name))


def interact(journal: Journal, kind: str, day: str, *contact_ids: int, note: str = "") -> int:
    """Notes an interaction."""
    return journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind(kind),
            day=date.fromisoformat(day),
            contact_ids=contact_ids,
            note=note,
        )
    )


def follow_up(journal: Journal, what: str, due: str = "", done: str = "", of: int = 1) -> int:
    """Notes a follow-up."""
    return journal.follow_ups.add(
        FollowUpDraft(
            contact_id=of,
            what=what,
            due=date.fromisoformat(due) if due else None,
            done_on=date.fromisoformat(done) if done else None,
        )
    )


def test_everything_that_passed_between_us_is_on_it_newest_first(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    ana = AttendanceDraft(contact_id=1, name="Ana", talked=True, note="Asked about paper.")
    journal.meetings.reflect(journal.meetings.occasion(group, date(2026, 11, 17)), STEADY, (ana,))
    silent = AttendanceDraft(contact_id=1, name="Ana", talked=False)
    journal.meetings.reflect(one_off("2026-11-03T08:00", "Fair"), STEADY, (silent,))
    seen = AttendanceDraft(contact_id=1, name="Ana")
    journal.meetings.reflect(one_off("2026-11-02T08:00", ""), STEADY, (seen,))
    interact(journal, "call", "2026-11-17", 1, note="Sick.")
    interact(journal, "introduction", "2026-11-18", 2, 1, 3)
    interact(journal, "one-to-one", "2026-11-04", 3, 1)
    follow_up(journal, "Send the deck", due="2026-12-01")
    follow_up(journal, "Ring", due="2026-12-02", done="2026-11-16")
    follow_up(journal, "Some day")
    timeline = journal.timeline(1)
    assert timeline.page(0, 99) == (
        entry(FOLLOW_UP, 1, "2026-12-01", "Send the deck", "", "open"),
        entry(FOLLOW_UP, 3, "2026-11-21", "Some day", "", "open"),
        entry(INTERACTION, 2, "2026-11-18", "introduction to Bo, Li"),
        entry(MEETING, 1, "2026-11-17T07:00", "Riverside", "Asked about paper.", "talked"),
        entry(INTERACTION, 1, "2026-11-17", "call", "Sick."),
        entry(FOLLOW_UP, 2, "2026-11-16", "Ring", "", "done"),
        entry(INTERACTION, 3, "2026-11-04", "one-to-one with Li"),
        entry(MEETING, 2, "2026-11-03T08:00", "Fair", "", "didn't talk"),
        entry(MEETING, 3, "2026-11-02T08:00", "One-off"),
    )
    assert timeline.total == 9


def test_referrals_and_invitations_are_on_it(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    for way, day, about, note in (
        (Direction.GIVEN, 3, 2, "Warm."),
        (Direction.RECEIVED, 4, None, ""),
    ):
        journal.referrals.add(
            ReferralDraft(
                direction=way,
                day=date(2026, 11, day),
                partner_id=1,
                prospect_id=about,
                note=note,
            )
        )
    for day in (24, 1):
        when = date(2026, 11 if day == 24 else 12, day)
        invitation = InvitationDraft(contact_id=1, sent_on=date(2026, 11, 5))
        journal.invitations.send(invitation, journal.meetings.occasion(group, when))
    journal.invitations.answer(1, Outcome.DECLINED)
    journal.meetings.call_off(journal.meetings.occasion(group, date(2026, 12, 1)))
    assert journal.timeline(1).page(0, 9) == (
        entry(INVITATION, 2, "2026-11-05", "invited to Riverside", "", "called off", "2026-12-01"),
        entry(INVITATION, 1, "2026-11-05", "invited to Riverside", "", "declined", "2026-11-24"),
        entry(REFERRAL, 2, "2026-11-04", "referral received", "", "passed"),
        entry(REFERRAL, 1, "2026-11-03", "referral given, about Bo", "Warm.", "passed"),
    )
    assert journal.timeline(2).page(0, 9) == (
        entry(REFERRAL, 1, "2026-11-03", "referral given to Ana, about them", "Warm.", "passed"),
    )
    assert journal.timeline(1).total == 4


def test_what_is_others_is_not_on_it(journal: Journal) -> None:
    bo = AttendanceDraft(contact_id=2, name="Bo")
    journal.meetings.reflect(one_off("2026-11-02T08:00"), STEADY, (bo,))
    interact(journal, "call", "2026-11-17", 2)
    follow_up(journal, "Ring", of=2)
    assert journal.timeline(1).total == 0
    assert journal.timeline(1).page(0, 9) == ()
    assert journal.timeline(2).total == 3


@pytest.mark.parametrize(("cancelled", "missed"), [(True, False), (False, True)])
def test_a_meeting_not_held_or_missed_is_not_on_it(
    journal: Journal, cancelled: bool, missed: bool
) -> None:
    ana = AttendanceDraft(contact_id=1, name="Ana", note="Nice.")
    reflected = journal.meetings.reflect(one_off("2026-11-02T08:00"), STEADY, (ana,))
    draft = MeetingDraft(start=at("2026-11-02T08:00"), cancelled=cancelled, missed=missed)
    journal.meetings.revise(reflected.meeting_id, draft)
    assert journal.timeline(1).page(0, 9) == ()


def test_nobody_has_no_timeline(journal: Journal) -> None:
    with pytest.raises(NotFoundError):
        journal.timeline(99)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal of one contact with a long timeline, with many entries on each day."""
    journal = Journal.open(tmp_path_factory.mktemp("long") / "journal.db", clock=SetClock(NOON))
    journal.contacts.add(ContactDraft(name="Ana"))
    for number in range(12):
        day = f"2026-11-{number // 3 + 1:02}"
        interact(journal, "message", day, 1)
        follow_up(journal, f"{number}", due=day)
        there = AttendanceDraft(contact_id=1, name="Ana")
        journal.meetings.reflect(one_off(f"{day}T08:{number:02}"), STEADY, (there,))
    yield journal
    journal.close()


@pytest.mark.parametrize("size", [1, 7, 36, 99])
def test_every_way_along_it_is_in_one_order(long: Journal, size: int) -> None:
    timeline = long.timeline(1)
    whole = timeline.page(0, 99)
    assert len({(one.happening, one.record_id) for one in whole}) == timeline.total == 36
    pieces = [one for first in range(0, 36, size) for one in timeline.page(first, size)]
    assert pieces == list(whole)
    assert [one.moment for one in whole] == sorted((one.moment for one in whole), reverse=True)


def test_those_of_a_day_are_together_by_sort_the_last_noted_first(long: Journal) -> None:
    that_day = [one for one in long.timeline(1).page(0, 99) if one.moment == "2026-11-02"]
    assert [(one.happening, one.record_id) for one in that_day] == [
        *((FOLLOW_UP, number) for number in (6, 5, 4)),
        *((INTERACTION, number) for number in (6, 5, 4)),
    ]


def test_past_its_end_there_is_nothing(long: Journal) -> None:
    assert long.timeline(1).page(36, 9) == ()
    assert len(long.timeline(1).page(30, 9)) == 6


def test_every_entry_is_found_at_its_place(long: Journal) -> None:
    timeline = long.timeline(1)
    entries = timeline.page(0, timeline.total)
    assert [timeline.place(one.happening, one.record_id) for one in entries] == [
        *range(timeline.total)
    ]


def test_what_is_not_on_it_has_no_place(long: Journal) -> None:
    assert long.timeline(1).place(REFERRAL, 999) is None
    assert long.timeline(1).place(INVITATION, 1) is None
