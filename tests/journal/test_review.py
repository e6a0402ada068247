"""The reading of the review: a week or a quarter looked back on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from netjournal.errors import InvalidError
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.depth import Rung
from netjournal.model.figure import Figure
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import Commitment, GroupDraft, Status
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.me import MeDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.review import Agenda, Counts, ReviewDraft
from netjournal.preferences import Preferences
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, at, one_off

ANA, BO, LI, JO = 1, 2, 3, 4
NAMES = {ANA: "Ana", BO: "Bo", LI: "Li", JO: "Jo"}
RIVERSIDE = 1
WEDNESDAY = date(2026, 11, 18)


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Four people by their ids, and Riverside, which meets nowhere yet."""
    for name in NAMES.values():
        journal.contacts.add(ContactDraft(name=name))
    journal.groups.join(GroupDraft(name="Riverside"))


def there(*people: int, talked: bool | None = None) -> tuple[AttendanceDraft, ...]:
    """Some of them, at a meeting."""
    return tuple(AttendanceDraft(contact_id=one, name=NAMES[one], talked=talked) for one in people)


def meet(
    journal: Journal,
    day: str,
    *people: int,
    draft: ReflectionDraft = STEADY,
    group: int | None = RIVERSIDE,
    talked: bool | None = None,
) -> int:
    """A reflected meeting of a day."""
    occasion = Occasion(start=at(f"{day}T07:00"), group_id=group, meeting_id=None, name="x")
    return journal.meetings.reflect(occasion, draft, there(*people, talked=talked)).meeting_id


def touch(journal: Journal, day: str, *people: int, kind: str = "one-to-one") -> None:
    """An interaction of a day."""
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind(kind), day=date.fromisoformat(day), contact_ids=people
        )
    )


def agenda(journal: Journal, day: date | None = None) -> Agenda:
    """What asks for something."""
    found = journal.review(day).agenda
    assert found is not None
    return found


def test_a_week_without_anything(journal: Journal) -> None:
    look = journal.review()
    assert (look.period.first, look.period.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert (look.begun, look.over) == (True, False)
    assert (look.counts, look.meetings.first, look.done.total) == (Counts(), (), 0)
    assert {(rating.mean, rating.before) for rating in look.ratings} == {
        (Figure(None, 0), Figure(None, 0))
    }
    assert (look.waiting, look.habits, look.review, look.before) == ((), (), None, None)
    asks = agenda(journal)
    assert (asks.pending.total, asks.quiet.total, asks.overdue.total, asks.due.total) == (0,) * 4
    assert (asks.gift, asks.plan, asks.planned_work) == (None, (), ())


def test_what_happened_is_counted_from_the_first_day_to_the_last(journal: Journal) -> None:
    meet(journal, "2026-11-15", ANA, BO)
    meet(journal, "2026-11-16", ANA, BO, LI, draft=replace(STEADY, opportunities=2))
    meet(journal, "2026-11-18", LI, draft=replace(STEADY, opportunities=0), group=None)
    journal.meetings.add(MeetingDraft(start=at("2026-11-19T08:00"), cancelled=True))
    journal.meetings.add(MeetingDraft(start=at("2026-11-19T09:00"), missed=True))
    journal.meetings.add(MeetingDraft(start=at("2026-11-19T10:00")))
    touch(journal, "2026-11-15", ANA)
    touch(journal, "2026-11-17", ANA, BO)
    touch(journal, "2026-11-17", ANA, kind="call")
    for direction, day in (("given", 15), ("given", 16), ("received", 20), ("received", 21)):
        journal.referrals.add(
            ReferralDraft(direction=Direction(direction), day=date(2026, 11, day), partner_id=ANA)
        )
    look = journal.review()
    assert look.counts == Counts(
        meetings=2,
        people=3,
        first_faces=1,
        one_to_ones=1,
        given=1,
        received=2,
        opportunities=2,
        opportunities_known=2,
    )
    assert [(one.name, one.people, one.first_faces) for one in look.meetings.first] == [
        ("Riverside", 3, 1),
        ("x", 1, 0),
    ]
    assert (look.meetings.total, look.meetings.first[0].energy) == (2, 3)


def test_a_face_is_first_at_one_meeting_only(journal: Journal) -> None:
    late = meet(journal, "2026-11-18", ANA)
    assert journal.review().counts.first_faces == 1
    early = meet(journal, "2026-11-17", ANA)
    look = journal.review()
    assert {one.meeting_id: one.first_faces for one in look.meetings.first} == {early: 1, late: 0}
    assert look.counts.first_faces == 1
    journal.meetings.miss(journal.meetings.occasion(RIVERSIDE, date(2026, 11, 17)))
    assert journal.review().meetings.first[0].first_faces == 1


def test_invitations_count_when_they_were_sent_and_when_who_came_came(journal: Journal) -> None:
    for day, sent, contact in (("09", 2, ANA), ("17", 9, BO), ("17", 16, LI), ("27", 18, JO)):
        meeting = one_off(f"2026-11-{day}T18:00", day)
        journal.clock.moment = at(f"2026-11-{sent:02}T09:00")  # type: ignore[attr-defined]
        journal.invitations.send(
            InvitationDraft(contact_id=contact, sent_on=date(2026, 11, sent)), meeting
        )
    journal.clock.moment = at("2026-11-21T12:00")  # type: ignore[attr-defined]
    journal.invitations.answer(2, Outcome.CAME)
    look = journal.review()
    assert (look.counts.invited, look.counts.came) == (2, 1)
    pending = agenda(journal).pending
    assert ([one.name for one in pending.first], pending.total) == (["Li", "Ana"], 2)
    journal.invitations.answer(1, Outcome.NO_SHOW)
    assert agenda(journal).pending.total == 1


def test_ratings_are_held_against_the_twelve_weeks_before(journal: Journal) -> None:
    for day, felt in (
        ("2026-08-23", 5),
        ("2026-08-24", 1),
        ("2026-10-01", 2),
        ("2026-11-15", 4),
        ("2026-11-16", 5),
        ("2026-11-17", 4),
    ):
        meet(journal, day, draft=replace(STEADY, energy=felt))
    energy, *_ = journal.review().ratings
    assert (energy.mean, energy.before) == (Figure(None, 2), Figure(Fraction(7, 3), 3))
    meet(journal, "2026-11-18", draft=replace(STEADY, energy=4))
    energy, *_ = journal.review().ratings
    assert energy.mean == Figure(Fraction(13, 3), 3)


def test_a_week_looked_back_on_knows_nothing_of_later_days(journal: Journal) -> None:
    meet(journal, "2026-11-10", ANA)
    meet(journal, "2026-11-17", ANA, BO)
    look = journal.review(date(2026, 11, 9))
    assert (look.counts.meetings, look.counts.people, look.over) == (1, 1, True)
    assert look.agenda is not None
    assert journal.review(date(2026, 11, 8)).agenda is None


def test_meetings_of_the_week_wait_for_a_reflection(journal: Journal, clock: SetClock) -> None:
    clock.moment = at("2026-11-01T12:00")
    tuesdays = journal.groups.join(GroupDraft(name="Tuesdays"), TUESDAYS)
    clock.moment = at("2026-11-21T12:00")
    journal.groups.join(GroupDraft(name="Added too late"), TUESDAYS)
    journal.groups.join(GroupDraft(name="Left", status=Status.LEFT), TUESDAYS)
    journal.meetings.add(MeetingDraft(start=at("2026-11-19T08:00"), title="Fair"))
    journal.meetings.add(MeetingDraft(start=at("2026-11-21T13:00"), title="Later today"))
    assert [one.name for one in journal.review().waiting] == ["Fair", "Tuesdays"]
    assert [one.start for one in journal.review(date(2026, 11, 10)).waiting] == [
        at("2026-11-10T07:00")
    ]
    journal.meetings.reflect(journal.meetings.occasion(tuesdays, date(2026, 11, 17)), STEADY)
    assert [one.name for one in journal.review().waiting] == ["Fair"]


def test_planned_work_waits_until_it_is_said_whether_it_got_done(
    journal: Journal, clock: SetClock
) -> None:
    planned = replace(STEADY, planned_work="The offer")
    journal.meetings.reflect(one_off("2026-11-06T08:00", "Too long ago"), planned)
    journal.meetings.reflect(one_off("2026-11-07T08:00", "Breakfast"), planned)
    clock.moment = at("2026-11-20T11:30")
    journal.meetings.reflect(
        Occasion(
            start=at("2026-11-20T11:00"),
            group_id=None,
            meeting_id=None,
            name="Under way",
            duration_minutes=90,
        ),
        planned,
    )
    clock.moment = at("2026-11-21T12:00")
    assert [one.name for one in agenda(journal).planned_work] == ["Under way", "Breakfast"]
    clock.moment = at("2026-11-20T12:00")
    assert [one.name for one in agenda(journal).planned_work] == ["Breakfast", "Too long ago"]


def test_follow_ups_are_overdue_due_or_done(journal: Journal) -> None:
    for what, due in (
        ("long ago", date(2026, 1, 1)),
        ("yesterday", date(2026, 11, 20)),
        ("today", date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 22)),
        ("next week", date(2026, 11, 23)),
        ("some day", None),
    ):
        journal.follow_ups.add(FollowUpDraft(contact_id=ANA, what=what, due=due))
    for day in (date(2026, 11, 15), date(2026, 11, 16), date(2026, 11, 21)):
        journal.follow_ups.add(FollowUpDraft(contact_id=BO, what=f"{day}", done_on=day))
    asks = agenda(journal)
    assert [one.what for one in asks.overdue.first] == ["long ago", "yesterday"]
    assert [one.what for one in asks.due.first] == ["today", "tomorrow"]
    done = journal.review().done
    assert ([one.what for one in done.first], done.total) == (["2026-11-21", "2026-11-16"], 2)
    assert asks.overdue.first == journal.follow_ups.open(date(2026, 11, 20))


def test_of_a_long_list_there_are_ten_and_their_number(journal: Journal) -> None:
    for number in range(12):
        journal.follow_ups.add(
            FollowUpDraft(contact_id=ANA, what=f"{number}", due=date(2026, 11, 1))
        )
    overdue = agenda(journal).overdue
    assert ([one.what for one in overdue.first], overdue.total) == ([*map(str, range(10))], 12)


def test_who_goes_quiet_is_as_in_the_list_of_contacts(journal: Journal) -> None:
    for one, day in ((ANA, "2026-08-22"), (BO, "2026-08-23"), (LI, "2026-01-01")):
        touch(journal, day, one)
    touch(journal, "2026-02-02", JO, kind="call")
    quiet = agenda(journal).quiet
    assert [(one.name, one.depth, one.last_touch) for one in quiet.first] == [
        ("Li", 3, date(2026, 1, 1)),
        ("Ana", 3, date(2026, 8, 22)),
    ]
    assert quiet.total == 2
    journal.contacts.archive(LI)
    assert [one.name for one in agenda(journal).quiet.first] == ["Ana"]


def test_one_thing_to_give_goes_to_whoever_waits_longest(journal: Journal) -> None:
    assert agenda(journal).gift is None
    for one in (ANA, BO, LI):
        journal.contacts.revise(one, ContactDraft(name=NAMES[one], good_referral="Builders"))
    # To nobody whom I never talked to.
    meet(journal, "2026-01-01", LI)
    assert agenda(journal).gift is None
    touch(journal, "2026-03-01", ANA)
    touch(journal, "2026-03-02", BO)
    gift = agenda(journal).gift
    assert gift is not None
    assert (gift.name, gift.last_gift, gift.known_since) == ("Ana", None, date(2026, 3, 1))
    journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=date(2026, 5, 1), partner_id=ANA)
    )
    gift = agenda(journal).gift
    assert gift is not None
    assert gift.name == "Bo"
    touch(journal, "2026-06-01", BO, LI, kind="introduction")
    gift = agenda(journal).gift
    assert gift is not None
    assert (gift.name, gift.last_gift, gift.known_since) == (
        "Ana",
        date(2026, 5, 1),
        date(2026, 3, 1),
    )


def test_the_plan_is_for_regulars_of_my_groups(journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="All in", commitment=Commitment.ALL_IN))
    journal.groups.join(GroupDraft(name="Left", status=Status.LEFT))
    for week in range(3):
        day = f"{date(2026, 10, 6) + timedelta(weeks=week)}"
        meet(journal, day, *(() if week else (BO,)), ANA)
        meet(journal, day, *((JO,) if week else ()), group=2)
        meet(journal, day, LI, group=3)
    # Two of three rosters is half or more; one of three isn't; two rosters are too few.
    assert [(one.name, one.group, one.rung) for one in agenda(journal).plan] == [
        ("Ana", "Riverside", Rung.TALKED)
    ]
    meet(journal, "2026-10-27", JO, group=2)
    assert [(one.name, one.group) for one in agenda(journal).plan] == [
        ("Jo", "All in"),
        ("Ana", "Riverside"),
    ]
    journal.contacts.archive(JO)
    assert [one.name for one in agenda(journal).plan] == ["Ana"]


def test_a_rung_reached_gives_way_to_the_next(journal: Journal) -> None:
    for day in ("2026-10-06", "2026-10-13", "2026-10-20"):
        meet(journal, day, ANA)

    def wanted() -> list[Rung]:
        return [one.rung for one in agenda(journal).plan]

    assert wanted() == [Rung.TALKED]
    meet(journal, "2026-10-27", ANA, talked=True)
    assert wanted() == [Rung.WHY]
    journal.contacts.revise(ANA, ContactDraft(name="Ana", why="Her father's press"))
    assert wanted() == [Rung.ONE_TO_ONE]
    touch(journal, "2026-11-02", ANA)
    assert wanted() == [Rung.REFERRAL]
    journal.referrals.add(
        ReferralDraft(direction=Direction.RECEIVED, day=date(2026, 11, 3), partner_id=ANA)
    )
    assert wanted() == []
    journal.contacts.revise(ANA, ContactDraft(name="Ana", why="Her press", cadence_days=10))
    assert [(one.rung, one.quiet) for one in agenda(journal).plan] == [(Rung.TALKED, True)]


def test_an_action_accepted_becomes_a_follow_up_once(journal: Journal) -> None:
    for day in ("2026-10-06", "2026-10-13", "2026-10-20"):
        meet(journal, day, ANA)
    (action,) = agenda(journal).plan
    assert action.known_since == date(2026, 10, 6)
    follow_up = journal.follow_ups.get(journal.reviews.accept(action))
    assert (follow_up.name, follow_up.what, follow_up.due) == (
        "Ana",
        "Talk with them",
        date(2026, 11, 28),
    )
    (accepted,) = agenda(journal).plan
    assert accepted == replace(action, accepted=True)
    with pytest.raises(InvalidError, match="says that already"):
        journal.reviews.accept(action)
    assert journal.undo().label == "Planned for Ana: Talk with them"
    assert agenda(journal).plan == (action,)


def test_habits_and_the_intention_of_the_review_before(journal: Journal) -> None:
    journal.me.revise(MeDraft(habits=("Two calls", "Arrive early")))
    for day, habits in (
        (date(2026, 10, 20), ("Two calls",)),
        (date(2026, 11, 3), ("Two calls", "Walk")),
        (WEDNESDAY, ("arrive early",)),
    ):
        journal.reviews.put(ReviewDraft(week=day, intention=f"{day}", habits=habits))
    look = journal.review()
    assert [(one.text, one.ticked, one.adherence) for one in look.habits] == [
        ("Two calls", False, Figure(Fraction(2, 3), 3)),
        ("Arrive early", True, Figure(Fraction(1, 3), 3)),
    ]
    assert look.review is not None
    assert look.before is not None
    assert (look.review.intention, look.before.intention) == ("2026-11-18", "2026-11-03")
    between = journal.review(date(2026, 11, 9))
    assert (between.before, between.review) == (look.before, None)
    earlier = journal.review(date(2026, 11, 3))
    assert [(one.text, one.ticked, one.weeks_ticked) for one in earlier.habits] == [
        ("Two calls", True, 2),
        ("Arrive early", False, 0),
        ("Walk", True, 1),
    ]
    assert earlier.before is not None
    assert earlier.before.intention == "2026-10-20"


def test_a_quarter_is_read_in_the_same_way(journal: Journal) -> None:
    for day, felt in (
        ("2026-06-30", 5),
        ("2026-07-01", 1),
        ("2026-08-01", 2),
        ("2026-09-30", 3),
        ("2026-10-01", 4),
        ("2026-11-01", 4),
        ("2026-11-20", 5),
    ):
        meet(journal, day, ANA, draft=replace(STEADY, energy=felt))
    for week in (date(2026, 9, 21), date(2026, 10, 5), WEDNESDAY):
        journal.reviews.put(ReviewDraft(week=week, note=f"{week}", habits=("Walk",)))
    look = journal.quarter()
    assert (look.period.number, look.period.first) == (4, date(2026, 10, 1))
    assert (look.counts.meetings, look.counts.first_faces) == (3, 0)
    energy, *_ = look.ratings
    assert energy.mean == Figure(Fraction(13, 3), 3)
    assert energy.before == Figure(Fraction(2), 3)
    assert [review.note for review in look.reviews] == ["2026-10-05", "2026-11-18"]
    assert (look.review, look.agenda, look.waiting) == (None, None, ())
    assert [(one.weeks_ticked, one.adherence.n) for one in look.habits] == [(2, 2)]
    assert journal.quarter(date(2026, 9, 30)).counts.meetings == 3


@pytest.fixture
def from_thursday(path: Path, journal: Journal, clock: SetClock) -> Iterator[Journal]:
    """The same journal with weeks that begin on Thursday."""
    other = Journal.open(path, clock=clock, preferences=Preferences(week_start="thursday"))
    yield other
    other.close()


def test_weeks_begin_when_a_person_says(journal: Journal, from_thursday: Journal) -> None:
    meet(journal, "2026-11-18", ANA)
    meet(journal, "2026-11-19", ANA)
    assert journal.review().counts.meetings == 2
    look = from_thursday.review()
    assert (look.period.first, look.counts.meetings) == (date(2026, 11, 19), 1)
