"""The members of an opened group: listed, noted, changed, ended, deleted."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.membership import MembershipDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.confirm import ConfirmDialog
from netjournal.ui.dialogs.membership import EndDialog, MembershipDialog
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.screens.groups import GroupsScreen
from tests.ui.conftest import press, settle
from tests.ui.test_app import shown

ANA, BOB, LI = 1, 2, 3
TODAY = date(2026, 11, 18)


@pytest.fixture(autouse=True)
def riverside(journal: Journal) -> int:
    """A group chaired by Ana, where Bob was seen and Li wasn't."""
    ana = journal.contacts.add(ContactDraft(name="Ana Ruiz", classification="Architect"))
    bob = journal.contacts.add(ContactDraft(name="Bob [/]"))
    journal.contacts.add(ContactDraft(name="Li Wei"))
    group = journal.groups.join(GroupDraft(name="Riverside", size=22))
    there = tuple(AttendanceDraft(contact_id=who, name="") for who in (ana, bob))
    occasion = journal.meetings.occasion(group, date(2026, 11, 10))
    journal.meetings.reflect(occasion, ReflectionDraft(energy=4, confidence=3, pushiness=1), there)
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.ONE_TO_ONE, day=date(2026, 11, 12), contact_ids=(ana,)
        )
    )
    journal.memberships.add(MembershipDraft(contact_id=ana, group_id=group, role="Chair"))
    return group


def screen(app: NetjournalApp) -> GroupsScreen:
    """The screen."""
    assert isinstance(app.screen, GroupsScreen)
    return app.screen


def rows(app: NetjournalApp) -> list[str]:
    """The members the table shows."""
    table = screen(app).records.members.table
    assert table.region
    lines = table.render_lines(table.size.region)
    return [line.text for line in lines[1:] if line.text.strip()]


def held(journal: Journal, contact_id: int) -> tuple[str, date | None]:
    """The role someone has, and its last day."""
    (membership,) = journal.memberships.of_contact(contact_id)
    return membership.role, membership.until


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_m_opens_a_group_at_its_members(
    app: NetjournalApp, journal: Journal, riverside: int, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "2", "m")
        ana, bob = rows(app)
        assert "Ana Ruiz" in ana
        assert "●●●○" in ana
        assert "Bob [/]" in bob
        assert "○○○○" in bob
        page = screen(app).fetch(journal, riverside)
        assert "2 of 22, 1 at depth 3 up" in str(screen(app).page(page, TODAY))


async def test_m_turns_from_meetings_to_members_and_back(app: NetjournalApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await press(pilot, "2", "enter")
        records = screen(app).records
        assert records.meetings.table.has_focus
        await press(pilot, "m")
        assert records.members.table.has_focus
        assert not records.meetings.region
        assert "Meetings 1" in shown(app)
        assert "Members 2" in shown(app)
        assert "Architect" in rows(app)[0]
        assert "Chair" in rows(app)[0]
        assert "seen here" in rows(app)[1]
        await press(pilot, "m")
        assert records.meetings.table.has_focus
        await pilot.click(".records--title")
        await settle(pilot)
        assert records.members.table.region


async def test_enter_opens_the_member(app: NetjournalApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m", "j", "enter")
        assert isinstance(app.screen, ContactsScreen)
        assert app.screen.record is not None
        assert app.screen.record.id == BOB


async def test_a_member_is_noted_by_typing_a_name(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m", "n", *"li", "enter", *"Treasurer", "enter")
        assert held(journal, LI) == ("Treasurer", None)
        assert len(rows(app)) == 3


async def test_who_was_only_seen_gets_a_membership_by_e(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m", "j", "e")
        assert isinstance(app.screen, MembershipDialog)
        assert "Bob [/] in Riverside" in shown(app)
        await press(pilot, *"Guest", "enter")
        assert held(journal, BOB) == ("Guest", None)


@pytest.mark.parametrize("key", ["x", "d"])
async def test_who_was_only_seen_has_nothing_to_end_or_delete(app: NetjournalApp, key: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m", "j", key)
        assert isinstance(app.screen, GroupsScreen)
        (said,) = app._notifications
        assert said.message.startswith("Bob [/] is listed for having been seen here")


async def test_a_membership_is_changed(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m", "e", "ctrl+u", *"President", "enter")
        assert held(journal, ANA) == ("President", None)
        assert "President" in rows(app)[0]


async def test_one_that_cannot_be_is_refused_in_the_form(
    app: NetjournalApp, journal: Journal
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m", "n", *"ana", "enter", "enter")
        assert isinstance(app.screen, MembershipDialog)
        assert "Ana Ruiz is in Riverside already" in " ".join(shown(app).split())
        assert held(journal, ANA) == ("Chair", None)


async def test_a_membership_ends(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m", "x")
        assert isinstance(app.screen, EndDialog)
        await press(pilot, "ctrl+u", *"yesterday", "enter")
        assert held(journal, ANA) == ("Chair", date(2026, 11, 17))
        assert len(rows(app)) == 1
        await press(pilot, "u")
        assert held(journal, ANA) == ("Chair", None)


async def test_a_membership_is_deleted_once_confirmed(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m", "d")
        assert isinstance(app.screen, ConfirmDialog)
        await press(pilot, "n")
        assert len(journal.memberships.of_contact(ANA)) == 1
        await press(pilot, "d", "y")
        assert journal.memberships.of_contact(ANA) == ()
        assert "seen here" in rows(app)[0]


async def test_without_members_it_says_how_to_note_one(
    app: NetjournalApp, journal: Journal
) -> None:
    journal.groups.join(GroupDraft(name="A new one"))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "2", "m")
        assert "n notes a member by name" in shown(app)
        await press(pilot, "n")
        assert isinstance(app.screen, MembershipDialog)
        assert "A member of A new one" in shown(app)
