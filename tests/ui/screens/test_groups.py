"""Groups: listed, explained, added, changed, deleted."""

from datetime import date, time
from decimal import Decimal

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.group import Commitment, GroupDraft, Status
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.schedule import Schedule
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.confirm import ConfirmDialog
from netjournal.ui.dialogs.group import GroupDialog
from netjournal.ui.screens.groups import GroupsScreen
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.widgets.field import Field, Line
from netjournal.ui.widgets.pane import Pane
from netjournal.ui.widgets.whom import Whom
from tests.ui.conftest import press, settle

TUESDAYS = Schedule(
    rule="FREQ=WEEKLY;BYDAY=TU", anchor=date(2026, 11, 17), start_time=time(7), duration_minutes=90
)
PEOPLE = tuple(AttendanceDraft(name=name) for name in ("Ana", "Bob [/]", "王小明"))


@pytest.fixture
def riverside(journal: Journal) -> int:
    """An all-in group with one meeting reflected on, and another group beside it."""
    journal.groups.join(GroupDraft(name="Rotary", status=Status.CANDIDATE))
    draft = GroupDraft(
        name="Riverside [/]", commitment=Commitment.ALL_IN, dues=Decimal("45"), interest=4
    )
    group = journal.groups.join(draft, TUESDAYS)
    occasion = journal.meetings.occasion(group, date(2026, 11, 10))
    rated = ReflectionDraft(energy=4, confidence=3, pushiness=1, notes="A good talk")
    journal.meetings.reflect(occasion, rated, PEOPLE)
    return group


def groups(app: NetjournalApp) -> GroupsScreen:
    """The screen."""
    screen = app.screen
    assert isinstance(screen, GroupsScreen)
    return screen


def names(app: NetjournalApp) -> list[str]:
    """The groups the table shows."""
    screen = groups(app)
    lines = screen.table.render_lines(screen.table.size.region)
    return [line.text for line in lines[1:] if line.text.strip()]


def page(app: NetjournalApp) -> str:
    """What the page beside it says."""
    return str(groups(app).query_one(Pane).query_one("Static").render())


async def test_without_groups_the_screen_says_which_key_names_one(app: NetjournalApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        empty = groups(app).query_one(".empty Static")
        assert empty.region
        assert "Press n" in str(empty.render())
        await pilot.press("n")
        await settle(pilot)
        assert isinstance(app.screen, GroupDialog)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_table_lists_and_the_page_explains(
    app: NetjournalApp, riverside: int, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await pilot.press("2")
        await settle(pilot)
        first, second = names(app)
        assert "Riverside [/]" in first
        assert "Tue 24 Nov" in first
        assert "Rotary" in second
        assert "1 meeting, 3 people" in page(app)
        assert "Tue 24 Nov, 1 Dec, 8 Dec" in page(app)
        await pilot.press("j")
        await settle(pilot)
        assert "Rotary" in page(app)


async def test_the_filter_narrows_while_one_types(app: NetjournalApp, riverside: int) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("slash", *"ROT")
        await settle(pilot)
        assert len(names(app)) == 1
        assert "Rotary" in page(app)
        await pilot.press("escape")
        await settle(pilot)
        assert len(names(app)) == 2


async def test_enter_opens_a_group_with_its_meetings(app: NetjournalApp, riverside: int) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        meetings = groups(app).records.meetings.table
        assert meetings.region
        assert "Tue 10 Nov" in meetings.render_line(1).text
        assert "A good talk" in meetings.render_line(1).text
        await pilot.press("escape")
        await settle(pilot)
        assert not groups(app).records.region
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert app.current_mode == "meetings"


async def test_the_cursor_is_on_the_group_added_just_now(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    assert riverside
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "n", *"Zonta", "ctrl+s", "e", "end", *" Club", "ctrl+s")
        assert "Zonta Club" in [group.name for group in journal.groups.all()]
        await press(pilot, *"ff", "n", *"Mill", "ctrl+s")
        assert isinstance(app.screen, GroupsScreen)
        assert app.screen.table.row is not None
        assert app.screen.table.row.name == "Mill"


async def test_a_group_is_changed_and_its_times_from_a_day_on(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        app.screen.query_one("#name", Line).value = "Riverbank"
        app.screen.query_one("#start_time", Line).value = "8"
        app.screen.query_one("#applies_from", Line).value = "1 Dec"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Riverbank" in names(app)[0]
        assert "Riverbank" in page(app)
    group = journal.groups.get(riverside)
    before, after = group.schedules
    assert (before.start_time, after.start_time) == (time(7), time(8))
    assert after.applies_from == date(2026, 12, 1)
    assert (group.dues, group.interest) == (Decimal("45"), 4)
    journal.undo()
    assert journal.groups.get(riverside).name == "Riverside [/]"
    assert len(journal.groups.get(riverside).schedules) == 1


async def test_who_asked_me_in_is_chosen_by_name_and_kept(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2", "e")
        app.screen.add_class("-unfolded")
        app.screen.query_one("#invited_by", Whom).focus()
        await press(pilot, *"Bob", "enter", "ctrl+s")
        invited_by = journal.groups.get(riverside).invited_by
        assert invited_by is not None
        assert journal.contacts.get(invited_by).name == "Bob [/]"
        await press(pilot, "e", "ctrl+s")
        assert journal.groups.get(riverside).invited_by == invited_by


async def test_leaving_times_alone_keeps_them(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    before = journal.groups.get(riverside)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("e")
        await settle(pilot)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert groups(app).is_current
    assert journal.groups.get(riverside) == before


async def test_a_name_in_use_is_refused_at_its_field(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"ROTARY", "tab", *"tuesdays", "tab", "7", "ctrl+s")
        await settle(pilot)
        refused = [
            field.control.id for field in app.screen.query(Field) if "-refused" in field.classes
        ]
        assert refused == ["name"]
        assert app.screen.query_one("#rule", Line).value == "tuesdays"
        await pilot.press("backspace", "ctrl+s")
        await settle(pilot)
        assert groups(app).is_current
    assert [line.name for line in journal.groups.lines()] == ["Riverside [/]", "ROTAR", "Rotary"]


async def test_deleting_names_the_group_and_what_goes_with_it(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, ConfirmDialog)
        asked = " ".join(str(part.render()) for part in app.screen.query("Static"))
        assert "Delete Riverside [/]?" in asked
        assert "its meeting" in asked
        await pilot.press("escape")
        await settle(pilot)
        assert len(journal.groups.lines()) == 2
        await pilot.press("d", "y")
        await settle(pilot)
        assert len(names(app)) == 1
        await pilot.press("u")
        await settle(pilot)
        assert len(names(app)) == 2
    assert len(journal.meetings.pages(group_id=riverside).page(0, 5)) == 1


async def test_r_reflects_on_the_groups_latest_meeting(app: NetjournalApp, riverside: int) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        occasion = groups(app).occasion()
        assert occasion is not None
        assert (occasion.group_id, occasion.day) == (riverside, date(2026, 11, 17))
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, ReflectScreen)


async def test_a_value_statement_gets_a_new_version(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("v")
        await settle(pilot)
        await pilot.press("n")
        await settle(pilot)
        await pilot.press(*"They ring back", "ctrl+s")
        await settle(pilot)
        assert "They ring back" in page(app)
    assert journal.groups.get(riverside).value_statement == "They ring back"


async def test_what_another_program_adds_comes_into_the_list(
    app: NetjournalApp, journal: Journal, riverside: int
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("j")
        journal.groups.join(GroupDraft(name="Aardvarks", commitment=Commitment.ALL_IN))
        app.on_app_focus()
        await settle(pilot)
        assert "Aardvarks" in names(app)[0]
        assert "Rotary" in page(app)
