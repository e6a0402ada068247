"""`netjournal trends`."""

import csv
import io
from datetime import date, timedelta

import click
import pytest

from netjournal.cli.printing import cell_width
from netjournal.journal.journal import Journal
from netjournal.model.group import GroupDraft
from netjournal.model.occasion import Occasion
from netjournal.model.reflection import ReflectionDraft
from tests.cli.conftest import Command, documented
from tests.entries import at, fill


@pytest.fixture
def formula(journal: Journal) -> Journal:
    """A group whose name is a formula, with five meetings going down."""
    group = journal.groups.join(GroupDraft(name="=1+1"))
    for week in range(5):
        day = date(2026, 10, 20) + timedelta(weeks=week)
        occasion = Occasion(start=at(f"{day}T07:00"), group_id=group, meeting_id=None, name="x")
        draft = ReflectionDraft(energy=5 - week, confidence=3, pushiness=2, energy_before=4)
        journal.meetings.reflect(occasion, draft)
    return journal


def test_a_pipe_gets_the_steps_and_the_groups(netjournal: Command, journal: Journal) -> None:
    fill(journal)
    assert netjournal("trends", "--by", "month").out.splitlines() == [
        "All groups, 26 weeks by month, n=4",
        "",
        "When      Meetings  Energy  Confidence  Pushiness",
        "Nov 2026  4         3.0     4.0         1.0",
        "",
        "Group      Energy  Confidence  Pushiness  n  Trend",
        "Riverside  3.0     4.0         1.0        3  too few reflections for a trend (n=3 of 4)",
    ]


def test_a_terminal_gets_small_charts(
    netjournal: Command, formula: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    lines = click.unstyle(netjournal("trends", "=1").out).splitlines()
    assert "Energy     █▆▅▃▁  3.0 steady" in lines[1]
    assert "19–25 Oct 2026 to 16–22 Nov 2026" in lines[4]
    assert "5.0" not in lines[1]
    assert all(len(line) <= 60 for line in lines)


@pytest.fixture
def stale(journal: Journal) -> Journal:
    """A group with a long name that costs more than it gives, and one that is steady."""
    names = ("The Honourable Company of Riverside Bookbinders", "Fine")
    stale, fine = (journal.groups.join(GroupDraft(name=name)) for name in names)
    even = ReflectionDraft(energy=3, confidence=3, pushiness=3)
    for week in range(6):
        day = date(2026, 10, 13) + timedelta(weeks=week)
        worse = week // 2
        sour = ReflectionDraft(
            energy=4 - worse, confidence=4 - worse, pushiness=2 + worse, energy_before=4
        )
        for group, draft in ((stale, sour), (fine, even)):
            occasion = Occasion(start=at(f"{day}T07:00"), group_id=group, meeting_id=None, name="x")
            journal.meetings.reflect(occasion, draft)
    return journal


def test_a_narrow_terminal_cuts_names_and_no_numbers(
    netjournal: Command, stale: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    *_, heading, fine, bad, said = click.unstyle(netjournal("trends").out).splitlines()
    assert heading.split() == [
        "Group",
        "Energy",
        "Confidence",
        "Pushiness",
        "n",
        "Energy",
        "change",
    ]
    assert bad.startswith("The Honourable Company of")
    assert bad.split("…")[1].split() == ["3.0", "▼", "3.0", "▼", "3.0", "▲", "6", "−1.0", "(n=6)"]
    assert fine.split() == ["Fine", "3.0", "▶", "3.0", "▶", "3.0", "▶", "6"]
    assert said.startswith("▼ The Honourable Company of Riverside Bookbinders: energy and")
    assert max(map(cell_width, (heading, bad, fine, said))) <= 80


def test_of_one_group_a_narrow_terminal_says_below_where_it_is_heading(
    netjournal: Command, stale: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    assert netjournal("trends", "bookbinders").out.splitlines()[-1] == (
        "energy down, confidence down, pushiness up over the last 6 meetings (n=6)"
    )


def test_a_wide_terminal_has_room_for_words(
    netjournal: Command, stale: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")
    *_, fine, bad = netjournal("trends").out.splitlines()
    assert bad.endswith("−1.0 (n=6)     energy down, confidence down, pushiness up")
    assert fine.endswith("all three steady")


def test_its_json_is_as_documented(netjournal: Command, formula: Journal) -> None:
    reading = netjournal("trends", "=1", "--weeks", "12", "--json").json
    (group,) = reading["groups"]
    assert {*reading, *reading["steps"][0], *group, *group["energy"]} <= documented("trends")
    assert (reading["group"], reading["weeks"], reading["by"], reading["n"]) == (
        "=1+1",
        "12",
        "week",
        5,
    )
    assert reading["steps"][0] == {
        "first": "2026-10-19",
        "last": "2026-10-25",
        "n": 1,
        "energy": 5.0,
        "confidence": 3.0,
        "pushiness": 2.0,
        "energy_before": 4.0,
    }
    assert group["energy"] == {"trend": "down", "level": {"value": 3.0, "n": 5}}
    assert group["energy_change"] == {"value": -1.0, "n": 5}
    assert group["spiral"] == ["energy down"]


def test_its_csv_is_harmless_in_a_spreadsheet(netjournal: Command, formula: Journal) -> None:
    rows = list(csv.DictReader(io.StringIO(netjournal("trends", "=1", "--csv").out)))
    assert len(rows) == 5
    assert rows[0]["group"] == "'=1+1"
    assert (rows[4]["first"], rows[4]["energy"], rows[4]["energy_before"]) == (
        "2026-11-16",
        "1.0",
        "4.0",
    )
    assert {*rows[0]} <= documented("trends")


def test_an_empty_journal_says_how_to_begin(netjournal: Command, journal: Journal) -> None:
    outcome = netjournal("trends")
    assert (outcome.code, outcome.out) == (0, "")
    assert "netjournal log" in outcome.err
    assert netjournal("trends", "--json").json["steps"] == []
    assert netjournal("trends", "--csv").out.startswith("group,first")
    assert journal.trends().first_use


def test_what_cannot_be_shown_is_refused(netjournal: Command, formula: Journal) -> None:
    assert netjournal("trends", "--json", "--csv").code == 2
    assert netjournal("trends", "--weeks", "13").code == 2
    assert netjournal("trends", "nobody").code == 1
