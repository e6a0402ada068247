"""The rows behind each figure of give and get."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from statistics import median

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft, Origin
from netjournal.model.change import Noun
from netjournal.model.contact import ContactDraft
from netjournal.model.evidence import Evidence, Part
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import GiveAndGet
from netjournal.model.group import GroupDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.membership import MembershipDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.reflection import ReflectionDraft
from tests.conftest import NOON, SetClock
from tests.entries import TUESDAYS, one_off

GIVEN, RECEIVED = Direction
RIVERSIDE, CHAMBER = 1, 2
ANA, BO, LI, JO = 1, 2, 3, 4
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def groups(journal: Journal) -> None:
    """Ana to Jo, and two groups; when the Chamber was joined is unsaid."""
    for name in ("Ana", "Bo", "Li", "Jo"):
        journal.contacts.add(ContactDraft(name=name))
    journal.groups.join(GroupDraft(name="Riverside", joined_on=date(2026, 6, 1)), TUESDAYS)
    journal.groups.join(GroupDraft(name="Chamber"), TUESDAYS)


def refer(
    journal: Journal, way: Direction, day: date, partner: int, group: int | None = None
) -> int:
    """Notes a referral."""
    draft = ReferralDraft(direction=way, day=day, partner_id=partner, group_id=group, level=3)
    return journal.referrals.add(draft)


def test_without_records_no_figure_has_rows(journal: Journal) -> None:
    assert all(journal.evidence(part) == () for part in Part)


def test_a_referral_says_with_whom_about_whom_and_how_warm(journal: Journal) -> None:
    draft = ReferralDraft(
        direction=GIVEN, day=TODAY, partner_id=ANA, prospect_id=BO, group_id=CHAMBER, level=4
    )
    given = journal.referrals.add(draft)
    row = Evidence(
        noun=Noun.REFERRAL,
        record_id=given,
        day=TODAY,
        contact_id=ANA,
        name="Ana",
        about="Bo",
        state="given",
        number=Fraction(4),
    )
    for part in (Part.GIVEN, Part.HEAT_GIVEN, Part.PER_CONTACT_MET):
        assert journal.evidence(part) == (row,)
    assert journal.evidence(Part.GROUP, group_id=CHAMBER) == (row,)
    assert journal.evidence(Part.GROUP) == journal.evidence(Part.RECEIVED) == ()


def test_lag_names_what_came_back_before_what_was_given(journal: Journal) -> None:
    days = [TODAY - timedelta(days) for days in (9, 8, 5, 4)]
    given = refer(journal, GIVEN, days[0], ANA)
    to_bo = refer(journal, GIVEN, days[1], BO)
    refer(journal, GIVEN, days[2], ANA)
    got = refer(journal, RECEIVED, days[2], ANA)
    refer(journal, RECEIVED, days[3], ANA)
    from_bo = refer(journal, RECEIVED, days[3], BO)
    rows = [(one.record_id, one.number) for one in journal.evidence(Part.LAG)]
    four = Fraction(4)
    assert rows == [(from_bo, four), (to_bo, None), (got, four), (given, None)]


def test_business_is_credited_in_parts_and_named_by_client_and_partner(journal: Journal) -> None:
    for group in (RIVERSIDE, CHAMBER):
        journal.memberships.add(MembershipDraft(contact_id=ANA, group_id=group))
    meet(journal, CHAMBER, TODAY - timedelta(30), ANA)
    referral = refer(journal, RECEIVED, TODAY - timedelta(2), ANA)
    close(journal, 101, TODAY, referral=referral, client=BO)
    close(journal, 50, TODAY, origin=Origin.COLD, client=BO)
    (row,) = journal.evidence(Part.CREDITED, group_id=CHAMBER)
    assert (row.number, row.name, row.about, row.state) == (
        Fraction(101, 2),
        "Bo",
        "Ana",
        "referral",
    )
    assert journal.evidence(Part.CREDITED, group_id=RIVERSIDE) == (row,)
    (first,) = journal.evidence(Part.DAYS_TO_FIRST, group_id=CHAMBER)
    assert (first.record_id, first.number) == (referral, Fraction(28))
    assert [one.number for one in journal.evidence(Part.BUSINESS)] == [50, 101]
    assert [one.number for one in journal.evidence(Part.SOURCE, source="cold")] == [50]
    both = journal.evidence(Part.SOURCE_RETENTION, source="referral")
    assert [one.number for one in both] == [101, 50]
    assert journal.evidence(Part.SOURCE_RETENTION, source="cold") == ()


def test_guests_their_return_and_their_joining(journal: Journal, clock: SetClock) -> None:
    days = [date(2026, 11, day) for day in (3, 10, 17)]
    clock.moment = clock.moment.replace(month=10)
    for contact in (ANA, BO):
        invite(journal, contact, RIVERSIDE, days[0])
    clock.moment = NOON
    meet(journal, RIVERSIDE, days[0], ANA, BO)
    again = meet(journal, RIVERSIDE, days[1], ANA)
    meet(journal, RIVERSIDE, days[2], ANA)
    joined = journal.memberships.add(
        MembershipDraft(contact_id=BO, group_id=RIVERSIDE, since=days[1])
    )
    guests = [(one.name, one.about, one.day) for one in journal.evidence(Part.GUESTS)]
    assert guests == [("Ana", "Riverside", days[0]), ("Bo", "Riverside", days[0])]
    (returned,) = journal.evidence(Part.RETURNED)
    assert (returned.noun, returned.record_id, returned.day) == (Noun.MEETING, again, days[1])
    (place,) = journal.evidence(Part.JOINED)
    assert (place.noun, place.record_id, place.name) == (Noun.MEMBERSHIP, joined, "Bo")


def test_asks_and_gives_name_whom_and_what(journal: Journal) -> None:
    said = ReflectionDraft(energy=3, confidence=3, pushiness=3, gives=("a tip",), asks=("x", "y"))
    asked = AttendanceDraft(contact_id=ANA, name="Ana", asked=True)
    journal.meetings.reflect(one_off("2026-11-20T08:00", "Fair"), said, (asked,))
    draft = InteractionDraft(
        kind=InteractionKind.INTRODUCTION, day=TODAY, contact_ids=(BO, LI), asked=True
    )
    journal.interactions.add(draft)
    refer(journal, GIVEN, TODAY - timedelta(3), JO)
    asks = [(one.name, one.about, one.state) for one in journal.evidence(Part.ASKS)]
    assert asks == [
        ("Bo, Li", "introduction", "asked"),
        ("Ana", "Fair", "asked"),
        ("Fair", "x\ny", "asked"),
    ]
    gives = [(one.name, one.about, one.state) for one in journal.evidence(Part.GIVES)]
    assert gives == [
        ("Bo, Li", "introduction", "gave"),
        ("Fair", "a tip", "gave"),
        ("Jo", "", "gave"),
    ]
    assert each(journal, Part.ASKS_PER_GIVE) == [1, 1, 2, 1, 1, 1]


def test_the_last_invitations_are_those_of_one_day(journal: Journal, clock: SetClock) -> None:
    clock.moment = NOON - timedelta(days=1)
    invite(journal, ANA, RIVERSIDE, date(2026, 11, 24))
    clock.moment = NOON
    last = [
        invite(journal, contact, RIVERSIDE, date(2026, 11, day))
        for contact, day in ((BO, 24), (ANA, 30))
    ]
    journal.meetings.call_off(journal.meetings.occasion(RIVERSIDE, date(2026, 11, 30)))
    rows = journal.evidence(Part.DAYS_SINCE_INVITED)
    assert [(one.record_id, one.state) for one in rows] == [
        (last[1], "called off"),
        (last[0], "pending"),
    ]


@pytest.mark.parametrize("seed", range(4))
def test_every_figure_is_what_its_rows_come_to(
    journal: Journal, clock: SetClock, seed: int
) -> None:
    record_at_random(journal, clock, Random(seed))
    found = journal.give_and_get()
    rows_of_referrals_add_up(journal, found)
    rows_of_business_add_up(journal, found)
    rows_of_invitations_add_up(journal, found)
    assert sum(each(journal, Part.ASKS)) == found.asks > 0
    assert sum(each(journal, Part.GIVES)) == found.gives > 0


def rows_of_referrals_add_up(journal: Journal, found: GiveAndGet) -> None:
    """Whether the figures of referrals are what their rows come to."""
    assert len(journal.evidence(Part.GIVEN)) == found.exchange.given
    assert len(journal.evidence(Part.RECEIVED)) == found.exchange.received
    assert middle(each(journal, Part.HEAT_GIVEN)) == found.heat_given
    assert middle(each(journal, Part.HEAT_RECEIVED)) == found.heat_received
    assert middle(each(journal, Part.LAG)) == found.lag
    assert len(found.groups) >= 2
    for group in found.groups:
        through = [one.state for one in journal.evidence(Part.GROUP, group_id=group.group_id)]
        assert through.count("given") == group.exchange.given
        assert through.count("received") == group.exchange.received
        credited = journal.evidence(Part.CREDITED, group_id=group.group_id)
        assert sum(one.number or 0 for one in credited) == group.credited
        first = journal.evidence(Part.DAYS_TO_FIRST, group_id=group.group_id)
        assert [one.number for one in first] == (
            [] if group.days_to_first is None else [group.days_to_first]
        )


def rows_of_business_add_up(journal: Journal, found: GiveAndGet) -> None:
    """Whether the figures of business are what their rows come to."""
    assert sum(each(journal, Part.BUSINESS)) == found.business
    assert came_back(journal.evidence(Part.RETENTION)) == found.retention
    for source in found.sources:
        rows = journal.evidence(Part.SOURCE, source=source.source)
        assert sum(one.number or 0 for one in rows) == source.amount
        theirs = journal.evidence(Part.SOURCE_RETENTION, source=source.source)
        assert came_back(theirs) == source.retention


def rows_of_invitations_add_up(journal: Journal, found: GiveAndGet) -> None:
    """Whether the figures of invitations are what their rows come to."""
    counts = {
        Part.SENT: found.invited.sent,
        Part.CAME: found.invited.came,
        Part.NO_SHOW: found.invited.no_show,
        Part.DECLINED: found.invited.declined,
        Part.PENDING_PAST: found.invited.pending_past,
        Part.SHOW_RATE: found.show_rate.n,
        Part.GUESTS: found.came,
        Part.RETURNED: found.returned,
        Part.JOINED: found.joined,
    }
    assert {part: len(journal.evidence(part)) for part in counts} == counts
    for said in found.statements:
        rows = journal.evidence(
            Part.STATEMENT, statement_id=said.statement_id, group_id=said.group_id
        )
        states = [one.state for one in rows]
        assert len(states) == said.show_rate.n
        assert states.count("came") == said.invited.came


def each(journal: Journal, part: Part) -> list[Fraction]:
    """The numbers of a figure's rows."""
    return [one.number for one in journal.evidence(part) if one.number is not None]


def middle(numbers: list[Fraction]) -> Figure:
    """Their median."""
    return Figure(Fraction(median(numbers)) if len(numbers) > 2 else None, len(numbers))


def came_back(rows: tuple[Evidence, ...]) -> Figure:
    """The share of clients with business on two days."""
    clients = {one.contact_id for one in rows}
    days = {(one.contact_id, one.day) for one in rows}
    back = sum(1 for client in clients if sum(1 for one, _ in days if one == client) > 1)
    return Figure(Fraction(back, len(clients)) if len(clients) > 2 else None, len(clients))


def record_at_random(journal: Journal, clock: SetClock, random: Random) -> None:
    """A small life in which everything that the figures tell apart may happen."""
    people = (ANA, BO, LI, JO)
    for contact in (ANA, BO):
        since = TODAY - timedelta(random.randrange(60, 90))
        journal.memberships.add(
            MembershipDraft(contact_id=contact, group_id=random.choice((1, 2)), since=since)
        )
    tuesdays = [date(2026, 9, 1) + timedelta(weeks=week) for week in range(12)]
    for group in (RIVERSIDE, CHAMBER):
        clock.moment = NOON.replace(month=8)
        for day in tuesdays[2:7]:
            if random.random() < 0.6:
                invite(journal, random.choice(people), group, day)
        journal.groups.state_value(group, "Because.")
        for day in tuesdays[7:]:
            if random.random() < 0.6:
                invite(journal, random.choice(people), group, day)
        clock.moment = NOON
        for day in tuesdays[:9]:
            meet(journal, group, day, *random.sample(people, random.randrange(3)))
        journal.meetings.call_off(journal.meetings.occasion(group, tuesdays[9]))
    for one in journal.invitations.pages().page(0, 99):
        if one.outcome is Outcome.PENDING and not one.voided and random.random() < 0.6:
            journal.invitations.answer(one.id, random.choice((Outcome.NO_SHOW, Outcome.DECLINED)))
    refer_at_random(journal, random, people)


def refer_at_random(journal: Journal, random: Random, people: tuple[int, ...]) -> None:
    """Referrals with spin-offs, and business from them and elsewhere."""
    referrals: list[int] = []
    for _ in range(30):
        partner, prospect = random.sample(people, 2)
        draft = ReferralDraft(
            direction=random.choice((GIVEN, RECEIVED)),
            day=TODAY - timedelta(random.randrange(100)),
            partner_id=partner,
            prospect_id=random.choice((prospect, None)),
            group_id=random.choice((None, None, RIVERSIDE, CHAMBER)),
            meeting_id=random.choice((None, None, 1)),
            level=random.choice((None, 1, 3, 5)),
            source_id=random.choice((None, *referrals[:2])),
        )
        referrals.append(journal.referrals.add(draft))
    for _ in range(20):
        referral = random.choice((None, *referrals[:9]))
        origin = random.choice((None, Origin.COLD)) if referral is None else None
        day = TODAY - timedelta(random.randrange(9))
        amount, client = random.randrange(1, 99), random.choice((None, *people))
        close(journal, amount, day, referral=referral, origin=origin, client=client)


def meet(journal: Journal, group: int, day: date, *there: int) -> int:
    """Holds a meeting at which everyone there was asked for something."""
    roster = tuple(AttendanceDraft(contact_id=one, name="x", asked=True) for one in there)
    said = ReflectionDraft(energy=3, confidence=3, pushiness=3, gives=("one", "two"), asks=("a",))
    occasion = journal.meetings.occasion(group, day)
    return journal.meetings.reflect(occasion, said, roster).meeting_id


def invite(journal: Journal, contact: int, group: int, day: date) -> int:
    """Invites someone to a group's meeting, today."""
    draft = InvitationDraft(contact_id=contact, sent_on=journal.clock.now().date())
    return journal.invitations.send(draft, journal.meetings.occasion(group, day))


def close(
    journal: Journal,
    amount: int,
    day: date,
    *,
    referral: int | None = None,
    origin: Origin | None = None,
    client: int | None = None,
) -> None:
    """Notes closed business."""
    draft = BusinessDraft(
        amount=Decimal(amount), day=day, referral_id=referral, origin=origin, client_id=client
    )
    journal.business.close(draft)
