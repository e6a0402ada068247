"""What a schedule's words come to, and how they are refused."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.errors import InvalidError
from netjournal.model.schedule import Schedule
from netjournal.ui.widgets.schedule_words import ScheduleWords
from netjournal.when import read_nearest_date

WEDNESDAY = date(2026, 11, 18)


def test_nothing_typed_is_no_schedule() -> None:
    assert ScheduleWords().read(WEDNESDAY) is None
    assert ScheduleWords(rule="  ").read(WEDNESDAY) is None


def test_words_come_to_a_schedule_from_its_next_date() -> None:
    words = ScheduleWords(rule="every second thursday", start_time="7", duration_minutes="1h30")
    assert words.read(WEDNESDAY) == Schedule(
        rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        anchor=date(2026, 11, 19),
        start_time=time(7),
        duration_minutes=90,
    )


def test_a_date_it_meets_is_its_anchor() -> None:
    words = ScheduleWords(rule="every second thursday", start_time="7", anchor="last thu")
    schedule = words.read(WEDNESDAY)
    assert schedule is not None
    assert schedule.anchor == date(2026, 11, 12)
    assert schedule.duration_minutes is None


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (ScheduleWords(start_time="7"), "rule"),
        (ScheduleWords(rule="now and then", start_time="7"), "rule"),
        (ScheduleWords(rule="FREQ=SECONDLY", start_time="7"), "rule"),
        (ScheduleWords(rule="tuesdays"), "start_time"),
        (ScheduleWords(rule="tuesdays", start_time="25:00"), "start_time"),
        (ScheduleWords(rule="tuesdays", start_time="7", duration_minutes="x"), "duration_minutes"),
        (ScheduleWords(rule="tuesdays", start_time="7", anchor="some day"), "anchor"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(words: ScheduleWords, field: str) -> None:
    with pytest.raises(InvalidError) as refusal:
        words.read(WEDNESDAY)
    assert set(refusal.value.fields) == {field}
    assert refusal.value.fields[field].endswith(".")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(InvalidError) as refusal:
        ScheduleWords(rule="?", start_time="?", duration_minutes="?", anchor="?").read(WEDNESDAY)
    assert set(refusal.value.fields) == {"rule", "start_time", "duration_minutes", "anchor"}


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "FREQ=MONTHLY;BYDAY=2TH",
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "FREQ=WEEKLY;COUNT=6;BYDAY=TU",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO",
    ],
)
@given(
    anchor=st.dates(date(2000, 1, 1), date(2050, 1, 1)),
    start_time=st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    minutes=st.none() | st.integers(1, 24 * 60),
)
def test_a_schedule_in_words_is_read_as_the_same_schedule(
    rule: str, anchor: date, start_time: time, minutes: int | None
) -> None:
    schedule = Schedule(rule=rule, anchor=anchor, start_time=start_time, duration_minutes=minutes)
    assert ScheduleWords.of(schedule).read(WEDNESDAY) == schedule


def test_of_two_days_the_nearer_is_meant() -> None:
    assert read_nearest_date("17 Nov", WEDNESDAY) == date(2026, 11, 17)
    assert read_nearest_date("26 Nov", WEDNESDAY) == date(2026, 11, 26)
    assert read_nearest_date("2 Jan", WEDNESDAY) == date(2027, 1, 2)
