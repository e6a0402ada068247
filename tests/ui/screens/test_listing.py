"""Long lists: what a key asks for comes with the key, or by itself when it takes longer."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from netjournal.errors import JournalError
from netjournal.journal import contact_pages
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.ui.app import NetjournalApp
from tests.ui.conftest import press, settle
from tests.ui.screens.test_contacts import names, opened
from tests.ui.test_app import shown

PEOPLE = ("Ana Ruiz", "Andrea Sol", "Anton Berg", "Bea Lind")


@pytest.fixture(autouse=True)
def people(journal: Journal) -> None:
    """Four people."""
    for name in PEOPLE:
        journal.contacts.add(ContactDraft(name=name))


def typed(pilot: Pilot[None], words: str) -> None:
    """Types into the filter, and gives nothing else a chance to run meanwhile."""
    pilot.app.screen.query_one(Input).value = words


async def test_what_is_found_is_there_with_the_letter(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        # However busy the machine that tests.
        screen.patience = 60
        typed(pilot, "an")
        assert screen.table.row is not None
        assert names(screen) == list(PEOPLE[:3])
        typed(pilot, "bea")
        assert names(screen) == [PEOPLE[3]]


async def test_groups_are_filtered_with_the_letter_too(
    app: NetjournalApp, journal: Journal
) -> None:
    for name in ("Chess", "Rowing"):
        journal.groups.join(GroupDraft(name=name))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "2")
        screen = pilot.app.screen
        screen.patience = 60  # type: ignore[attr-defined]
        typed(pilot, "row")
        await pilot.pause()
        assert "Rowing" in shown(app)
        assert "Chess" not in shown(app)


async def test_a_locked_journal_keeps_the_list_until_it_is_free(
    app: NetjournalApp, path: Path
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            typed(pilot, "bea")
            assert names(screen) == list(PEOPLE)
            assert screen.query_one(Input).value == "bea"
            other.execute("ROLLBACK")
        await settle(pilot)
        assert names(screen) == ["Bea Lind"]


async def test_a_reading_that_takes_its_time_is_shown_when_it_comes(app: NetjournalApp) -> None:
    free = Event()
    told: list[str] = []

    def slow(_: Journal) -> str:
        free.wait()
        return "slow"

    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        screen.glance(slow, told.append)
        assert told == []
        free.set()
        await settle(pilot)
        assert told == ["slow"]


async def test_what_comes_late_never_replaces_what_was_asked_for_later(app: NetjournalApp) -> None:
    free = Event()
    told: list[str] = []

    def slow(_: Journal) -> str:
        free.wait()
        return "slow"

    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        screen.glance(slow, told.append)
        screen.patience = 60
        screen.glance(lambda _: "quick", told.append)
        assert told == ["quick"]
        free.set()
        await settle(pilot)
        assert told == ["quick"]


async def test_a_glance_that_fails_is_reported(app: NetjournalApp) -> None:
    def fails(_: Journal) -> str:
        raise JournalError("The disk reported an error.")

    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        screen.glance(fails, lambda _: None)
        await settle(pilot)
        assert "The disk reported an error." in shown(app)


async def test_a_late_count_never_replaces_that_of_another_filter(
    app: NetjournalApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contact_pages, "MOST_HITS", 2)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        screen.patience = 60
        typed(pilot, "an")
        await settle(pilot)
        assert "3 people" in shown(app)
        typed(pilot, "a")
        typed(pilot, "bea")
        await settle(pilot)
        assert "1 person" in shown(app)


async def test_a_long_filter_scrolls_with_its_cursor(app: NetjournalApp) -> None:
    async with app.run_test(size=(60, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "slash")
        await pilot.press(*"0123456789" * 8, "z")
        await settle(pilot)
        line = screen.query_one(Input)
        assert line.scroll_offset.x > 0
        assert "9z" in shown(app)


async def test_a_paint_that_never_comes_holds_up_no_reading(
    app: NetjournalApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        monkeypatch.setattr(screen, "wait_for_refresh", asyncio.Event().wait)
        found: list[int] = []
        screen.read(lambda journal: journal.contacts.count(), found.append, after_paint=True)
        await asyncio.wait_for(settle(pilot), 20)
        assert found == [len(PEOPLE)]
