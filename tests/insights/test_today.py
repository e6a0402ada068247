"""What Today makes of its inputs, worked out by hand."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.today import today
from netjournal.model.today import TodayInputs, TodayMeeting

NOW = datetime.fromisoformat("2026-11-18T12:30")
RIVERSIDE = TodayMeeting(
    start="2026-11-17T07:00",
    name="Riverside",
    group_id=1,
    meeting_id=None,
    duration_minutes=90,
    place="Mill Café",
    waits=True,
    called_off=False,
)


def inputs(*meetings: TodayMeeting, **rest: object) -> TodayInputs:
    empty = TodayInputs(groups=1, contacts=0, meetings=meetings, older_waiting=(), latest=())
    return replace(empty, **rest)  # type: ignore[arg-type]


def at(start: str, meeting: TodayMeeting = RIVERSIDE, **changes: object) -> TodayMeeting:
    return replace(meeting, start=start, **changes)  # type: ignore[arg-type]


def test_a_begun_meeting_waits_and_says_what_it_is() -> None:
    (occasion,) = today(inputs(RIVERSIDE), NOW).waiting
    assert occasion.start == datetime.fromisoformat("2026-11-17T07:00")
    assert (occasion.group_id, occasion.meeting_id) == (1, None)
    assert (occasion.name, occasion.duration_minutes, occasion.place) == (
        "Riverside",
        90,
        "Mill Café",
    )


def test_a_meeting_waits_from_the_minute_it_begins() -> None:
    meeting = at("2026-11-18T12:30")
    assert today(inputs(meeting), NOW).waiting
    before = today(inputs(meeting), NOW - timedelta(minutes=1))
    assert not before.waiting
    assert len(before.coming) == 1


def test_waiting_meetings_are_newest_first() -> None:
    meetings = [at("2026-11-05T07:00"), at("2026-11-10T07:00"), at("2026-11-17T07:00")]
    assert [occasion.start.day for occasion in today(inputs(*meetings), NOW).waiting] == [17, 10, 5]


def test_meetings_wait_for_fourteen_days() -> None:
    first, second = at("2026-11-03T07:00"), at("2026-11-04T00:00")
    assert [o.start.day for o in today(inputs(first, second), NOW).waiting] == [4]


def test_after_fourteen_days_meetings_are_only_counted() -> None:
    meetings = [at("2026-11-02T07:00"), at("2026-11-03T07:00"), at("2026-11-03T18:00", waits=False)]
    reading = today(inputs(*meetings, older_waiting=("2026-01-05T07:00",)), NOW)
    assert reading.older_waiting == 3
    assert not reading.waiting


def test_a_meeting_that_wants_no_reflection_neither_waits_nor_comes() -> None:
    past = at("2026-11-17T07:00", waits=False)
    called_off = at("2026-11-20T07:00", waits=False, called_off=True)
    reading = today(inputs(past, called_off), NOW)
    assert reading.waiting == reading.coming == ()


def test_the_next_seven_days_come_soonest_first() -> None:
    starts = ["2026-11-18T18:00", "2026-11-24T07:00", "2026-11-25T23:59", "2026-11-26T00:00"]
    coming = today(inputs(*map(at, starts)), NOW).coming
    assert [occasion.start.isoformat(timespec="minutes") for occasion in coming] == starts[:3]


def test_planned_work_is_asked_once_the_meeting_is_over() -> None:
    meeting = at("2026-11-18T11:01", meeting_id=7, planned_work="Two proposals", waits=False)
    assert not today(inputs(meeting), NOW).planned_work
    (work,) = today(inputs(meeting), NOW + timedelta(minutes=1)).planned_work
    assert (work.meeting_id, work.name, work.planned_work) == (7, "Riverside", "Two proposals")


def test_planned_work_is_asked_newest_first_for_fourteen_days() -> None:
    days = ["2026-11-03T07:00", "2026-11-04T07:00", "2026-11-17T07:00"]
    meetings = [at(day, meeting_id=number, planned_work="Call") for number, day in enumerate(days)]
    assert [work.meeting_id for work in today(inputs(*meetings), NOW).planned_work] == [2, 1]


def test_latest_reflections_keep_their_order_and_ratings() -> None:
    meeting = at("2026-11-17T07:00", meeting_id=3, energy=4, confidence=3, pushiness=1)
    older = at("2026-06-02T07:00", replace(meeting, meeting_id=2, energy=2, people_count=9))
    first, second = today(inputs(latest=(meeting, older)), NOW).latest
    assert (first.meeting_id, first.energy, first.confidence, first.pushiness) == (3, 4, 3, 1)
    assert (second.meeting_id, second.energy, second.people_count) == (2, 2, 9)


def test_counts_are_passed_on() -> None:
    reading = today(inputs(groups=4, contacts=120), NOW)
    assert (reading.groups, reading.contacts, reading.now) == (4, 120, NOW)


@given(
    hours=st.lists(st.integers(-21 * 24, 21 * 24), max_size=30),
    later=st.integers(0, 14 * 24),
)
def test_no_meeting_is_both_waiting_and_coming_whenever_it_is_read(
    hours: list[int], later: int
) -> None:
    starts = [NOW + timedelta(hours=hour) for hour in sorted(set(hours))]
    meetings = [at(start.isoformat(timespec="minutes")) for start in starts]
    now = NOW + timedelta(hours=later)
    reading = today(inputs(*meetings), now)
    waiting = [occasion.start for occasion in reading.waiting]
    coming = [occasion.start for occasion in reading.coming]
    assert waiting == sorted(waiting, reverse=True)
    assert coming == sorted(coming)
    assert not set(waiting) & set(coming)
    assert all(start <= now for start in waiting)
    assert all(now < start for start in coming)
