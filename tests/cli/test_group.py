"""`netjournal group add`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.conftest import SetClock


def schedules(netjournal: Command) -> list[dict[str, object]]:
    (group,) = netjournal("groups", "--json").json
    found: list[dict[str, object]] = group["schedules"]
    return found


def test_a_name_is_enough(netjournal: Command) -> None:
    outcome = netjournal("group", "add", "  Riverside  ")
    assert (outcome.code, outcome.out) == (0, "Added Riverside\n")
    assert schedules(netjournal) == []


def test_who_asked_me_in_is_found_by_name_or_becomes_a_contact(netjournal: Command) -> None:
    outcome = netjournal("group", "add", "Riverside", "--invited-by", "Ana  Ruiz")
    assert outcome.out == "Added Riverside. Invited by Ana Ruiz (new)\n"
    assert netjournal("group", "add", "Lakeside", "--invited-by", "ana ruíz").out == (
        "Added Lakeside. Invited by Ana Ruiz\n"
    )
    invited = [group["invited_by"] for group in netjournal("groups", "--json").json]
    assert invited == ["Ana Ruiz", "Ana Ruiz"]
    assert len(netjournal("contacts", "--json").json) == 1


def test_it_says_when_the_group_meets_next(netjournal: Command) -> None:
    outcome = netjournal(
        "group",
        "add",
        "Riverside",
        "--every",
        "every second Thursday",
        "--at",
        "7",
        "--for",
        "1h30",
    )
    assert outcome.out == (
        "Added Riverside. It meets every second Thursday, 07:00–08:30. "
        "Next: Thu 26 Nov, Thu 10 Dec, Thu 24 Dec\n"
    )
    assert schedules(netjournal) == [
        {
            "rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
            "anchor": "2026-11-26",
            "start_time": "07:00",
            "duration_minutes": 90,
            "applies_from": None,
        }
    ]


@pytest.mark.parametrize(
    ("first", "anchor"),
    [("19 nov", "2026-11-19"), ("next thu", "2026-11-26"), ("3 Dec", "2026-12-03")],
)
def test_every_second_counts_from_the_first_day(
    netjournal: Command, first: str, anchor: str
) -> None:
    every = ("--every", "every other thursday", "--at", "07:00", "--first", first)
    assert netjournal("group", "add", "Riverside", *every).code == 0
    assert schedules(netjournal)[0]["anchor"] == anchor


def test_everything_else_that_was_said_is_kept(netjournal: Command) -> None:
    outcome = netjournal(
        *("group", "add", "Riverside", "--kind", "referral", "--status", "Trial"),
        *("--commitment", "All In", "--purpose", "Business by word of mouth", "--interest", "4"),
        *("--joined", "1 Nov", "--size", "22", "--dues", "120.50", "--dues-period", "year"),
        *("--fee", "9", "--motive", "To refer", "--notes", "Parking behind"),
    )
    assert outcome.out == (
        "Added Riverside: commitment all in, dues 120.50, dues period year, fee 9, interest 4, "
        "joined Sun 1 Nov, kind referral, motive, notes, purpose, size 22, status trial\n"
    )
    (group,) = netjournal("groups", "--json").json
    said = {
        "name": "Riverside",
        "kind": "referral",
        "status": "trial",
        "commitment": "all in",
        "purpose": "Business by word of mouth",
        "interest": 4,
        "joined_on": "2026-11-01",
        "size": 22,
        "dues": "120.50",
        "dues_period": "year",
        "fee": "9.00",
        "motive": "To refer",
        "notes": "Parking behind",
    }
    assert {name: group[name] for name in said} == said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Riverside", "--every", "now and then", "--at", "7"], "isn't a schedule I can read"),
        (["Riverside", "--every", "FREQ=SECONDLY", "--at", "7"], "at most once a day"),
        (["Riverside", "--every", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "--at", "7"], "no date"),
        (["Riverside", "--every", "every Tuesday", "--at", "25:00"], "isn't a time"),
        (["Riverside", "--every", "every Tuesday", "--at", "7", "--for", "long"], "a duration"),
        (
            ["Riverside", "--every", "every Tuesday", "--at", "7", "--first", "someday"],
            "isn't a day",
        ),
        (
            ["Riverside", "--every", "every Tuesday", "--at", "7", "--first", "26 Nov"],
            "doesn't meet on Thu 26 Nov 2026, the --first day, but on Tue 1 Dec 2026",
        ),
        (["Riverside", "--joined", "someday"], "isn't a day"),
        (["Riverside", "--dues", "much"], "“much” isn't an amount"),
        (["Riverside", "--travel", "far"], "a duration"),
        (["Riverside", "--interest", "6"], "Interest"),
        ([" "], "Name"),
        (["Lakeside"], "already a group named Lakeside"),
        (["LAKESIDE"], "already a group named"),
    ],
)
def test_a_problem_is_a_sentence(netjournal: Command, words: list[str], sentence: str) -> None:
    netjournal("group", "add", "Lakeside")
    outcome = netjournal("group", "add", *words)
    assert outcome.code == 1
    assert sentence in outcome.err
    assert outcome.out == ""
    assert len(netjournal("groups", "--json").json) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["--every", "every Tuesday"],
        ["--at", "07:00"],
        ["--for", "90"],
        ["--first", "26 Nov"],
        ["--kind", "sect"],
        ["--interest", "very"],
    ],
)
def test_misuse_adds_nothing(netjournal: Command, path: Path, words: list[str]) -> None:
    assert netjournal("group", "add", "Riverside", *words).code == 2
    assert not path.exists()


def test_the_anchor_is_the_next_day_that_fits(netjournal: Command, clock: SetClock) -> None:
    clock.moment = clock.moment.replace(day=12)
    netjournal("group", "add", "Riverside", "--every", "2nd Thursday", "--at", "07:00")
    assert schedules(netjournal)[0]["anchor"] == "2026-11-12"
