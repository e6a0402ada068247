"""What a group's page says of what went either way through it, and notes of it by a key."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.give_and_get import Exchange, GroupExchange, Invited
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.referral import Direction, Referral, ReferralDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.invitation import InvitationDialog
from netjournal.ui.dialogs.referral import ReferralDialog
from netjournal.ui.screens.group_giving import GroupGiving, giving_lines
from netjournal.ui.screens.groups import GroupsScreen
from tests.entries import TUESDAYS, present
from tests.ui.conftest import press
from tests.ui.test_app import shown

WIDE = (120, 40)


@pytest.fixture
def mill(journal: Journal) -> int:
    """A group at which Ana and Bo were seen, below one with an earlier name."""
    journal.groups.join(GroupDraft(name="Harbour"))
    mill = journal.groups.join(GroupDraft(name="Mill Club"), TUESDAYS)
    last = journal.meetings.occasion(mill, date(2026, 11, 17))
    rated = ReflectionDraft(energy=4, confidence=3, pushiness=1)
    journal.meetings.reflect(last, rated, present("Ana Ruiz", "Bo Li"))
    return mill


def referrals(journal: Journal) -> tuple[Referral, ...]:
    """All there are."""
    pages = journal.referrals.pages()
    return pages.page(0, pages.total)


def lines(giving: GroupGiving) -> list[str]:
    """The lines' words."""
    return [line.plain for line in giving_lines(giving)]


def test_nothing_is_said_of_nothing() -> None:
    assert lines(GroupGiving()) == []


def test_it_says_what_is_known() -> None:
    exchange = GroupExchange(
        group_id=1,
        group="Riverside",
        exchange=Exchange(given=4, received=1),
        credited=Fraction(2001, 2),
        days_to_first=1,
    )
    invited = Invited(sent=5, came=3, no_show=1, pending_past=1)
    assert lines(GroupGiving(exchange, invited, "EUR")) == [
        "Referrals  4 given · 1 received",
        "Business   EUR 1,000.50",
        "The first  a day after joining",
        "Invited    5 · 3 came · 1 no-show · 1 to ask about",
    ]


def test_it_is_read_for_one_group_alone(journal: Journal) -> None:
    draft = GroupDraft(name="Riverside", joined_on=date(2026, 11, 1))
    mill = journal.groups.join(draft, TUESDAYS)
    other = journal.groups.join(GroupDraft(name="Mill Club"), TUESDAYS)
    ana, bo = (journal.contacts.add(ContactDraft(name=name)) for name in ("Ana", "Bo"))
    passed = journal.referrals.add(
        ReferralDraft(
            direction=Direction.RECEIVED, day=date(2026, 11, 11), partner_id=ana, group_id=mill
        )
    )
    journal.business.close(
        BusinessDraft(amount=Decimal("80"), day=date(2026, 11, 12), referral_id=passed)
    )
    last = journal.meetings.occasion(mill, date(2026, 11, 17))
    for contact, outcome in ((ana, Outcome.CAME), (bo, Outcome.PENDING)):
        journal.invitations.send(
            InvitationDraft(contact_id=contact, sent_on=date(2026, 11, 10), outcome=outcome), last
        )
    assert lines(GroupGiving.read(journal, mill)) == [
        "Referrals  0 given · 1 received",
        "Business   80",
        "The first  10 days after joining",
        "Invited    2 · 1 came · 1 to ask about",
    ]
    assert lines(GroupGiving.read(journal, other)) == []


@pytest.mark.parametrize("opened", [(), ("enter",)])
async def test_p_notes_a_referral_through_the_group(
    app: NetjournalApp, journal: Journal, mill: int, opened: tuple[str, ...]
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "j", *opened, "p")
        assert isinstance(app.screen, ReferralDialog)
        assert "A referral through Mill Club" in shown(app)
        await press(pilot, "r", "tab", *"bo", "enter", "ctrl+s")
        (noted,) = referrals(journal)
        assert (noted.partner, noted.group_id) == ("Bo Li", mill)
        assert "0 given · 1 received" in shown(app)
        await press(pilot, "u")
        assert referrals(journal) == ()


async def test_among_its_members_p_begins_with_the_one_under_the_cursor(
    app: NetjournalApp, journal: Journal, mill: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        keys = ("p", "g", "tab", "tab", "5", "ctrl+s")
        await press(pilot, "2", "j", "m", "j", *keys)
        (noted,) = referrals(journal)
        assert (noted.partner, noted.direction, noted.level, noted.group_id) == (
            "Bo Li",
            Direction.GIVEN,
            5,
            mill,
        )
        assert isinstance(app.screen, GroupsScreen)
        assert app.screen.records.members.table.has_focus


async def test_i_invites_to_the_group(app: NetjournalApp, journal: Journal, mill: int) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "j", "enter", "i")
        assert isinstance(app.screen, InvitationDialog)
        assert "next: Tue 24 Nov, 07:00" in shown(app)
        await press(pilot, *"Jo March", "enter", "ctrl+s")
        (sent,) = journal.invitations.pages().page(0, 9)
        assert (sent.name, sent.group_id, sent.start) == ("Jo March", mill, "2026-11-24T07:00")


async def test_among_its_members_i_begins_with_the_one_under_the_cursor(
    app: NetjournalApp, journal: Journal, mill: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "j", "m", "i")
        assert "Invite Ana Ruiz to Mill Club" in shown(app)
        await press(pilot, "ctrl+s")
        (sent,) = journal.invitations.pages().page(0, 9)
        assert (sent.name, sent.group_id) == ("Ana Ruiz", mill)


async def test_on_the_list_the_members_count_for_nothing(app: NetjournalApp, mill: int) -> None:
    assert mill
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "j", "m", "escape", "p")
        assert "A referral through Mill Club:" not in shown(app)
        assert "A referral through Mill Club" in shown(app)


async def test_a_draft_begun_at_a_group_is_offered_there_alone(
    app: NetjournalApp, mill: int
) -> None:
    assert mill
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "j", "p", "r", "escape", "k", "p")
        assert "Picked up" not in shown(app)
        await press(pilot, "escape", "j", "p")
        assert isinstance(app.screen, ReferralDialog)
        assert app.screen.chosen("direction") == Direction.RECEIVED


async def test_a_day_without_a_planned_meeting_is_said(
    app: NetjournalApp, journal: Journal, mill: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "j", "enter", "i", *"Jo March", "enter", "tab", *"24 nov")
        assert "no meeting is planned" not in shown(app)
        await press(pilot, "ctrl+u", *"25 nov")
        assert "= Wed 25 Nov, in 7 days; no meeting is planned then" in shown(app)
        await press(pilot, "shift+tab", "ctrl+u", *"harb")
        assert "in 7 days; no meeting is planned then" in shown(app)
        await press(pilot, "ctrl+u", *"mill", "ctrl+s")
        (sent,) = journal.invitations.pages().page(0, 9)
        assert (sent.group_id, sent.start) == (mill, "2026-11-25T07:00")
        await press(pilot, "i", "tab", "tab", *"25 nov")
        assert "= Wed 25 Nov, in 7 days" in shown(app)
        assert "no meeting is planned" not in shown(app)
