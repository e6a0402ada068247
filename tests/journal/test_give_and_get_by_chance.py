"""The figures of give and get, held against the same worked out one record at a time."""

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from statistics import median

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft, Origin
from netjournal.model.contact import ContactDraft
from netjournal.model.figure import FEWEST, Figure
from netjournal.model.give_and_get import Exchange, GroupExchange
from netjournal.model.group import GroupDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.referral import Direction, ReferralDraft
from netjournal.model.schedule import Schedule
from tests.conftest import NOON, SetClock
from tests.entries import STEADY, TUESDAYS

TODAY = NOON.date()
PEOPLE = range(1, 9)
DAILY = Schedule(rule="FREQ=DAILY", anchor=date(2024, 1, 1), start_time=TUESDAYS.start_time)
REFERRALS, BUSINESS = 80, 40


@dataclass
class Told:
    """What was written into a journal; each by its id."""

    joined: dict[int, date] = field(default_factory=dict)
    left: dict[int, date | None] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    members: list[MembershipDraft] = field(default_factory=list)
    seen: list[tuple[int, int, date]] = field(default_factory=list)
    """Who was at which group's meeting, and when."""
    meetings: dict[int, int] = field(default_factory=dict)
    """The group of each."""
    referrals: dict[int, ReferralDraft] = field(default_factory=dict)
    business: dict[int, BusinessDraft] = field(default_factory=dict)


@pytest.mark.parametrize("seed", range(4))
def test_every_figure_is_the_one_worked_out_record_by_record(
    journal: Journal, clock: SetClock, seed: int
) -> None:
    chance = random.Random(seed)
    told = Told()
    _tell_of_groups(journal, chance, told)
    _tell_of_referrals(journal, chance, told)
    for day in (TODAY, TODAY - timedelta(days=200)):
        clock.moment = NOON - (TODAY - day)
        found = journal.give_and_get()
        passed = _until(told.referrals, day)
        ways = [_ids(passed, way) for way in Direction]
        assert found.exchange == Exchange(given=len(ways[0]), received=len(ways[1]))
        heats = [_median(passed[one].level for one in way) for way in ways]
        assert [found.heat_given, found.heat_received] == heats
        assert found.lag == _median(_lags(passed))
        assert found.groups == tuple(_groups(told, day))
        earned = _mine(told, day)
        assert found.business == sum((one.amount for one in earned), Decimal(0))
        assert {each.source: (each.amount, each.retention) for each in found.sources} == {
            source: (
                sum(one.amount for one in earned if _source(one) == source),
                _retention(told, earned, {source}),
            )
            for source in map(_source, earned)
        }
        assert found.retention == _retention(told, earned, set(map(_source, earned)))
        totals = journal.give_and_get_totals()
        assert totals.exchange == Exchange(given=len(ways[0]), received=len(ways[1]))
        assert totals.business == sum((one.amount for one in earned), Decimal(0))


def _tell_of_groups(journal: Journal, chance: random.Random, told: Told) -> None:
    for contact in PEOPLE:
        journal.contacts.add(ContactDraft(name=f"Person {contact}"))
    for name in ("Chamber", "Lake", "Riverside"):
        joined = TODAY - timedelta(days=chance.randrange(100, 600))
        left = chance.choice([None, TODAY - timedelta(days=90)])
        group = journal.groups.join(GroupDraft(name=name, joined_on=joined, left_on=left), DAILY)
        told.joined[group], told.left[group], told.names[group] = joined, left, name
    for contact in PEOPLE[:3]:
        for group in chance.sample(sorted(told.names), chance.randrange(3)):
            since, until = sorted((_day(chance), _day(chance)))
            place = MembershipDraft(
                contact_id=contact,
                group_id=group,
                since=chance.choice([None, since]),
                until=chance.choice([None, until]),
            )
            journal.memberships.add(place)
            told.members.append(place)
    for group in told.names:
        for day in {_day(chance) for _ in range(8)}:
            there = chance.sample(PEOPLE, 3)
            roster = tuple(AttendanceDraft(contact_id=one, name="known") for one in there)
            occasion = journal.meetings.occasion(group, day)
            told.meetings[journal.meetings.reflect(occasion, STEADY, roster).meeting_id] = group
            told.seen += [(one, group, day) for one in there]


def _tell_of_referrals(journal: Journal, chance: random.Random, told: Told) -> None:
    for _ in range(REFERRALS):
        partner, prospect = chance.sample(PEOPLE, 2)
        draft = ReferralDraft(
            direction=chance.choice(list(Direction)),
            day=_day(chance),
            partner_id=partner,
            prospect_id=chance.choice([None, prospect]),
            group_id=chance.choice([None, None, None, *told.names]),
            meeting_id=chance.choice([*told.meetings]) if chance.random() < 0.3 else None,
            level=chance.choice([None, 1, 2, 3, 4, 5]),
            source_id=chance.choice([None, *told.referrals]) if chance.random() < 0.6 else None,
        )
        told.referrals[journal.referrals.add(draft)] = draft
    for _ in range(BUSINESS):
        referral = chance.choice([None, *told.referrals])
        sum_closed = BusinessDraft(
            amount=Decimal(chance.randrange(1, 100_000)) / 100,
            day=_day(chance),
            client_id=chance.choice([None, *PEOPLE]),
            referral_id=referral,
            origin=None if referral else chance.choice([None, *Origin]),
        )
        told.business[journal.business.close(sum_closed)] = sum_closed


def _day(chance: random.Random) -> date:
    return TODAY - timedelta(days=chance.randrange(600))


def _until(referrals: dict[int, ReferralDraft], day: date) -> dict[int, ReferralDraft]:
    return {one: draft for one, draft in referrals.items() if draft.day <= day}


def _ids(passed: dict[int, ReferralDraft], way: Direction) -> list[int]:
    return [one for one, draft in passed.items() if draft.direction is way]


def _median(values: Iterable[int | None]) -> Figure:
    known = [Fraction(value) for value in values if value is not None]
    return Figure(median(known) if len(known) >= FEWEST else None, len(known))


def _lags(passed: dict[int, ReferralDraft]) -> Iterable[int]:
    for partner in PEOPLE:
        theirs = [one for one in passed.values() if one.partner_id == partner]
        gave = min((one.day for one in theirs if one.direction is Direction.GIVEN), default=None)
        got = [one.day for one in theirs if one.direction is Direction.RECEIVED]
        if gave is not None and (back := [day for day in got if day >= gave]):
            yield (min(back) - gave).days


def _groups(told: Told, day: date) -> Iterable[GroupExchange]:
    passed = _until(told.referrals, day)
    through = {one: _through(told, passed, one) or {None} for one in passed}
    for group in (*sorted(told.names, key=told.names.__getitem__), None):
        given, received = (
            [one for one in _ids(passed, way) if group in through[one]] for way in Direction
        )
        if not given + received:
            continue
        joined = told.joined.get(group or 0, date.max)
        since = [passed[one].day for one in received if passed[one].day >= joined]
        yield GroupExchange(
            group_id=group,
            group=told.names.get(group or 0, ""),
            exchange=Exchange(given=len(given), received=len(received)),
            credited=sum(
                (
                    Fraction(one.amount) / len(through[one.referral_id])
                    for one in _mine(told, day)
                    if one.referral_id in through and group in through[one.referral_id]
                ),
                Fraction(),
            ),
            days_to_first=(min(since) - joined).days if since else None,
        )


def _through(told: Told, passed: dict[int, ReferralDraft], referral: int) -> set[int | None]:
    draft = passed[referral]
    if draft.source_id in passed:
        return _through(told, passed, draft.source_id)
    if draft.group_id is not None:
        return {draft.group_id}
    if draft.meeting_id is not None:
        return {told.meetings[draft.meeting_id]}
    places = [one for one in told.members if one.contact_id == draft.partner_id]
    with_partner = {
        one.group_id
        for one in places
        if (one.since or draft.day) <= draft.day <= (one.until or draft.day)
    } or {
        group
        for contact, group, day in told.seen
        if not places and contact == draft.partner_id and 0 <= (draft.day - day).days < 365
    }
    return {
        group
        for group in with_partner
        if told.joined[group] <= draft.day <= (told.left[group] or draft.day)
    }


def _mine(told: Told, day: date) -> list[BusinessDraft]:
    """What came to me, oldest first."""
    return sorted(
        (
            one
            for one in told.business.values()
            if one.day <= day
            and (
                one.referral_id is None
                or told.referrals[one.referral_id].direction is Direction.RECEIVED
            )
        ),
        key=lambda one: one.day,
    )


def _source(one: BusinessDraft) -> str | None:
    return "referral" if one.referral_id is not None else one.origin


def _retention(told: Told, earned: list[BusinessDraft], began: set[str | None]) -> Figure:
    of_client: dict[int, list[BusinessDraft]] = defaultdict(list)
    for one in earned:
        client = one.client_id or (
            told.referrals[one.referral_id].prospect_id if one.referral_id else None
        )
        if client:
            of_client[client].append(one)
    days = [{one.day for one in each} for each in of_client.values() if _source(each[0]) in began]
    share = (
        Fraction(sum(len(each) > 1 for each in days), len(days)) if len(days) >= FEWEST else None
    )
    return Figure(share, len(days))
