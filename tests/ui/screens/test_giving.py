"""Referrals and invitations from where one is: few keys, answers in one, undone, refused kindly."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from textual.pilot import Pilot

from netjournal.journal.journal import Journal
from netjournal.model.business import BusinessDraft, Origin
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.meeting import MeetingDraft
from netjournal.model.referral import Direction, Referral, ReferralDraft, ReferralLook
from netjournal.ui.app import NetjournalApp
from netjournal.ui.dialogs.business import BusinessDialog
from netjournal.ui.dialogs.confirm import ConfirmDialog
from netjournal.ui.dialogs.invitation import AnswerDialog, InvitationDialog
from netjournal.ui.dialogs.referral import ReferralDialog
from netjournal.ui.screens import giving, inviting
from netjournal.ui.screens.contacts import ContactsScreen
from netjournal.ui.widgets.whom import Named
from tests.entries import TUESDAYS
from tests.ui.conftest import StandingClock, press, settle
from tests.ui.test_app import shown

WIDE = (140, 50)
TODAY = date(2026, 11, 18)
TUESDAY = "2026-11-24T07:00"


@pytest.fixture
def ana(journal: Journal) -> int:
    """Ana, the first in the list."""
    return journal.contacts.add(ContactDraft(name="Ana Ruiz"))


@pytest.fixture
def bo(journal: Journal, ana: int) -> int:
    """Bo, after her."""
    assert ana
    return journal.contacts.add(ContactDraft(name="Bo Li"))


@pytest.fixture
def mill(journal: Journal) -> int:
    """A group that meets on Tuesdays."""
    return journal.groups.join(GroupDraft(name="Mill Club"), TUESDAYS)


def said(app: NetjournalApp) -> str:
    """What stands on the screen, the line ends of wrapped sentences taken out."""
    return " ".join(shown(app).replace("│", " ").split())


def told(app: NetjournalApp) -> list[str]:
    """What was notified."""
    return [notification.message for notification in app._notifications]


def referrals(journal: Journal, contact_id: int) -> tuple[Referral, ...]:
    """All with or about someone."""
    pages = journal.referrals.pages(ReferralLook(contact_id=contact_id))
    return pages.page(0, pages.total)


async def on_contacts(pilot: Pilot[None]) -> ContactsScreen:
    """The list of contacts, its cursor on the first."""
    await press(pilot, "3")
    assert isinstance(pilot.app.screen, ContactsScreen)
    return pilot.app.screen


async def test_a_referral_takes_six_keys_from_the_list(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        keys = ("p", "g", "tab", "tab", "4", "ctrl+s")
        await press(pilot, *keys)
        assert len(keys) <= 8
        (noted,) = referrals(journal, ana)
        assert (noted.direction, noted.level, noted.day) == (Direction.GIVEN, 4, TODAY)
        assert isinstance(app.screen, ContactsScreen)
        await press(pilot, "u")
        assert referrals(journal, ana) == ()


async def test_elsewhere_the_partner_is_typed(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        giving.note_referral(await on_contacts(pilot))
        await settle(pilot)
        keys = ("r", "tab", "enter", "2", "ctrl+s")
        await press(pilot, "r", "tab", *"ruiz", *keys[2:])
        assert 1 + len(keys) <= 8
        (noted,) = referrals(journal, ana)
        assert (noted.direction, noted.level) == (Direction.RECEIVED, 2)


async def test_whom_it_is_about_becomes_a_contact(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "p", "r", *("tab",) * 3, *"Kim Novak", "enter", "ctrl+s")
        (noted,) = referrals(journal, ana)
        assert noted.prospect == "Kim Novak"
        (kim,) = journal.contacts.named("Kim Novak")
        await press(pilot, "u")
        assert journal.contacts.named("Kim Novak") == ()
        assert kim


async def test_a_partner_and_a_guest_may_be_new(
    app: NetjournalApp, journal: Journal, ana: int, mill: int
) -> None:
    assert ana
    assert mill
    async with app.run_test(size=WIDE) as pilot:
        screen = await on_contacts(pilot)
        giving.note_referral(screen)
        await settle(pilot)
        await press(pilot, "r", "tab", *"Kim Novak", "enter", "ctrl+s")
        (kim,) = journal.contacts.named("Kim Novak")
        (noted,) = referrals(journal, kim)
        assert noted.partner == "Kim Novak"
        inviting.invite(screen)
        await settle(pilot)
        await press(pilot, *"Jo March", "enter", "ctrl+s")
        (sent,) = journal.invitations.pages().page(0, 9)
        assert sent.name == "Jo March"
        assert told(app) == ["Jo March is invited to Mill Club, Tue 24 Nov; u takes it back"]
        await press(pilot, "u")
        assert journal.contacts.named("Jo March") == ()
        assert journal.contacts.named("Kim Novak") == (kim,)


async def test_a_new_name_is_not_both_partner_and_prospect(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    assert ana
    async with app.run_test(size=WIDE) as pilot:
        giving.note_referral(await on_contacts(pilot))
        await settle(pilot)
        kim = (*"Kim Novak", "enter")
        await press(pilot, "r", "tab", *kim, "tab", *kim, "ctrl+s")
        assert isinstance(app.screen, ReferralDialog)
        assert "can't be the partner as well" in said(app)
        assert journal.contacts.named("Kim Novak") == ()


async def test_nobody_is_referred_to_themselves(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "p", "g", *("tab",) * 3, *"ana", "enter", "ctrl+s")
        assert isinstance(app.screen, ReferralDialog)
        assert "can't be the partner as well" in said(app)
        assert referrals(journal, ana) == ()


async def test_a_chain_that_would_loop_is_refused_at_its_field(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    first = journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=date(2026, 3, 4), partner_id=ana)
    )
    journal.referrals.add(
        ReferralDraft(
            direction=Direction.RECEIVED, day=date(2026, 5, 6), partner_id=ana, source_id=first
        )
    )
    async with app.run_test(size=WIDE) as pilot:
        giving.change_referral(await on_contacts(pilot), first)
        await settle(pilot)
        await press(pilot, *("tab",) * 7, "down", "ctrl+s")
        assert isinstance(app.screen, ReferralDialog)
        assert "would come out of itself" in said(app)
        assert journal.referrals.get(first).source_id is None


async def test_a_changed_referral_keeps_its_source(
    app: NetjournalApp, journal: Journal, ana: int, bo: int
) -> None:
    first = journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=date(2026, 3, 4), partner_id=bo)
    )
    second = journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=TODAY, partner_id=ana, source_id=first)
    )
    async with app.run_test(size=WIDE) as pilot:
        giving.change_referral(await on_contacts(pilot), second)
        await settle(pilot)
        await press(pilot, "tab", "tab", "3", "ctrl+s")
        changed = journal.referrals.get(second)
        assert (changed.level, changed.source_id) == (3, first)


async def test_a_half_filled_one_is_kept_with_its_source(
    app: NetjournalApp, journal: Journal, ana: int, bo: int
) -> None:
    source = journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=TODAY, partner_id=bo)
    )
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        about_bo = (*("tab",) * 3, *"bo", "enter")
        await press(pilot, "p", "r", *about_bo, *("tab",) * 3, "down", "escape")
        assert isinstance(app.screen, ContactsScreen)
        await press(pilot, "p", "ctrl+s")
        noted = next(one for one in referrals(journal, ana))
        assert (noted.prospect_id, noted.source_id) == (bo, source)


async def test_a_referral_is_deleted_once_confirmed(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    referral_id = journal.referrals.add(
        ReferralDraft(direction=Direction.GIVEN, day=TODAY, partner_id=ana)
    )
    journal.business.close(BusinessDraft(amount=Decimal(50), day=TODAY, referral_id=referral_id))
    async with app.run_test(size=WIDE) as pilot:
        giving.delete_referral(await on_contacts(pilot), referral_id)
        await settle(pilot)
        assert isinstance(app.screen, ConfirmDialog)
        assert "Delete the referral given to Ana Ruiz, Wed 18 Nov?" in said(app)
        assert "so does the business it brought" in said(app)
        await press(pilot, "y")
        assert referrals(journal, ana) == ()
        assert len(journal.business.all()) == 1


async def test_a_referral_brings_several_amounts(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    referral_id = journal.referrals.add(
        ReferralDraft(direction=Direction.RECEIVED, day=TODAY, partner_id=ana)
    )
    async with app.run_test(size=WIDE) as pilot:
        screen = await on_contacts(pilot)
        for amount in ("1,200", "12.50"):
            giving.close_business(screen, referral_id)
            await settle(pilot)
            await press(pilot, *amount, "ctrl+s")
        assert journal.referrals.get(referral_id).business == Decimal("1212.50")


async def test_business_may_come_from_elsewhere_and_be_changed_and_deleted(
    app: NetjournalApp, journal: Journal, bo: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await on_contacts(pilot)
        giving.close_business(screen)
        await settle(pilot)
        await press(pilot, *"80", "tab", "tab", *"bo", "enter", "tab", "w", "ctrl+s")
        (closed,) = journal.business.all()
        assert (closed.amount, closed.client_id) == (Decimal(80), bo)
        assert closed.origin is Origin.WALK_IN
        giving.change_business(screen, closed.id)
        await settle(pilot)
        await press(pilot, "5", "ctrl+s")
        assert journal.business.get(closed.id).amount == Decimal(805)
        giving.delete_business(screen, closed.id)
        await settle(pilot)
        assert "Delete the business of 805 with Bo Li, Wed 18 Nov?" in said(app)
        await press(pilot, "y")
        assert journal.business.all() == ()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Say the amount, such as 1200 or 12.50."),
        ("lots", "isn't an amount"),
        ("0", "Amount is 0"),
        ("-5", "Amount can't be less than 0"),
        ("12.3456", "more than two decimals"),
        ("1.200", "has three decimals"),
    ],
)
async def test_what_is_no_amount_is_refused_at_its_field(
    app: NetjournalApp, journal: Journal, ana: int, typed: str, sentence: str
) -> None:
    assert ana
    async with app.run_test(size=WIDE) as pilot:
        giving.close_business(await on_contacts(pilot))
        await settle(pilot)
        await press(pilot, *typed, "ctrl+s")
        assert isinstance(app.screen, BusinessDialog)
        assert sentence in said(app)
        assert journal.business.all() == ()


@pytest.mark.usefixtures("mill")
async def test_an_invitation_is_to_the_next_meeting(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "i")
        assert "Invite Ana Ruiz" in said(app)
        assert "= Mill Club, next: Tue 24 Nov, 07:00" in said(app)
        await press(pilot, "ctrl+s")
        (sent,) = journal.invitations.pages().page(0, 9)
        assert (sent.contact_id, sent.start, sent.sent_on) == (ana, TUESDAY, TODAY)
        await press(pilot, "u")
        assert journal.invitations.pages().total == 0


@pytest.mark.usefixtures("mill")
async def test_it_may_be_to_another_group_a_later_day_or_a_one_off(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    journal.groups.join(GroupDraft(name="Rotary"), TUESDAYS)
    fair = journal.meetings.add(
        MeetingDraft(start=datetime.fromisoformat("2026-12-05T10:00"), title="Autumn fair")
    )
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "i", *"rot", "tab", *"1 dec", "ctrl+s")
        await press(pilot, "i", *"fair", "ctrl+s")
        found = journal.invitations.pages().page(0, 9)
        assert [(one.title, one.start) for one in found] == [
            ("Autumn fair", "2026-12-05T10:00"),
            ("Rotary", "2026-12-01T07:00"),
        ]
        assert found[0].meeting_id == fair
        assert {one.contact_id for one in found} == {ana}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2026-11-17", "has begun already"),
        ("17 nov", "has begun already"),
        ("2026-11-24", "was called off; invite them to another"),
        ("someday", "isn't a day I can read"),
    ],
)
async def test_a_meeting_gone_by_or_called_off_is_refused(
    app: NetjournalApp, journal: Journal, ana: int, mill: int, typed: str, sentence: str
) -> None:
    assert ana
    journal.meetings.call_off(journal.meetings.occasion(mill, date(2026, 11, 24)))
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "i", "tab", *typed, "ctrl+s")
        assert isinstance(app.screen, InvitationDialog)
        assert sentence in said(app)
        assert journal.invitations.pages().total == 0


@pytest.mark.usefixtures("ana", "mill")
async def test_a_weekday_is_the_first_since_one_asked(app: NetjournalApp, journal: Journal) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "i", "tab", *"tue")
        assert "= Tue 24 Nov" in said(app)
        await press(pilot, "tab", "ctrl+u", *"16 nov")
        assert "= Tue 17 Nov" in said(app)
        await press(pilot, "ctrl+s")
        assert journal.invitations.get(1).start == "2026-11-17T07:00"


async def test_without_anywhere_to_invite_to_it_says_so(app: NetjournalApp, ana: int) -> None:
    assert ana
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "i")
        assert isinstance(app.screen, ContactsScreen)
        assert told(app) == ["Add a group or a one-off to come first; then you can invite to it."]


@pytest.mark.usefixtures("mill")
async def test_whoever_is_invited_is_found_by_typing(
    app: NetjournalApp, journal: Journal, bo: int
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        inviting.invite(await on_contacts(pilot))
        await settle(pilot)
        await press(pilot, "ctrl+s")
        assert "Say whom you invited." in said(app)
        await press(pilot, *"bo", "enter", "ctrl+s")
        (sent,) = journal.invitations.pages().page(0, 9)
        assert sent.contact_id == bo


@pytest.fixture
def invited(journal: Journal, ana: int, mill: int, clock: StandingClock) -> int:
    """Ana's invitation to last Tuesday's meeting, not answered yet."""
    draft = InvitationDraft(contact_id=ana, sent_on=date(2026, 11, 10))
    sent = journal.invitations.send(draft, journal.meetings.occasion(mill, date(2026, 11, 17)))
    assert clock.now().date() == TODAY
    return sent


@pytest.mark.parametrize(
    ("key", "outcome"),
    [("y", Outcome.CAME), ("x", Outcome.NO_SHOW), ("c", Outcome.DECLINED)],
)
async def test_a_pending_one_is_answered_in_the_timeline_by_one_key(
    app: NetjournalApp, journal: Journal, invited: int, key: str, outcome: Outcome
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "enter", "tab", key)
        assert journal.invitations.get(invited).outcome is outcome
        await press(pilot, "u")
        assert journal.invitations.get(invited).outcome is Outcome.PENDING


async def test_an_answer_is_taken_back_before_another_is_given(
    app: NetjournalApp, journal: Journal, invited: int
) -> None:
    journal.invitations.answer(invited, Outcome.CAME)
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "enter", "tab", "enter")
        assert isinstance(app.screen, AnswerDialog)
        assert "Ana Ruiz, invited to Mill Club" in said(app)
        await press(pilot, "x")
        assert told(app) == ["It is answered already: came. Make it pending again first."]
        await press(pilot, "enter", "p")
        assert journal.invitations.get(invited).outcome is Outcome.PENDING
        await press(pilot, "enter", "x")
        assert journal.invitations.get(invited).outcome is Outcome.NO_SHOW


async def test_an_invitation_is_deleted_from_the_timeline(
    app: NetjournalApp, journal: Journal, invited: int
) -> None:
    assert invited
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "enter", "tab", "d")
        assert "Delete the invitation of Ana Ruiz to Mill Club, Tue 17 Nov?" in said(app)
        await press(pilot, "y")
        assert journal.invitations.pages().total == 0


async def test_a_referral_in_the_timeline_is_changed_and_deleted(
    app: NetjournalApp, journal: Journal, ana: int
) -> None:
    journal.referrals.add(ReferralDraft(direction=Direction.GIVEN, day=TODAY, partner_id=ana))
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        await press(pilot, "enter", "tab", "enter", "r", "ctrl+s")
        assert referrals(journal, ana)[0].direction is Direction.RECEIVED
        await press(pilot, "d", "y")
        assert referrals(journal, ana) == ()


async def test_names_are_shown_as_they_are(app: NetjournalApp, journal: Journal, mill: int) -> None:
    assert mill
    nasty = journal.contacts.add(ContactDraft(name="A [/] \x1b[31m Ruiz"))
    name = journal.contacts.get(nasty).name
    async with app.run_test(size=WIDE) as pilot:
        screen = await on_contacts(pilot)
        giving.note_referral(screen, Named(nasty, name))
        await settle(pilot)
        await press(pilot, "g", "ctrl+s")
        (noted,) = referrals(journal, nasty)
        giving.delete_referral(screen, noted.id)
        await settle(pilot)
        await press(pilot, "n")
        inviting.invite(screen, Named(nasty, name))
        await settle(pilot)
        await press(pilot, "ctrl+s")
        (sent,) = journal.invitations.pages().page(0, 9)
        inviting.ask_outcome(screen, sent.id)
        await settle(pilot)
        assert "A [/]" in said(app)


async def test_a_persons_page_says_what_went_either_way(
    app: NetjournalApp, journal: Journal, ana: int, bo: int
) -> None:
    def passed(direction: Direction, partner: int, amount: str) -> None:
        added = journal.referrals.add(
            ReferralDraft(direction=direction, day=TODAY, partner_id=partner)
        )
        journal.business.close(BusinessDraft(amount=Decimal(amount), day=TODAY, referral_id=added))

    passed(Direction.GIVEN, ana, "80")
    passed(Direction.RECEIVED, ana, "1200")
    passed(Direction.RECEIVED, ana, "12.50")
    passed(Direction.RECEIVED, bo, "7")
    async with app.run_test(size=WIDE) as pilot:
        await on_contacts(pilot)
        assert "1 given · 2 received" in said(app)
        await press(pilot, "enter")
        assert "1 given · 2 received" in said(app)
        assert "1,212.50 from them · 80 for them" in said(app)
        assert "referral given won" in said(app)


async def test_a_draft_with_someone_merged_away_asks_who_is_meant(
    app: NetjournalApp, journal: Journal, ana: int, bo: int
) -> None:
    kim = journal.contacts.add(ContactDraft(name="Kim Novak"))
    async with app.run_test(size=WIDE) as pilot:
        screen = await on_contacts(pilot)
        giving.note_referral(screen)
        await settle(pilot)
        await press(pilot, "r", "tab", *"kim", "enter", "4", "escape")
        journal.merging.merge(bo, kim)
        giving.note_referral(screen)
        await settle(pilot)
        expected = "No longer in the journal, deleted or merged: Kim Novak. Choose who is meant."
        assert expected in said(app)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ReferralDialog)
        assert referrals(journal, bo) == ()
        await press(pilot, "ctrl+u", *"bo li", "enter", "ctrl+s")
        (noted,) = referrals(journal, bo)
        assert (noted.direction, noted.level) == (Direction.RECEIVED, 4)
    assert ana


async def test_once_the_merge_is_undone_the_draft_is_as_it_was(
    app: NetjournalApp, journal: Journal, ana: int, bo: int
) -> None:
    kim = journal.contacts.add(ContactDraft(name="Kim Novak"))
    async with app.run_test(size=WIDE) as pilot:
        screen = await on_contacts(pilot)
        giving.note_referral(screen)
        await settle(pilot)
        await press(pilot, "r", "tab", *"kim", "enter", "escape")
        journal.merging.merge(bo, kim)
        journal.undo()
        giving.note_referral(screen)
        await settle(pilot)
        assert "No longer in the journal" not in said(app)
        await press(pilot, "ctrl+s")
        assert len(referrals(journal, kim)) == 1
    assert ana
