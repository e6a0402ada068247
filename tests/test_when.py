"""Dates, times and durations in English."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.errors import InvalidError
from netjournal.when import (
    Prefer,
    read_coming_date,
    read_date,
    read_duration,
    read_moment,
    read_recent_date,
    read_time,
    say_day,
    say_distance,
    say_range,
    say_time,
)

TUESDAY = date(2026, 11, 17)
FAR_BACK = datetime.fromisoformat("1000-01-01")
FAR_AHEAD = datetime.fromisoformat("9000-01-01")
NOON = datetime.fromisoformat("2026-11-17T12:00")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-17"),
        ("Yesterday", "2026-11-16"),
        ("tomorrow", "2026-11-18"),
        ("tue", "2026-11-17"),
        ("on Tuesday", "2026-11-17"),
        ("wed", "2026-11-11"),
        ("thurs", "2026-11-12"),
        ("Monday", "2026-11-16"),
        ("last tue", "2026-11-10"),
        ("last mon", "2026-11-16"),
        ("next tue", "2026-11-24"),
        ("next wed", "2026-11-18"),
        ("2026-11-02", "2026-11-02"),
        ("17 Nov", "2026-11-17"),
        ("18 Nov", "2025-11-18"),
        ("17th of November", "2026-11-17"),
        ("Nov 17", "2026-11-17"),
        ("November 17, 2024", "2024-11-17"),
        ("17 Nov 2025", "2025-11-17"),
        ("Tue 17 Nov 2026", "2026-11-17"),
        ("29 Feb", "2024-02-29"),
        ("17.11.", "2026-11-17"),
        ("3.4.2026", "2026-04-03"),
        ("17/11/2026", "2026-11-17"),
        ("11/17/2026", "2026-11-17"),
        ("5/5", "2026-05-05"),
        ("3 days ago", "2026-11-14"),
        ("a week ago", "2026-11-10"),
        ("two weeks ago", "2026-11-03"),
        ("in 2 weeks", "2026-12-01"),
        ("next week", "2026-11-24"),
        ("in a month", "2026-12-17"),
        ("2 months ago", "2026-09-17"),
        ("in 12 months", "2027-11-17"),
        ("  LAST   Tue ", "2026-11-10"),
    ],
)
def test_a_day_is_read(words: str, day: str) -> None:
    assert read_date(words, TUESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tue", "2026-11-17"),
        ("mon", "2026-11-23"),
        ("next tue", "2026-11-24"),
        ("last tue", "2026-11-10"),
        ("16 Nov", "2027-11-16"),
        ("18 Nov", "2026-11-18"),
        ("29 Feb", "2028-02-29"),
    ],
)
def test_a_day_is_looked_for_ahead(words: str, day: str) -> None:
    assert read_date(words, TUESDAY, prefer="future") == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("in 1 month", "2027-01-31", "2027-02-28"),
        ("in a month", "2028-01-31", "2028-02-29"),
        ("in 3 months", "2026-11-30", "2027-02-28"),
        ("in a month", "2026-12-31", "2027-01-31"),
        ("one month ago", "2026-03-31", "2026-02-28"),
        ("in two months", "2026-06-30", "2026-08-30"),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last(words: str, today: str, day: str) -> None:
    assert read_date(words, date.fromisoformat(today)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("30 Nov", "2026-11-30"),
        ("3 Jan", "2027-01-03"),
        ("19 Jan", "2026-01-19"),
        ("3 March", "2026-03-03"),
        ("16 Nov", "2026-11-16"),
        ("Mon 30 Nov", "2026-11-30"),
        ("Mon 16 Nov", "2026-11-16"),
        ("wed", "2026-11-11"),
        ("next wed", "2026-11-18"),
        ("tomorrow", "2026-11-18"),
        ("2027-06-01", "2027-06-01"),
    ],
)
def test_a_recent_day_may_be_a_date_of_the_next_two_months(words: str, day: str) -> None:
    assert read_recent_date(words, TUESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("words", "since", "day"),
    [
        ("16 Nov", None, "2026-11-16"),
        ("17 Nov", None, "2026-11-17"),
        ("16 Sep", None, "2026-09-16"),
        ("15 Sep", None, "2027-09-15"),
        ("3 Dec", None, "2026-12-03"),
        ("29 Feb", None, "2028-02-29"),
        ("mon", None, "2026-11-23"),
        ("last mon", None, "2026-11-16"),
        ("mon", "2026-11-16", "2026-11-16"),
        ("mon", "2026-11-17", "2026-11-23"),
        ("3 March", "2026-03-01", "2026-03-03"),
        ("2025-06-01", None, "2025-06-01"),
        ("yesterday", None, "2026-11-16"),
    ],
)
def test_a_coming_day_may_be_a_date_of_the_last_two_months_or_one_since_a_day(
    words: str, since: str | None, day: str
) -> None:
    after = date.fromisoformat(since) if since else None
    assert read_coming_date(words, TUESDAY, after) == date.fromisoformat(day)


def test_a_day_that_cannot_be_read_ahead_is_refused_with_days_ahead() -> None:
    with pytest.raises(InvalidError, match="such as tomorrow, fri, in 2 weeks"):
        read_date("some day", TUESDAY, prefer="future")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (-60, "60 days ago"),
        (61, "in 2 months"),
        (-365, "12 months ago"),
        (730, "in 24 months"),
        (-731, "2 years ago"),
        (-3652, "9 years ago"),
        (-3653, "10 years ago"),
    ],
)
def test_a_distance_is_said_in_words(days: int, said: str) -> None:
    assert say_distance(TUESDAY + timedelta(days=days), TUESDAY) == said


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "soon",
        "7",
        "1",
        "17",
        "3/4",
        "3/4/2026",
        "3-4-2026",
        "31 Feb",
        "30 Feb 2026",
        "2026-13-01",
        "2026-1-1",
        "Wed 17 Nov 2026",
        "in 2 weeks ago",
        "2 weeks",
        "last",
        "end of month",
        "tue wed",
        "١٧ Nov",
        "17 Nov " * 40,
        "0000-01-01",
    ],
)
def test_other_days_are_refused(words: str) -> None:
    with pytest.raises(InvalidError) as refused:
        read_date(words, TUESDAY)
    assert list(refused.value.fields) == ["when"]


def test_a_numeric_date_that_could_be_two_asks_for_another_form() -> None:
    with pytest.raises(InvalidError, match=r"3/4 could be two days; type it as 2026-11-17"):
        read_date("3/4", TUESDAY)


def test_a_wrong_weekday_is_named() -> None:
    with pytest.raises(InvalidError, match="Tue 17 Nov 2026 is another weekday"):
        read_date("Wed 17 Nov 2026", TUESDAY)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("tue 7am", "2026-11-17T07:00"),
        ("7am tue", "2026-11-17T07:00"),
        ("tue at 7", "2026-11-17T07:00"),
        ("tue 7 PM", "2026-11-10T19:00"),
        ("today 7pm", "2026-11-17T19:00"),
        ("at 07:00", "2026-11-17T07:00"),
        ("7 o'clock", "2026-11-17T07:00"),
        ("yesterday 19h", "2026-11-16T19:00"),
        ("yesterday 19h30", "2026-11-16T19:30"),
        ("yesterday noon", "2026-11-16T12:00"),
        ("last tue 7.30", "2026-11-10T07:30"),
        ("2026-11-17T07:00", "2026-11-17T07:00"),
        ("2026-11-17 07:00", "2026-11-17T07:00"),
        ("Tue 17 Nov, 07:00", "2026-11-17T07:00"),
        ("3 days ago at 12:15am", "2026-11-14T00:15"),
        ("12pm today", "2026-11-17T12:00"),
    ],
)
def test_a_moment_is_read(words: str, moment: str) -> None:
    assert read_moment(words, NOON) == datetime.fromisoformat(moment)


def test_a_moment_ahead_is_not_already_past() -> None:
    assert read_moment("tue 7am", NOON, prefer="future") == NOON.replace(day=24, hour=7)
    assert read_moment("tue 7pm", NOON, prefer="future") == NOON.replace(day=17, hour=19)


def test_a_moment_without_a_time_is_a_day() -> None:
    moment = read_moment("tue", NOON)
    assert moment == TUESDAY
    assert not isinstance(moment, datetime)


@pytest.mark.parametrize(
    "words",
    ["", "7", "tue 25:00", "tue 13pm", "tue 0am", "17.11", "17 Nov 2026 7 8", "tue 07:60", "at at"],
)
def test_other_moments_are_refused(words: str) -> None:
    with pytest.raises(InvalidError) as refused:
        read_moment(words, NOON)
    assert list(refused.value.fields) == ["when"]


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("7", time(7)),
        ("07:00", time(7)),
        ("7am", time(7)),
        ("7 pm", time(19)),
        ("7.30", time(7, 30)),
        ("7:30pm", time(19, 30)),
        ("0730", time(7, 30)),
        ("19h", time(19)),
        ("at 12am", time(0)),
        ("noon", time(12)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read(words: str, clock: time) -> None:
    assert read_time(words) == clock


@pytest.mark.parametrize("words", ["", "24", "13pm", "0pm", "7:60", "seven", "7:3", "-7", "730"])
def test_other_times_are_refused(words: str) -> None:
    with pytest.raises(InvalidError) as refused:
        read_time(words)
    assert list(refused.value.fields) == ["time"]


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("90", 90),
        ("90 min", 90),
        ("90m", 90),
        ("45 minutes", 45),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("1:30", 90),
        ("2h", 120),
        ("2 hours", 120),
        ("1 hour 15 minutes", 75),
        ("24h", 1440),
    ],
)
def test_a_duration_is_read(words: str, minutes: int) -> None:
    assert read_duration(words) == minutes


@pytest.mark.parametrize("words", ["", "0", "-5", "long", "1441", "25h", "1.5", "h"])
def test_other_durations_are_refused(words: str) -> None:
    with pytest.raises(InvalidError) as refused:
        read_duration(words)
    assert list(refused.value.fields) == ["duration"]


def test_days_and_times_are_said() -> None:
    assert say_day(TUESDAY) == "Tue 17 Nov 2026"
    assert say_day(TUESDAY, today=date(2026, 1, 1)) == "Tue 17 Nov"
    assert say_day(TUESDAY, today=date(2027, 1, 1)) == "Tue 17 Nov 2026"
    assert say_time(time(7, 5)) == "07:05"
    assert say_time(time(23), 90) == "23:00–00:30"
    assert say_range(NOON, 90, TUESDAY) == "Tue 17 Nov, 12:00–13:30"
    assert say_range(NOON) == "Tue 17 Nov 2026, 12:00"


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.dates())
def test_a_day_said_is_read_again(day: date, today: date) -> None:
    assert read_date(say_day(day), today) == day
    assert read_date(day.isoformat(), today) == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-180, 0))
def test_a_day_said_without_its_year_is_the_latest(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    said = f"{day.day} {say_day(day).split()[2]}"
    found = read_date(said, today)
    assert found == day


@given(st.datetimes(FAR_BACK, FAR_AHEAD))
def test_a_moment_said_is_read_again(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert read_moment(say_range(minute), NOON) == minute
    assert read_moment(minute.isoformat(timespec="minutes"), NOON) == minute


WORDS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            ("last", "next", "tue", "17", "Nov", "2026", "7am", "at", "ago", "in", "weeks", "99/99")
        )
        | st.sampled_from(("9999", "31.2.", ":", "12:00", "29 Feb", "0", "-")),
        max_size=8,
    ).map(" ".join),
)


@given(WORDS, st.datetimes(FAR_BACK, FAR_AHEAD), st.sampled_from(("past", "future")))
def test_any_words_give_a_value_or_a_sentence(words: str, now: datetime, prefer: Prefer) -> None:
    with suppress(InvalidError):
        read_moment(words, now, prefer=prefer)
    with suppress(InvalidError):
        read_date(words, now.date(), prefer=prefer)
    for measure in (read_time, read_duration):
        with suppress(InvalidError):
            measure(words)
