"""Search: as one types, marked, narrowed, opened in its place, and taken up again."""

from datetime import timedelta
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.me import MeDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.timeline import Happening
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.contact import ContactDialog
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.groups import GroupsScreen
from netjournal.ui.screens.listing import ListScreen
from netjournal.ui.screens.meetings import MeetingsScreen
from netjournal.ui.screens.search import SearchScreen
from tests.ui.conftest import StandingClock, press, settle
from tests.ui.test_app import shown


@pytest.fixture(autouse=True)
def kites(journal: Journal, clock: StandingClock) -> None:
    """One of everything, each about kites; the later noted, the further down here."""
    today = clock.now().date()
    group = journal.groups.join(GroupDraft(name="Riverside", purpose="Kites for the valley."), None)
    ana = journal.contacts.add(ContactDraft(name="Ana Ruiz", why="Kites are freedom."))
    journal.contacts.add(ContactDraft(name="Li Wei", organisation="Kites & Sons"))
    start = clock.now() - timedelta(days=1)
    meeting = journal.meetings.add(MeetingDraft(start=start, group_id=group))
    journal.meetings.reflect(
        Occasion(start=start, group_id=group, meeting_id=meeting, name="Riverside"),
        ReflectionDraft(energy=3, confidence=3, pushiness=1, notes="Long talk of kites."),
    )
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.CALL, day=today, contact_ids=(ana,), note="Sells kites now."
        )
    )
    journal.follow_ups.add(FollowUpDraft(contact_id=ana, what="Send the kites"))


async def searching(pilot: Pilot[None], words: str) -> SearchScreen:
    """The screen, words typed."""
    await settle(pilot)
    await press(pilot, "ctrl+f", *words)
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    return screen


def listed(screen: SearchScreen) -> list[str]:
    """The lines of what was found."""
    lines = (screen.table.render_line(y).text for y in range(1, 10))
    return [" ".join(line.split()) for line in lines if line.strip()]


def record(app: NetjournalApp, area: type[ListScreen[Any, Any]]) -> int:
    """Which record is open in an area."""
    screen = app.screen
    assert isinstance(screen, area)
    assert screen.is_open
    assert screen.record is not None
    record_id: int = screen.record.id
    return record_id


async def test_it_finds_as_one_types_and_marks_the_words(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await searching(pilot, "")
        assert "Whatever you wrote is found here" in shown(app)
        await press(pilot, *"kit")
        assert listed(screen) == [
            "▌ follow-up Ana Ruiz Wed 18 Nov Send the kites",
            "interaction Ana Ruiz Wed 18 Nov call · Sells kites now.",
            "meeting Riverside Tue 17 Nov Long talk of kites.",
            "contact Li Wei Kites & Sons",
            "contact Ana Ruiz Kites are freedom.",
            "group Riverside Kites for the valley.",
        ]
        assert "6 found" in shown(app)
        content = screen.table._columns[-1].cell(screen.table.row)  # type: ignore[arg-type]
        assert isinstance(content, Content)
        assert [content.plain[span.start : span.end] for span in content.spans] == ["kites"]
        await press(pilot, *" freed")
        assert listed(screen) == ["▌ contact Ana Ruiz Kites are freedom."]
        await press(pilot, "x")
        assert "Nothing holds all of these words." in shown(app)


@pytest.mark.parametrize(
    ("down", "area", "place"),
    [
        (0, ContactsScreen, 1),
        (1, ContactsScreen, 1),
        (2, MeetingsScreen, 1),
        (3, ContactsScreen, 2),
        (5, GroupsScreen, 1),
    ],
    ids=["follow-up", "interaction", "meeting", "contact", "group"],
)
async def test_enter_opens_the_place(
    app: NetjournalApp, down: int, area: type[ListScreen[Any, Any]], place: int
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await searching(pilot, "kites")
        await press(pilot, *["down"] * down, "enter")
        assert record(app, area) == place


async def test_a_referral_is_pointed_at_however_far_down_the_timeline(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    today = clock.now().date()
    ana = journal.contacts.named("Ana Ruiz")[0]
    sought = journal.referrals.add(
        ReferralDraft(
            direction=Direction.GIVEN,
            day=today - timedelta(days=300),
            partner_id=ana,
            note="Needs a loom.",
        )
    )
    for days in range(150):
        journal.interactions.add(
            InteractionDraft(
                kind=InteractionKind.MESSAGE, day=today - timedelta(days=days), contact_ids=(ana,)
            )
        )
    async with app.run_test(size=(140, 40)) as pilot:
        await searching(pilot, "loom")
        await press(pilot, "enter")
        assert record(app, ContactsScreen) == ana
        assert isinstance(app.screen, ContactsScreen)
        timeline = app.screen.opened.timeline
        assert timeline.table.has_focus
        assert timeline.entry is not None
        assert (timeline.entry.happening, timeline.entry.record_id) == (Happening.REFERRAL, sought)
        await press(pilot, "g", "escape", "enter", "tab")
        assert timeline.table.cursor == 0


async def test_referrals_alone_can_be_looked_for(app: NetjournalApp, journal: Journal) -> None:
    ana = journal.contacts.named("Ana Ruiz")[0]
    day = journal.clock.now().date()
    journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=day, partner_id=ana, note="Kites, many.")
    )
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await searching(pilot, "kites")
        await press(pilot, *["ctrl+f"] * 5)
        assert "Search referrals" in shown(app)
        (line,) = listed(screen)
        assert line.startswith("▌ referral Ana Ruiz")


async def test_what_i_say_of_myself_opens_in_its_own_place(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.me.revise(MeDraft(why="Looms matter."))
    async with app.run_test(size=(100, 30)) as pilot:
        await searching(pilot, "looms")
        await press(pilot, "enter")
        assert app.current_mode == "me"


async def test_enter_at_once_opens_what_all_the_words_found(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await searching(pilot, "kites")
        screen.patience = 0
        await pilot.press("space", "s", "o", "n", "enter")
        await settle(pilot)
        assert record(app, ContactsScreen) == 2


async def test_a_click_opens_too(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await searching(pilot, "kites")
        await pilot.click("Table", offset=(20, 3), times=2)
        await settle(pilot)
        assert record(app, MeetingsScreen) == 1


async def test_nothing_found_opens_nothing(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await searching(pilot, "zzz")
        await press(pilot, "enter", "down", "pagedown")
        assert app.screen is screen


async def test_the_list_can_be_walked_and_left_for_other_words(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await searching(pilot, "kites")
        await press(pilot, "down", "down", "up", "pagedown", "pageup", "tab", "G", "k")
        assert screen.table.cursor == 4
        await press(pilot, "slash", "space", *"sons")
        assert listed(screen) == ["▌ contact Li Wei Kites & Sons"]


async def test_pressed_again_it_looks_among_one_kind_alone(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await searching(pilot, "kites")
        seen = []
        for _ in range(7):
            await press(pilot, "ctrl+f")
            seen.append({line.removeprefix("▌ ").split()[0] for line in listed(screen)})
        assert seen[:4] == [{"contact"}, {"meeting"}, {"interaction"}, {"follow-up"}]
        assert seen[4:6] == [set(), {"group"}]
        assert len(seen[6]) == 5
        await press(pilot, "ctrl+f")
        assert "Search people" in shown(app)


async def test_it_is_taken_up_where_it_was_left(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await searching(pilot, "kites")
        await press(pilot, "ctrl+f", "down", "enter")
        assert record(app, ContactsScreen) == 1
        screen = await searching(pilot, "")
        assert screen.table.row is not None
        assert screen.table.row.title == "Ana Ruiz"
        assert len(listed(screen)) == 2
        await press(pilot, *"wei")
        assert listed(screen) == ["▌ contact Li Wei Kites & Sons"]
        await press(pilot, "escape")
        assert isinstance(app.screen, ContactsScreen)


async def test_it_opens_from_a_filter_and_not_from_a_form(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "3", "slash", *"ana", "ctrl+f")
        assert isinstance(app.screen, SearchScreen)
        await press(pilot, "escape", "escape", "n", "ctrl+f")
        assert isinstance(app.screen, ContactDialog)


async def test_words_far_into_a_note_are_seen_in_a_narrow_terminal(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.contacts.add(ContactDraft(name="Jo March", notes=f"{'Well, ' * 8}a balloon at last."))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await searching(pilot, "ballo")
        assert listed(screen) == ["▌ contact Jo March …Well, Well, a balloon at l…"]


async def test_hostile_words_stay_words(app: NetjournalApp, journal: Journal) -> None:
    hostile = "[/][@click=app.quit]x[/] \x1b[5m"
    journal.contacts.add(ContactDraft(name=f"Mallory {hostile}", notes=f"mallory {hostile}"))
    async with app.run_test(size=(160, 30)) as pilot:
        screen = await searching(pilot, "mallory")
        [line] = listed(screen)
        assert "[@click=app.quit]x[/]" in line
        assert "\x1b" not in line
