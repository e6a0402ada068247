"""Keys that come faster than what they are about: none is lost, none is taken for another."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.errors import JournalError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.ui import keys_in_order
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.contact import ContactDialog
from netjournal.ui.dialogs.help import HelpDialog
from netjournal.ui.dialogs.referral import ReferralDialog
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.give_and_get import GiveAndGetScreen
from netjournal.ui.screens.listing import ListScreen
from netjournal.ui.screens.trends import TrendsScreen
from tests.ui.conftest import press, settle

PEOPLE = ("Ana Ruiz", "Andrea Sol", "Anton Berg")


@pytest.fixture
def three(journal: Journal) -> None:
    """Three people, groups, meetings and referrals."""
    for number, name in enumerate(PEOPLE, 1):
        journal.contacts.add(ContactDraft(name=name))
        journal.groups.join(GroupDraft(name=f"Group {number}"))
        start = datetime.fromisoformat(f"2026-11-0{number}T09:00")
        journal.meetings.add(MeetingDraft(start=start, title=f"Fair {number}"))
        journal.referrals.add(
            ReferralDraft(direction=Direction.GIVEN, day=start.date(), partner_id=number)
        )


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Meanwhile another program holds the journal, so that nothing can be read."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


async def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Lets keys arrive at once, as over a slow line."""
    for key in keys:
        pilot.app.post_message(events.Key(key, "/" if key == "slash" else None))
    await settle(pilot)


async def until(pilot: Pilot[Any], true: Callable[[], bool]) -> None:
    """Waits for what has to become true."""
    for _ in range(100):
        if true():
            return
        await settle(pilot)
    assert true()


def listing(app: NetjournalApp) -> ListScreen[Any, Any]:
    """The area that is shown."""
    assert isinstance(app.screen, ListScreen)
    return app.screen


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("area", ["2", "3", "4", "5"])
async def test_what_is_typed_before_there_are_rows_is_done_when_they_come(
    app: NetjournalApp, path: Path, area: str
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        with locked(path):
            await pilot.press(area, "j", "enter")
            assert not listing(app).is_open
        await until(pilot, lambda: listing(app).is_open)
        await settle(pilot)
        record, row = listing(app).record, listing(app).table.row
        assert listing(app).table.cursor == 1
        assert record is not None
        assert row is not None
        assert record.id == row.id


@pytest.mark.usefixtures("three")
async def test_a_key_waits_for_the_record_it_is_about(app: NetjournalApp, path: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        with locked(path):
            await pilot.press("j")
            await pilot.press("e")
            assert not isinstance(app.screen, ContactDialog)
        await until(pilot, lambda: isinstance(app.screen, ContactDialog))
        await settle(pilot)
        assert app.screen.query_one("#name", Input).value == PEOPLE[1]


@pytest.mark.usefixtures("three")
async def test_letters_right_behind_the_slash_go_to_the_filter(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        await at_once(pilot, "slash", "a", "n", "t")
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        await until(pilot, lambda: screen.words == "ant")
        assert not any(journal.contacts.get(contact).archived for contact in (1, 2, 3))


@pytest.mark.usefixtures("three")
async def test_what_is_typed_before_a_form_is_open_goes_into_it(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "3")
        await at_once(pilot, "n", "x", "a")
        await until(pilot, lambda: isinstance(app.screen, ContactDialog))
        await until(pilot, lambda: app.screen.query_one("#name", Input).value == "xa")


@pytest.mark.usefixtures("three")
async def test_elsewhere_one_goes_at_once_and_leaves_behind_what_waited(
    app: NetjournalApp, path: Path
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "1")
        with locked(path):
            await pilot.press("5", "enter", "6")
            assert isinstance(app.screen, TrendsScreen)
        await press(pilot, "5")
        assert not listing(app).is_open


@pytest.mark.usefixtures("three")
async def test_escape_takes_back_what_waits(app: NetjournalApp, path: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        with locked(path):
            await pilot.press("5", "j", "escape", "enter")
        await until(pilot, lambda: listing(app).is_open)
        assert listing(app).table.cursor == 0


async def test_one_leaves_without_waiting(app: NetjournalApp, path: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        with locked(path):
            await pilot.press("5", "j", "q")
            await pilot.pause()
            assert not app.is_running


async def test_an_empty_list_holds_no_keys(app: NetjournalApp, path: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        with locked(path):
            await pilot.press("5", "j", "n")
            assert isinstance(app.screen, GiveAndGetScreen)
        await until(pilot, lambda: isinstance(app.screen, ReferralDialog))


async def test_a_reading_that_fails_holds_no_keys(
    app: NetjournalApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise JournalError("The disk reported an error.")

    monkeypatch.setattr(GiveAndGetScreen, "load", fails)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("5", "j", "n")
        await until(pilot, lambda: isinstance(app.screen, ReferralDialog))


async def test_nothing_is_waited_for_in_vain(
    app: NetjournalApp, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys_in_order, "_LOOK", 0.01)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        with locked(path):
            await pilot.press("5", "question_mark")
            await until(pilot, lambda: isinstance(app.screen, HelpDialog))
