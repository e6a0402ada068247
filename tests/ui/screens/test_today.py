"""Today: answered, opened and reflected on where each line stands."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.draft import subject_of
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import Done, ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.model.today import Latest, PlannedWork, TodayFollowUp, TodayInvitation
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.group import GroupDialog
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.screens.review import ReviewScreen
from netjournal.ui.screens.today import TodayScreen
from netjournal.ui.screens.today_rows import (
    Coming,
    Invitation,
    Invited,
    More,
    Strip,
    ToReview,
    Waiting,
)
from tests.ui.conftest import StandingClock, press, settle

TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU", anchor=date(2026, 11, 17), start_time=time(7), duration_minutes=90
)
RATED = ReflectionDraft(energy=4, confidence=3, pushiness=1, planned_work="Two proposals")


@pytest.fixture
def riverside(journal: Journal, clock: StandingClock) -> int:
    """A group that met yesterday and on the two Tuesdays before; it was added before those."""
    now, clock.moment = clock.moment, datetime.fromisoformat("2026-10-28T12:00")
    group = journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS)
    clock.moment = now
    return group


def reflected(journal: Journal, group: int, day: str) -> Occasion:
    """A meeting of the group that was reflected on."""
    occasion = journal.meetings.occasion(group, date.fromisoformat(day))
    journal.meetings.reflect(occasion, RATED)
    return occasion


def today(app: NetjournalApp) -> TodayScreen:
    """The screen."""
    screen = app.screen
    assert isinstance(screen, TodayScreen)
    return screen


def words(app: NetjournalApp) -> str:
    """What its lines say."""
    return "\n".join(line.content.plain for line in today(app).lines.lines)


def subjects(app: NetjournalApp, kind: type) -> list[object]:
    """What its lines of a kind are about."""
    about = [line.subject for line in today(app).lines.lines]
    return [subject for subject in about if isinstance(subject, kind)]


async def test_a_new_user_names_a_group_and_sees_when_it_meets(app: NetjournalApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert len(subjects(app, Invitation)) == 2
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"Mill", "tab", *"every second thursday", "tab", "7", "tab", *"90")
        await pilot.press("enter")
        await settle(pilot)
        assert "Thu 19 Nov   07:00–08:30  Mill" in words(app)
        await pilot.press("u")
        await settle(pilot)
        assert len(subjects(app, Invitation)) == 2


async def test_enter_takes_up_an_invitation(app: NetjournalApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, GroupDialog)


async def test_five_keys_reflect_on_the_meeting_that_waits(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert len(subjects(app, Waiting)) == 2
        for key in ("r", "4", "3", "1", "enter"):
            await pilot.press(key)
            await settle(pilot)
        assert len(subjects(app, Waiting)) == 1
        assert len(subjects(app, Latest)) == 1
    meeting = journal.meetings.pages(group_id=riverside).page(0, 1)[0]
    assert meeting.start == "2026-11-17T07:00"
    assert (meeting.energy, meeting.confidence, meeting.pushiness) == (4, 3, 1)


async def test_enter_reflects_on_the_line_under_the_cursor(
    app: NetjournalApp, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        chosen = today(app).occasion()
        assert chosen is not None
        assert chosen.day == date(2026, 11, 10)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ReflectScreen)


@pytest.mark.parametrize("key", ["c", "m"])
async def test_a_meeting_called_off_or_missed_waits_no_more_until_undone(
    app: NetjournalApp, journal: Journal, riverside: int, key: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert len(subjects(app, Waiting)) == 1
        (line,) = journal.meetings.pages(group_id=riverside).page(0, 5)
        assert (line.cancelled, line.missed) == (key == "c", key == "m")
        await pilot.press("u")
        await settle(pilot)
        assert len(subjects(app, Waiting)) == 2


async def test_a_coming_meeting_can_be_called_off(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        (coming,) = subjects(app, Coming)
        await pilot.press("G")
        assert today(app).lines.subject == coming
        await pilot.press("c")
        await settle(pilot)
        assert not subjects(app, Coming)
        assert len(subjects(app, Waiting)) == 2


@pytest.mark.parametrize(("key", "done"), [("y", Done.YES), ("p", Done.PARTLY), ("x", Done.NO)])
async def test_planned_work_is_answered_with_one_key(
    app: NetjournalApp, journal: Journal, riverside: int, key: str, done: Done
) -> None:
    reflected(journal, riverside, "2026-11-17")
    for day in (date(2026, 11, 10), date(2026, 11, 3)):
        journal.meetings.miss(journal.meetings.occasion(riverside, day))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Two proposals" in words(app)
        assert isinstance(today(app).lines.subject, PlannedWork)
        await pilot.press(key)
        await settle(pilot)
        assert "Two proposals" not in words(app)
        (line,) = journal.meetings.pages(group_id=riverside).page(0, 1)
        reflection = journal.meetings.get(line.id).reflection
        assert reflection is not None
        assert reflection.planned_done == done


async def test_only_keys_that_mean_something_are_offered(
    app: NetjournalApp, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        offered = {active.binding.action for active in app.screen.active_bindings.values()}
        assert {"miss", "call_off", "new_group"} <= offered
        assert "answer('yes')" not in offered
        await pilot.press("y", "x", "p")
        await settle(pilot)
        assert len(subjects(app, Waiting)) == 2


async def test_enter_on_a_latest_reflection_opens_it_in_meetings(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    reflected(journal, riverside, "2026-11-17")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("G")
        assert isinstance(today(app).lines.subject, Latest)
        await pilot.press("enter")
        await settle(pilot)
        assert app.current_mode == "meetings"


async def test_a_begun_reflection_is_offered(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    begun = journal.meetings.occasion(riverside, date(2026, 11, 10))
    expo = journal.meetings.one_off(datetime.fromisoformat("2026-09-01T10:00"), "Expo [/]")
    journal.drafts.keep("1", "reflection", subject_of(begun), "{}")
    journal.drafts.keep("2", "reflection", subject_of(expo), "{}")
    journal.drafts.keep("3", "reflection", "what is this", "{}")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        waiting = [line for line in subjects(app, Waiting) if isinstance(line, Waiting)]
        assert [line.kept for line in waiting] == [False, True, True]
        assert "Expo [/]" in words(app)


async def test_what_does_not_fit_is_opened_by_enter(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    now, clock.moment = clock.moment, datetime.fromisoformat("2026-10-28T12:00")
    daily = Schedule(rule="FREQ=DAILY", anchor=date(2026, 11, 1), start_time=time(7))
    journal.groups.join(GroupDraft(name="Stand-up"), daily)
    clock.moment = now
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert len(subjects(app, More)) >= 1
        await pilot.press(*["j"] * len(subjects(app, Waiting)), "enter")
        await settle(pilot)
        assert len(subjects(app, Waiting)) == 15


async def test_a_meeting_that_begins_meanwhile_comes_to_wait(
    app: NetjournalApp, riverside: int, clock: StandingClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        clock.moment = datetime.fromisoformat("2026-11-24T07:00")
        today(app).reload()
        await settle(pilot)
        assert len(subjects(app, Waiting)) == 3
        waiting = [line for line in subjects(app, Waiting) if isinstance(line, Waiting)]
        assert waiting[0].occasion.day == date(2026, 11, 24)
        assert today(app).lines.subject == waiting[1]


async def test_today_lays_itself_out_for_any_size(app: NetjournalApp, riverside: int) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "07:00–08:30" in words(app)
        await pilot.resize_terminal(44, 14)
        await settle(pilot)
        assert "07:00–08:30" not in words(app)
        assert "Riverside" in words(app)
        await pilot.resize_terminal(200, 60)
        await settle(pilot)
        assert "07:00–08:30" in words(app)


@pytest.fixture
def invited(journal: Journal, riverside: int, clock: StandingClock) -> int:
    """An invitation of Ana Ruiz to yesterday's meeting, which was missed like those before."""
    now, clock.moment = clock.moment, datetime.fromisoformat("2026-11-16T12:00")
    ana = journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    occasion = journal.invitations.next_of(riverside)
    asked = InvitationDraft(contact_id=ana, sent_on=clock.moment.date())
    invitation = journal.invitations.send(asked, occasion)
    clock.moment = now
    for day in (date(2026, 11, 17), date(2026, 11, 10), date(2026, 11, 3)):
        journal.meetings.miss(journal.meetings.occasion(riverside, day))
    return invitation


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("y", Outcome.CAME), ("x", Outcome.NO_SHOW), ("c", Outcome.DECLINED)],
)
async def test_did_they_come_is_answered_with_one_key(
    app: NetjournalApp, journal: Journal, invited: int, key: str, outcome: Outcome
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Ana Ruiz came?" in words(app)
        assert isinstance(today(app).lines.subject, TodayInvitation)
        await pilot.press("p", key)
        await settle(pilot)
        assert "Ana Ruiz came?" not in words(app)
        assert journal.invitations.get(invited).outcome is outcome
        await pilot.press("u")
        await settle(pilot)
        assert journal.invitations.get(invited).outcome is Outcome.PENDING
        assert "Ana Ruiz came?" in words(app)


@pytest.mark.parametrize(("key", "answered"), [("y", True), ("x", False)])
async def test_a_follow_up_that_is_due_is_done_with_one_key(
    app: NetjournalApp, journal: Journal, key: str, answered: bool
) -> None:
    bo = journal.contacts.add(ContactDraft(name="Bo Lind"))
    due = FollowUpDraft(contact_id=bo, what="Send the offer", due=date(2026, 11, 18))
    follow_up = journal.follow_ups.add(due)
    journal.follow_ups.add(replace(due, what="Not yet", due=date(2026, 11, 19)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(today(app).lines.subject, TodayFollowUp)
        assert "Send the offer" in words(app)
        assert "Not yet" not in words(app)
        await pilot.press(key)
        await settle(pilot)
        assert "Send the offer" not in words(app)
        done = journal.follow_ups.get(follow_up)
        assert (done.done_on, done.answered) == (date(2026, 11, 18), answered)


async def test_a_follow_up_that_is_due_can_be_put_off(app: NetjournalApp, journal: Journal) -> None:
    bo = journal.contacts.add(ContactDraft(name="Bo Lind"))
    due = FollowUpDraft(contact_id=bo, what="Send the offer", due=date(2026, 11, 18))
    follow_up = journal.follow_ups.add(due)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        await pilot.press(*"tomorrow", "ctrl+s")
        await settle(pilot)
        assert journal.follow_ups.get(follow_up).due == date(2026, 11, 19)
        assert "Send the offer" not in words(app)


async def test_enter_on_what_concerns_someone_opens_them(app: NetjournalApp, invited: int) -> None:
    assert invited
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.current_mode == "contacts"
        assert isinstance(app.screen, ContactsScreen)
        assert app.screen.record is not None
        assert app.screen.record.named.name == "Ana Ruiz"


@pytest.mark.parametrize(
    ("about", "area"), [(Strip, "trends"), (Invited, "give_and_get"), (ToReview, "review")]
)
async def test_enter_leads_to_the_area_a_line_is_about(
    app: NetjournalApp, journal: Journal, riverside: int, about: type[object], area: str
) -> None:
    reflected(journal, riverside, "2026-11-10")
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        screen = today(app)
        place = next(
            place
            for place, line in enumerate(screen.lines.lines)
            if isinstance(line.subject, about)
        )
        screen.lines._go(place)
        await pilot.press("enter")
        await settle(pilot)
        assert app.current_mode == area


async def test_the_week_to_review_is_the_one_that_opens(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    reflected(journal, riverside, "2026-11-10")
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "7", "left", "left", "1")
        screen = today(app)
        place = next(
            place
            for place, line in enumerate(screen.lines.lines)
            if line.subject == ToReview(date(2026, 11, 9))
        )
        screen.lines._go(place)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReviewScreen)
        look = app.screen.look
        assert look is not None
        assert look.period.first == date(2026, 11, 9)


async def test_the_week_that_is_stays_the_week_that_is(
    app: NetjournalApp, clock: StandingClock, journal: Journal, riverside: int
) -> None:
    clock.moment = datetime.fromisoformat("2026-11-20T16:00")
    reflected(journal, riverside, "2026-11-17")
    async with app.run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        screen = today(app)
        place = next(
            place
            for place, line in enumerate(screen.lines.lines)
            if line.subject == ToReview(date(2026, 11, 16))
        )
        screen.lines._go(place)
        await press(pilot, "enter", "1")
        clock.moment = datetime.fromisoformat("2026-11-27T16:00")
        await press(pilot, "7")
        assert isinstance(app.screen, ReviewScreen)
        look = app.screen.look
        assert look is not None
        assert look.period.first == date(2026, 11, 23)
