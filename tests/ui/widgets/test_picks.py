"""Which meeting typed words mean."""

from datetime import UTC, date, datetime, timedelta

import pytest

from netjournal.model.draft import Draft, subject_of
from netjournal.model.group import GroupLine, Status
from netjournal.model.occasion import Occasion
from netjournal.ui.screens.which_meeting import only_likely
from netjournal.ui.widgets.picks import Choices, picks
from tests.entries import at

NOW = datetime.fromisoformat("2026-11-18T09:30")


def group(number: int, name: str) -> GroupLine:
    return GroupLine(
        id=number,
        name=name,
        kind=None,
        status=Status.MEMBER,
        commitment=None,
        schedule="",
        next_start=None,
        last_start=None,
        meetings=0,
        reflections=0,
        people=0,
    )


def occasion(name: str, days_ago: int, group_id: int | None = 1) -> Occasion:
    start = NOW.replace(hour=7, minute=0) - timedelta(days=days_ago)
    return Occasion(start=start, group_id=group_id, meeting_id=None, name=name)


RIVERSIDE, CHAMBER = occasion("BNI Riverside", 1), occasion("Chamber [/]", 5, 2)
CHOICES = Choices(
    now=NOW,
    occasions=(RIVERSIDE, CHAMBER),
    groups=(group(1, "BNI Riverside"), group(2, "Chamber [/]")),
)


def test_nothing_typed_lists_what_waits_newest_first() -> None:
    assert [pick.occasion for pick in picks(CHOICES, "")] == [RIVERSIDE, CHAMBER]


def test_kept_drafts_come_first() -> None:
    draft = Draft(
        id="d",
        form="reflection",
        subject=subject_of(CHAMBER),
        body="",
        saved_at=datetime(2026, 11, 18, tzinfo=UTC),
    )
    first = picks(Choices(now=NOW, occasions=(RIVERSIDE,), drafts=(draft,)), "")[0]
    assert (first.draft_id, first.hint) == ("d", "draft kept")


def test_words_narrow_the_list() -> None:
    assert [pick.occasion for pick in picks(CHOICES, "cham")] == [CHAMBER]


def test_a_group_and_a_moment_mean_that_groups_meeting() -> None:
    found = picks(CHOICES, "river last thu 7am")
    assert [(pick.group_id, pick.when) for pick in found] == [
        (1, datetime.fromisoformat("2026-11-12T07:00")),
        (None, datetime.fromisoformat("2026-11-12T07:00")),
    ]


def test_a_day_alone_offers_every_group() -> None:
    found = [pick for pick in picks(CHOICES, "yesterday") if pick.occasion is None]
    assert [(pick.group_id, pick.when) for pick in found] == [
        (1, date(2026, 11, 17)),
        (2, date(2026, 11, 17)),
    ]


def test_a_title_and_a_moment_mean_a_one_off() -> None:
    (pick,) = picks(CHOICES, "book fair yesterday 6pm")
    assert (pick.title, pick.when) == ("book fair", datetime.fromisoformat("2026-11-17T18:00"))


@pytest.mark.parametrize("typed", ["book fair", "zzz 99:99", "\x1b[2J"])
def test_nonsense_means_nothing(typed: str) -> None:
    assert picks(CHOICES, typed) == ()


def test_a_single_group_that_lately_met_is_likely() -> None:
    old = occasion("Chamber", 15, 2)
    one_off = Occasion(start=at("2026-11-17T07:00"), group_id=None, meeting_id=4, name="Fair")
    assert only_likely((RIVERSIDE, one_off, occasion("BNI Riverside", 8), old), NOW) == RIVERSIDE
    assert only_likely((RIVERSIDE, CHAMBER), NOW) is None
    assert only_likely((old,), NOW) is None
