"""When groups meet."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netjournal.errors import InvalidError
from netjournal.model.rule_words import EXAMPLES, rule_in_words
from netjournal.model.schedule import (
    Schedule,
    check,
    dates,
    describe,
    first_date,
    next_starts,
    rule_from_words,
)

SEVEN = time(7)
THURSDAY = date(2026, 11, 26)
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def schedule(rule: str, anchor: date = THURSDAY, applies_from: date | None = None) -> Schedule:
    return Schedule(rule=rule, anchor=anchor, start_time=SEVEN, applies_from=applies_from)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


def days(rule: str, first: str, last: str, anchor: date = THURSDAY) -> list[str]:
    starts = dates([schedule(rule, anchor)], date.fromisoformat(first), date.fromisoformat(last))
    return [start.date().isoformat() for start in starts]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("every Tuesday", "FREQ=WEEKLY;BYDAY=TU"),
        ("Tuesdays", "FREQ=WEEKLY;BYDAY=TU"),
        ("weekly on tue", "FREQ=WEEKLY;BYDAY=TU"),
        ("each Tues. and Thurs.", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("Mon, Wed & Fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("every second Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every other thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("alternate Thursdays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every 2 weeks on Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("Thursday every two weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("fortnightly on Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every 3rd Thursday", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH"),
        ("2nd Thursday", "FREQ=MONTHLY;BYDAY=2TH"),
        ("the second Thursday of the month", "FREQ=MONTHLY;BYDAY=2TH"),
        ("every second Thursday of the month", "FREQ=MONTHLY;BYDAY=2TH"),
        ("2nd and 4th Thursday", "FREQ=MONTHLY;BYDAY=2TH,4TH"),
        ("every first and third Monday of each month", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("2nd Tuesday and 4th Thursday", "FREQ=MONTHLY;BYDAY=2TU,4TH"),
        ("last Friday", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every last Friday", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every first Monday", "FREQ=MONTHLY;BYDAY=1MO"),
        ("once a month on the 3rd Tuesday", "FREQ=MONTHLY;BYDAY=3TU"),
        ("2nd Thursday of every second month", "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TH"),
        ("quarterly on the first Monday", "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO"),
        ("monthly on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("15th of the month", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("monthly on 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("1st and 15th", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("the second day of every month", "FREQ=MONTHLY;BYMONTHDAY=2"),
        ("last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every day", "FREQ=DAILY"),
        ("every 10 days", "FREQ=DAILY;INTERVAL=10"),
        ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("monthly", "FREQ=MONTHLY"),
        ("yearly", "FREQ=YEARLY"),
        ("rrule: freq=weekly; byday=tu;", "FREQ=WEEKLY;BYDAY=TU"),
    ],
)
def test_words_become_a_rule(words: str, rule: str) -> None:
    assert rule_from_words(words) == rule


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "soon",
        "5",
        "every",
        "bimonthly",
        "last weekday of the month",
        "Thursday of the month",
        "weekly on the 2nd Thursday",
        "Tuesday and 2nd Thursday",
        "40th of the month",
        "every 0 weeks",
        "second second",
        "last",
        "second",
        "２nd Thursday of January",
        "every Tuesday or so",
    ],
)
def test_other_words_are_refused(words: str) -> None:
    with pytest.raises(InvalidError) as refused:
        rule_from_words(words)
    assert list(refused.value.fields) == ["rule"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_understood(example: str) -> None:
    check(rule_from_words(example), THURSDAY)


@given(st.text(max_size=300))
def test_any_words_give_a_rule_that_reads_or_a_sentence(words: str) -> None:
    with suppress(InvalidError):
        check(rule_from_words(words))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "every Tuesday"),
        ("FREQ=WEEKLY", "every Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=SU", "every second Thursday"),
        ("FREQ=WEEKLY;INTERVAL=6;BYDAY=TH", "every 6 weeks on Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU", "every second week on Monday and Tuesday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=MONTHLY;BYDAY=2TH", "2nd Thursday of the month"),
        ("FREQ=MONTHLY;BYDAY=2TH,4TH", "2nd and 4th Thursday of the month"),
        ("FREQ=MONTHLY;BYDAY=1TU,-1TH", "1st Tuesday and last Thursday of the month"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "1st Monday of every third month"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,12,23", "1st, 12th and 23rd of the month"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "last day of the month"),
        ("FREQ=MONTHLY", "26th of the month"),
        ("FREQ=DAILY;INTERVAL=2", "every second day"),
        ("FREQ=YEARLY", "every year on 26 Nov"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231", "every Tuesday until Fri 31 Dec 2027"),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=10", "every Tuesday, 10 times"),
        ("FREQ=WEEKLY;BYDAY=TU;COUNT=1", "every Tuesday, once"),
        ("FREQ=MONTHLY;BYDAY=-2TH", "FREQ=MONTHLY;BYDAY=-2TH"),
        ("FREQ=MONTHLY;BYDAY=TH", "FREQ=MONTHLY;BYDAY=TH"),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
    ],
)
def test_a_rule_is_said_in_words(rule: str, said: str) -> None:
    assert rule_in_words(rule, THURSDAY) == said


def test_a_schedule_is_described_with_its_times() -> None:
    tuesday = Schedule(
        rule="FREQ=WEEKLY;BYDAY=TU", anchor=THURSDAY, start_time=SEVEN, duration_minutes=90
    )
    assert describe(tuesday) == "every Tuesday, 07:00–08:30"
    assert describe(schedule("FREQ=MONTHLY;BYDAY=2TH")) == "2nd Thursday of the month, 07:00"
    assert describe(schedule("")) == "no meetings planned"


SAYABLE = st.one_of(
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={}".format,
        st.integers(2, 30),
        st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(",".join),
    ),
    st.builds(
        "FREQ=MONTHLY;BYDAY={}".format,
        st.lists(
            st.builds("{}{}".format, st.sampled_from((1, 2, 3, 4, 5, -1)), st.sampled_from(CODES)),
            min_size=1,
            unique=True,
        ).map(",".join),
    ),
    st.builds(
        "FREQ=MONTHLY;INTERVAL={};BYMONTHDAY={}".format, st.integers(2, 12), st.integers(1, 31)
    ),
)


@given(SAYABLE)
def test_what_is_said_is_understood_again(rule: str) -> None:
    assert rule_from_words(rule_in_words(rule, THURSDAY)) == rule


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "BYDAY=TU",
        "FREQ=FORTNIGHTLY",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=HOURLY",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=TU;BYDAY=TH",
        "FREQ=WEEKLY;BYHOUR=7",
        "FREQ=WEEKLY;BYMINUTE=0",
        "FREQ=WEEKLY;BYSECOND=0",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=WEEKLY;COLOUR=RED",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=WEEKLY;INTERVAL=",
        "FREQ=WEEKLY;INTERVAL=1.5",
        "FREQ=WEEKLY;INTERVAL=" + "9" * 900,
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=1001",
        "FREQ=WEEKLY;COUNT=3;UNTIL=20271231",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=WEEKLY;UNTIL=20270231",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=0TU",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYYEARDAY=100",
        "FREQ=MONTHLY;BYWEEKNO=3",
        "FREQ=YEARLY;BYWEEKNO=3;BYDAY=2TU",
        "FREQ=YEARLY;BYWEEKNO=52",
        "FREQ=YEARLY;BYWEEKNO=-53",
        "FREQ=MONTHLY;BYDAY=6TU",
        "FREQ=YEARLY;BYMONTH=12;BYDAY=-53TU",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=WEEKLY;BYSETPOS=1",
        "FREQ=DAILY;BYDAY=TU;BYSETPOS=2",
        "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=-8",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=32",
        "FREQ=WEEKLY;WKST=1",
        "FREQ=WEEKLY;BYDAY=" + ",".join(["TU"] * 400),
        "DTSTART:20260101\nRRULE:FREQ=WEEKLY",
    ],
)
def test_a_rule_that_cannot_be_used_is_refused(rule: str) -> None:
    with pytest.raises(InvalidError) as refused:
        check(rule)
    assert list(refused.value.fields) == ["rule"]


BOMBS = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;COUNT=1000;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYDAY=TU;BYMONTHDAY=30;BYMONTH=2;BYSETPOS=" + ",".join(["1"] * 400),
    "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2,3,4,5,6,7,-2,-3,-4,-5,-6,-7",
    "FREQ=WEEKLY;UNTIL=00010101;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=" + ",".join(map(str, range(11, 32))),
    "FREQ=MONTHLY;INTERVAL=1000;BYMONTHDAY=31;BYDAY=1TU",
    "FREQ=YEARLY;INTERVAL=1000;BYYEARDAY=1;BYMONTHDAY=2",
    "FREQ=YEARLY;BYWEEKNO=51;BYMONTH=7;BYDAY=MO",
    "FREQ=YEARLY;BYDAY=MO;BYSETPOS=" + ",".join(map(str, range(54, 290))),
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYYEARDAY="
    + ",".join(map(str, range(1, 230))),
]


@pytest.mark.parametrize("rule", BOMBS)
@pytest.mark.parametrize("anchor", [THURSDAY, date.min, date.max])
def test_a_rule_without_dates_is_refused_at_once(rule: str, anchor: date) -> None:
    started = process_time()
    with pytest.raises(InvalidError, match="no date"):
        check(rule, anchor)
    assert process_time() - started < 1


def test_a_rule_whose_dates_end_is_listed_at_once() -> None:
    # The 999th week counted from here is the calendar's last; its Saturday is in the year 10000.
    lapsed = [schedule("FREQ=WEEKLY;INTERVAL=999;BYMONTH=1;BYDAY=SA", date(2036, 3, 22))]
    started = process_time()
    assert dates(lapsed, date(2026, 1, 1), date(2030, 12, 31)) == ()
    assert dates(lapsed, date(9995, 1, 1), date.max) == ()
    assert process_time() - started < 1


@pytest.mark.parametrize(
    ("first", "last"), [("0001-01-01", "0001-01-09"), ("9999-12-23", "9999-12-31")]
)
def test_the_calendars_ends(first: str, last: str) -> None:
    for rule in ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;WKST=SU"):
        found = days(rule, first, last)
        assert (found[0], found[-1], len(found)) == (first, last, 9)
    assert days("FREQ=MONTHLY;INTERVAL=1000;BYMONTHDAY=1", "0001-01-01", "0001-01-09") == []


@pytest.mark.parametrize("anchor", [THURSDAY, date.min, date.max])
def test_the_busiest_rule_is_listed_at_once(anchor: date) -> None:
    numbers = ",".join(f"{nth}{code}" for nth in range(1, 30) for code in CODES)
    rule = f"FREQ=YEARLY;BYDAY={numbers}"
    started = process_time()
    found = dates([schedule(rule, anchor)], date(2026, 1, 1), date(2099, 1, 1))
    assert process_time() - started < 1
    assert len(found) > 1000


def test_every_second_thursday_counts_from_its_anchor_both_ways() -> None:
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
    assert days(rule, "2026-10-25", "2026-12-31") == [
        "2026-10-29",
        "2026-11-12",
        "2026-11-26",
        "2026-12-10",
        "2026-12-24",
    ]


def test_every_second_thursday_across_the_years_end() -> None:
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
    # 2026 has 53 weeks.
    assert days(rule, "2026-12-20", "2027-01-31") == ["2026-12-24", "2027-01-07", "2027-01-21"]
    assert days(rule, "2025-12-20", "2026-01-31") == ["2025-12-25", "2026-01-08", "2026-01-22"]


def test_where_the_week_starts_decides_which_sunday_counts() -> None:
    tuesday = date(2026, 11, 17)
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU"
    assert days(rule, "2026-11-15", "2026-12-06", tuesday) == [
        "2026-11-17",
        "2026-11-22",
        "2026-12-01",
        "2026-12-06",
    ]
    assert days(f"{rule};WKST=SU", "2026-11-15", "2026-12-06", tuesday) == [
        "2026-11-15",
        "2026-11-17",
        "2026-11-29",
        "2026-12-01",
    ]


def test_longer_intervals_count_back_past_the_year() -> None:
    assert days("FREQ=DAILY;INTERVAL=10", "2026-11-01", "2026-12-10") == [
        "2026-11-06",
        "2026-11-16",
        "2026-11-26",
        "2026-12-06",
    ]
    assert days("FREQ=MONTHLY;INTERVAL=5", "2025-10-01", "2027-05-01") == [
        "2026-01-26",
        "2026-06-26",
        "2026-11-26",
        "2027-04-26",
    ]
    assert days("FREQ=YEARLY;INTERVAL=3", "2020-01-01", "2024-12-31") == [
        "2020-11-26",
        "2023-11-26",
    ]


def test_numbered_weekdays_of_the_month() -> None:
    assert days("FREQ=MONTHLY;BYDAY=2TH", "2026-11-01", "2027-01-31") == [
        "2026-11-12",
        "2026-12-10",
        "2027-01-14",
    ]
    assert days("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-01", "2026-12-31") == [
        "2026-11-27",
        "2026-12-25",
    ]
    assert days("FREQ=MONTHLY;BYDAY=5TH", "2026-11-01", "2027-07-31") == [
        "2026-12-31",
        "2027-04-29",
        "2027-07-29",
    ]


def test_a_month_without_the_day_is_passed_over() -> None:
    assert days("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-01", "2027-01-31") == [
        "2026-10-31",
        "2026-12-31",
        "2027-01-31",
    ]
    leap = days("FREQ=YEARLY", "2024-01-01", "2028-12-31", anchor=date(2024, 2, 29))
    assert leap == ["2024-02-29", "2028-02-29"]


def test_a_year_by_its_weeks_and_days() -> None:
    assert days("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2024-12-01", "2026-12-31") == [
        "2024-12-30",
        "2025-12-29",
    ]
    assert days("FREQ=YEARLY;BYYEARDAY=-1", "2026-01-01", "2026-12-31") == ["2026-12-31"]
    assert days("FREQ=YEARLY;BYDAY=20MO", "2026-01-01", "2026-12-31") == ["2026-05-18"]
    assert days("FREQ=YEARLY;BYDAY=53TH", "2022-01-01", "2026-12-31") == ["2026-12-31"]


def test_plain_and_numbered_weekdays_are_both_given() -> None:
    within_month = days("FREQ=YEARLY;BYMONTH=11;BYDAY=MO,-1TH", "2026-11-01", "2026-12-31")
    assert [day[8:] for day in within_month] == ["02", "09", "16", "23", "26", "30"]
    assert len(days("FREQ=YEARLY;BYDAY=TH,-1MO", "2026-01-01", "2026-12-31")) == 53 + 1
    assert days("FREQ=MONTHLY;BYDAY=TU,1TH", "2026-11-01", "2026-11-12") == [
        "2026-11-03",
        "2026-11-05",
        "2026-11-10",
    ]


def test_positions_pick_the_last_working_day() -> None:
    rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    assert days(rule, "2026-10-01", "2026-11-30") == ["2026-10-30", "2026-11-30"]


def test_positions_pick_from_all_of_a_month_or_year() -> None:
    monthly = "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2"
    assert days(monthly, "2026-11-05", "2026-12-10") == ["2026-11-09"]
    assert days(monthly, "2026-11-10", "2026-12-20") == ["2026-12-14"]
    yearly = "FREQ=YEARLY;BYMONTHDAY=15;BYSETPOS=2"
    assert days(yearly, "2026-02-10", "2027-12-31") == ["2026-02-15", "2027-02-15"]


def test_positions_pick_from_whole_weeks_the_anchors_too() -> None:
    rule = "FREQ=WEEKLY;BYDAY=MO,TH;BYSETPOS=1"
    assert days(rule, "2026-11-20", "2026-12-01") == ["2026-11-23", "2026-11-30"]
    assert days(f"{rule};COUNT=1", "2026-11-20", "2026-12-31") == ["2026-11-30"]


def test_a_count_starts_at_the_anchor_and_ends() -> None:
    rule = "FREQ=WEEKLY;COUNT=3"
    assert days(rule, "2026-11-01", "2027-11-01") == ["2026-11-26", "2026-12-03", "2026-12-10"]
    assert days(rule, "2026-12-04", "2027-11-01") == ["2026-12-10"]
    busy = days("FREQ=DAILY;COUNT=1000", "2026-01-01", "2030-12-31")
    assert (busy[0], busy[-1], len(busy)) == ("2026-11-26", "2029-08-21", 1000)


def test_until_is_the_last_day() -> None:
    assert days("FREQ=WEEKLY;UNTIL=20261203T060000Z", "2026-11-20", "2027-11-01") == [
        "2026-11-26",
        "2026-12-03",
    ]


def test_a_changed_schedule_holds_from_its_day_on() -> None:
    change = date(2026, 11, 24)
    both = [schedule("FREQ=WEEKLY;BYDAY=TH", applies_from=change), schedule("FREQ=WEEKLY;BYDAY=TU")]
    found = dates(both, date(2026, 11, 10), date(2026, 12, 4))
    assert [f"{start:%a %d}" for start in found] == ["Tue 10", "Tue 17", "Thu 26", "Thu 03"]


def test_an_ended_schedule_gives_no_more() -> None:
    both = [schedule("FREQ=WEEKLY"), schedule("", applies_from=date(2026, 12, 1))]
    assert dates(both, date(2026, 11, 20), date(2027, 6, 1)) == (at("2026-11-26T07:00"),)
    assert next_starts(both, at("2026-12-01T00:00"), 3) == ()


def test_the_next_starts_are_later_than_now() -> None:
    weekly = [schedule("FREQ=WEEKLY")]
    assert next_starts(weekly, at("2026-11-26T06:59"), 1) == (at("2026-11-26T07:00"),)
    assert next_starts(weekly, at("2026-11-26T07:00"), 2) == (
        at("2026-12-03T07:00"),
        at("2026-12-10T07:00"),
    )
    assert next_starts([], at("2026-11-26T00:00"), 3) == ()


def test_a_window_is_at_most_five_years_wide() -> None:
    found = dates([schedule("FREQ=DAILY")], date(2026, 1, 1), date.max)
    assert found[-1].date() == date(2026, 1, 1) + timedelta(days=5 * 366)


def test_the_first_date_of_a_rule() -> None:
    assert first_date("FREQ=MONTHLY;BYDAY=2TH", date(2026, 11, 13)) == date(2026, 12, 10)
    assert first_date("FREQ=WEEKLY;BYDAY=TH", THURSDAY) == THURSDAY
    saturday = date(2026, 11, 21)
    assert first_date("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", saturday) == THURSDAY
    assert first_date("FREQ=YEARLY;INTERVAL=9;BYMONTH=2;BYMONTHDAY=1", saturday) == date(2027, 2, 1)
    with pytest.raises(InvalidError):
        first_date("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", THURSDAY)


UNCOUNTED = st.one_of(
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={};WKST={}".format,
        st.integers(1, 9),
        st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(",".join),
        st.sampled_from(CODES),
    ),
    st.builds(
        "FREQ={};INTERVAL={};BYDAY={}{}".format,
        st.sampled_from(("MONTHLY", "YEARLY")),
        st.integers(1, 7),
        st.sampled_from((1, 2, 3, 4, 5, -1, -2)),
        st.sampled_from(CODES),
    ),
    st.builds("FREQ=YEARLY;BYYEARDAY={}".format, st.sampled_from((1, 60, 366, -1, -366))),
    st.builds(
        "FREQ=YEARLY;BYWEEKNO={};WKST={};BYDAY={}".format,
        st.integers(1, 51),
        st.sampled_from(CODES),
        st.sampled_from(CODES),
    ),
    st.builds(
        "FREQ={};INTERVAL={};BYMONTH={};BYMONTHDAY={}".format,
        st.sampled_from(("DAILY", "MONTHLY", "YEARLY")),
        st.integers(1, 5),
        st.lists(st.integers(1, 12), min_size=1, unique=True).map(lambda m: ",".join(map(str, m))),
        st.sampled_from((1, 15, 28, -1, -28)),
    ),
    st.builds(
        "FREQ=MONTHLY;BYDAY=MO,WE,FR;BYSETPOS={}".format, st.sampled_from((1, 2, 13, -1, -14))
    ),
    st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY")),
)


@given(UNCOUNTED, DAYS, st.integers(1, 20), st.integers(0, 400))
def test_a_count_gives_the_first_dates_from_the_anchor_on(
    rule: str, anchor: date, count: int, skipped: int
) -> None:
    first, last = anchor + timedelta(days=skipped), anchor + timedelta(days=1500)
    uncounted = dates([schedule(rule, anchor)], anchor, last)[:count]
    found = dates([schedule(f"{rule};COUNT={count}", anchor)], first, last)
    assert found == tuple(start for start in uncounted if start.date() >= first)


@given(UNCOUNTED, DAYS, DAYS, st.integers(0, 800))
def test_any_date_it_gives_is_as_good_an_anchor(
    rule: str, anchor: date, first: date, width: int
) -> None:
    last = first + timedelta(days=width)
    found = dates([schedule(rule, anchor)], first, last)
    assume(found)
    assume("BY" in rule)
    for other in (found[0].date(), found[-1].date()):
        assert dates([schedule(rule, other)], first, last) == found


@given(DAYS, DAYS, st.integers(0, 1500))
def test_weekly_is_every_seventh_day_forward_and_back(
    anchor: date, first: date, width: int
) -> None:
    last = first + timedelta(days=width)
    expected = [
        first + timedelta(days=ahead)
        for ahead in range(width + 1)
        if (first + timedelta(days=ahead) - anchor).days % 7 == 0
    ]
    found = dates([schedule("FREQ=WEEKLY", anchor)], first, last)
    assert [start.date() for start in found] == expected


@given(
    st.lists(st.builds(schedule, UNCOUNTED, DAYS, DAYS), min_size=1, max_size=4),
    DAYS,
    st.integers(0, 700),
    st.integers(0, 700),
)
def test_a_split_window_gives_the_same_starts(
    schedules: list[Schedule], first: date, width: int, more: int
) -> None:
    middle = first + timedelta(days=width)
    last = middle + timedelta(days=more)
    whole = dates(schedules, first, last)
    parts = dates(schedules, first, middle) + dates(schedules, middle + timedelta(days=1), last)
    assert whole == parts
    assert list(whole) == sorted(set(whole))
    assert all(first <= start.date() <= last for start in whole)


@given(UNCOUNTED, DAYS, st.datetimes(at("1990-01-01T00:00"), at("2060-01-01T00:00")))
def test_next_starts_are_the_dates_that_follow(rule: str, anchor: date, now: datetime) -> None:
    found = next_starts([schedule(rule, anchor)], now, 3)
    listed = dates([schedule(rule, anchor)], now.date(), now.date() + timedelta(days=6 * 366))
    assert found == tuple(start for start in listed if start > now)[:3]


@pytest.mark.parametrize("call", [check, rule_from_words])
@given(
    st.lists(
        st.sampled_from(
            ("FREQ=", "YEARLY", "BYDAY", "=", ";", ",", "-1", "MO", "COUNT", "9" * 9, "٣")
        )
    ).map("".join)
)
def test_garbled_rules_are_refused_or_read(call: Callable[[str], object], rule: str) -> None:
    with suppress(InvalidError):
        call(rule)
