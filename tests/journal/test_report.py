"""The reading of the report, against figures worked out by hand."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from netjournal.errors import InvalidError
from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Invited
from netjournal.model.invitation import InvitationDraft, Outcome
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.trends import Tally
from tests.conftest import SetClock
from tests.entries import at, fill, one_off


@pytest.fixture
def life(journal: Journal) -> Journal:
    """Three meetings of a group, a one-off, a one-to-one, an invitation, a referral, business."""
    fill(journal)
    return journal


def test_a_quarter_counts_what_happened_in_it(life: Journal) -> None:
    report = life.report()
    assert (report.period.first, report.period.last) == (date(2026, 10, 1), date(2026, 12, 31))
    assert (report.before.first, report.before.last) == (date(2026, 7, 1), date(2026, 9, 30))
    assert not report.over
    assert (report.counts.meetings, report.counts.people) == (4, 4)
    assert report.counts_before.meetings == 0
    assert [rating.mean for rating in report.ratings] == [
        Figure(Fraction(value), 4) for value in (3, 4, 1)
    ]
    assert [rating.before for rating in report.ratings] == [Figure(None, 0)] * 3
    assert [meeting.start for meeting in report.meetings.first] == [
        *("2026-11-03T07:00", "2026-11-10T07:00", "2026-11-12T08:00", "2026-11-17T07:00"),
    ]
    assert (report.business, report.closed) == (Decimal("1250.50"), 1)
    assert [review.note for review in report.reviews] == ["A calm week."]
    assert [(habit.text, habit.weeks_ticked) for habit in report.habits] == [("Arrive early", 1)]


def test_hours_and_ratings_go_to_the_groups_they_were_of(life: Journal) -> None:
    riverside, outside = life.report().groups
    assert (riverside.name, riverside.meetings) == ("Riverside", 3)
    assert riverside.tally == Tally(n=3, energy=9, confidence=12, pushiness=3)
    # Three meetings of 90 minutes, and a one-to-one of 45 with a member.
    assert riverside.hours == Figure(Fraction(21, 4), 4)
    assert (outside.name, outside.meetings, outside.hours) == ("", 1, Figure(Fraction(1), 1))
    assert life.report().hours == Figure(Fraction(25, 4), 5)


def test_steps_are_weeks_of_a_quarter_cut_at_its_ends(life: Journal) -> None:
    steps = life.report().steps
    # 1 October 2026 was a Thursday, and today is Saturday, 21 November.
    assert (steps[0].first, steps[0].last) == (date(2026, 10, 1), date(2026, 10, 4))
    assert (steps[-1].first, steps[-1].last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert [step.received for step in steps] == [0, 0, 0, 0, 0, 0, 1, 0]
    assert steps[6].invited == Invited(sent=1, came=1)


def test_steps_are_months_of_a_year(life: Journal, clock: SetClock) -> None:
    clock.moment = at("2027-02-01T12:00")
    steps = life.report(date(2026, 5, 5), whole_year=True).steps
    assert [step.first.month for step in steps] == list(range(1, 13))
    assert all(one.last + timedelta(days=1) == next_.first for one, next_ in pairwise(steps))
    assert [step.received for step in steps] == [0] * 10 + [1, 0]


def test_a_referral_of_the_last_day_of_a_quarter_is_only_in_it(
    life: Journal, clock: SetClock
) -> None:
    for day in (date(2026, 9, 30), date(2026, 10, 1)):
        draft = ReferralDraft(direction=Direction.GIVEN, day=day, partner_id=1)
        life.referrals.add(draft, prospect="Bo Lin")
    third, fourth = (life.report(day) for day in (date(2026, 9, 1), date(2026, 10, 1)))
    assert [sum(step.given for step in each.steps) for each in (third, fourth)] == [1, 1]
    assert (third.counts.given, fourth.counts.given) == (1, 1)
    assert third.over


def test_the_show_rate_is_of_those_with_an_outcome(life: Journal) -> None:
    group = life.groups.named("Riverside").id
    for name, outcome in (("Bo", Outcome.NO_SHOW), ("Cy", Outcome.DECLINED), ("Di", None)):
        occasion = life.meetings.occasion(group, date(2026, 11, 17))
        draft = InvitationDraft(
            contact_id=life.contacts.add(ContactDraft(name=name)), sent_on=date(2026, 11, 10)
        )
        sent = life.invitations.send(draft, occasion)
        if outcome is not None:
            life.invitations.answer(sent, outcome)
    report = life.report()
    assert report.invited == Invited(sent=4, came=1, no_show=1, declined=1, pending_past=1)
    assert report.show_rate == Figure(Fraction(1, 3), 3)


def test_a_journal_without_anything_has_a_report(journal: Journal) -> None:
    report = journal.report(whole_year=True)
    assert (report.groups, report.weeks, report.reviews) == ((), (), ())
    assert (report.meetings.first, report.meetings.total) == ((), 0)
    assert report.hours == Figure(None, 0)
    assert report.show_rate == Figure(None, 0)


def test_days_to_come_have_no_report(journal: Journal) -> None:
    with pytest.raises(InvalidError, match="It begins on Fri 1 Jan 2027"):
        journal.report(date(2027, 1, 1))


def test_what_is_still_to_come_is_left_out(life: Journal) -> None:
    occasion = one_off("2026-12-20T08:00", "Gala")
    life.invitations.send(InvitationDraft(contact_id=1, sent_on=date(2026, 11, 20)), occasion)
    report = life.report()
    assert "Gala" not in [meeting.name for meeting in report.meetings.first]
    assert report.invited == Invited(sent=2, came=1)
