"""Which lines Today shows in the room there is."""

from datetime import date, datetime, timedelta

import pytest
from rich.cells import cell_len

from netjournal.model.occasion import Occasion
from netjournal.model.today import (
    Latest,
    PlannedWork,
    Today,
    TodayFollowUp,
    TodayInvitation,
    TodayPrep,
)
from netjournal.ui.screens.today_lines import TodayReading, today_lines
from netjournal.ui.screens.today_rows import (
    Invitation,
    Invited,
    More,
    Older,
    Section,
    Strip,
    ToReview,
    Waiting,
)
from netjournal.ui.widgets.agenda import Line

NOW = datetime.fromisoformat("2026-11-18T09:30")
EMPTY = Today(
    now=NOW,
    groups=1,
    contacts=0,
    waiting=(),
    older_waiting=0,
    planned_work=(),
    coming=(),
    latest=(),
)


def occasion(days: int, name: str = "Riverside", group_id: int | None = 1) -> Occasion:
    start = NOW + timedelta(days=days)
    return Occasion(start=start, group_id=group_id, meeting_id=None, name=name, duration_minutes=90)


def latest(days: int) -> Latest:
    return Latest(
        meeting_id=-days,
        start=NOW + timedelta(days=days),
        name="Riverside",
        energy=4,
        confidence=3,
        pushiness=1,
        people_count=9,
    )


FULL = EMPTY._replace(
    waiting=tuple(occasion(-day) for day in range(9)),
    older_waiting=5,
    planned_work=tuple(
        PlannedWork(meeting_id=day, start=NOW, name="Riverside", planned_work="Two proposals")
        for day in range(6)
    ),
    coming=tuple(occasion(day) for day in range(1, 8)),
    latest=(latest(-1), latest(-8), latest(-400)),
    follow_ups=(
        TodayFollowUp(
            follow_up_id=1, contact_id=2, name="Ana Ruiz", what="Send it", due="2026-11-16"
        ),
    ),
    strip=(*(None,) * 10, (2, 3, 5), (4, 4, 1)),
)


def said(lines: list[Line]) -> list[str]:
    return [line.content.plain.rstrip() for line in lines]


def test_a_first_run_invites() -> None:
    lines = today_lines(TodayReading(EMPTY._replace(groups=0)), 76, 20)
    assert [line.subject for line in lines if line.subject] == list(Invitation)
    assert "name your first group" in "\n".join(said(lines))


def test_nothing_to_do_is_one_calm_sentence() -> None:
    assert said(today_lines(TodayReading(EMPTY), 76, 20)) == ["Nothing waits for you."]
    calm = EMPTY._replace(coming=(occasion(1),))
    assert said(today_lines(TodayReading(calm), 76, 20))[0] == (
        "Nothing waits for you. Next is Riverside, tomorrow."
    )


def test_a_section_that_is_full_shows_three_lines_and_counts_the_rest() -> None:
    lines = today_lines(TodayReading(FULL), 76, 21)
    waiting = [line.subject for line in lines if isinstance(line.subject, Waiting)]
    assert len(waiting) == 3
    assert More(Section.WAITING, 6) in [line.subject for line in lines]
    assert More(Section.COMING, 4) in [line.subject for line in lines]
    assert Older(5) in [line.subject for line in lines]
    assert "  +6 more" in said(lines)
    assert "  and 5 from before that" in said(lines)


def test_a_single_line_more_is_shown_rather_than_counted() -> None:
    four = FULL._replace(waiting=FULL.waiting[:4], planned_work=())
    lines = today_lines(TodayReading(four), 76, 10)
    assert len([line for line in lines if isinstance(line.subject, Waiting)]) == 4


def test_with_room_for_everything_everything_is_shown() -> None:
    lines = today_lines(TodayReading(FULL), 110, 60)
    assert not [line for line in lines if isinstance(line.subject, More)]
    assert len([line for line in lines if isinstance(line.subject, Waiting)]) == 9


def test_an_opened_section_is_shown_whole() -> None:
    lines = today_lines(TodayReading(FULL), 76, 21, {Section.WAITING})
    assert len([line for line in lines if isinstance(line.subject, Waiting)]) == 9
    assert More(Section.COMING, 4) in [line.subject for line in lines]


def test_sections_come_in_the_order_they_are_read() -> None:
    headings = said(today_lines(TodayReading(FULL), 76, 60))
    places = [
        next(place for place, line in enumerate(headings) if line.startswith(section.value))
        for section in Section
    ]
    assert places == sorted(places)


def test_a_begun_reflection_is_marked_at_its_meeting() -> None:
    begun = occasion(-2)
    reading = TodayReading(EMPTY._replace(waiting=(occasion(-1), begun)), (begun,))
    first, second = [line for line in today_lines(reading, 76, 20) if line.subject]
    assert "draft kept" not in first.content.plain
    assert "draft kept, r goes on" in second.content.plain
    assert second.subject == Waiting(begun, kept=True)


def test_a_begun_reflection_of_another_meeting_has_a_line_of_its_own() -> None:
    expo = occasion(-40, "Expo", None)
    lines = today_lines(TodayReading(EMPTY._replace(groups=0), (expo,)), 76, 20)
    assert [line.subject for line in lines if line.subject] == [Waiting(expo, kept=True)]
    assert "Expo" in lines[1].content.plain


@pytest.mark.parametrize("width", [36, 56, 60, 76, 90, 112])
@pytest.mark.parametrize(
    "name", ["Riverside", "Founders [/] 会 Zürich", "Bob\x1b[31m\u202e", "a" * 99]
)
def test_lines_are_as_wide_as_the_room_whatever_is_in_them(width: int, name: str) -> None:
    today = FULL._replace(
        waiting=(occasion(-1, name),),
        coming=(occasion(1, name)._replace(place=name),),
        latest=(latest(-1)._replace(name=name),),
        planned_work=(FULL.planned_work[0]._replace(planned_work=name, name=name),),
    )
    for line in today_lines(TodayReading(today), width, 40):
        assert cell_len(line.content.plain) <= width
        assert line.content.plain.isprintable()


def test_a_narrow_terminal_keeps_what_matters_most() -> None:
    lines = said(today_lines(TodayReading(FULL._replace(waiting=(occasion(0),))), 40, 60))
    assert "  Wed 18 Nov   09:30  Riverside    today" in lines
    assert any(line.endswith("▆ 4  ▄ 3  · 1") for line in lines)


def asked(start: str) -> TodayInvitation:
    return TodayInvitation(
        invitation_id=1, contact_id=2, meeting_id=3, start=start, name="Li Wei", title="Riverside"
    )


def test_what_wants_an_answer_says_its_keys() -> None:
    today = EMPTY._replace(
        invitations=(asked("2026-11-17T07:00"),),
        older_invitations=2,
        follow_ups=FULL.follow_ups,
    )
    lines = "\n".join(said(today_lines(TodayReading(today), 100, 30)))
    assert "Nothing waits" not in lines
    for words in ("Tue 17 Nov", "Li Wei came?", "y yes  x no  c declined", "and 2 from before"):
        assert words in lines
    for words in ("Mon 16 Nov", "Send it", "Ana Ruiz", "y done  x no answer  s later"):
        assert words in lines


def test_a_week_to_review_is_a_line() -> None:
    today = EMPTY._replace(to_review=date(2026, 11, 9))
    (line,) = [line for line in today_lines(TodayReading(today), 76, 20) if line.subject]
    assert line.subject == ToReview(date(2026, 11, 9))
    assert "the week of Mon 9 Nov" in line.content.plain


def test_a_meeting_to_come_says_what_to_prepare_as_far_as_there_is_room() -> None:
    prep = TodayPrep(group_id=1, no_why=2, to_meet=("Li Wei", "Bo Lind"))
    today = EMPTY._replace(coming=(occasion(1),), prep=(prep,), out=(1,))
    wide = "\n".join(said(today_lines(TodayReading(today), 110, 30)))
    assert "1 invited · 2 whys to ask · meet Li Wei" in wide
    narrow = "\n".join(said(today_lines(TodayReading(today), 76, 30)))
    assert "1 invited" in narrow
    assert "whys to ask" not in narrow
    assert "tomorrow" in "\n".join(
        said(today_lines(TodayReading(today._replace(prep=(None,), out=(0,))), 76, 30))
    )


def test_the_strip_shows_twelve_weeks_and_leaves_those_without_a_reflection_blank() -> None:
    today = EMPTY._replace(strip=(*(None,) * 10, (2, 3, 5), (4, 4, 1)), days_since_invited=23)
    energy, confidence, pushiness, invited = [
        line.content.plain.strip()
        for line in today_lines(TodayReading(today), 76, 30)
        if isinstance(line.subject, Strip | Invited)
    ]
    assert energy == "Energy        " + " " * 10 + "▂▆  ▆ 4 lively"
    assert confidence.endswith("▄▆  ▆ 4 sure")
    assert pushiness.endswith("█·  · 1 relaxed")
    assert invited == "Last invited  23 days ago"


def test_before_the_first_reflection_there_is_no_strip() -> None:
    today = EMPTY._replace(strip=(None,) * 12, days_since_invited=3)
    assert said(today_lines(TodayReading(today), 76, 30)) == ["Nothing waits for you."]
