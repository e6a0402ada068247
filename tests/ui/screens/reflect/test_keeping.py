"""What is entered stays: in a draft, when a save is refused, and when it was another meeting."""

import os
import signal
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.meeting import MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.occasion import OccasionDialog
from netjournal.ui.screens.reflect import ReflectScreen
from tests.ui.conftest import settle
from tests.ui.screens.reflect.conftest import LAST, begin, press, saved

pytestmark = pytest.mark.usefixtures("riverside")


async def test_visiting_saves_and_keeps_nothing(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await begin(pilot, journal)
        await press(pilot, "tab", "tab", "ctrl+n", "escape")
        assert not isinstance(app.screen, ReflectScreen)
    assert journal.drafts.kept() == ()
    assert journal.meetings.form(journal.meetings.occasion(1, LAST)).meeting is None


async def test_leaving_keeps_a_draft_and_opening_takes_it_up_whole(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "a", "tab", "'Hal", "ctrl+n", "'half", "escape")
        assert len(journal.drafts.kept("reflection")) == 1
        form = await begin(pilot, journal)
        entered = form.sheet.entered
        assert (entered.energy, entered.confidence, entered.pushiness) == (4, 3, None)
        assert (entered.notes, entered.name) == ("half", "Hal")
        assert entered.present.counts


async def test_a_draft_can_be_left_aside_and_taken_up_again(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "escape")
        form = await begin(pilot, journal)
        await press(pilot, "ctrl+z")
        assert form.sheet.entered.energy is None
        await press(pilot, "ctrl+z")
        assert form.sheet.entered.energy == 4
        await press(pilot, "ctrl+z", "escape")
    assert journal.drafts.kept() == ()


async def test_an_unreadable_draft_is_left_alone(app: NetjournalApp, journal: Journal) -> None:
    journal.drafts.keep("odd", "reflection", "1|2026-11-17T07:00|BNI Riverside", "{“")
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        assert form.sheet.entered.energy is None
        await press(pilot, "escape")
    assert [draft.id for draft in journal.drafts.kept()] == ["odd"]


async def test_the_draft_is_kept_while_one_types(app: NetjournalApp, journal: Journal) -> None:
    now = 0.0
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        form.keeper.clock = lambda: now
        await press(pilot, "4")
        now = 0.3
        form.keeper.look()
        await settle(pilot)
        assert journal.drafts.kept() == ()
        now = 0.4
        form.keeper.look()
        await settle(pilot)
        (draft,) = journal.drafts.kept()
        assert '"energy": 4' in draft.body


async def test_a_signal_keeps_what_is_entered_and_leaves(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        form.keeper.clock = lambda: 0.0
        await press(pilot, "4", "2")
        os.kill(os.getpid(), signal.SIGTERM)
        await settle(pilot)
    assert app.return_code == 128 + signal.SIGTERM
    (draft,) = journal.drafts.kept("reflection")
    assert '"confidence": 2' in draft.body


async def test_a_refused_save_keeps_the_form_and_can_be_tried_again(
    app: NetjournalApp, journal: Journal, path: Path
) -> None:
    future = Occasion(
        start=datetime.fromisoformat("2026-11-24T07:00"),
        group_id=1,
        meeting_id=None,
        name="BNI Riverside",
    )
    async with app.run_test() as pilot:
        await settle(pilot)
        form = ReflectScreen(app.desk, future)
        await app.push_screen(form)
        await settle(pilot)
        await press(pilot, "4", "3", "1", "enter")
        assert app.screen is form
        assert form.sheet.entered.energy == 4
        assert len(journal.drafts.kept()) == 1
        await press(pilot, "ctrl+g", "'riverside 17 nov", "enter", "ctrl+s")
        assert app.screen is not form
    assert saved(journal).reflection is not None
    assert journal.drafts.kept() == ()


async def test_a_locked_journal_keeps_the_form(
    app: NetjournalApp, journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1")
        with sqlite3.connect(path, isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            await press(pilot, "enter")
            assert app.screen is form
            assert form.sheet.entered.energy == 4
            other.execute("ROLLBACK")
        other.close()
        await press(pilot, "enter")
        assert app.screen is not form
    assert saved(journal).reflection is not None


async def test_another_meeting_takes_along_what_is_entered(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "5", "ctrl+g", "'book fair yesterday 6pm", "enter")
        assert app.screen is form
        assert form.occasion is not None
        assert (form.occasion.name, form.occasion.group_id) == ("book fair", None)
        assert form.sheet.entered.energy == 5
        assert form.sheet.entered.present.people == ()
        form.sheet.query_one("#confidence").focus()
        await press(pilot, "4", "1", "enter")
    lines = journal.meetings.pages().page(0, 9)
    assert ("book fair", "2026-11-17T18:00", 5) in {(x.name, x.start, x.energy) for x in lines}


async def test_a_draft_of_a_recorded_one_off_goes_back_to_it(
    app: NetjournalApp, journal: Journal
) -> None:
    start = datetime.fromisoformat("2026-11-17T18:00")
    meeting = journal.meetings.add(MeetingDraft(start=start, title="Book fair"))
    occasion = Occasion(start=start, group_id=None, meeting_id=meeting, name="Book fair")
    async with app.run_test() as pilot:
        await settle(pilot)
        await app.push_screen(ReflectScreen(app.desk, occasion))
        await press(pilot, "4", "3", "escape", "3", "r")
        assert isinstance(app.screen, OccasionDialog)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReflectScreen)
        assert app.screen.sheet.entered.energy == 4
        form = app.screen
        form.sheet.query_one("#pushiness").focus()
        await press(pilot, "1", "enter")
    assert journal.meetings.get(meeting).reflection is not None
