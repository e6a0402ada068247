"""Contacts: listing, filtering, adding, editing, archiving, deleting, reading the card."""

from datetime import timedelta

from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft, Referable
from netjournal.model.meeting import MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import ReflectionDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.contact import ContactDialog
from netjournal.ui.screens.contacts import ContactsScreen
from tests.ui.conftest import StandingClock, press, settle
from tests.ui.test_app import shown


async def opened(pilot: Pilot[None]) -> ContactsScreen:
    """The screen, once it is loaded."""
    await press(pilot, "3")
    screen = pilot.app.screen
    assert isinstance(screen, ContactsScreen)
    return screen


def names(screen: ContactsScreen) -> list[str]:
    """The names in the list, as far as they are seen."""
    lines = [screen.table.render_line(y).text[2:] for y in range(1, screen.table.size.height)]
    return [line.split("  ")[0].strip() for line in lines if line.strip()]


async def test_an_empty_journal_says_what_will_be_here(app: NetjournalApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        assert "will be listed here" in shown(app)
        await press(pilot, "n", *"Ana", "ctrl+s")
        assert "will be listed here" not in shown(app)
        assert "Ana" in shown(app)


async def test_typing_filters_and_escape_shows_everyone(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.contacts.add(ContactDraft(name="Ana Ruiz", organisation="Roofing"))
    journal.contacts.add(ContactDraft(name="Li Wei", tags=("roofers",)))
    journal.contacts.add(ContactDraft(name="Jo March"))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        assert names(screen) == ["Ana Ruiz", "Jo March", "Li Wei"]
        await press(pilot, "slash", *"roof")
        assert names(screen) == ["Ana Ruiz", "Li Wei"]
        assert "2 people" in shown(app)
        await press(pilot, "enter", "j")
        assert screen.table.cursor == 1
        await press(pilot, "slash", "escape")
        assert names(screen) == ["Ana Ruiz", "Jo March", "Li Wei"]


async def test_a_filter_that_fits_nobody_keeps_the_filter(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.contacts.add(ContactDraft(name="Ana"))
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "slash", *"zzz'\"*(")
        assert "Nobody here fits these words." in shown(app)
        assert "will be listed here" not in shown(app)
        assert "0 people" in shown(app)


async def test_everything_typed_is_saved(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "n", *"Ana", "tab", *"Roofing", "tab", "tab", "tab")
        await press(pilot, *"a@x.org, b@y.org", "ctrl+o", *"Lyon", "ctrl+s")
    contact = journal.contacts.get(journal.contacts.pages().page(0, 1)[0].id)
    assert contact.name == "Ana"
    assert contact.organisation == "Roofing"
    assert contact.emails == ("a@x.org", "b@y.org")
    assert contact.location == "Lyon"


async def test_editing_changes_only_what_was_typed(app: NetjournalApp, journal: Journal) -> None:
    draft = ContactDraft(
        name="Ana",
        why="her father's shop",
        notes="two\nlines",
        could_refer=Referable.NOT_YET,
        tags=("warm",),
        cadence_days=30,
        re_evaluate=True,
    )
    record = journal.contacts.add(draft)
    before = journal.contacts.get(record)
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "e", "end", *" Ruiz", "ctrl+s")
        assert not isinstance(app.screen, ContactDialog)
    after = journal.contacts.get(record)
    assert after.name == "Ana Ruiz"
    assert (after.why, after.notes, after.could_refer, after.tags) == (
        before.why,
        before.notes,
        before.could_refer,
        before.tags,
    )
    assert (after.cadence_days, after.re_evaluate) == (30, True)


async def test_a_refused_form_stays_with_its_text_and_says_why_at_the_field(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "n", "tab", *"Roofing", "ctrl+s")
        dialog = app.screen
        assert isinstance(dialog, ContactDialog)
        assert dialog.text("organisation") == "Roofing"
        assert dialog.focused is dialog.query_one("#name")
        assert "✗" in shown(app)
        await press(pilot, *"Ana", "ctrl+s")
        assert journal.contacts.count() == 1


async def test_a_number_that_is_none_is_refused_where_it_was_folded_away(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await opened(pilot)
        await press(pilot, "n", *"Ana", "ctrl+o")
        app.screen.query_one("#cadence_days").focus()
        await press(pilot, *"often", "ctrl+s")
        assert "whole number" in shown(app)
        assert journal.contacts.count() == 0


async def test_leaving_a_form_keeps_what_was_typed_until_it_is_saved(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "n", "escape")
        assert app.screen is screen
        await press(pilot, "n", *"An", "escape")
        assert app.screen is screen
        assert journal.contacts.count() == 0
        await press(pilot, "n", "a", "ctrl+s")
        assert app.screen is screen
        assert [line.name for line in journal.contacts.pages().page(0, 9)] == ["Ana"]
        assert journal.drafts.kept() == ()


async def test_deleting_names_the_person_and_can_be_undone(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "d")
        assert "Delete Ana Ruiz?" in shown(app)
        await press(pilot, "escape")
        assert journal.contacts.count() == 1
        await press(pilot, "d", "y")
        assert journal.contacts.count() == 0
        await press(pilot, "u")
        assert journal.contacts.count() == 1


async def test_forgetting_asks_and_says_what_is_left(app: NetjournalApp, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana Ruiz"))
    journal.contacts.add(ContactDraft(name="Bo Li", notes="Ana Ruiz knows him."))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "D")
        assert "Forget Ana Ruiz for good?" in shown(app)
        await press(pilot, "escape")
        assert journal.contacts.count() == 2
        await press(pilot, "D", "y")
        assert names(screen) == ["Bo Li"]
        assert "Your words still name them: contact Bo Li" in " ".join(
            notification.message for notification in app._notifications
        )


async def test_archiving_hides_and_the_archive_shows(app: NetjournalApp, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana"))
    journal.contacts.add(ContactDraft(name="Bob"))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "a")
        assert names(screen) == ["Bob"]
        await press(pilot, "A")
        assert names(screen) == ["Ana"]
        await press(pilot, "a", "A")
        assert names(screen) == ["Ana", "Bob"]


async def test_sorting_goes_round(app: NetjournalApp, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana", organisation="Zinc"))
    journal.contacts.add(ContactDraft(name="Bob", organisation="Alum"))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        assert names(screen) == ["Ana", "Bob"]
        await press(pilot, "s")
        assert names(screen) == ["Bob", "Ana"]
        assert "by organisation" in shown(app)
        await press(pilot, "s", "s", "s")
        assert names(screen) == ["Ana", "Bob"]


async def test_the_card_tells_where_we_met(
    app: NetjournalApp, journal: Journal, clock: StandingClock
) -> None:
    record = journal.contacts.add(ContactDraft(name="Ana", why="her father's shop"))
    start = clock.now() - timedelta(days=6)
    journal.meetings.reflect(
        Occasion(start=start, group_id=None, meeting_id=None, name="Chamber mixer"),
        ReflectionDraft(energy=4, confidence=3, pushiness=1),
        (AttendanceDraft(contact_id=record, name="Ana", talked=True, note="builds boats"),),
        meeting=MeetingDraft(start=start, title="Chamber mixer"),
    )
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await opened(pilot)
        for words in ("her father's shop", "Thu 12 Nov", "Chamber mixer", "builds boats"):
            assert words in shown(app)
        await press(pilot, "enter")
        assert screen.inside.has_focus
        await press(pilot, "escape")
        assert screen.table.has_focus


async def test_one_walks_through_people_without_closing_the_card(
    app: NetjournalApp, journal: Journal
) -> None:
    for name in ("Ana", "Bob"):
        journal.contacts.add(ContactDraft(name=name, why=f"why {name}"))
    async with app.run_test(size=(120, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "enter", "J")
        assert "why Bob" in shown(app)
        await press(pilot, "K")
        assert "why Ana" in shown(app)


async def test_a_record_is_opened_from_elsewhere(app: NetjournalApp, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="Ana", why="why Ana"))
    record = journal.contacts.add(ContactDraft(name="Bob", why="why Bob"))
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await app.run_action(f"open_record('contacts', {record})")
        await settle(pilot)
        assert "why Bob" in shown(app)
