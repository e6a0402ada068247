"""Entering a reflection and saving it, key by key, against a real journal."""

from datetime import datetime

import pytest
from textual.widget import Widget

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.reflection import Done, ReflectionDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.desk import Desk
from netjournal.ui.dialogs.occasion import OccasionDialog
from netjournal.ui.screens.reflect import ReflectScreen
from netjournal.ui.widgets.field import Field
from tests.ui.conftest import settle
from tests.ui.screens.reflect.conftest import BEFORE, NAMES, TUESDAYS, begin, names, press, saved

pytestmark = pytest.mark.usefixtures("riverside")


async def test_three_digits_and_enter_save_from_today(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "r", "4", "3", "1", "enter")
        assert not isinstance(app.screen, ReflectScreen)
    reflection = saved(journal).reflection
    assert reflection is not None
    assert (reflection.energy, reflection.confidence, reflection.pushiness) == (4, 3, 1)
    assert reflection.energy_before is None
    assert reflection.opportunities is None
    assert saved(journal).attendances == ()
    assert saved(journal).pitched is None
    assert journal.drafts.kept() == ()


async def test_enter_on_the_empty_name_line_takes_those_of_last_time(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        suggested = len(form.sheet.entered.present.people)
        await press(pilot, "4", "3", "1", "tab")
        assert form.sheet.entered.present.roster() is None
        await press(pilot, "enter")
        assert len(form.sheet.entered.present.roster() or ()) == suggested > 0
        await press(pilot, "ctrl+s")
    assert len(saved(journal).attendances) == suggested


async def test_digits_typed_at_once_answer_one_rating_each(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        for digit in "431":
            app.simulate_key(digit)
        await settle(pilot)
        entered = form.sheet.entered
        assert (entered.energy, entered.confidence, entered.pushiness) == (4, 3, 1)


async def test_the_usual_roster_two_changes_and_a_note_take_sixteen_keys_at_most(
    app: NetjournalApp, journal: Journal
) -> None:
    keys = ["r", "4", "3", "1", "a", "tab"]
    keys += ["'li", "enter", "'Maya Brook", "enter", "ctrl+n", "'short and sweet", "ctrl+s"]
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert not isinstance(app.screen, ReflectScreen)
    assert sum(not key.startswith("'") for key in keys) <= 16
    assert names(saved(journal)) == ["Ana Ruiz", "Jo March", "Maya Brook", "Zoë Ünal"]
    reflection = saved(journal).reflection
    assert reflection is not None
    assert reflection.notes == "short and sweet"


async def test_a_suggested_roster_counts_only_once_it_is_taken(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        assert form.sheet.roster.present.suggests
        assert form.sheet.entered.present.roster() is None
        await press(pilot, "a")
        taken = form.sheet.entered.present.roster()
        assert taken is not None
        assert [person.name for person in taken] == list(NAMES)


def refused(form: ReflectScreen) -> list[Widget]:
    """What is said to be wrong."""
    return [field.control for field in form.sheet.query("Field.-refused").results(Field)]


async def test_a_blank_rating_is_named_where_it_is_missing(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "ctrl+s")
        assert app.screen is form
        confidence = form.sheet.query_one("#confidence")
        assert form.focused is confidence
        assert confidence in refused(form)
        await press(pilot, "3")
        assert refused(form) == [form.sheet.query_one("#pushiness")]
        await press(pilot, "1", "ctrl+s")
        assert app.screen is not form
    assert saved(journal).reflection is not None


async def test_every_field_is_saved(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "5", "4", "2", "b", "3", "p")
        form.sheet.query_one("#opportunities").focus()
        await press(pilot, "'0", "enter", "'31", "enter", "tab")
        await press(pilot, "'intro for Li", "enter", "'a book", "tab", "'a florist", "tab")
        await press(pilot, "'a lead", "enter", "'n", "tab", "left", "enter")
        await press(pilot, "'offer for Ana", "tab", "'p", "ctrl+s")
        assert app.screen is not form
    meeting, reflection = saved(journal), saved(journal).reflection
    assert reflection is not None
    assert (meeting.pitched, meeting.headcount) == (True, 31)
    assert reflection.energy_before == 3
    assert reflection.opportunities == 0
    assert reflection.gives == ("intro for Li", "a book")
    assert reflection.asks == ("a florist",)
    assert reflection.received == "a lead"
    assert reflection.quick_fix is False
    assert reflection.planned_work == "offer for Ana"
    assert reflection.planned_done is Done.PARTLY


async def test_more_is_said_of_one_person(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "a", "tab", "tab", "right", "enter", "'owes me a call")
        await press(pilot, "shift+tab", "'y", "ctrl+s")
    people = {person.name: person for person in saved(journal).attendances}
    assert people["Jo March"].note == "owes me a call"
    assert people["Jo March"].heard_pitch is True
    assert people["Jo March"].talked is None
    assert people["Ana Ruiz"].note == ""


@pytest.mark.parametrize(("columns", "wide"), [(200, 120), (120, 120), (90, 90)])
async def test_a_wide_window_leaves_the_lines_short_enough_to_read(
    app: NetjournalApp, journal: Journal, columns: int, wide: int
) -> None:
    async with app.run_test(size=(columns, 40)) as pilot:
        form = await begin(pilot, journal)
        assert form.sheet.outer_size.width == wide


async def test_a_known_contact_from_elsewhere_is_found_by_typing(
    app: NetjournalApp, journal: Journal
) -> None:
    known = journal.contacts.add(ContactDraft(name="Ümit Demir", organisation="Demir Ltd"))
    async with app.run_test() as pilot:
        await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "tab", "'umit", "enter", "ctrl+s")
    assert known in {person.contact_id for person in saved(journal).attendances}
    assert names(saved(journal)) == ["Ana Ruiz", "Jo March", "Li Wei", "Ümit Demir", "Zoë Ünal"]


async def test_a_half_typed_name_is_never_dropped_silently(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1", "tab", "'Hal", "ctrl+s")
        assert app.screen is form
        assert form.focused is form.sheet.roster.name_line
        assert form.sheet.roster.typed == "Hal"


async def test_an_unreadable_count_is_refused_at_its_field(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "4", "3", "1")
        form.sheet.query_one("#opportunities").focus()
        await press(pilot, "'two", "ctrl+s")
        assert app.screen is form
        assert form.focused is form.sheet.query_one("#opportunities")


async def test_a_recorded_reflection_opens_filled_in_and_keeps_its_people(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        form = await begin(pilot, journal, BEFORE)
        assert form.sheet.entered.energy == 3
        await press(pilot, "5", "ctrl+s")
    meeting = saved(journal, BEFORE)
    assert meeting.reflection is not None
    assert (meeting.reflection.energy, meeting.reflection.confidence) == (5, 3)
    assert names(meeting) == list(NAMES)


async def test_without_a_meeting_the_only_likely_one_is_taken(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "3", "r")
        assert isinstance(app.screen, ReflectScreen)
        assert app.screen.occasion is not None
        assert app.screen.occasion.start == datetime.fromisoformat("2026-11-17T07:00")


async def test_without_a_likely_meeting_it_asks_and_esc_closes(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS)
    async with app.run_test() as pilot:
        await press(pilot, "3", "r")
        assert isinstance(app.screen, OccasionDialog)
        await press(pilot, "escape")
        assert not isinstance(app.screen, ReflectScreen | OccasionDialog)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
async def test_hostile_names_show_and_do_nothing(
    app: NetjournalApp, desk: Desk, journal: Journal, size: tuple[int, int]
) -> None:
    hostile = ("Bob [/]", "[@click=app.quit]x[/]", "\x1b[2Jboom", "\u202eevil", "王小明", "🙂 ü")
    there = tuple(AttendanceDraft(name=name) for name in hostile)
    journal.meetings.reflect(
        journal.meetings.occasion(1, BEFORE),
        ReflectionDraft(energy=3, confidence=3, pushiness=3),
        there,
    )
    async with app.run_test(size=size) as pilot:
        form = await begin(pilot, journal)
        await press(pilot, "a", "4", "3", "1", "tab", "'[", "down", "up", "enter", "tab", "enter")
        form.sheet.roster.people.focus()
        form.sheet.roster.people.scroll_visible(animate=False, top=True, immediate=True)
        await settle(pilot)
        await pilot.click(form.sheet.roster.people, offset=(3, 0))
        await press(pilot, "ctrl+s")
        assert app.is_running
    assert saved(journal).reflection is not None
