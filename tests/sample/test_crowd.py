"""A crowd: of the size asked for, spread over its years, made while it is gone through."""

from datetime import date
from itertools import islice

import pytest

from netjournal.journal.journal import Journal
from netjournal.sample.crowd import crowd

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(("contacts", "meetings"), [(0, 0), (0, 3), (1, 5), (40, 25), (300, 400)])
def test_it_has_the_size_asked_for(contacts: int, meetings: int) -> None:
    sample = crowd(TODAY, contacts=contacts, meetings=meetings, faces=8)
    assert len(list(sample.contacts)) == contacts
    told = list(sample.meetings)
    assert len(told) == meetings
    assert all(meeting.reflection for meeting in told)
    assert {len(meeting.attendances) for meeting in told} <= {min(8, contacts)}
    assert all(meeting.draft.start.date() < TODAY for meeting in told)


def test_a_million_meetings_are_begun_at_once() -> None:
    sample = crowd(TODAY, contacts=1_000, meetings=1_000_000, faces=20)
    first, *_ = islice(sample.meetings, 3)
    assert len(first.attendances) == 20


def test_two_meetings_of_a_group_never_begin_together() -> None:
    sample = crowd(TODAY, contacts=0, meetings=100_000, groups=2)
    starts = [(each.draft.group_id, each.draft.start) for each in sample.meetings]
    assert len(set(starts)) == len(starts)


def test_the_same_seed_gives_the_same_crowd() -> None:
    def said(seed: int) -> list[object]:
        sample = crowd(TODAY, contacts=20, meetings=20, seed=seed)
        return [
            *sample.contacts,
            *sample.groups,
            *sample.meetings,
            *sample.interactions,
            *sample.follow_ups,
            *sample.referrals,
            *sample.business,
            *sample.invitations,
            *sample.memberships,
        ]

    assert said(1) == said(1)
    assert said(1) != said(2)


def test_it_fills_a_journal_in_which_nothing_waits(journal: Journal) -> None:
    journal.fill(crowd(TODAY, contacts=200, meetings=300, groups=7))
    today = journal.today()
    assert (today.groups, today.contacts) == (7, 196)
    assert not today.waiting
    assert not today.older_waiting
    assert sum(line.reflections for line in journal.groups.lines()) == 300


def test_some_are_met_outside_and_followed_up(journal: Journal) -> None:
    journal.fill(crowd(TODAY, contacts=1_000, meetings=50))
    assert journal.interactions.pages().total == 200
    still_open = journal.follow_ups.open()
    assert len(still_open) == 50
    assert {follow_up.due < TODAY for follow_up in still_open if follow_up.due} == {True, False}
    assert all(count for _, count in journal.contacts.choices().facets)
    assert journal.contacts.tag_cadences()


@pytest.mark.parametrize(
    ("contacts", "meetings", "referrals"),
    [(0, 5, 3), (1, 5, 3), (2, 1, 9), (300, 0, 40), (40, 25, 80)],
)
def test_its_referrals_are_between_two_and_go_forward(
    contacts: int, meetings: int, referrals: int
) -> None:
    sample = crowd(TODAY, contacts=contacts, meetings=meetings, referrals=referrals)
    told = {each.id: each.draft for each in sample.referrals}
    assert len(told) == (referrals if contacts > 1 else 0)
    starts = {each.id: each.draft.start.date() for each in sample.meetings}
    for number, draft in told.items():
        assert draft.day < TODAY
        assert 1 <= draft.partner_id <= contacts
        assert draft.prospect_id != draft.partner_id
        assert draft.prospect_id is None or 1 <= draft.prospect_id <= contacts
        assert draft.source_id is None or draft.source_id < number
        assert draft.meeting_id is None or starts[draft.meeting_id] <= draft.day
    for each in sample.business:
        assert each.draft.amount > 0
        if each.draft.referral_id is not None:
            assert told[each.draft.referral_id].day <= each.draft.day < TODAY


@pytest.mark.parametrize(("contacts", "meetings"), [(0, 5), (3, 5), (300, 0), (40, 25), (90, 2)])
def test_each_invitation_is_of_another_contact_before_the_meeting(
    contacts: int, meetings: int
) -> None:
    sample = crowd(TODAY, contacts=contacts, meetings=meetings, referrals=80)
    told = list(sample.invitations)
    assert len({each.draft.contact_id for each in told}) == len(told)
    assert len(told) == (min(40, contacts) if meetings else 0)
    held = {each.id: each.draft for each in sample.meetings}
    stated = {each.id: (group.id, each) for group in sample.groups for each in group.statements}
    for each in told:
        meeting = held[each.meeting_id]
        assert each.draft.sent_on < meeting.start.date()
        group_id, statement = stated[each.statement_id or 0]
        assert group_id == meeting.group_id
        assert statement.stated_at.date() <= each.draft.sent_on


def test_a_journal_of_a_crowd_gives_and_gets(journal: Journal) -> None:
    journal.fill(crowd(TODAY, contacts=1_000, meetings=50, groups=3))
    found = journal.give_and_get()
    assert found.exchange.given + found.exchange.received == 100
    assert found.invited.sent == 50
    assert found.business > 0
    assert {each.group_id for each in found.groups} == {None, 1, 2, 3}


def test_some_of_its_memberships_are_over() -> None:
    told = list(crowd(TODAY, contacts=1_000, meetings=0).memberships)
    assert len(told) == len({draft.contact_id for draft in told}) == 250
    assert {draft.until is None for draft in told} == {True, False}


def test_a_crowd_without_groups_has_no_members() -> None:
    assert not list(crowd(TODAY, contacts=40, meetings=0, groups=0).memberships)
