"""The form for a contact: what looks mistyped is said, and kept."""

from textual.app import App
from textual.pilot import Pilot

from netjournal.model.contact import Contact, ContactDraft
from netjournal.ui.dialogs.contact import ContactDialog, SectionDialog
from netjournal.ui.dialogs.contact_fields import Section
from tests.ui.test_app import shown

ANA = Contact(id=1, name="Ana", emails=("ana@roofing",), why="her father's shop")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys, waiting after each."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def test_what_looks_mistyped_is_said_once_it_is_left_and_kept_as_typed() -> None:
    app: App[None] = App()
    given: list[ContactDraft | None] = []
    async with app.run_test(size=(100, 40)) as pilot:
        await app.push_screen(ContactDialog(), given.append)
        await press(pilot, *"Ana", *["tab"] * 4, *"ana@roofing")
        assert "look like" not in shown(app)
        await press(pilot, "tab", *"ring me", "tab")
        assert "doesn't look like an email address" in shown(app)
        assert "doesn't look like a phone number" in shown(app)
        await press(pilot, "shift+tab", *["backspace"] * 7, *"555 0100", "tab")
        assert "phone number" not in shown(app)
        await press(pilot, "ctrl+s")
    assert given == [ContactDraft(name="Ana", emails=("ana@roofing",), phones=("555 0100",))]


async def test_it_is_said_of_what_is_recorded_too_where_that_is_edited() -> None:
    app: App[None] = App()
    async with app.run_test(size=(100, 40)) as pilot:
        await app.push_screen(SectionDialog(ANA, Section.REACH))
        await pilot.pause()
        assert "doesn't look like an email address" in shown(app)
        await press(pilot, "escape")
        await app.push_screen(SectionDialog(ANA, Section.WHY))
        await pilot.pause()
        assert "look like" not in shown(app)


async def test_a_section_leaves_all_else_as_it_is() -> None:
    app: App[None] = App()
    given: list[ContactDraft | None] = []
    async with app.run_test(size=(100, 40)) as pilot:
        await app.push_screen(SectionDialog(ANA, Section.STANDING), given.append)
        await press(pilot, "y", "tab", "p", "p", "ctrl+s")
    (draft,) = given
    assert draft is not None
    assert (draft.successful, draft.client) == ("yes", "past")
    assert (draft.name, draft.why, draft.emails) == ("Ana", "her father's shop", ("ana@roofing",))
