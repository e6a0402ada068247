"""`netjournal meetings`."""

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.reflection import ReflectionDraft
from tests.cli.conftest import Command, documented
from tests.entries import fill, one_off


@pytest.fixture
def filled(journal: Journal) -> Journal:
    """A journal with three meetings of a group and a one-off."""
    fill(journal)
    return journal


def starts(netjournal: Command, *words: str) -> list[str]:
    return [meeting["start"][:10] for meeting in netjournal("meetings", "--json", *words).json]


@pytest.mark.usefixtures("filled")
def test_meetings_are_listed_newest_first(netjournal: Command) -> None:
    lines = netjournal("meetings").out.splitlines()
    assert [line[:10] for line in lines[1:]] == [
        "Tue 17 Nov",
        "Thu 12 Nov",
        "Tue 10 Nov",
        "Tue 3 Nov,",
    ]
    assert lines[:2] == [
        "When                     Meeting    Energy  Confidence  Pushiness  Who was there",
        "Tue 17 Nov, 07:00–08:30  Riverside  3       4           1          "
        "Ana Ruiz, Guest of 2026-11-17",
    ]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["2026-11-17", "2026-11-12", "2026-11-10", "2026-11-03"]),
        (["--from", "2026-11-10"], ["2026-11-17", "2026-11-12", "2026-11-10"]),
        (["--to", "last thu"], ["2026-11-17", "2026-11-12", "2026-11-10", "2026-11-03"]),
        (["--from", "10 Nov", "--to", "2026-11-12"], ["2026-11-12", "2026-11-10"]),
        (["ana"], ["2026-11-17", "2026-11-10", "2026-11-03"]),
        (["riverside", "ana", "--to", "2026-11-10"], ["2026-11-10", "2026-11-03"]),
        (["breakfast"], ["2026-11-12"]),
        (["o'brien", '"*'], []),
    ],
)
def test_meetings_are_found(netjournal: Command, words: list[str], found: list[str]) -> None:
    assert starts(netjournal, *words) == found
    assert max(0, len(netjournal("meetings", *words).out.splitlines()) - 1) == len(found)


def test_its_json_is_as_documented(netjournal: Command, filled: Journal) -> None:
    told = ReflectionDraft(energy=2, confidence=3, pushiness=4, notes="Long\nday", asks=("an ask",))
    filled.meetings.reflect(one_off("2026-11-20T08:00", "Trade fair"), told)
    fair, tuesday, *_ = netjournal("meetings", "--json").json
    assert fair == {
        "start": "2026-11-20T08:00",
        "group": None,
        "title": "Trade fair",
        "duration_minutes": None,
        "place": "",
        "cancelled": False,
        "missed": False,
        "headcount": None,
        "pitched": None,
        "reflection": {
            "energy": 2,
            "confidence": 3,
            "pushiness": 4,
            "energy_before": None,
            "opportunities": None,
            "gives": [],
            "asks": ["an ask"],
            "received": "",
            "quick_fix": None,
            "planned_work": "",
            "planned_done": None,
            "notes": "Long\nday",
        },
        "attendances": [],
    }
    assert tuesday["group"] == "Riverside"
    assert tuesday["attendances"][0] == {
        "contact": "Ana Ruiz",
        "talked": True,
        "asked": None,
        "heard_pitch": None,
        "note": "On 2026-11-17",
        "first_seen": False,
    }
    known = documented("meetings")
    assert {*fair, *fair["reflection"], *tuesday["attendances"][0]} <= known


def test_a_meeting_not_reflected_on_has_none(netjournal: Command, filled: Journal) -> None:
    filled.meetings.miss(one_off("2026-11-19T08:00", "Lunch"))
    filled.meetings.call_off(one_off("2026-11-18T08:00", "Dinner"))
    lunch, dinner, *_ = netjournal("meetings", "--json").json
    assert (lunch["reflection"], lunch["missed"], dinner["cancelled"]) == (None, True, True)
    listed = netjournal("meetings").out
    assert "Lunch (missed)" in listed
    assert "Dinner (called off)" in listed


@pytest.mark.usefixtures("filled")
def test_what_is_not_found_is_said_beside_the_output(netjournal: Command) -> None:
    outcome = netjournal("meetings", "marathon")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "No meeting fits.\n")
    assert netjournal("meetings", "--from", "today").err == "No meetings recorded.\n"


@pytest.mark.usefixtures("filled")
def test_bad_dates(netjournal: Command) -> None:
    assert netjournal("meetings", "--from", "someday").code == 1
    assert netjournal("meetings", "--from", "today", "--to", "yesterday").code == 2


def test_its_csv_has_a_line_for_each(netjournal: Command, journal: Journal) -> None:
    fill(journal)
    assert netjournal("meetings", "--from", "2026-11-11", "--csv").out.splitlines() == [
        "start,group,title,duration_minutes,cancelled,missed,"
        "energy,confidence,pushiness,people_count",
        "2026-11-17T07:00,Riverside,,90,false,false,3,4,1,2",
        "2026-11-12T08:00,,Breakfast,,false,false,3,4,1,0",
    ]
