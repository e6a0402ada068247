"""The give and get of the sample life: chains in one, warmth in another, nothing in a third."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.business import Origin
from netjournal.model.contact import Client
from netjournal.model.referral import Direction, ReferralDraft, ReferralStatus
from netjournal.sample.life import life
from netjournal.sample.sample import Sample
from tests.conftest import NOON

DAYS = (date(2026, 11, 21), date(2026, 11, 16), date(2027, 1, 3), date(2028, 2, 29))
SEEDS = (1, 2, 3)
LATE = (3, date(2026, 12, 18))
"""A life in which someone comes so late that what is told of them has to wait."""
every_life = pytest.mark.parametrize(
    ("seed", "day"), [*((seed, day) for seed in SEEDS for day in DAYS), LATE]
)


def drafts(sample: Sample) -> dict[int, ReferralDraft]:
    return {each.id: each.draft for each in sample.referrals}


def first_of(referrals: Mapping[int, ReferralDraft], number: int) -> int:
    source = referrals[number].source_id
    return number if source is None else first_of(referrals, source)


def depth(referrals: Mapping[int, ReferralDraft], number: int) -> int:
    source = referrals[number].source_id
    return 0 if source is None else 1 + depth(referrals, source)


def through(sample: Sample, name: str) -> list[ReferralDraft]:
    """The referrals whose chain began in a group, by what was noted."""
    (group,) = [each.id for each in sample.groups if each.draft.name == name]
    at = {meeting.id: meeting.draft.group_id for meeting in sample.meetings}
    referrals = drafts(sample)
    firsts = {number: referrals[first_of(referrals, number)] for number in referrals}
    return [
        referrals[number]
        for number, first in firsts.items()
        if group in (first.group_id, at.get(first.meeting_id or 0))
    ]


def of_way(some: Sequence[ReferralDraft], way: Direction) -> list[ReferralDraft]:
    return [draft for draft in some if draft.direction is way]


def levels(some: Sequence[ReferralDraft]) -> float:
    return median(draft.level for draft in some if draft.level is not None)


@every_life
def test_chains_have_no_loops_and_go_forward(seed: int, day: date) -> None:
    referrals = drafts(life(seed, day))
    assert list(referrals) == list(range(1, len(referrals) + 1))
    for number, draft in referrals.items():
        if draft.source_id is not None:
            assert draft.source_id < number
            assert referrals[draft.source_id].day <= draft.day
    assert max(depth(referrals, number) for number in referrals) >= 3


@every_life
def test_nobody_refers_before_being_known(seed: int, day: date) -> None:
    sample = life(seed, day)
    met: dict[int | None, date] = {}
    for meeting in sample.meetings:
        for there in meeting.attendances:
            met.setdefault(there.contact_id, meeting.draft.start.date())
    heard_of: dict[int | None, date] = {}
    for draft in sorted(drafts(sample).values(), key=lambda each: each.day):
        assert draft.day < day
        assert draft.prospect_id != draft.partner_id
        known = met.get(draft.partner_id) or heard_of[draft.partner_id]
        assert known <= draft.day
        if draft.direction is Direction.GIVEN and draft.prospect_id in met:
            assert met[draft.prospect_id] <= draft.day
        heard_of.setdefault(draft.prospect_id, draft.day)


@every_life
def test_whoever_passed_one_at_a_meeting_was_there_that_day(seed: int, day: date) -> None:
    sample = life(seed, day)
    meetings = {meeting.id: meeting for meeting in sample.meetings}
    named = [draft for draft in drafts(sample).values() if draft.meeting_id]
    assert len(named) >= 8
    for draft in named:
        meeting = meetings[draft.meeting_id or 0]
        assert meeting.draft.start.date() == draft.day
        assert draft.partner_id in {there.contact_id for there in meeting.attendances}


@every_life
def test_contacts_are_known_by_the_day_they_are_first_named(seed: int, day: date) -> None:
    sample = life(seed, day)
    added = {contact.id: contact.added_at.date() for contact in sample.contacts}
    for draft in drafts(sample).values():
        assert added[draft.partner_id] <= draft.day
        assert draft.prospect_id is None or added[draft.prospect_id] <= draft.day
    for each in sample.business:
        assert each.draft.client_id is None or added[each.draft.client_id] <= each.draft.day
    assert max(added.values()) < day


@pytest.mark.parametrize("seed", SEEDS)
def test_each_group_has_its_own_way_of_giving_and_getting(seed: int) -> None:
    sample = life(seed, DAYS[0])
    guild = through(sample, "Northgate Guild")
    table = through(sample, "Makers' Table")
    circle = of_way(through(sample, "Riverside Circle"), Direction.RECEIVED)
    assert len(of_way(guild, Direction.GIVEN)) >= 8
    assert len(of_way(guild, Direction.RECEIVED)) >= 8
    assert levels(of_way(table, Direction.GIVEN)) >= 4
    assert levels(of_way(table, Direction.RECEIVED)) >= 4
    assert max(draft.day for draft in table) >= date(2026, 10, 1)
    assert circle
    assert (DAYS[0] - max(draft.day for draft in circle)).days > 365
    (first,) = of_way(through(sample, "Founders Online"), Direction.RECEIVED)
    assert first.status is ReferralStatus.PASSED
    harbour = through(sample, "Harbour Breakfast Club")
    assert levels(harbour) == 1
    assert not any(draft.status is ReferralStatus.WON for draft in harbour)


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_that_can_be_said_of_a_referral_is_said_of_one(seed: int) -> None:
    told = drafts(life(seed, DAYS[0])).values()
    assert {draft.status for draft in told} == set(ReferralStatus)
    assert {draft.level for draft in told} == {None, 1, 2, 3, 4, 5}
    where = {(draft.group_id is None, draft.meeting_id is None) for draft in told}
    assert where == {(True, True), (True, False), (False, True)}
    assert len({draft.note for draft in told if draft.note}) >= 30


@every_life
def test_amounts_are_positive_and_follow_their_referral(seed: int, day: date) -> None:
    sample = life(seed, day)
    referrals = drafts(sample)
    told = [each.draft for each in sample.business]
    for draft in told:
        assert draft.amount > 0
        assert draft.day < day
        if draft.referral_id is not None:
            assert draft.origin is None
            assert referrals[draft.referral_id].status is ReferralStatus.WON
            assert referrals[draft.referral_id].day <= draft.day
    assert max(Counter(draft.referral_id for draft in told if draft.referral_id).values()) >= 3
    assert {draft.origin for draft in told} == {None, *Origin}


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_paid_is_a_client(seed: int) -> None:
    sample = life(seed, DAYS[0])
    contacts = {contact.id: contact.draft for contact in sample.contacts}
    paid = {each.draft.client_id for each in sample.business if each.draft.client_id}
    assert {contacts[client].client for client in paid} == {Client.CLIENT, Client.PAST}


def test_the_journal_works_out_what_came_of_it(journal: Journal) -> None:
    journal.fill(life(1, NOON.date()))
    found = journal.give_and_get()
    amounts = {each.group: each.credited for each in found.groups}
    assert amounts["Northgate Guild"] > amounts["Makers' Table"] > amounts["Riverside Circle"] > 0
    assert found.retention.value is not None
    assert 0 < found.retention.value < 1
    assert found.lag.value is not None


@pytest.mark.parametrize("seed", SEEDS)
def test_what_went_through_one_group_is_what_stands_among_all(seed: int, journal: Journal) -> None:
    journal.fill(life(seed, NOON.date()))
    every = {each.group_id: each for each in journal.give_and_get().groups}
    for group in journal.groups.all():
        assert journal.group_given(group.id).exchange == every.get(group.id)
    assert len(every) > 3
