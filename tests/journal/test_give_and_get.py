"""The figures of give and get, from what is recorded."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from netjournal.insights.invitations import together
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft, Origin
from netjournal.model.contact import ContactDraft
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Exchange, GroupExchange, GroupGiven, Invited
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.membership import MembershipDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.reflection import ReflectionDraft
from tests.conftest import SetClock
from tests.entries import TUESDAYS, at

GIVEN, RECEIVED = Direction
RIVERSIDE, CHAMBER = 1, 2
ANA, BO, LI, JO = 1, 2, 3, 4


@pytest.fixture(autouse=True)
def groups(journal: Journal) -> None:
    """Ana to Jo; Riverside, joined in June, and the Chamber, joined in October."""
    for name in ("Ana", "Bo", "Li", "Jo"):
        journal.contacts.add(ContactDraft(name=name))
    joined = {"Riverside": date(2026, 6, 1), "Chamber": date(2026, 10, 1)}
    for name, day in joined.items():
        journal.groups.join(GroupDraft(name=name, joined_on=day), TUESDAYS)


def refer(
    journal: Journal,
    way: Direction,
    day: str,
    partner: int,
    *,
    group: int | None = None,
    source: int | None = None,
    level: int | None = None,
    about: int | None = None,
) -> int:
    """Notes a referral."""
    return journal.referrals.add(
        ReferralDraft(
            direction=way,
            day=date.fromisoformat(day),
            partner_id=partner,
            group_id=group,
            source_id=source,
            level=level,
            prospect_id=about,
        )
    )


def meet(journal: Journal, group: int, day: str, *there: int, gives: tuple[str, ...] = ()) -> int:
    """Holds a meeting, each of whom was there asked for something."""
    occasion = journal.meetings.occasion(group, date.fromisoformat(day))
    roster = tuple(AttendanceDraft(contact_id=one, name="x", asked=True) for one in there)
    said = ReflectionDraft(energy=3, confidence=3, pushiness=3, gives=gives, asks=("one", "two"))
    return journal.meetings.reflect(occasion, said, roster).meeting_id


def test_with_nothing_recorded_everything_is_too_few(journal: Journal) -> None:
    found = journal.give_and_get()
    none = Figure(None, 0)
    assert (found.exchange, found.business) == (Exchange(), Decimal(0))
    assert (found.heat_given, found.heat_received, found.lag) == (none,) * 3
    assert (found.per_contact_met, found.retention, found.show_rate) == (none,) * 3
    assert (found.groups, found.sources, found.statements) == ((), (), ())
    assert (found.invited, found.days_since_invited) == (Invited(), None)
    assert found.asks_per_give == none


def test_heat_and_lag(journal: Journal) -> None:
    for level in (1, 4, 5):
        refer(journal, GIVEN, "2026-11-01", ANA, level=level)
    refer(journal, GIVEN, "2026-11-02", BO)
    refer(journal, GIVEN, "2026-11-02", LI)
    refer(journal, GIVEN, "2026-11-02", JO)
    refer(journal, RECEIVED, "2026-10-31", ANA)
    for day, partner in (("11", ANA), ("12", ANA), ("02", BO), ("06", LI)):
        refer(journal, RECEIVED, f"2026-11-{day}", partner, level=2)
    found = journal.give_and_get()
    assert found.exchange == Exchange(given=6, received=5)
    assert found.heat_given == Figure(Fraction(4), 3)
    assert found.heat_received == Figure(Fraction(2), 4)
    assert found.lag == Figure(Fraction(4), 3)


def test_a_referral_belongs_to_the_groups_of_its_partner_that_day(journal: Journal) -> None:
    for group, since in ((RIVERSIDE, date(2026, 1, 1)), (CHAMBER, None)):
        journal.memberships.add(
            MembershipDraft(contact_id=ANA, group_id=group, since=since, until=date(2026, 11, 10))
        )
    meet(journal, CHAMBER, "2026-10-06", BO)
    first = refer(journal, RECEIVED, "2026-10-20", ANA)
    refer(journal, RECEIVED, "2026-07-01", ANA)
    refer(journal, RECEIVED, "2026-05-01", ANA)
    refer(journal, GIVEN, "2026-11-11", ANA)
    refer(journal, GIVEN, "2026-11-11", BO)
    refer(journal, GIVEN, "2026-10-05", BO)
    spin_off = refer(journal, RECEIVED, "2026-11-12", JO, source=first, group=CHAMBER)
    for referral, amount in ((first, "100.00"), (spin_off, "0.01")):
        journal.business.close(
            BusinessDraft(amount=Decimal(amount), day=date(2026, 11, 20), referral_id=referral)
        )
    half = Fraction(10_001, 200)
    assert journal.give_and_get().groups == (
        GroupExchange(
            group_id=CHAMBER,
            group="Chamber",
            exchange=Exchange(given=1, received=2),
            credited=half,
            days_to_first=19,
        ),
        GroupExchange(
            group_id=RIVERSIDE,
            group="Riverside",
            exchange=Exchange(received=3),
            credited=half,
            days_to_first=30,
        ),
        GroupExchange(
            group_id=None,
            group="",
            exchange=Exchange(given=2, received=1),
            credited=Fraction(0),
            days_to_first=None,
        ),
    )


def test_where_a_partner_was_seen_counts_for_365_days(journal: Journal) -> None:
    meet(journal, RIVERSIDE, "2025-11-18", BO)
    for day in ("2026-11-17", "2026-11-18"):
        refer(journal, RECEIVED, day, BO)
    received = {each.group_id: each.exchange.received for each in journal.give_and_get().groups}
    assert received == {RIVERSIDE: 1, None: 1}


def test_of_one_group_it_says_the_same(journal: Journal) -> None:
    for contact, group in ((ANA, RIVERSIDE), (ANA, CHAMBER), (BO, CHAMBER)):
        journal.memberships.add(MembershipDraft(contact_id=contact, group_id=group))
    unnamed = refer(journal, RECEIVED, "2026-10-20", ANA)
    spin_off = refer(journal, RECEIVED, "2026-10-21", JO, source=unnamed, group=CHAMBER)
    named = refer(journal, RECEIVED, "2026-10-22", BO, group=RIVERSIDE)
    refer(journal, GIVEN, "2026-10-23", LI, source=named)
    outside = refer(journal, RECEIVED, "2026-10-24", LI)
    meeting = meet(journal, RIVERSIDE, "2026-10-27")
    journal.referrals.add(
        ReferralDraft(direction=GIVEN, day=date(2026, 10, 27), partner_id=LI, meeting_id=meeting)
    )
    for referral, amount in ((spin_off, "1"), (named, "10"), (outside, "100"), (None, "1000")):
        journal.business.close(
            BusinessDraft(amount=Decimal(amount), day=date(2026, 11, 2), referral_id=referral)
        )
    riverside = journal.group_given(RIVERSIDE).exchange
    assert riverside is not None
    assert riverside.exchange == Exchange(given=2, received=3)
    assert riverside.credited == Fraction(21, 2)
    assert riverside.days_to_first == 141
    assert_each_group_says_the_same(journal)


def test_of_a_group_without_any_it_says_so(journal: Journal) -> None:
    refer(journal, RECEIVED, "2026-10-20", ANA)
    assert journal.group_given(CHAMBER) == GroupGiven(exchange=None, invited=Invited())


def assert_each_group_says_the_same(journal: Journal) -> None:
    """One group's figures are those that stand among all groups'."""
    every = journal.give_and_get()
    exchanged = {each.group_id: each for each in every.groups}
    for group in journal.groups.all():
        invited = [each.invited for each in every.statements if each.group_id == group.id]
        expected = GroupGiven(exchange=exchanged.get(group.id), invited=together(invited))
        assert journal.group_given(group.id) == expected


def test_what_a_referral_i_gave_brought_is_not_mine(journal: Journal) -> None:
    given = refer(journal, GIVEN, "2026-11-01", ANA)
    received = refer(journal, RECEIVED, "2026-11-01", ANA, about=BO)
    for referral, origin, client, day in (
        (given, None, LI, 2),
        (received, None, None, 3),
        (received, None, None, 4),
        (None, Origin.COLD, LI, 5),
        (None, Origin.REPEAT, BO, 6),
        (None, None, JO, 7),
    ):
        journal.business.close(
            BusinessDraft(
                amount=Decimal(10) ** (day - 2),
                day=date(2026, 11, day),
                referral_id=referral,
                origin=origin,
                client_id=client,
            )
        )
    found = journal.give_and_get()
    assert found.business == journal.give_and_get_totals().business == Decimal(111_110)
    amounts = {each.source: each.amount for each in found.sources}
    assert amounts == {None: 100_000, "repeat": 10_000, "cold": 1_000, "referral": 110}
    assert found.retention == Figure(Fraction(1, 3), 3)


def test_invitations_by_the_statement_they_were_sent_with(
    journal: Journal, clock: SetClock
) -> None:
    clock.moment = at("2026-11-01T12:00")
    journal.groups.state_value(RIVERSIDE, "Old.")
    for contact in (ANA, BO, LI):
        send(journal, contact, "2026-11-10")
    send(journal, JO, "2026-11-24")
    clock.moment = at("2026-11-12T12:00")
    journal.groups.state_value(RIVERSIDE, "New.")
    meet(journal, RIVERSIDE, "2026-11-10", ANA)
    journal.invitations.answer(2, Outcome.NO_SHOW)
    journal.invitations.answer(3, Outcome.DECLINED)
    send(journal, ANA, "2026-11-17")
    send(journal, BO, "2026-12-01")
    journal.meetings.call_off(journal.meetings.occasion(RIVERSIDE, date(2026, 12, 1)))
    clock.moment = at("2026-11-17T06:00")
    found = journal.give_and_get()
    assert [(each.statement, each.group) for each in found.statements] == [
        ("New.", "Riverside"),
        ("Old.", "Riverside"),
    ]
    new, old = found.statements
    assert new.invited == Invited(sent=1, pending_past=1)
    assert old.invited == Invited(sent=4, came=1, no_show=1, declined=1)
    assert (new.show_rate, old.show_rate) == (Figure(None, 0), Figure(Fraction(1, 3), 3))
    sent = Invited(sent=5, came=1, no_show=1, declined=1, pending_past=1)
    assert found.invited == journal.give_and_get_totals().invited == sent
    assert journal.give_and_get_totals().show_rate == Figure(Fraction(1, 3), 3)
    assert found.days_since_invited == 5
    assert_each_group_says_the_same(journal)


def send(journal: Journal, contact: int, day: str) -> None:
    """Invites someone to Riverside, today."""
    invitation = InvitationDraft(contact_id=contact, sent_on=journal.clock.now().date())
    occasion = journal.meetings.occasion(RIVERSIDE, date.fromisoformat(day))
    journal.invitations.send(invitation, occasion)


def test_who_came_and_who_stayed(journal: Journal, clock: SetClock) -> None:
    clock.moment = at("2026-10-30T12:00")
    for contact, day in ((ANA, "2026-11-03"), (BO, "2026-11-03"), (ANA, "2026-11-10")):
        send(journal, contact, day)
    clock.moment = at("2026-11-21T12:00")
    meet(journal, RIVERSIDE, "2026-11-03", ANA, BO)
    meet(journal, RIVERSIDE, "2026-11-10", ANA)
    for contact, since in ((ANA, date(2026, 11, 3)), (BO, date(2026, 11, 2))):
        journal.memberships.add(
            MembershipDraft(contact_id=contact, group_id=RIVERSIDE, since=since)
        )
    found = journal.give_and_get()
    assert (found.came, found.returned, found.joined) == (2, 1, 1)


def test_asks_and_gives(journal: Journal) -> None:
    meet(journal, RIVERSIDE, "2026-11-03", ANA, BO, gives=("an intro", "a tip"))
    named = meet(journal, RIVERSIDE, "2026-11-10", gives=("the same referral",))
    journal.referrals.add(
        ReferralDraft(direction=GIVEN, day=date(2026, 11, 10), partner_id=ANA, meeting_id=named)
    )
    refer(journal, RECEIVED, "2026-11-11", ANA)
    for kind, asked in ((InteractionKind.INTRODUCTION, None), (InteractionKind.CALL, True)):
        journal.interactions.add(
            InteractionDraft(kind=kind, day=date(2026, 11, 12), contact_ids=(ANA, BO), asked=asked)
        )
    found = journal.give_and_get()
    assert (found.asks, found.gives) == (2 + 4 + 1, 2 + 1 + 1)
    assert found.asks_per_give == Figure(Fraction(7, 4), 4)
    assert found.per_contact_met == Figure(None, 2)
