"""Meetings: reading back, filtering, one-offs, facts, notes in an editor, deleting."""

import stat
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.group import GroupDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.meeting import MeetingDialog
from netjournal.ui.screens.meetings import MeetingsScreen
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.widgets.key_line import KeyLine
from tests.ui.conftest import StandingClock, press, settle
from tests.ui.test_app import shown


@pytest.fixture
def last_tuesday(journal: Journal, clock: StandingClock) -> int:
    """A meeting yesterday with a reflection and two people; its id."""
    tuesday = clock.now().date() - timedelta(days=1)
    group = journal.groups.join(
        GroupDraft(name="Riverside"),
        Schedule(rule="FREQ=WEEKLY;BYDAY=TU", anchor=tuesday, start_time=time(7)),
    )
    reflected = journal.meetings.reflect(
        journal.meetings.occasion(group, tuesday),
        ReflectionDraft(
            energy=2, confidence=4, pushiness=5, notes="Same faces.", gives=("a lead",)
        ),
        (
            AttendanceDraft(name="Ana Ruiz", talked=True, note="builds boats"),
            AttendanceDraft(name="Li Wei"),
        ),
    )
    return reflected.meeting_id


async def opened(pilot: Pilot[None]) -> MeetingsScreen:
    """The screen, once it is loaded."""
    await press(pilot, "4")
    screen = pilot.app.screen
    assert isinstance(screen, MeetingsScreen)
    return screen


def add_one_off(journal: Journal, start: datetime, title: str) -> int:
    """A one-off's id."""
    return journal.meetings.add(MeetingDraft(start=start, title=title))


async def test_an_empty_journal_says_what_will_be_here(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert "will read back here" in shown(app)


@pytest.mark.usefixtures("last_tuesday")
async def test_keys_for_one_meeting_are_offered_where_there_is_one(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        # What another program did is undone once that was confirmed.
        for keys, offered in (((), True), (("u", "y"), False), (("ctrl+r",), True)):
            await press(pilot, *keys)
            line = str(screen.query_one(KeyLine).render())
            for name in ("⏎ Open", "e Edit", "f Facts", "o Notes", "d Delete"):
                assert (name in line) is offered
            assert "n One-off" in line


@pytest.mark.usefixtures("last_tuesday")
async def test_a_meeting_reads_back_whole(app: NetjournalApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await opened(pilot)
        said = shown(app)
    for words in ("2 tired", "4 sure", "5 pushy", "Same faces.", "Ana Ruiz", "builds boats"):
        assert words in said
    assert "a lead" in said
    assert "Who was there (2)" in said


async def test_the_newest_comes_first_and_words_filter(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    add_one_off(journal, clock.now() - timedelta(days=9), "Chamber mixer")
    add_one_off(journal, clock.now() - timedelta(days=2), "Boat fair")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        assert "Boat fair" in screen.table.render_line(1).text
        assert "Chamber mixer" in screen.table.render_line(2).text
        await press(pilot, "slash", *"chamb")
        assert "Chamber mixer" in screen.table.render_line(1).text
        assert "Boat fair" not in screen.table.render_line(2).text


async def test_a_one_off_is_added_from_words(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "n", *"Boat fair", "tab", *"yesterday 18:30")
        assert "18:30" in shown(app)
        await press(pilot, "tab", *"1h30", "ctrl+s")
        assert "Boat fair" in shown(app)
    [line] = journal.meetings.pages().page(0, 9)
    meeting = journal.meetings.get(line.id)
    yesterday = clock.now().date() - timedelta(days=1)
    assert meeting.start == datetime.combine(yesterday, time(18, 30))
    assert (meeting.title, meeting.duration_minutes) == ("Boat fair", 90)


@pytest.mark.parametrize(
    ("typed", "said"), [("yesterday", "Say the time as well"), ("whenever", "I can read")]
)
async def test_a_start_that_can_not_be_read_is_said_at_the_field(
    app: NetjournalApp, journal: Journal, typed: str, said: str
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "n", *"Fair", "tab", *typed, "ctrl+s")
        assert isinstance(app.screen, MeetingDialog)
        assert said in shown(app)
        assert app.screen.text("title") == "Fair"
    assert journal.meetings.pages().page(0, 9) == ()


async def test_the_facts_of_a_meeting_are_edited(
    app: NetjournalApp, journal: Journal, last_tuesday: int
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "f", "tab", "tab", *"Town hall", "tab", *"22", "ctrl+s")
        assert "Town hall" in shown(app)
    meeting = journal.meetings.get(last_tuesday)
    assert (meeting.place, meeting.headcount) == ("Town hall", 22)
    assert meeting.reflection is not None
    assert meeting.group == "Riverside"


@pytest.mark.usefixtures("last_tuesday")
async def test_e_opens_the_reflection(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "e")
        assert isinstance(app.screen, ReflectScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, MeetingsScreen)


async def test_deleting_names_the_meeting_and_can_be_undone(
    app: NetjournalApp, journal: Journal, last_tuesday: int
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "d")
        assert "Delete Riverside, Tue 17 Nov?" in shown(app)
        await press(pilot, "y")
        assert journal.meetings.pages().page(0, 9) == ()
        await press(pilot, "u")
    assert journal.meetings.get(last_tuesday).reflection is not None


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that notes which file it was given and its rights, and adds a line."""
    seen = tmp_path / "seen"
    program = tmp_path / "editor with a blank"
    program.write_text(
        f'#!/bin/sh\necho "$1" > "{seen}"\nls -l "$1" >> "{seen}"\necho "A second line." >> "$1"\n'
    )
    program.chmod(stat.S_IRWXU)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{program}'")
    # A test has no terminal to lend, so lending it does nothing.
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    return seen


async def test_notes_come_back_from_the_editor_and_its_file_goes(
    app: NetjournalApp, journal: Journal, last_tuesday: int, editor: Path
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "o")
        await settle(pilot)
    reflection = journal.meetings.get(last_tuesday).reflection
    assert reflection is not None
    assert reflection.notes.splitlines() == ["Same faces.", "A second line."]
    name, rights = editor.read_text().splitlines()
    assert rights.startswith("-rw------- ")
    assert not Path(name).exists()


@pytest.mark.usefixtures("last_tuesday")
async def test_an_editor_that_does_not_exist_is_said(
    app: NetjournalApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "o")
        assert "/no/such/editor" in shown(app)


async def test_a_record_is_opened_from_elsewhere(
    app: NetjournalApp, journal: Journal, last_tuesday: int, clock: StandingClock
) -> None:
    add_one_off(journal, clock.now() - timedelta(hours=1), "Boat fair")
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await app.run_action(f"open_record('meetings', {last_tuesday})")
        await settle(pilot)
        assert "Same faces." in shown(app)
