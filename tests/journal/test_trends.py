"""The reading of trends: what counts, and that the kept sums are what the reflections say."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from netjournal.errors import NotFoundError
from netjournal.journal.journal import Journal
from netjournal.model.group import GroupDraft
from netjournal.model.meeting import MeetingDraft
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import ReflectionDraft
from netjournal.model.trends import By, Figure, RatedDay, Span, Tally, Trends
from tests.conftest import SetClock
from tests.entries import STEADY, at, one_off

SOUR = ReflectionDraft(energy=1, confidence=2, pushiness=5, energy_before=4)


def reflect(journal: Journal, moment: str, draft: ReflectionDraft, group: int | None = None) -> int:
    """Reflects on a new meeting; gives its id."""
    occasion = Occasion(start=at(moment), group_id=group, meeting_id=None, name="x")
    return journal.meetings.reflect(occasion, draft).meeting_id


def everything(journal: Journal, group: int | None = None) -> Trends:
    """All time by month."""
    return journal.trends(group, Span.ALL, By.MONTH)


def test_an_empty_journal_has_nothing_to_show(journal: Journal) -> None:
    reading = journal.trends()
    assert (reading.buckets, reading.dots, reading.outlooks) == ((), (), ())
    assert reading.first_use
    assert (f"{reading.first}", f"{reading.last}") == ("2026-05-25", "2026-11-21")


def test_one_reflection_is_one_of_everything(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"))
    reflect(journal, "2026-11-17T07:00", SOUR, group)
    reading = journal.trends(group)
    tally = Tally(
        n=1, energy=1, confidence=2, pushiness=5, befores=1, energy_before=4, energy_after=1
    )
    assert [bucket.tally for bucket in reading.buckets] == [tally]
    assert reading.days == reading.dots == (RatedDay(date(2026, 11, 17), tally),)
    assert reading.outlook is not None
    assert reading.outlook.spiral is None
    assert not reading.first_use


def test_one_offs_count_in_everything_and_in_no_group(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"))
    reflect(journal, "2026-11-17T07:00", SOUR, group)
    journal.meetings.reflect(one_off("2026-11-17T19:00"), STEADY)
    assert journal.trends().n == 2
    assert journal.trends(group).n == 1
    assert [outlook.name for outlook in journal.trends().outlooks] == ["Riverside"]


def test_what_was_missed_called_off_or_is_to_come_counts_nowhere(
    journal: Journal, clock: SetClock
) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"))
    for day in (14, 15, 16):
        reflect(journal, f"2026-11-{day}T07:00", STEADY, group)
    journal.meetings.miss(journal.meetings.occasion(group, date(2026, 11, 14)))
    journal.meetings.call_off(journal.meetings.occasion(group, date(2026, 11, 15)))
    assert journal.trends(group).n == 1
    assert journal.trends(group).outlooks[0].n == 1
    clock.moment = at("2026-11-15T12:00")
    assert journal.trends(group).n == 0


def test_ten_reflections_on_one_day_are_ten_dots(journal: Journal) -> None:
    for hour in range(10):
        journal.meetings.reflect(
            one_off(f"2026-11-17T{hour:02}:00"), replace(STEADY, energy=hour % 5 + 1)
        )
    reading = journal.trends()
    assert [dot.tally.energy for dot in reading.dots] == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]
    assert [day.tally.energy for day in reading.days] == [30]


def test_a_gap_of_a_year_has_no_buckets(journal: Journal) -> None:
    for moment in ("2025-09-01T07:00", "2026-11-17T07:00"):
        journal.meetings.reflect(one_off(moment), STEADY)
    reading = everything(journal)
    assert [f"{bucket.first}" for bucket in reading.buckets] == ["2025-09-01", "2026-11-01"]
    assert f"{reading.first}" == "2025-09-01"
    assert journal.trends().n == 1


def test_the_trend_of_a_group_goes_by_when_its_meetings_were(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"))
    for day, energy in ((4, 2), (1, 5), (3, 3), (2, 4)):
        reflect(journal, f"2026-11-0{day}T07:00", replace(STEADY, energy=energy), group)
    outlook = journal.trends(group).outlook
    assert outlook is not None
    assert [rated.energy for rated in outlook.latest] == [5, 4, 3, 2]
    assert outlook.spiral == ("energy down",)


def test_energy_before_may_lie_farther_back_than_the_last_eight(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"))
    first = date(2025, 1, 1)
    for number in range(60):
        draft = SOUR if number < 3 else STEADY
        reflect(journal, f"{first + timedelta(days=number)}T07:00", draft, group)
    outlook = journal.trends(group).outlook
    assert outlook is not None
    assert outlook.energy_change == Figure(Fraction(-3), 3)
    assert outlook.n == 8


def test_a_group_that_is_gone_is_named(journal: Journal) -> None:
    with pytest.raises(NotFoundError):
        journal.trends(99)


def test_the_kept_sums_follow_every_change_and_its_undoing(journal: Journal) -> None:
    group = journal.groups.join(GroupDraft(name="Riverside"))
    first = reflect(journal, "2026-11-10T07:00", STEADY, group)
    second = reflect(journal, "2026-11-17T07:00", SOUR, group)
    before = everything(journal), everything(journal, group)
    steps = (
        lambda: journal.meetings.revise(
            first, MeetingDraft(start=at("2026-10-01T07:00"), group_id=group)
        ),
        lambda: journal.meetings.revise(second, MeetingDraft(start=at("2026-11-17T07:00"))),
        lambda: journal.meetings.reflect(
            journal.meetings.occasion(group, date(2026, 11, 17)), STEADY
        ),
        lambda: journal.meetings.delete(second),
        lambda: journal.groups.delete(group),
    )
    for step in steps:
        step()
        after = everything(journal)
        assert sum(each.tally.n for each in after.days) == len(_counted(journal))
        journal.undo()
        assert (everything(journal), everything(journal, group)) == before
        journal.redo()
        assert everything(journal) == after
        journal.undo()


def _counted(journal: Journal) -> list[int]:
    return [
        each.reflection.energy
        for each in journal.meetings.all()
        if each.reflection and not (each.cancelled or each.missed)
    ]
