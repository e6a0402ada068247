"""The invitations of the sample life: outcomes that the rosters bear out, and some to be asked."""

from collections import Counter
from datetime import date, datetime

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.invitation import InvitationLook, Outcome
from netjournal.sample.life import life
from netjournal.sample.sample import Sample, SampleMeeting
from tests.conftest import SetClock

DAYS = (
    date(2026, 11, 21),
    *(date(2026, 11, day) for day in (16, 17, 18, 19, 20, 22)),
    date(2027, 1, 3),
    date(2028, 2, 29),
)
SEEDS = (1, 2, 3)
every_life = pytest.mark.parametrize(("seed", "day"), [(s, d) for s in SEEDS for d in DAYS])


def by_id(sample: Sample) -> dict[int, SampleMeeting]:
    return {meeting.id: meeting for meeting in sample.meetings}


def there(meeting: SampleMeeting) -> set[int | None]:
    return {attendance.contact_id for attendance in meeting.attendances}


@every_life
def test_nobody_comes_without_being_on_the_roster_and_nobody_else_is(seed: int, day: date) -> None:
    sample = life(seed, day)
    meetings = by_id(sample)
    for each in sample.invitations:
        present = each.draft.contact_id in there(meetings[each.meeting_id])
        if each.draft.outcome is Outcome.CAME:
            assert present
        elif each.draft.outcome is not Outcome.PENDING:
            assert not present


@every_life
def test_they_are_sent_before_the_meeting_and_once(seed: int, day: date) -> None:
    sample = life(seed, day)
    meetings = by_id(sample)
    pairs = [(each.meeting_id, each.draft.contact_id) for each in sample.invitations]
    assert len(set(pairs)) == len(pairs)
    added = {contact.id: contact.added_at.date() for contact in sample.contacts}
    for each in sample.invitations:
        assert each.draft.sent_on <= meetings[each.meeting_id].draft.start.date()
        assert added[each.draft.contact_id] <= each.draft.sent_on < day


@every_life
def test_each_names_the_statement_in_force_when_it_was_sent(seed: int, day: date) -> None:
    sample = life(seed, day)
    meetings = by_id(sample)
    for each in sample.invitations:
        group_id = meetings[each.meeting_id].draft.group_id
        versions = [group.statements for group in sample.groups if group.id == group_id]
        stated = [
            version.id
            for version in (versions[0] if versions else ())
            if version.stated_at.date() <= each.draft.sent_on
        ]
        assert each.statement_id == (stated[-1] if stated else None)


@every_life
def test_some_are_void_some_to_be_asked_about_and_some_to_come(seed: int, day: date) -> None:
    sample = life(seed, day)
    meetings = by_id(sample)
    pending = [
        meetings[each.meeting_id]
        for each in sample.invitations
        if each.draft.outcome is Outcome.PENDING
        and each.draft.contact_id not in there(meetings[each.meeting_id])
    ]
    void = [meeting for meeting in pending if meeting.draft.cancelled]
    past = [meeting for meeting in pending if meeting.draft.start.date() < day]
    ahead = [meeting for meeting in pending if meeting.draft.start.date() > day]
    assert len(void) == 1
    told = [meeting for meeting in past if meeting not in void]
    assert {meeting.reflection is None for meeting in told} == {True, False}
    assert all((day - meeting.draft.start.date()).days <= 14 for meeting in told)
    assert {meeting.draft.group_id is None for meeting in ahead} == {True, False}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_better_reason_brings_more_of_them(seed: int, journal: Journal, clock: SetClock) -> None:
    clock.moment = datetime.fromisoformat("2026-11-21T12:00")
    journal.fill(life(seed, DAYS[0]))
    found = journal.give_and_get()
    rates = {each.statement: each.show_rate.value for each in found.statements}
    table_first = rates["An evening with people who make things."]
    table_then = rates["Each time three people you couldn't have met elsewhere, and no pitches."]
    guild_first = rates["Two dozen local firms. Lunch is good."]
    guild_then = rates["Two dozen local firms who answer when one of them asks for help."]
    assert table_first is not None
    assert table_then is not None
    assert guild_first is not None
    assert guild_then is not None
    assert table_first < table_then
    assert guild_first < guild_then
    assert rates["People I know and like."] == 0
    assert found.came > found.returned > found.joined > 0


def test_every_outcome_can_be_listed(journal: Journal, clock: SetClock) -> None:
    clock.moment = datetime.fromisoformat("2026-11-21T12:00")
    journal.fill(life(1, DAYS[0]))
    pages = journal.invitations.pages(InvitationLook())
    listed = Counter(each.outcome for each in pages.page(0, pages.total))
    assert set(listed) == set(Outcome)
    assert listed[Outcome.CAME] >= 20
