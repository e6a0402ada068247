"""A person's page: what it tells, working with it in place, walking from one to the next."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import EVERYONE, ContactDraft
from netjournal.model.follow_up import Fit, FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.membership import MembershipDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.confirm import ConfirmDialog
from netjournal.ui.dialogs.contact import SectionDialog
from netjournal.ui.dialogs.follow_up import FollowUpDialog, SnoozeDialog
from netjournal.ui.dialogs.interaction import InteractionDialog
from netjournal.ui.dialogs.membership import MembershipDialog
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.meetings import MeetingsScreen
from netjournal.ui.screens.person_page import PersonPage
from tests.entries import STEADY, TUESDAYS
from tests.ui.conftest import StandingClock, press
from tests.ui.test_app import shown

WIDE = (140, 50)
TODAY = date(2026, 11, 18)


@pytest.fixture
def ana(journal: Journal, clock: StandingClock) -> int:
    """Ana: met on Tuesday in Mill Club, called on the 2nd, to be sent a plan by Friday."""
    draft = ContactDraft(
        name="Ana Ruiz", organisation="Roofing", why="her father's shop", tags=("warm",)
    )
    contact_id = journal.contacts.add(draft)
    group_id = journal.groups.join(GroupDraft(name="Mill Club"), TUESDAYS)
    present = AttendanceDraft(contact_id=contact_id, name="", talked=True, note="builds boats")
    occasion = journal.meetings.occasion(group_id, date(2026, 11, 17))
    journal.meetings.reflect(occasion, STEADY, (present,))
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.CALL,
            day=date(2026, 11, 2),
            contact_ids=(contact_id,),
            note="about\nthe boat",
        )
    )
    journal.follow_ups.add(
        FollowUpDraft(
            contact_id=contact_id, what="send the plan", due=date(2026, 11, 20), fit=Fit.GOOD
        )
    )
    return contact_id


async def opened(pilot: Pilot[None]) -> PersonPage:
    """The page of the first person in the list."""
    await press(pilot, "3", "enter")
    assert isinstance(pilot.app.screen, ContactsScreen)
    return pilot.app.screen.opened


async def at(pilot: Pilot[None], page: PersonPage, words: str) -> None:
    """Moves the cursor to the part of the sheet that begins with these words."""
    await press(pilot, "g")
    for _ in page.sheet.parts:
        assert page.sheet.cursor is not None
        if words in page.sheet.parts[page.sheet.cursor].content.plain:
            return
        await press(pilot, "j")
    raise AssertionError(words)


def titles(page: PersonPage) -> list[str]:
    """The lines of the timeline, as far as they are seen."""
    table = page.timeline.table
    lines = [table.render_line(y).text[2:].rstrip() for y in range(1, table.size.height)]
    return [" ".join(line.split()) for line in lines if line]


async def test_the_card_says_in_one_line_how_deep_one_knows_someone(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=date(2026, 11, 2), partner_id=ana)
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        assert re.search(r"●●●●\s+referral\s", shown(app))
        await press(pilot, "enter")
        assert "a referral exchanged" in shown(app)


@pytest.mark.usefixtures("ana")
async def test_it_tells_everything_and_what_is_missing(app: NetjournalApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        seen = shown(app)
        for words in (
            "Ana Ruiz",
            "her father's shop",
            "their why known",
            "a one-to-one",
            "Tue 17 Nov, yesterday",
            "every 90 days",
            "send the plan",
            "due Fri 20 Nov, in 2 days",
            "Mill Club",
            "not known yet",
        ):
            assert words in seen, words
        assert titles(page) == [
            "Fri 20 Nov ○ send the plan",
            "Tue 17 Nov ■ Mill Club talked · builds boats",
            "Mon 2 Nov ◆ call about the boat",
        ]
        assert page.sheet.has_focus


async def test_a_section_is_edited_in_place_and_taken_back(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await at(pilot, page, "A good referral")
        await press(pilot, "e")
        assert isinstance(app.screen, SectionDialog)
        assert "Ana Ruiz: a good referral" in shown(app)
        await press(pilot, *"boat owners", "ctrl+s")
        assert journal.contacts.get(ana).good_referral == "boat owners"
        assert journal.contacts.get(ana).why == "her father's shop"
        assert "boat owners" in shown(app)
        assert "A good referral" in page.sheet.parts[page.sheet.cursor or 0].content.plain
        await press(pilot, "u")
        assert journal.contacts.get(ana).good_referral == ""
        assert "boat owners" not in shown(app)


async def test_a_follow_up_is_done_where_it_stands_and_reopened_in_the_timeline(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await at(pilot, page, "send the plan")
        await press(pilot, "y", "n")
        (follow_up,) = journal.follow_ups.of(ana)
        assert (follow_up.done_on, follow_up.answered) == (TODAY, False)
        assert titles(page)[0] == "Wed 18 Nov ✓ send the plan"
        assert "none open" in shown(app)
        await press(pilot, "tab", "y")
        assert journal.follow_ups.of(ana)[0].done_on is None
        assert titles(page)[0] == "Fri 20 Nov ○ send the plan"
        await press(pilot, "y", "escape")
        assert journal.follow_ups.of(ana)[0].done_on is None


async def test_a_follow_up_is_put_off_changed_and_deleted(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await at(pilot, page, "send the plan")
        await press(pilot, "z")
        assert isinstance(app.screen, SnoozeDialog)
        await press(pilot, *"yesterday", "enter")
        assert "has passed" in shown(app)
        await press(pilot, *["backspace"] * 9, *"in 3 weeks", "enter")
        assert journal.follow_ups.of(ana)[0].due == date(2026, 12, 9)
        await press(pilot, "enter")
        assert isinstance(app.screen, FollowUpDialog)
        await press(pilot, "end", *"s", "enter")
        assert journal.follow_ups.of(ana)[0].what == "send the plans"
        await press(pilot, "d")
        assert "“send the plans”" in shown(app)
        await press(pilot, "y")
        assert journal.follow_ups.of(ana) == ()
        await press(pilot, "u")
        assert [one.what for one in journal.follow_ups.of(ana)] == ["send the plans"]


@pytest.mark.usefixtures("ana")
async def test_one_that_is_done_is_not_put_off(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await press(pilot, "tab", "y", "enter")
        assert titles(page)[0] == "Wed 18 Nov ✓ send the plan"
        await press(pilot, "z")
        assert isinstance(app.screen, ContactsScreen)


async def test_a_headings_line_adds_to_its_list(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await at(pilot, page, "Follow-ups")
        await press(pilot, "enter", *"call back", "tab", *"mon", "enter")
        assert [one.what for one in journal.follow_ups.of(ana)] == ["send the plan", "call back"]
        await at(pilot, page, "Groups")
        await press(pilot, "enter")
        assert isinstance(app.screen, MembershipDialog)
        await press(pilot, *"mill", "tab", *"chair", "ctrl+s")
        assert [one.role for one in journal.memberships.of_contact(ana)] == ["chair"]
        assert "chair" in shown(app)


async def test_a_membership_is_changed_and_deleted(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    group_id = journal.groups.lines()[0].id
    journal.memberships.add(
        MembershipDraft(contact_id=ana, group_id=group_id, since=date(2025, 3, 4))
    )
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await at(pilot, page, "Mill Club · since Tue 4 Mar 2025")
        await press(pilot, "e", *"chair", "ctrl+s")
        assert [one.role for one in journal.memberships.of_contact(ana)] == ["chair"]
        await press(pilot, "x", "enter")
        assert [one.until for one in journal.memberships.of_contact(ana)] == [TODAY]
        await press(pilot, "d")
        assert isinstance(app.screen, ConfirmDialog)
        await press(pilot, "y")
        assert journal.memberships.of_contact(ana) == ()


@pytest.mark.usefixtures("ana")
async def test_an_entry_opens_its_meeting(app: NetjournalApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "tab", "j", "d")
        assert "opens the meeting" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, MeetingsScreen)
        assert app.screen.record is not None
        assert app.screen.record.name == "Mill Club"


async def test_an_interaction_is_changed_and_deleted_in_the_timeline(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await press(pilot, "tab", "G", "enter")
        assert isinstance(app.screen, InteractionDialog)
        await press(pilot, "m", "ctrl+s")
        assert journal.interactions.pages(ana).page(0, 1)[0].kind is InteractionKind.MESSAGE
        assert titles(page)[-1] == "Mon 2 Nov ◆ message about the boat"
        await press(pilot, "d")
        assert "Delete the message with Ana Ruiz, Mon 2 Nov?" in shown(app)
        await press(pilot, "y")
        assert journal.interactions.pages(ana).total == 0
        assert len(titles(page)) == 2


async def test_an_introduction_names_the_other_by_typing(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    other = journal.contacts.add(ContactDraft(name="Li Wei"))
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await press(pilot, "c", "i", "ctrl+s")
        assert isinstance(app.screen, InteractionDialog)
        assert "✗" in shown(app)
        await press(pilot, *"wei", "enter", "tab", *"by mail", "ctrl+s")
        (interaction,) = journal.interactions.pages(other).page(0, 5)
        assert interaction.contact_ids == (ana, other)
        assert titles(page)[1] == "Wed 18 Nov ◆ introduction to Li Wei by mail"
        await press(pilot, "J")
        assert titles(page) == ["Wed 18 Nov ◆ introduction to Ana Ruiz by mail"]


async def test_keys_of_the_page_work_beside_the_list_too(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "c", "c", "ctrl+s")
        assert journal.interactions.pages(ana).total == 2
        await press(pilot, "f", *"ring", "enter")
        assert len(journal.follow_ups.of(ana)) == 2
        assert isinstance(app.screen, ContactsScreen)
        assert not app.screen.has_class("-open")
        assert "some day" in shown(app)


@pytest.mark.usefixtures("ana")
async def test_one_walks_from_person_to_person_without_closing(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.contacts.add(ContactDraft(name="Bo Ek", notes="tall"))
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await press(pilot, "G", "J")
        assert "Bo Ek" in shown(app)
        assert "her father's shop" not in shown(app)
        assert "all that passes between you comes here" in shown(app)
        assert page.sheet.cursor == 0
        await press(pilot, "tab")
        assert page.sheet.has_focus
        await press(pilot, "K", "tab")
        assert "her father's shop" in shown(app)
        assert page.timeline.table.has_focus
        await press(pilot, "J")
        assert page.sheet.has_focus
        await press(pilot, "escape")
        assert isinstance(app.screen, ContactsScreen)
        assert app.screen.table.has_focus


@pytest.mark.usefixtures("ana")
async def test_keys_of_the_list_rest_while_a_page_lies_over_it(app: NetjournalApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await press(pilot, "s", "x", "S", "A")
        assert isinstance(app.screen, ContactsScreen)
        assert app.screen.look == EVERYONE
        assert "her father's shop" in shown(app)


@pytest.mark.usefixtures("ana")
async def test_the_person_is_deleted_only_from_their_own_sections(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await press(pilot, "d")
        assert "Delete Ana Ruiz?" in shown(app)
        assert "their part in 1 interaction" in shown(app)
        await press(pilot, "y")
        assert journal.contacts.count() == 0


async def test_the_timeline_is_endless(app: NetjournalApp, journal: Journal, ana: int) -> None:
    for days in range(150):
        day = TODAY - timedelta(days=30 + days)
        draft = InteractionDraft(kind=InteractionKind.OTHER, day=day, contact_ids=(ana,))
        journal.interactions.add(draft)
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        assert "Timeline · 153" in shown(app)
        await press(pilot, "tab", "G")
        assert page.timeline.entry is not None
        assert page.timeline.entry.moment == (TODAY - timedelta(days=179)).isoformat()
        await press(pilot, "g")
        assert page.timeline.entry.title == "send the plan"


@pytest.mark.usefixtures("ana")
async def test_the_note_of_an_entry_is_read_beneath_in_a_wide_terminal(app: NetjournalApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        await press(pilot, "tab", "G")
        note = page.timeline.query_one(".timeline--note")
        assert note.display
        assert "the boat" in shown(app).splitlines()


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(("size", "beside"), [((140, 40), True), ((100, 30), False)])
async def test_the_timeline_stands_beside_the_sections_or_beneath(
    app: NetjournalApp, size: tuple[int, int], beside: bool
) -> None:
    async with app.run_test(size=size) as pilot:
        page = await opened(pilot)
        sheet, timeline = page.sheet.region, page.timeline.region
        assert (timeline.x >= sheet.right) is beside
        assert (timeline.y >= sheet.bottom) is not beside
        assert timeline.height >= 8


async def test_words_of_any_sort_are_shown_as_they_are(
    app: NetjournalApp, journal: Journal
) -> None:
    hostile = "[@click=app.quit]x[/] [/b]"
    contact_id = journal.contacts.add(
        ContactDraft(name=hostile, why=hostile, goals=hostile, tags=(hostile,), notes=hostile)
    )
    journal.follow_ups.add(FollowUpDraft(contact_id=contact_id, what=hostile))
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.CALL, day=TODAY, contact_ids=(contact_id,), note=hostile
        )
    )
    async with app.run_test(size=WIDE) as pilot:
        page = await opened(pilot)
        assert shown(app).count(hostile) >= 6
        await at(pilot, page, f"○ {hostile}")
        for key in ("y", "z", "d", "e"):
            await press(pilot, key)
            assert hostile in shown(app)
            await press(pilot, "escape")
        await press(pilot, "tab", "enter")
        assert hostile in shown(app)


async def test_notes_are_written_in_the_editor(
    app: NetjournalApp,
    journal: Journal,
    ana: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = tmp_path / "editor.sh"
    program.write_text("#!/bin/sh\necho 'sails on Sundays' >> \"$1\"\n")
    program.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(program))
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await press(pilot, "o")
        assert journal.contacts.get(ana).notes == "sails on Sundays"
        assert journal.contacts.get(ana).why == "her father's shop"
        assert "sails on Sundays" in shown(app)


async def test_an_editor_that_fails_is_said(
    app: NetjournalApp, journal: Journal, ana: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "/nowhere/editor")
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await opened(pilot)
        await press(pilot, "o")
        assert "/nowhere/editor" in shown(app)
        assert journal.contacts.get(ana).notes == ""


async def test_deleting_someone_with_nothing_says_that_nothing_else_goes(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.contacts.add(ContactDraft(name="Bo Ek"))
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        await press(pilot, "d")
        assert "With them goes nothing else; u takes it back." in shown(app)
