"""What Today makes of its inputs, worked out by hand."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.today import today
from netjournal.model.today import (
    TodayFollowUp,
    TodayInputs,
    TodayInvitation,
    TodayMeeting,
    TodayPrep,
)

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
    return empty._replace(**rest)  # type: ignore[arg-type]


def at(start: str, meeting: TodayMeeting = RIVERSIDE, **changes: object) -> TodayMeeting:
    return meeting._replace(start=start, **changes)  # type: ignore[arg-type]


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
    older = at("2026-06-02T07:00", meeting._replace(meeting_id=2, energy=2, people_count=9))
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


def invitation(start: str, meeting_id: int = 7) -> TodayInvitation:
    return TodayInvitation(
        invitation_id=1,
        contact_id=2,
        meeting_id=meeting_id,
        start=start,
        name="Ana Ruiz",
        title="Riverside",
    )


def follow_up(due: str) -> TodayFollowUp:
    return TodayFollowUp(follow_up_id=1, contact_id=2, name="Ana Ruiz", what="Call", due=due)


def test_invitations_are_asked_about_from_the_minute_their_meeting_begins() -> None:
    asked = (invitation("2026-11-18T12:31"), invitation("2026-11-18T12:30"))
    found = today(inputs(invitations=asked, older_invitations=4), NOW)
    assert [each.start for each in found.invitations] == ["2026-11-18T12:30"]
    assert found.older_invitations == 4


def test_follow_ups_are_due_on_their_day() -> None:
    open_ones = (follow_up("2026-11-01"), follow_up("2026-11-18"), follow_up("2026-11-19"))
    found = today(inputs(follow_ups=open_ones), NOW).follow_ups
    assert [each.due for each in found] == ["2026-11-01", "2026-11-18"]


def test_a_meeting_to_come_is_prepared() -> None:
    prep = TodayPrep(group_id=1, no_why=2, to_meet=("Li Wei",))
    known = at("2026-11-20T07:00", meeting_id=7)
    one_off = at("2026-11-21T07:00", group_id=None, meeting_id=8)
    out = (invitation("2026-11-20T07:00"), invitation("2026-11-20T07:00"))
    found = today(inputs(known, one_off, prep=(prep,), invitations=out), NOW)
    assert found.prep == (prep, None)
    assert found.out == (2, 0)


def test_the_strip_shows_the_mean_of_each_week_a_half_rounded_up() -> None:
    weeks = (
        # The week before the first of the twelve is left out.
        ("2026-08-24", 1, 1, 1, 1),
        ("2026-08-31", 3, 13, 11, 4),
        ("2026-11-16", 2, 5, 9, 2),
    )
    strip = today(inputs(weeks=weeks), NOW).strip
    assert len(strip) == 12
    # 13/3 = 4.33, 11/3 = 3.67, 4/3 = 1.33; 5/2 and 9/2 are halves.
    assert (strip[0], strip[-1]) == ((4, 4, 1), (3, 5, 1))
    assert set(strip[1:-1]) == {None}


def test_weeks_may_begin_on_a_sunday() -> None:
    weeks = (("2026-11-15", 1, 5, 4, 3),)
    assert today(inputs(weeks=weeks, week_begins=6), NOW).strip[-1] == (5, 4, 3)
    assert today(inputs(weeks=weeks), NOW).strip[-1] is None


def test_the_days_since_i_last_invited_someone() -> None:
    assert today(inputs(), NOW).days_since_invited is None
    assert today(inputs(last_invited="2026-11-18"), NOW).days_since_invited == 0
    assert today(inputs(last_invited="2026-10-18"), NOW).days_since_invited == 31
    # The clock was set back.
    assert today(inputs(last_invited="2026-12-18"), NOW).days_since_invited == 0


def test_last_week_is_to_be_reviewed_if_something_happened_in_it() -> None:
    held = at("2026-11-10T07:00", energy=4, waits=False)
    monday = datetime.fromisoformat("2026-11-09T00:00").date()
    assert today(inputs(held), NOW).to_review == monday
    assert today(inputs(held, reviewed="2026-11-02"), NOW).to_review == monday
    assert today(inputs(held, reviewed="2026-11-09"), NOW).to_review is None
    assert today(inputs(at("2026-11-10T07:00")), NOW).to_review is None
    assert today(inputs(), NOW).to_review is None


def test_this_week_is_to_be_reviewed_from_its_friday_on() -> None:
    held = at("2026-11-17T07:00", people_count=3)
    thursday = datetime.fromisoformat("2026-11-19T23:59")
    assert today(inputs(held), thursday).to_review is None
    friday = thursday + timedelta(minutes=1)
    assert today(inputs(held), friday).to_review == date(2026, 11, 16)
