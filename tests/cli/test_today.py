"""`netjournal today`."""

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.reflection import ReflectionDraft
from tests.cli.conftest import Command, documented
from tests.conftest import SetClock
from tests.entries import at, fill, one_off

RATINGS = "energy 3 steady, confidence 4 sure, pushiness 1 relaxed"


@pytest.fixture
def filled(journal: Journal, clock: SetClock) -> None:
    """A journal looked at two days after a meeting that waits."""
    fill(journal)
    planned = ReflectionDraft(energy=3, confidence=4, pushiness=1, planned_work="The offer")
    journal.meetings.reflect(one_off("2026-11-20T08:00", "Trade fair"), planned)
    clock.moment = at("2026-11-26T12:00")


def test_an_empty_journal_invites(netjournal: Command, journal: Journal) -> None:
    outcome = netjournal("today")
    assert outcome.code == 0
    assert outcome.out == (
        "Sat 21 Nov 2026\n\nNo groups yet. Add one with: netjournal group add NAME\n"
    )
    assert journal.groups.lines() == ()


@pytest.mark.usefixtures("filled")
def test_it_says_what_waits_and_what_comes(netjournal: Command) -> None:
    assert netjournal("today").out.splitlines() == [
        "Thu 26 Nov 2026",
        "",
        "Waiting for a reflection",
        "  Tue 24 Nov, 07:00–08:30 · Riverside",
        "",
        "Did the planned work get done?",
        "  Fri 20 Nov, 08:00 · Trade fair · The offer",
        "",
        "To do by today",
        "  Review the week of Mon 16 Nov",
        "",
        "The next seven days",
        "  Tue 1 Dec, 07:00–08:30 · Riverside · 1 why to ask",
        "",
        "The last twelve weeks",
        "  Energy: · · · · · · · · 3 3 3 ·",
        "  Confidence: · · · · · · · · 4 4 4 ·",
        "  Pushiness: · · · · · · · · 1 1 1 ·",
        "  Last invited: 17 days ago",
        "",
        "Latest",
        f"  Fri 20 Nov, 08:00 · Trade fair · {RATINGS}",
        f"  Tue 17 Nov, 07:00 · Riverside · {RATINGS} · 2 there",
        f"  Thu 12 Nov, 08:00 · Breakfast · {RATINGS}",
    ]


@pytest.mark.usefixtures("filled")
def test_its_json_is_as_documented(netjournal: Command) -> None:
    reading = netjournal("today", "--json").json
    assert reading["now"] == "2026-11-26T12:00"
    assert (reading["groups"], reading["contacts"], reading["older_waiting"]) == (1, 4, 0)
    assert reading["waiting"] == [
        {"start": "2026-11-24T07:00", "name": "Riverside", "duration_minutes": 90, "place": ""}
    ]
    assert reading["planned_work"] == [
        {"start": "2026-11-20T08:00", "name": "Trade fair", "planned_work": "The offer"}
    ]
    assert [each["start"] for each in reading["coming"]] == ["2026-12-01T07:00"]
    assert reading["latest"][1] == {
        "start": "2026-11-17T07:00",
        "name": "Riverside",
        "energy": 3,
        "confidence": 4,
        "pushiness": 1,
        "people_count": 2,
    }
    inner = {key for each in (*reading["waiting"], *reading["latest"]) for key in each}
    assert set(reading) | inner <= documented("today")


def test_nothing_waiting_is_one_calm_sentence(netjournal: Command) -> None:
    netjournal("group", "add", "Riverside")
    assert netjournal("today").out == "Sat 21 Nov 2026\n\nNothing waits for you.\n"
