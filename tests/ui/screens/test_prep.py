"""The prep page: who is likely there, and what to do about each before the meeting."""

from datetime import date, datetime, time

import pytest
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.follow_up import FollowUpDialog
from netjournal.ui.dialogs.interaction import InteractionDialog
from netjournal.ui.dialogs.invitation import InvitationDialog
from netjournal.ui.dialogs.referral import ReferralDialog
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.prep import PrepScreen
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.screens.today import TodayScreen
from netjournal.ui.screens.today_rows import Coming
from tests.ui.conftest import StandingClock, settle

THURSDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TH", anchor=date(2026, 11, 19), start_time=time(7), duration_minutes=90
)
RATED = ReflectionDraft(energy=4, confidence=3, pushiness=1)


@pytest.fixture
def riverside(journal: Journal) -> int:
    """A group that meets tomorrow; Ana was at its three rosters, Bo at two, Cy at one."""
    group = journal.groups.join(GroupDraft(name="Riverside"), THURSDAYS)
    people = {
        name: journal.contacts.add(ContactDraft(name=name, why=why, good_referral=wanted))
        for name, why, wanted in (
            ("Ana Ruiz", "to teach", "School heads"),
            ("Bo Lind", "", ""),
            ("Cy Moss", "", ""),
        )
    }
    for day, there in (
        ("2026-10-29", ("Ana Ruiz", "Cy Moss")),
        ("2026-11-05", ("Ana Ruiz", "Bo Lind")),
        ("2026-11-12", ("Ana Ruiz", "Bo Lind")),
    ):
        roster = tuple(AttendanceDraft(name=name, contact_id=people[name]) for name in there)
        occasion = journal.meetings.occasion(group, date.fromisoformat(day))
        journal.meetings.reflect(occasion, RATED, roster)
    journal.follow_ups.add(
        FollowUpDraft(contact_id=people["Bo Lind"], what="Send the deck", due=date(2026, 11, 16))
    )
    coffee = InteractionDraft(
        kind=InteractionKind.ONE_TO_ONE,
        day=date(2026, 11, 10),
        contact_ids=(people["Ana Ruiz"],),
        note="Her daughter starts school.",
    )
    journal.interactions.add(coffee)
    return group


async def open_prep(app: NetjournalApp, pilot: Pilot[None]) -> PrepScreen:
    """Today's Enter on the meeting of tomorrow."""
    await settle(pilot)
    today = app.screen
    assert isinstance(today, TodayScreen)
    lines = today.lines
    lines._go(
        next(place for place, line in enumerate(lines.lines) if isinstance(line.subject, Coming))
    )
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(app.screen, PrepScreen)
    return app.screen


def said(screen: PrepScreen) -> str:
    """What stands above the list."""
    return str(screen._said.render())


@pytest.mark.usefixtures("riverside")
async def test_it_says_what_to_give_what_was_promised_and_what_to_find_out(
    app: NetjournalApp,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_prep(app, pilot)
        page = said(screen)
        for words in (
            "Riverside",
            "Thu 19 Nov, 07:00–08:30 · tomorrow",
            "Ana Ruiz · a good referral: School heads",
            "Bo Lind: Send the deck · due Mon 16 Nov",
            "1 why you don't know · 1 without a one-to-one",
        ):
            assert words in page
        rows = [screen.table._rows[place] for place in range(screen.table._rows.count)]
        assert [(row.name, row.seen) for row in rows if row] == [("Ana Ruiz", 3), ("Bo Lind", 2)]
        beside = str(screen.pane._text.render())
        assert "to teach" in beside
        assert "Her daughter starts school." in beside
        await pilot.press("j")
        await settle(pilot)
        beside = str(screen.pane._text.render())
        assert "ask them" in beside
        assert "not yet" in beside
        assert "Send the deck" in beside


@pytest.mark.parametrize("size", [(50, 24), (60, 20), (80, 24)])
@pytest.mark.usefixtures("riverside")
async def test_promises_leave_room_for_what_to_find_out(
    app: NetjournalApp, journal: Journal, size: tuple[int, int]
) -> None:
    for what in ("Send her the long list of all the schools", "Ask for the plan of the square"):
        journal.follow_ups.add(FollowUpDraft(contact_id=1, what=what, due=date(2026, 11, 15)))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_prep(app, pilot)
        assert "more" not in said(screen)
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert "Promised" in said(screen)
        assert "Find out" in said(screen)
        assert len(said(screen).splitlines()) == screen._said.content_size.height
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert "more" not in said(screen)


@pytest.mark.parametrize(
    ("key", "dialog"),
    [
        ("c", InteractionDialog),
        ("f", FollowUpDialog),
        ("p", ReferralDialog),
        ("i", InvitationDialog),
    ],
)
@pytest.mark.usefixtures("riverside")
async def test_each_key_opens_its_form(app: NetjournalApp, key: str, dialog: type[object]) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_prep(app, pilot)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, dialog)


@pytest.mark.usefixtures("riverside")
async def test_what_is_noted_meanwhile_is_shown(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_prep(app, pilot)
        await pilot.press("j", "f")
        await settle(pilot)
        await pilot.press(*"Call", "ctrl+s")
        await settle(pilot)
        assert app.screen is screen
        assert "Bo Lind: Call" in said(screen)
        row = screen.table.row
        assert row is not None
        assert row.name == "Bo Lind"


@pytest.mark.usefixtures("riverside")
async def test_enter_opens_the_person_and_escape_goes_back(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_prep(app, pilot)
        await pilot.press("j", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ContactsScreen)
        assert app.screen.record is not None
        assert app.screen.record.named.name == "Bo Lind"
        await pilot.press("escape", "1")
        await settle(pilot)
        assert isinstance(app.screen, PrepScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)


@pytest.mark.usefixtures("riverside")
async def test_once_it_has_begun_it_can_be_reflected_on(
    app: NetjournalApp, clock: StandingClock
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_prep(app, pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, PrepScreen)
        clock.moment = datetime.fromisoformat("2026-11-19T07:10")
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, ReflectScreen)


async def test_without_rosters_it_says_what_is_needed(app: NetjournalApp, journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Makers"), THURSDAYS)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_prep(app, pilot)
        assert "takes three meetings" in screen.table.nothing
        assert "so far there are 0." in screen.table.nothing
        for key in "cfp":
            await pilot.press(key)
        await settle(pilot)
        assert app.screen is screen
