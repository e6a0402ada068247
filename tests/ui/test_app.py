"""The app: areas, global keys, undo, what happens when things go wrong."""

import asyncio
import re
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets._toast import Toast
from textual.worker import WorkerFailed

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.schedule import Schedule
from netjournal.preferences import Preferences, read
from netjournal.ui.app import NetjournalApp
from netjournal.ui.areas import AREAS
from netjournal.ui.desk import Desk
from netjournal.ui.dialogs.confirm import ConfirmDialog
from netjournal.ui.dialogs.contact import ContactDialog
from netjournal.ui.dialogs.help import HelpDialog
from netjournal.ui.screens.blank import BlankScreen
from netjournal.ui.screens.closed import ClosedScreen
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.screens.small import SmallScreen
from tests.ui.conftest import StandingClock, press, settle


def shown(app: App[Any]) -> str:
    """The words on the screen."""
    drawn = app.export_screenshot(simplify=True)
    words = re.sub("<style.*?</style>|<defs.*?</defs>", "", drawn, flags=re.DOTALL)
    return re.sub("<[^>]*>", "\n", words).replace("&#160;", " ").replace("&#x27;", "'")


async def test_every_area_opens_by_its_key(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        for area in AREAS:
            await pilot.press(area.key)
            await settle(pilot)
            assert app.current_mode == area.name


async def test_an_area_opens_by_a_click_on_its_name(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.click("TopLine", offset=(38, 0))
        await settle(pilot)
        assert app.current_mode == "contacts"


async def test_a_click_on_a_key_presses_it(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        line = app.screen.query_one("KeyLine").render_line(0).text
        await pilot.click("KeyLine", offset=(line.index("Help"), 0))
        await settle(pilot)
        assert isinstance(app.screen, HelpDialog)


async def test_the_numbers_of_areas_to_come_do_nothing(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("8", "9")
        await settle(pilot)
        assert app.current_mode == "today"


async def test_keys_of_the_areas_are_off_in_forms(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        await pilot.press("n", "1", "q", "u", "ctrl+s")
        await settle(pilot)
        assert app.current_mode == "contacts"
        assert journal.contacts.count() == 1
        assert journal.contacts.pages().page(0, 1)[0].name == "1qu"


async def test_in_the_reflection_form_digits_rate(app: NetjournalApp, journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Riverside"), tuesdays())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, ReflectScreen)
        await pilot.press("4", "3", "1", "q", "u")
        await settle(pilot)
        assert app.current_mode == "today"
        assert isinstance(app.screen, ReflectScreen)


async def test_undo_names_what_it_took_back_and_redo_what_it_made_again(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("3")
        await settle(pilot)
        await pilot.press("n", *"Ana", "ctrl+s")
        await settle(pilot)
        assert journal.contacts.count() == 1
        await pilot.press("u")
        await settle(pilot)
        assert journal.contacts.count() == 0
        assert "Undone: " in shown(app)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert journal.contacts.count() == 1


async def test_undoing_what_an_earlier_run_did_is_asked_first(
    app: NetjournalApp, path: Path, clock: StandingClock
) -> None:
    earlier = Journal.open(path, clock=clock, preferences=Preferences())
    earlier.contacts.add(ContactDraft(name="Ana"))
    earlier.close()
    clock.moment += timedelta(days=1)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("n", "3")
        await settle(pilot)
        assert "Ana" in shown(app)
        await pilot.press("u")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert "will be listed here" in shown(app)


@pytest.mark.parametrize("size", [(40, 12), (50, 20), (80, 24), (120, 40)])
async def test_all_of_what_is_said_stands_above_the_keys(
    app: NetjournalApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for length in (20, 33, 35, 36, 38):
            app.notify(f"{'Riverside ' * 2}{'o' * length} end", markup=False)
            await settle(pilot)
            (toast,) = app.screen.query(Toast)
            assert toast.region.bottom == size[1] - 1
            assert toast.region.width == min(48, size[0])
            app.clear_notifications()


async def test_with_nothing_to_undo_it_says_so(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert "nothing to undo" in shown(app)


async def test_what_another_program_writes_is_shown(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        journal.contacts.add(ContactDraft(name="Ana Ruiz"))
        app.on_app_focus()
        await settle(pilot)
        assert "Ana Ruiz" in shown(app)


async def test_help_lists_every_key_and_can_be_searched(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 70)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        assert "Add a contact" in shown(app)
        assert "Take back the last change" in shown(app)
        await pilot.press(*"undo")
        await settle(pilot)
        assert "Take back the last change" in shown(app)
        assert "Add a contact" not in shown(app)
        await pilot.press(*"zzz")
        await settle(pilot)
        assert "No key does that here." in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ContactsScreen)


async def test_the_palette_runs_a_command(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"meetings")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert app.current_mode == "meetings"


async def test_a_preference_moves_a_key(path: Path, clock: StandingClock) -> None:
    desk = Desk(path, clock, Preferences(keys={"area.contacts": "f3"}))
    app = NetjournalApp(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("3")
        assert app.current_mode == "today"
        await pilot.press("f3")
        await settle(pilot)
        assert app.current_mode == "contacts"
    desk.close()


async def test_a_theme_chosen_is_remembered(path: Path, clock: StandingClock) -> None:
    file = path.with_name("preferences.toml")
    app = NetjournalApp(Desk(path, clock, Preferences(), preferences_file=file))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+t", *"nord", "enter")
        assert app.theme == "nord"
        assert read(file).theme == "nord"


async def test_a_theme_that_cannot_be_remembered_is_shown_all_the_same(
    path: Path, clock: StandingClock
) -> None:
    file = path.with_name("preferences.toml")
    file.mkdir()
    app = NetjournalApp(Desk(path, clock, Preferences(), preferences_file=file))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+t", *"nord", "enter")
        assert app.theme == "nord"
        (said,) = app._notifications
        assert "isn't remembered" in said.message


async def test_a_theme_that_does_not_exist_falls_back(path: Path, clock: StandingClock) -> None:
    app = NetjournalApp(Desk(path, clock, Preferences(theme="no such theme")))
    assert app.theme == "netjournal-dark"


async def test_the_screen_blanks_and_any_key_brings_it_back(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+b")
        await settle(pilot)
        assert isinstance(app.screen, BlankScreen)
        assert "Today" not in shown(app)
        await pilot.press("3")
        await settle(pilot)
        assert app.current_mode == "today"
        assert "Today" in shown(app)


@pytest.mark.parametrize("size", [(20, 5), (39, 30), (100, 11)])
async def test_too_small_a_terminal_gets_a_sentence_and_recovers(
    app: NetjournalApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert "netjournal" in shown(app)
        assert not isinstance(app.screen, SmallScreen)


async def test_a_window_made_small_and_large_again_shows_what_was_there(
    app: NetjournalApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3", "n", *"Ana")
        for _ in range(2):
            await pilot.resize_terminal(20, 5)
            await settle(pilot)
            assert isinstance(app.screen, SmallScreen)
            await pilot.resize_terminal(80, 24)
            await settle(pilot)
            assert isinstance(app.screen, ContactDialog)
        dialog = app.screen
        assert isinstance(dialog, ContactDialog)
        assert dialog.text("name") == "Ana"


async def test_a_file_that_is_no_journal_is_left_alone_and_said(
    app: NetjournalApp, path: Path
) -> None:
    path.write_text("something else entirely, and rather long to be sure " * 20)
    before = path.read_bytes()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ClosedScreen)
        assert "The journal stays closed" in shown(app)
        await pilot.press("escape")
    assert app.return_code == 1
    assert path.read_bytes() == before


async def test_quitting_waits_for_what_is_being_saved(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ContactsScreen)
        for number in range(20):
            screen.act(partial(add, f"Person {number}"))
        app.simulate_key("q")
        while app.return_code is None:
            await asyncio.sleep(0)
        assert journal.contacts.count() == 20
    assert app.return_code == 0


async def test_hostile_names_neither_crash_nor_act(app: NetjournalApp, journal: Journal) -> None:
    for name in ("Bob [/]", "[@click=app.quit]x[/]", "Ann [/", "$text [b]", "a\x1b]52;c;QQ==\x07b"):
        journal.contacts.add(ContactDraft(name=name, why=name, tags=(name,), notes=name))
    async with app.run_test(size=(200, 30)) as pilot:
        await pilot.press("3")
        await settle(pilot)
        for _ in range(5):
            await walk_through(pilot)
            await pilot.press("j")
            await settle(pilot)
        assert app.is_running
        assert "[@click=app.quit]x[/]" in shown(app)


async def walk_through(pilot: Pilot[None]) -> None:
    """Opens everything that shows a contact's words."""
    for keys in (("d", "n"), ("e", "escape"), ("enter", "escape")):
        for key in keys:
            await pilot.press(key)
            await settle(pilot)


def add(name: str, journal: Journal) -> None:
    """Adds a contact of that name."""
    journal.contacts.add(ContactDraft(name=name))


async def test_an_unexpected_error_ends_with_a_report_and_exit_code_1(
    app: NetjournalApp, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(journal: Journal) -> None:
        secret = "what Ana told me"
        raise RuntimeError(secret)

    async def run() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.press("3")
            await settle(pilot)
            screen = app.screen
            assert isinstance(screen, ContactsScreen)
            screen.act(fail)
            await settle(pilot)

    with pytest.raises(WorkerFailed):
        await run()
    assert app.return_code == 1
    printed = capsys.readouterr()
    assert "what Ana told me" not in printed.out + printed.err


def tuesdays() -> Schedule:
    """Every Tuesday at seven."""
    return Schedule(rule="FREQ=WEEKLY;BYDAY=TU", anchor=date(2026, 11, 17), start_time=time(7))
