"""The follow-ups of the sample life: overdue, due this week, some day, kept, and chased."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from netjournal.model.follow_up import Fit, FollowUpDraft
from netjournal.sample.life import life

DAYS = (date(2026, 11, 21), date(2026, 11, 16), date(2027, 1, 3), date(2028, 2, 29))
SEEDS = (1, 2, 3)


def told(seed: int, day: date) -> list[FollowUpDraft]:
    return [follow_up.draft for follow_up in life(seed, day).follow_ups]


def due(drafts: Sequence[FollowUpDraft], first: date, last: date) -> list[FollowUpDraft]:
    """Those still open that are due from one day to another."""
    return [
        draft
        for draft in drafts
        if draft.done_on is None and draft.due and first <= draft.due <= last
    ]


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_on_every_day_some_are_overdue_due_today_this_week_later_and_some_day(
    seed: int, day: date
) -> None:
    drafts = told(seed, day)
    overdue = due(drafts, date.min, day - timedelta(days=1))
    assert len(overdue) == 6
    assert len(due(drafts, day, day)) == 1
    assert len(due(drafts, day + timedelta(days=1), day + timedelta(days=6))) == 4
    assert len(due(drafts, day + timedelta(days=7), date.max)) == 2
    assert sum(draft.due is None and draft.done_on is None for draft in drafts) == 2


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_done_was_noted_before_and_is_not_to_come(seed: int, day: date) -> None:
    for follow_up in life(seed, day).follow_ups:
        noted, done_on = follow_up.added_at.date(), follow_up.draft.done_on
        assert noted < day
        assert done_on is None or noted <= done_on < day


@pytest.mark.parametrize("seed", SEEDS)
def test_done_ones_were_answered_or_not_or_nobody_noted_it(seed: int) -> None:
    done = [draft for draft in told(seed, DAYS[0]) if draft.done_on]
    assert {draft.answered for draft in done} == {True, False, None}


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_third_of_them_chases_poor_prospects_all_of_the_stale_group(seed: int, day: date) -> None:
    sample = life(seed, day)
    drafts = [follow_up.draft for follow_up in sample.follow_ups]
    chased = [
        draft
        for draft in drafts
        if draft.fit is Fit.POOR and (draft.done_on is None or draft.answered is False)
    ]
    assert len(chased) / len(drafts) >= 1 / 3
    circle = next(group.id for group in sample.groups if group.draft.name == "Riverside Circle")
    members = {each.contact_id for each in sample.memberships if each.group_id == circle}
    assert {draft.contact_id for draft in chased} <= members


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_put_away_is_to_be_followed_up(seed: int) -> None:
    sample = life(seed, DAYS[0])
    away = {contact.id for contact in sample.contacts if contact.draft.archived}
    still_open = [each.draft for each in sample.follow_ups if each.draft.done_on is None]
    assert not away & {draft.contact_id for draft in still_open}
