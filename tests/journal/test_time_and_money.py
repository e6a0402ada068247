"""What groups cost a month, worked out by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.cost import Cost
from netjournal.model.figure import Figure
from netjournal.model.group import Commitment, GroupDraft, Period, Rescheduled, Status
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.model.joining import Load
from netjournal.model.membership import MembershipDraft
from netjournal.preferences import Preferences
from tests.conftest import SetClock
from tests.entries import STEADY, TUESDAYS, one_off

MILL, CLUB = 1, 2
ANA, BO, CY = 1, 2, 3
FIRST_IN = date(2026, 8, 24)
"""Ninety days to 21 November, both of them included."""


@pytest.fixture
def journal(path: Path, clock: SetClock) -> Iterator[Journal]:
    """Ana is in both groups, Bo was seen at the Mill, Cy at none."""
    preferences = Preferences(hourly_value=Decimal(30), hours_budget=Decimal(20), most_active=4)
    journal = Journal.open(path, clock=clock, preferences=preferences)
    mill = GroupDraft(
        name="Mill",
        commitment=Commitment.ALL_IN,
        joined_on=date(2026, 1, 1),
        travel_minutes=20,
        preparation_minutes=10,
        dues=Decimal(90),
        dues_period=Period.QUARTER,
        fee=Decimal("7.50"),
    )
    club = GroupDraft(name="Club", joined_on=date(2026, 9, 1), status=Status.TRIAL)
    journal.groups.join(mill, TUESDAYS)
    journal.groups.join(club)
    for name in ("Ana", "Bo", "Cy"):
        journal.contacts.add(ContactDraft(name=name))
    for group in (MILL, CLUB):
        journal.memberships.add(MembershipDraft(contact_id=ANA, group_id=group))
    yield journal
    journal.close()


def meet(journal: Journal, day: str, *there: int) -> None:
    """Attends a meeting of the Mill."""
    roster = tuple(AttendanceDraft(contact_id=one, name="x") for one in there)
    occasion = journal.meetings.occasion(MILL, date.fromisoformat(day))
    journal.meetings.reflect(occasion, STEADY, roster)


def talk(journal: Journal, day: date, *people: int, minutes: int | None = None) -> None:
    """Holds a one-to-one."""
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.ONE_TO_ONE, day=day, contact_ids=people, minutes=minutes
        )
    )


def test_hours_dues_fees_and_time_add_up(journal: Journal) -> None:
    meet(journal, "2026-11-03", BO)
    meet(journal, "2026-11-10")
    talk(journal, date(2026, 11, 5), ANA, minutes=90)
    talk(journal, date(2026, 11, 6), BO)
    found = journal.time_and_money.of_groups()
    # Two meetings of 90 + 20 + 10, half of Ana's 90, all of Bo's hour: 345 minutes.
    assert found[MILL] == Cost(
        hours=Figure(Fraction(345, 180), 4),
        dues=Fraction(30),
        fees=Fraction(5),
        time=Fraction(345, 6),
    )
    assert found[CLUB] == Cost(hours=Figure(Fraction(45, 180), 1), time=Fraction(45, 6))


def test_ninety_days_include_today_and_the_first_of_them(journal: Journal, clock: SetClock) -> None:
    clock.moment = clock.moment.replace(hour=6)
    talk(journal, FIRST_IN, BO)
    talk(journal, date(2026, 8, 23), CY)
    talk(journal, date(2026, 11, 21), CY)
    assert journal.time_and_money.load().hours == Figure(Fraction(120, 180), 2)


def test_a_meeting_i_missed_or_that_was_off_took_no_time(journal: Journal) -> None:
    missed = journal.meetings.occasion(MILL, date(2026, 11, 3))
    journal.meetings.miss(missed)
    journal.meetings.call_off(journal.meetings.occasion(MILL, date(2026, 11, 10)))
    cost = journal.time_and_money.of_groups()[MILL]
    assert (cost.hours, cost.fees) == (Figure(None, 0), Fraction(0))


def test_a_meeting_takes_as_long_as_was_planned_when_it_was_held(journal: Journal) -> None:
    longer = replace(TUESDAYS, duration_minutes=150)
    journal.groups.reschedule(MILL, Rescheduled(longer, date(2026, 11, 10)))
    meet(journal, "2026-11-03")
    meet(journal, "2026-11-10")
    hours = journal.time_and_money.of_groups()[MILL].hours
    assert hours == Figure(Fraction(90 + 150 + 60, 180), 2)


def test_a_one_to_one_counts_where_both_were_on_its_day(journal: Journal) -> None:
    # The Club was joined in September only; whoever has a membership is nowhere else.
    talk(journal, date(2026, 8, 30), ANA, minutes=60)
    meet(journal, "2026-11-03", CY)
    journal.memberships.add(MembershipDraft(contact_id=CY, group_id=CLUB, until=date(2026, 11, 4)))
    talk(journal, date(2026, 11, 4), CY, minutes=60)
    talk(journal, date(2026, 11, 5), CY, minutes=60)
    found = journal.time_and_money.of_groups()
    assert found[MILL].hours == Figure(Fraction(60 + 120, 180), 2)
    assert found[CLUB].hours == Figure(Fraction(60, 180), 1)


def test_a_one_to_one_with_two_is_split_among_the_groups_of_both(journal: Journal) -> None:
    meet(journal, "2026-11-03", BO)
    talk(journal, date(2026, 11, 4), ANA, BO, minutes=60)
    found = journal.time_and_money.of_groups()
    assert found[MILL].hours == Figure(Fraction(120 + 30, 180), 2)
    assert found[CLUB].hours == Figure(Fraction(30, 180), 1)


def test_the_load_is_all_else_that_i_do(journal: Journal) -> None:
    journal.groups.join(GroupDraft(name="Gone", status=Status.LEFT, commitment=Commitment.ALL_IN))
    journal.groups.join(GroupDraft(name="Maybe", status=Status.CANDIDATE))
    meet(journal, "2026-11-03")
    journal.meetings.reflect(one_off("2026-11-12T08:00"), STEADY)
    talk(journal, date(2026, 11, 5), ANA, minutes=90)
    talk(journal, date(2026, 11, 6), CY, minutes=15)
    assert journal.time_and_money.load() == Load(
        all_in=("Mill",),
        active=("Club", "Mill"),
        hours=Figure(Fraction(120 + 60 + 90 + 15, 180), 4),
        most_all_in=2,
        most_active=4,
        budget=Decimal(20),
    )
    but_the_mill = journal.time_and_money.load(MILL)
    assert (but_the_mill.all_in, but_the_mill.active) == ((), ("Club",))
    assert but_the_mill.hours == Figure(Fraction(60 + 45 + 15, 180), 3)
