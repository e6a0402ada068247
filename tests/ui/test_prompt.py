"""The form at the prompt: which meeting, what it says and how it ends, asked in the flow."""

import os
import signal
from collections.abc import Iterable
from datetime import date, datetime, time

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.widgets import Static

from netjournal.errors import JournalError, NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.draft import subject_of
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import Outcome
from netjournal.model.meeting import LogEntry
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction
from netjournal.model.schedule import Schedule
from netjournal.model.upshot import NOTHING, Answer, PassedReferral, Promise, Someone, Upshot
from netjournal.preferences import Preferences
from netjournal.ui.desk import Desk
from netjournal.ui.endings import Dropped, Ending, Kept, Saved
from netjournal.ui.prompt import PromptApp
from netjournal.ui.screens.prompt import PromptScreen
from netjournal.ui.upshot_words import told
from netjournal.ui.widgets.entered import Entered
from tests.ui.conftest import StandingClock, press, settle

TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU",
    anchor=date(2026, 11, 17),
    start_time=time(7),
    duration_minutes=90,
)
LAST = datetime.fromisoformat("2026-11-17T07:00")


@pytest.fixture(autouse=True)
def riverside(journal: Journal, clock: StandingClock) -> int:
    """A group that met yesterday."""
    now, clock.moment = clock.moment, datetime.fromisoformat("2026-11-12T09:00")
    group = journal.groups.join(GroupDraft(name="BNI Riverside"), TUESDAYS)
    clock.moment = now
    return group


async def run(desk: Desk, *keys: str, group: str = "") -> Ending | JournalError:
    """How the form ends after some keys."""
    app = PromptApp(desk, group)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
    return app.return_value


def form(pilot: Pilot[Ending | JournalError]) -> PromptScreen:
    screen = pilot.app.screen
    assert isinstance(screen, PromptScreen)
    return screen


def shown(screen: PromptScreen, selector: str) -> str:
    return str(screen.query_one(selector, Static).content)


async def test_three_digits_and_enter_save_the_one_likely_meeting(
    desk: Desk, journal: Journal
) -> None:
    ending = await run(desk, "4", "3", "1", "enter")
    assert isinstance(ending, Saved)
    assert (ending.occasion.name, ending.occasion.start) == ("BNI Riverside", LAST)
    assert ending.entry == LogEntry(energy=4, confidence=3, pushiness=1)
    (meeting,) = journal.meetings.all()
    assert meeting.reflection is not None
    assert meeting.reflection.energy == 4
    assert journal.drafts.kept() == ()


async def test_what_was_entered_is_told_with_who_is_new(desk: Desk) -> None:
    keys = ["4", "3", "1", "p", "tab", *"Ana", "enter", "ctrl+n", *"good", "ctrl+s"]
    ending = await run(desk, *keys)
    assert isinstance(ending, Saved)
    assert ending.new_contacts == ("Ana",)
    assert ending.entry == LogEntry(
        energy=4, confidence=3, pushiness=1, met=("Ana",), pitched=True, notes="good"
    )


async def test_part_of_a_name_means_that_groups_latest_meeting(
    desk: Desk, journal: Journal
) -> None:
    journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS)
    ending = await run(desk, "4", "3", "1", "enter", group="chamb")
    assert isinstance(ending, Saved)
    assert ending.occasion.name == "Chamber"


async def test_an_unknown_name_ends_the_form_with_a_sentence(desk: Desk) -> None:
    ending = await run(desk, group="lakeside")
    assert isinstance(ending, NotFoundError)
    assert "lakeside" in str(ending)


async def test_a_name_that_fits_several_asks_which_of_them(desk: Desk, journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Chamber Riverside"), TUESDAYS)
    journal.groups.join(GroupDraft(name="Lakeside"), TUESDAYS)
    app = PromptApp(desk, "riverside")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shown(form(pilot), ".reflect--heading") == "Which meeting?"
        await press(pilot, "space", *"chamber", "enter", "4", "3", "1", "enter")
    assert isinstance(app.return_value, Saved)
    assert app.return_value.occasion.name == "Chamber Riverside"


async def test_without_a_likely_meeting_it_asks_in_the_flow(desk: Desk, journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS)
    app = PromptApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = form(pilot)
        assert len(app.screen_stack) == 1
        assert not screen.sheet.display
        await press(pilot, "escape")
    assert app.return_value is None


async def test_another_meeting_takes_along_what_is_entered(desk: Desk) -> None:
    words = ["space" if letter == " " else letter for letter in "book fair yesterday 6pm"]
    ending = await run(desk, "5", "ctrl+g", *words, "enter", "tab", "tab", "4", "1", "enter")
    assert isinstance(ending, Saved)
    assert (ending.occasion.name, ending.occasion.group_id) == ("book fair", None)
    assert (ending.entry.energy, ending.entry.confidence) == (5, 4)


async def test_esc_while_asked_goes_back_to_the_meeting_before(desk: Desk) -> None:
    app = PromptApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+g", "escape")
        screen = form(pilot)
        assert screen.sheet.display
        assert shown(screen, ".reflect--heading").startswith("BNI Riverside")


async def test_esc_keeps_a_draft_and_the_next_form_goes_on_with_it(
    desk: Desk, journal: Journal, clock: StandingClock
) -> None:
    app = PromptApp(desk, "river")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "4", "3", "escape")
    assert isinstance(app.return_value, Kept)
    assert app.return_code == 0
    later = Desk(desk.path, clock, Preferences())
    again = PromptApp(later, "river")
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = form(pilot)
        assert (screen.sheet.entered.energy, screen.sheet.entered.confidence) == (4, 3)
        assert "Picked up your draft" in shown(screen, ".prompt--said")
        await press(pilot, "ctrl+z", "escape")
    later.close()
    assert isinstance(again.return_value, Dropped)
    assert journal.drafts.kept() == ()


async def test_a_kept_draft_is_the_first_to_choose(desk: Desk, journal: Journal) -> None:
    occasion = journal.meetings.occasion(1)
    body = Entered(energy=2).body()
    journal.drafts.keep("one", "reflection", subject_of(occasion), body)
    ending = await run(desk, "enter", "tab", "tab", "3", "1", "enter")
    assert isinstance(ending, Saved)
    assert ending.entry == LogEntry(energy=2, confidence=3, pushiness=1)


async def test_ctrl_c_keeps_a_draft_and_says_it_was_stopped(desk: Desk, journal: Journal) -> None:
    app = PromptApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "4", "tab", "ctrl+c")
    assert isinstance(app.return_value, Kept)
    assert app.return_code == 130
    assert len(journal.drafts.kept("reflection")) == 1


async def test_nothing_entered_leaves_nothing(desk: Desk, journal: Journal) -> None:
    assert await run(desk, "tab", "ctrl+n", "escape") is None
    assert journal.drafts.kept() == ()
    assert journal.meetings.all() == ()


async def test_a_signal_keeps_what_is_entered(desk: Desk, journal: Journal) -> None:
    app = PromptApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        form(pilot).keeper.clock = lambda: 0.0
        await press(pilot, "4", "2")
        os.kill(os.getpid(), signal.SIGTERM)
        await settle(pilot)
    assert app.return_code == 128 + signal.SIGTERM
    (draft,) = journal.drafts.kept("reflection")
    assert '"confidence": 2' in draft.body


async def test_what_cant_be_kept_is_left_only_when_asked_twice(
    desk: Desk, journal: Journal
) -> None:
    journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS)
    app = PromptApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = form(pilot)
        screen.sheet.fill(Entered(energy=4))
        await press(pilot, "escape")
        assert "Esc once more" in shown(screen, ".prompt--said")
        assert app.is_running
        await press(pilot, "escape")
    assert app.return_value is None


async def test_a_journal_that_cant_be_opened_ends_the_form(desk: Desk) -> None:
    desk.path = desk.path.with_name("other.db")
    desk.path.write_text("no journal", encoding="utf-8")
    ending = await run(desk)
    assert isinstance(ending, JournalError)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)])
async def test_every_field_can_be_reached_in_any_size(desk: Desk, size: tuple[int, int]) -> None:
    app = PromptApp(desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        screen = form(pilot)
        for field in ("#energy_before", "#pitched", "#quick_fix"):
            screen.set_focus(screen.query_one(field))
            await settle(pilot)
            seen = screen.query_one(field).region
            assert seen.width > 5
            assert screen.sheet.region.contains_region(seen)


async def test_the_form_is_not_styled_again_before_its_first_frame(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    again: list[DOMNode] = []
    update = Stylesheet.update_nodes

    def counted(sheet: Stylesheet, nodes: Iterable[DOMNode], animate: bool = False) -> None:
        known = list(nodes)
        again.extend(node for node in known if node.is_attached)
        update(sheet, known, animate)

    monkeypatch.setattr(Stylesheet, "update_nodes", counted)
    app = PromptApp(desk, "riverside")
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.screen.focused:
            await pilot.pause()
        assert len(again) < len(list(app.screen.walk_children())) / 3


async def test_the_folds_are_there_too_and_what_they_held_is_told(
    desk: Desk, journal: Journal
) -> None:
    known = journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    keys = ["4", "3", "1", "r", "g", "tab", *"ana", "enter", "4"]
    keys += ["shift+tab", "f", *"Hal", "enter", *"ring", "tab", *"fri", "ctrl+s"]
    ending = await run(desk, *keys)
    assert isinstance(ending, Saved)
    assert ending.new_contacts == ("Hal",)
    assert list(told(ending.upshot, LAST.date())) == [
        "a referral to Ana Ruiz (call ahead)",
        "for Hal: ring by Fri 20 Nov",
    ]
    (referral,) = journal.referrals.pages().page(0, 9)
    assert (referral.partner_id, referral.level) == (known, 4)
    (follow_up,) = journal.follow_ups.open()
    assert (follow_up.what, follow_up.due) == ("ring", date(2026, 11, 20))


def test_what_a_meeting_led_to_is_told_in_few_words() -> None:
    next_meeting = Occasion(
        start=datetime.fromisoformat("2026-11-24T07:00"), group_id=1, meeting_id=None, name="R"
    )
    ana, hal = Someone(name="Ana", contact_id=1), Someone(name="Hal")
    upshot = Upshot(
        answers=(Answer(invitation_id=1, outcome=Outcome.CAME),) * 2,
        invited=(ana, hal),
        next_meeting=next_meeting,
        referrals=(PassedReferral(direction=Direction.RECEIVED, partner=ana, prospect=hal),),
        follow_ups=(Promise(contact=hal, what="ring"),),
    )
    assert list(told(upshot, LAST.date())) == [
        "2 invitations answered",
        "invited Ana, Hal to Tue 24 Nov",
        "a referral from Ana about Hal",
        "for Hal: ring",
    ]
    assert list(told(NOTHING, LAST.date())) == []
