"""What a group's page says of what went either way through it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from netjournal.journal.journal import Journal
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.give_and_get import Exchange, GroupExchange, Invited
from netjournal.model.group import GroupDraft
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.ui.screens.group_giving import GroupGiving, giving_lines
from tests.entries import TUESDAYS


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
    invited = (
        Invited(sent=3, came=2, pending_past=1),
        Invited(sent=2, came=1, no_show=1),
    )
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
