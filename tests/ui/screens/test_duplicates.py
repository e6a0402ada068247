"""Who may be one person: listed, looked at side by side, merged or told apart."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.duplicates import Suggestions
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.merge import MergeDialog
from netjournal.ui.dialogs.merge_with import MergeWithDialog
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.duplicates import DuplicatesScreen, counted
from tests.ui.conftest import press
from tests.ui.screens.test_contacts import names, opened
from tests.ui.test_app import shown


@pytest.fixture
def anas(journal: Journal) -> tuple[int, int]:
    """One Ana noted twice, of whom less is recorded than of the other; and Bo."""
    first = journal.contacts.add(
        ContactDraft(name="Ana [b]Ruiz[/]", organisation="Press", why="Ink.", notes="Tea.")
    )
    second = journal.contacts.add(
        ContactDraft(name="ana [b]ruiz[/]", organisation="Ruiz & Sons", why="Paper.", role="Owner")
    )
    journal.follow_ups.add(FollowUpDraft(contact_id=second, what="Ring"))
    journal.contacts.add(ContactDraft(name="Bo Li"))
    return first, second


def said(screen: ContactsScreen) -> str:
    """What is said beside the filter."""
    return str(screen.filter_line.query_one(Static).render())


async def duplicates(pilot: Pilot[Any]) -> DuplicatesScreen:
    """The pairs, opened from Contacts."""
    await opened(pilot)
    await press(pilot, "=")
    assert isinstance(pilot.app.screen, DuplicatesScreen)
    return pilot.app.screen


def rows(screen: DuplicatesScreen) -> list[str]:
    """The pairs as they are drawn."""
    lines = [screen.table.render_line(y).text.rstrip() for y in range(1, 6)]
    return [line[2:] for line in lines if line]


def dialog(pilot: Pilot[Any]) -> MergeDialog:
    """The two, side by side."""
    assert isinstance(pilot.app.screen, MergeDialog)
    return pilot.app.screen


def side_by_side(pilot: Pilot[Any]) -> list[str]:
    """The fields as they are drawn, their blanks made one."""
    table = dialog(pilot).table
    lines = [table.render_line(y).text for y in range(1, table.size.height)]
    return [" ".join(line.strip("▌ ").split()) for line in lines]


@pytest.mark.parametrize("decided", [("m", "ctrl+s"), ("x",)])
async def test_a_pair_that_comes_back_has_the_cursor(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int], decided: tuple[str, ...]
) -> None:
    for name in ("Bo Li", "Zoe Marsh", "Zoe Marsh"):
        journal.contacts.add(ContactDraft(name=name))
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await duplicates(pilot)
        every = rows(screen)
        assert len(every) == 3
        for at in (0, 1):
            await press(pilot, "g", *["j"] * at)
            assert screen.table.cursor == at
            before = screen.table.row
            await press(pilot, *decided)
            assert len(rows(screen)) == 2
            assert screen.table.row != before
            await press(pilot, "G", "u")
            assert rows(screen) == every
            assert screen.table.row == before
    assert anas


async def test_contacts_says_how_many_look_alike(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int]
) -> None:
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await opened(pilot)
        assert said(screen).endswith("3 people · by name · 1 alike (=)")
        await screen.desk.act(lambda own: own.contacts.add(ContactDraft(name="Bo Li")))
        await press(pilot, "j")
        assert said(screen).endswith("4 people · by name · 2 alike (=)")
        await screen.desk.act(lambda own: own.duplicates.tell_apart(*anas))
        await press(pilot, "u", "u")
        assert said(screen).endswith("3 people · by name · 1 alike (=)")
        await screen.desk.act(lambda own: own.merging.merge(*anas))
        await press(pilot, "j")
        assert said(screen).endswith("2 people · by name")


async def test_pairs_are_listed_with_why_and_merged_side_by_side(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int]
) -> None:
    async with app.run_test(size=(110, 30)) as pilot:
        screen = await duplicates(pilot)
        assert [" ".join(row.split()) for row in rows(screen)] == [
            "Ana [b]Ruiz[/] · Press ana [b]ruiz[/] · Ruiz & Sons same name"
        ]
        await press(pilot, "enter")
        assert side_by_side(pilot) == [
            "Name ● ana [b]ruiz[/] ○ Ana [b]Ruiz[/]",
            "Organisation ● Ruiz & Sons ○ Press",
            "Role ● Owner",
            "Why ● Paper. ● Ink.",
            "Notes ● Tea.",
        ]
        await press(pilot, "enter", "j", "right", "j", "right", "j", "left", "ctrl+s")
        assert isinstance(pilot.app.screen, DuplicatesScreen)
        assert "Nobody here looks like somebody else." in shown(app)
        ana = journal.contacts.get(anas[1])
        assert (ana.name, ana.organisation, ana.role) == ("Ana [b]Ruiz[/]", "Press", "Owner")
        assert (ana.why, ana.notes) == ("Ink.", "Tea.")
        await press(pilot, "u")
        assert len(rows(screen)) == 1
        assert journal.contacts.get(anas[0]).organisation == "Press"


async def test_two_people_are_told_apart_by_one_key(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await duplicates(pilot)
        await press(pilot, "x")
        assert rows(screen) == ["Nobody here looks like somebody else."]
        await press(pilot, "u")
        assert len(rows(screen)) == 1
        await press(pilot, "m", "x")
        assert rows(screen) == ["Nobody here looks like somebody else."]
        await press(pilot, "enter", "m", "x", "escape")
        assert isinstance(pilot.app.screen, ContactsScreen)


async def test_two_marked_are_merged_and_leaving_changes_nothing(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int]
) -> None:
    async with app.run_test(size=(110, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "space", "space", "m", "escape")
        assert journal.contacts.count() == 3
        await press(pilot, "m", "ctrl+s")
        assert journal.contacts.count() == 2
        screen = pilot.app.screen
        assert isinstance(screen, ContactsScreen)
        assert names(screen) == ["ana [b]ruiz[/]", "Bo Li"]


async def test_more_than_two_are_not_merged_at_once(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int]
) -> None:
    async with app.run_test(size=(110, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "*", "m")
        assert [one.message for one in pilot.app._notifications] == [
            "Mark two to merge them; 3 are marked."
        ]
        assert isinstance(pilot.app.screen, ContactsScreen)


async def test_from_a_persons_page_it_is_asked_who_else_they_are(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int]
) -> None:
    async with app.run_test(size=(110, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "G", "enter", "m")
        assert isinstance(pilot.app.screen, MergeWithDialog)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, MergeWithDialog)
        assert "Name one other contact" in shown(app)
        await press(pilot, "b", "o", "enter", "enter")
        assert isinstance(pilot.app.screen, MergeWithDialog)
        await press(pilot, "backspace", *"ana", "down", "enter", "enter")
        assert "Name ● ana [b]ruiz[/] ○ Bo Li" in side_by_side(pilot)
        await press(pilot, "ctrl+s")
        assert journal.contacts.count() == 2


async def test_who_cannot_be_one_person_is_said_and_not_merged(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int]
) -> None:
    first, second = anas
    journal.referrals.add(
        ReferralDraft(
            direction=Direction.GIVEN,
            day=journal.clock.now().date(),
            partner_id=first,
            prospect_id=second,
        )
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await duplicates(pilot)
        await press(pilot, "enter")
        obstacle = dialog(pilot).query_one(".merge--obstacle", Static)
        assert "is about ana [b]ruiz[/], so they are two people" in str(obstacle.render())
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, MergeDialog)
        assert journal.contacts.count() == 3


async def test_of_someone_gone_meanwhile_it_is_said_and_the_list_is_right(
    app: NetjournalApp, journal: Journal, anas: tuple[int, int]
) -> None:
    async with app.run_test(size=(110, 30)) as pilot:
        await duplicates(pilot)
        await press(pilot, "enter")
        journal.contacts.delete(anas[0])
        await press(pilot, "ctrl+s")
        (note,) = pilot.app._notifications
        assert "no longer in the journal" in note.message


def test_it_is_said_when_there_are_more_than_are_listed() -> None:
    assert counted(Suggestions(pairs=(), total=0)) == ""
    assert counted(Suggestions(pairs=(), total=1_200)).startswith("The first 0 of 1,200 pairs")
