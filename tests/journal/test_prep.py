"""Prep: who is likely at a meeting, and what one wants to know before going."""

from datetime import date

import pytest

from netjournal.errors import NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft, Status
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.meeting import MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.model.prep import LastNote, Prep
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at, one_off

ANA, BO, LI = 1, 2, 3
NAMES = {ANA: "Ana", BO: "Bo", LI: "Li"}


@pytest.fixture(autouse=True)
def riverside(journal: Journal) -> int:
    """Three people by their ids, and Riverside, which meets on Tuesdays."""
    for name in NAMES.values():
        journal.contacts.add(ContactDraft(name=name))
    return journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)


def meet(journal: Journal, group: int, day: str, *people: int, note: str = "") -> None:
    """A reflected meeting of a day."""
    there = tuple(
        AttendanceDraft(contact_id=one, name=NAMES[one], note=note and f"{NAMES[one]}: {note}")
        for one in people
    )
    occasion = Occasion(start=at(f"{day}T07:00"), group_id=group, meeting_id=None, name="x")
    journal.meetings.reflect(occasion, STEADY, there)


def names(page: Prep) -> list[str]:
    """Who is likely there."""
    return [one.name for one in page.likely]


def test_the_next_meeting_of_my_groups_is_prepared(journal: Journal) -> None:
    page = journal.prep()
    assert (page.name, page.start, page.duration_minutes) == (
        "Riverside",
        at("2026-11-24T07:00"),
        90,
    )
    assert (page.likely, page.rosters, page.knows_regulars, page.gift) == ((), 0, False, None)
    journal.meetings.add(MeetingDraft(start=at("2026-11-23T18:00"), title="Fair", place="Hall"))
    assert (journal.prep().name, journal.prep().place) == ("Fair", "Hall")
    assert journal.prep(group_id=1).name == "Riverside"


def test_one_called_off_is_passed_over(journal: Journal, riverside: int) -> None:
    journal.meetings.call_off(journal.meetings.occasion(riverside, date(2026, 11, 24)))
    assert journal.prep().start == at("2026-12-01T07:00")


def test_a_group_i_left_is_prepared_only_when_it_is_named(journal: Journal) -> None:
    journal.groups.revise(1, GroupDraft(name="Riverside", status=Status.LEFT))
    with pytest.raises(NotFoundError, match="No meeting is planned"):
        journal.prep()
    assert journal.prep(group_id=1).name == "Riverside"
    with pytest.raises(NotFoundError):
        journal.prep(group_id=9)


def test_a_group_without_a_schedule_still_has_its_regulars(journal: Journal) -> None:
    club = journal.groups.join(GroupDraft(name="Club"))
    for day in ("2026-09-01", "2026-09-08", "2026-09-15"):
        meet(journal, club, day, ANA)
    page = journal.prep(group_id=club)
    assert (page.start, names(page), page.rosters) == (None, ["Ana"], 3)


def test_regulars_were_at_half_of_the_last_six_rosters(journal: Journal, riverside: int) -> None:
    meet(journal, riverside, "2026-10-06", LI, BO)
    for day, *people in (
        ("2026-10-13", ANA, BO),
        ("2026-10-20", ANA, LI),
        ("2026-10-27", ANA, LI),
        ("2026-11-03", ANA, BO),
        ("2026-11-10", ANA, BO),
        ("2026-11-17", ANA),
    ):
        meet(journal, riverside, str(day), *map(int, people))
    # Held, but nobody noted who was there.
    journal.meetings.reflect(one_off("2026-11-18T08:00"), STEADY)
    page = journal.prep()
    assert [(one.name, one.seen) for one in page.likely] == [("Ana", 6), ("Bo", 3)]
    assert page.rosters == 6
    earlier = journal.prep(journal.meetings.occasion(riverside, date(2026, 10, 27)))
    assert [(one.name, one.seen) for one in earlier.likely] == [("Ana", 2), ("Bo", 2), ("Li", 2)]
    assert earlier.rosters == 3


def test_two_rosters_tell_no_regulars(journal: Journal, riverside: int) -> None:
    for day in ("2026-11-10", "2026-11-17"):
        meet(journal, riverside, day, ANA)
    page = journal.prep()
    assert (page.likely, page.rosters, page.knows_regulars) == ((), 2, False)


def test_whoever_is_invited_is_likely_unless_they_declined(
    journal: Journal, riverside: int, clock: SetClock
) -> None:
    coming = journal.meetings.occasion(riverside, date(2026, 11, 24))
    for one in (ANA, BO):
        journal.invitations.send(
            InvitationDraft(contact_id=one, sent_on=clock.now().date()), coming
        )
    page = journal.prep()
    assert [(one.name, one.invited, one.seen) for one in page.invited] == [
        ("Ana", Outcome.PENDING, 0),
        ("Bo", Outcome.PENDING, 0),
    ]
    journal.invitations.answer(1, Outcome.DECLINED)
    assert names(journal.prep()) == ["Bo"]
    assert names(journal.prep(coming._replace(meeting_id=None))) == ["Bo"]


def test_those_put_away_are_not_likely(journal: Journal, riverside: int) -> None:
    for day in ("2026-11-03", "2026-11-10", "2026-11-17"):
        meet(journal, riverside, day, ANA, BO)
    journal.contacts.archive(ANA)
    assert names(journal.prep()) == ["Bo"]


def test_it_says_what_i_do_not_know_and_what_i_promised(journal: Journal, riverside: int) -> None:
    for day in ("2026-11-03", "2026-11-10", "2026-11-17"):
        meet(journal, riverside, day, ANA, BO)
    journal.contacts.revise(ANA, ContactDraft(name="Ana", why="Her father's press"))
    journal.interactions.add(
        InteractionDraft(kind=InteractionKind.ONE_TO_ONE, day=date(2026, 7, 1), contact_ids=(BO,))
    )
    for contact, what, due in (
        (BO, "some day", None),
        (BO, "later", date(2026, 12, 1)),
        (ANA, "soon", date(2026, 11, 23)),
        (LI, "not there", date(2026, 11, 1)),
    ):
        journal.follow_ups.add(FollowUpDraft(contact_id=contact, what=what, due=due))
    page = journal.prep()
    assert [one.name for one in page.no_why] == ["Bo"]
    assert [one.name for one in page.no_one_to_one] == ["Ana"]
    assert [one.what for one in page.promised] == ["soon", "later", "some day"]
    assert [(one.quiet, one.depth, one.last_touch) for one in page.likely] == [
        (False, 2, None),
        (True, 3, date(2026, 7, 1)),
    ]


def test_the_two_latest_notes_on_each_are_there(journal: Journal, riverside: int) -> None:
    meet(journal, riverside, "2026-11-03", ANA, note="first")
    meet(journal, riverside, "2026-11-10", ANA, note="second")
    meet(journal, riverside, "2026-11-17", ANA)
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.CALL, day=date(2026, 11, 12), contact_ids=(ANA,), note="third"
        )
    )
    (ana,) = journal.prep().likely
    assert ana.notes == (
        LastNote(day=date(2026, 11, 12), where="call", note="third"),
        LastNote(day=date(2026, 11, 10), where="Riverside", note="Ana: second"),
    )


def test_the_gift_is_for_someone_likely_there(journal: Journal, riverside: int) -> None:
    for one in (ANA, BO, LI):
        journal.contacts.revise(one, ContactDraft(name=NAMES[one], good_referral="Builders"))
        journal.interactions.add(
            InteractionDraft(
                kind=InteractionKind.CALL, day=date(2026, 11, 10 - one), contact_ids=(one,)
            )
        )
    assert journal.prep().gift is None
    for day in ("2026-11-11", "2026-11-12", "2026-11-13"):
        meet(journal, riverside, day, ANA, BO)
    gift = journal.prep().gift
    assert gift is not None
    assert gift.name == "Bo"
