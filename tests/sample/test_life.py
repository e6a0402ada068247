"""The sample life: the same for the same seed and day, believable, and alike on every day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime
from statistics import mean
from typing import Any

import pytest

from netjournal.insights.trends import trend
from netjournal.journal.journal import Journal
from netjournal.model.attendance import AttendanceDraft
from netjournal.model.business import BusinessDraft
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.group import Commitment, GroupDraft, Status
from netjournal.model.interaction import InteractionDraft
from netjournal.model.invitation import InvitationDraft
from netjournal.model.me import MeDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.membership import MembershipDraft
from netjournal.model.referral import ReferralDraft
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.review import ReviewDraft
from netjournal.model.schedule import Schedule, dates
from netjournal.model.trends import Direction
from netjournal.sample.life import PEOPLE, life
from netjournal.sample.sample import Sample, SampleMeeting
from tests.conftest import SetClock

SATURDAY = date(2026, 11, 21)
DAYS = (
    SATURDAY,
    *(date(2026, 11, day) for day in (16, 17, 18, 19, 20, 22)),
    date(2027, 1, 3),
    date(2028, 2, 29),
)
SEEDS = (1, 2, 3)


def group_id(sample: Sample, name: str) -> int:
    return next(group.id for group in sample.groups if group.draft.name == name)


def reflected(sample: Sample, name: str) -> list[SampleMeeting]:
    its = group_id(sample, name)
    return [each for each in sample.meetings if each.draft.group_id == its and each.reflection]


def rated(sample: Sample, name: str, field: str) -> list[int]:
    return [getattr(meeting.reflection, field) for meeting in reflected(sample, name)]


def halves(values: Sequence[float]) -> tuple[float, float]:
    middle = len(values) // 2
    return mean(values[:middle]), mean(values[middle:])


def turned(values: Sequence[int]) -> int:
    """After how many ratings the mean of eight has moved by a whole step for the first time."""
    means = [mean(values[place : place + 8]) for place in range(len(values) - 7)]
    return next(place for place, each in enumerate(means) if abs(each - means[0]) >= 1)


def first_faces(meetings: Sequence[SampleMeeting]) -> list[int]:
    """How many at each meeting weren't at any before it."""
    seen: set[int | None] = set()
    counts = []
    for meeting in meetings:
        there = {attendance.contact_id for attendance in meeting.attendances}
        counts.append(len(there - seen))
        seen |= there
    return counts


def test_the_same_seed_and_day_give_the_same_life() -> None:
    assert life(1, SATURDAY) == life(1, SATURDAY)
    assert life(1, SATURDAY) != life(2, SATURDAY)


def test_another_day_has_the_same_people() -> None:
    names = [[contact.draft.name for contact in life(1, day).contacts] for day in DAYS]
    assert all(each == names[0] for each in names)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_it_is_told_up_to_the_day_before(day: date) -> None:
    sample = life(1, day)
    told = [each.draft.start.date() for each in sample.meetings if each.reflection]
    assert max(told) < day
    assert (day - max(told)).days <= 7
    assert 530 <= (day - min(told)).days <= 548


@pytest.mark.parametrize("hour", ["00:01", "23:59"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_today_always_asks_the_same(
    journal: Journal, clock: SetClock, day: date, hour: str
) -> None:
    clock.moment = datetime.fromisoformat(f"{day}T{hour}")
    journal.fill(life(1, day))
    today = journal.today()
    assert len(today.waiting) == 2
    assert today.older_waiting == 0
    assert len(today.planned_work) == 1
    assert len(today.coming) >= 3
    assert len(today.latest) == 3


def test_the_groups_have_different_fates() -> None:
    drafts = {group.draft.name: group.draft for group in life(1, SATURDAY).groups}
    assert len(drafts) == 7
    assert sum(draft.commitment is Commitment.ALL_IN for draft in drafts.values()) == 1
    statuses = Counter(draft.status for draft in drafts.values())
    assert statuses == {Status.MEMBER: 3, Status.CANDIDATE: 2, Status.TRIAL: 1, Status.LEFT: 1}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_one_candidate_was_sincere_and_one_boosting_by_people_known_then(day: date) -> None:
    sample = life(1, day)
    candidates = [each.draft for each in sample.groups if each.draft.status is Status.CANDIDATE]
    assert sorted(draft.sincerity or "" for draft in candidates) == ["boosting", "sincere"]
    met = {
        there.contact_id: meeting.draft.start.date()
        for meeting in reversed(list(sample.meetings))
        for there in meeting.attendances
    }
    for draft in candidates:
        assert draft.asked_on is not None
        assert met[draft.invited_by] <= draft.asked_on <= day


def test_the_trial_is_an_experiment_with_an_end_to_come() -> None:
    (trial,) = [
        each.draft for each in life(1, SATURDAY).groups if each.draft.status is Status.TRIAL
    ]
    assert trial.experiment
    assert trial.experiment_from is not None
    assert trial.experiment_until is not None
    assert trial.experiment_from < SATURDAY < trial.experiment_until


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_stale_group_spirals(seed: int, day: date) -> None:
    sample = life(seed, day)
    energy, confidence, pushiness = (
        rated(sample, "Riverside Circle", field) for field in ("energy", "confidence", "pushiness")
    )
    assert trend(energy) is Direction.DOWN
    assert trend(confidence) is Direction.DOWN
    assert trend(pushiness) is Direction.UP
    before, after = halves(energy)
    assert before - after >= 0.5


@pytest.mark.parametrize("seed", SEEDS)
def test_its_energy_goes_first_then_confidence_then_pushiness_comes(seed: int) -> None:
    sample = life(seed, SATURDAY)
    order = [
        turned(rated(sample, "Riverside Circle", field))
        for field in ("energy", "confidence", "pushiness")
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("seed", SEEDS)
def test_its_faces_stay_the_same_while_the_thriving_group_meets_new_ones(seed: int) -> None:
    sample = life(seed, SATURDAY)
    stale = first_faces(reflected(sample, "Riverside Circle"))
    thriving = first_faces(reflected(sample, "Makers' Table"))
    assert sum(stale[len(stale) // 2 :]) == 0
    assert mean(thriving[len(thriving) // 2 :]) >= 0.5


@pytest.mark.parametrize("seed", SEEDS)
def test_the_thriving_group_gives_more_and_more(seed: int) -> None:
    sample = life(seed, SATURDAY)
    before, after = halves(rated(sample, "Makers' Table", "energy"))
    assert after - before >= 0.5
    assert mean(rated(sample, "Makers' Table", "energy")[-8:]) >= 4


def test_who_asked_me_into_the_left_group_sits_in_the_stale_one() -> None:
    sample = life(1, SATURDAY)
    left = next(group.draft for group in sample.groups if group.draft.status is Status.LEFT)
    stale = {
        attendance.contact_id
        for meeting in reflected(sample, "Riverside Circle")
        for attendance in meeting.attendances
    }
    there = {
        attendance.contact_id
        for meeting in reflected(sample, left.name)
        for attendance in meeting.attendances
    }
    assert left.invited_by in stale
    assert len(there & stale) >= 6


def test_meetings_are_on_their_groups_schedules() -> None:
    sample = life(1, SATURDAY)
    for group in sample.groups:
        its = [each.draft.start for each in sample.meetings if each.draft.group_id == group.id]
        if group.draft.status is Status.CANDIDATE:
            assert not its
            continue
        assert set(its) <= set(dates(group.schedules, min(its).date(), max(its).date()))


def test_meetings_are_numbered_as_they_were() -> None:
    meetings = list(life(1, SATURDAY).meetings)
    assert [each.id for each in meetings] == list(range(1, len(meetings) + 1))
    assert meetings == sorted(meetings, key=lambda each: each.draft.start)


def test_whoever_has_a_seat_was_met_and_everyone_can_only_be_reached_in_an_example() -> None:
    sample = life(1, SATURDAY)
    drafts = [contact.draft for contact in sample.contacts]
    seen = {each.contact_id or 0 for meeting in sample.meetings for each in meeting.attendances}
    assert seen == set(range(1, max(seen) + 1))
    assert max(seen) > PEOPLE
    assert len({draft.name for draft in drafts}) == len(drafts) - 1
    assert all(email.endswith(".example") for draft in drafts for email in draft.emails)
    assert all(phone.startswith("555-") for draft in drafts for phone in draft.phones)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_pitch_in_force_is_the_last_of_several(journal: Journal, day: date) -> None:
    sample = life(1, day)
    journal.fill(sample)
    me = journal.me.get()
    assert len(me.pitches) == 3
    assert me.pitch == me.pitches[0].text
    assert sample.me is not None
    assert me.pitch == sample.me.draft.pitch
    assert {pitch.stated_at.date() < day for pitch in me.pitches} == {True}


def test_every_field_is_used_by_something() -> None:
    sample = life(1, SATURDAY)
    meetings = list(sample.meetings)
    groups = list(sample.groups)
    unused = [
        *_unused(GroupDraft, [group.draft for group in groups]),
        *_unused(Schedule, [schedule for group in groups for schedule in group.schedules]),
        *_unused(ContactDraft, [contact.draft for contact in sample.contacts]),
        *_unused(MeetingDraft, [meeting.draft for meeting in meetings]),
        *_unused(ReflectionDraft, [each.reflection for each in meetings if each.reflection]),
        *_unused(AttendanceDraft, [each for meeting in meetings for each in meeting.attendances]),
        *_unused(InteractionDraft, [each.draft for each in sample.interactions]),
        *_unused(FollowUpDraft, [each.draft for each in sample.follow_ups]),
        *_unused(ReferralDraft, [each.draft for each in sample.referrals]),
        *_unused(BusinessDraft, [each.draft for each in sample.business]),
        *_unused(InvitationDraft, [each.draft for each in sample.invitations]),
        *_unused(ReviewDraft, [each.draft for each in sample.reviews]),
        *_unused(MembershipDraft, list(sample.memberships)),
        *_unused(MeDraft, [sample.me.draft] if sample.me else []),
    ]
    assert not unused
    assert any(len(group.schedules) > 1 for group in groups)
    assert any(len(group.statements) > 1 for group in groups)


def test_answers_of_every_kind_are_there() -> None:
    told = [each.reflection for each in life(1, SATURDAY).meetings if each.reflection]
    assert {None, 0, 1, 2} <= {each.opportunities for each in told}
    assert {None, True, False} == {each.quick_fix for each in told}
    assert {None, "yes", "partly", "no"} == {each.planned_done for each in told}
    assert {"", *filter(None, (each.notes for each in told))} == {each.notes for each in told}


def _unused(draft_type: type[Any], drafts: Sequence[Any]) -> list[str]:
    """The fields that every draft leaves as they are unless something is said."""
    return [
        f"{draft_type.__name__}.{field.name}"
        for field in fields(draft_type)
        if field.default is not MISSING
        and all(getattr(draft, field.name) == field.default for draft in drafts)
    ]
