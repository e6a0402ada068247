"""`netjournal log`."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command, Outcome


@pytest.fixture(autouse=True)
def groups(netjournal: Command) -> None:
    """A group that met last Thursday, and one that met on Tuesday."""
    every = ("--every", "every second Thursday", "--at", "07:00", "--for", "90")
    netjournal("group", "add", "BNI Riverside", *every, "--first", "last thu")
    netjournal("group", "add", "Chamber Riverside", "--every", "tuesdays", "--at", "18:00")


def recorded(netjournal: Command) -> list[dict[str, Any]]:
    """The meetings in the journal."""
    found: list[dict[str, Any]] = netjournal("meetings", "--json").json
    return found


def bni(netjournal: Command, *words: str, typed: str = "") -> Outcome:
    return netjournal("log", "bni", *words, typed=typed)


def test_a_meeting_is_logged_in_one_line(netjournal: Command) -> None:
    outcome = bni(
        netjournal,
        *("-e4", "-c3", "-p1", "--when", "last thu", "--met", "Ana Ruiz", "--met", "Li Wei"),
        *("--met", "ana  ruiz", "--note", "A good talk", "--gave", "intro for Li"),
        *("--opportunities", "2"),
    )
    assert outcome == Outcome(
        0,
        "BNI Riverside · Thu 19 Nov, 07:00–08:30 · energy 4 lively, confidence 3 wavering, "
        "pushiness 1 relaxed · 2 opportunities · gave intro for Li · "
        "met Ana Ruiz (new), Li Wei (new) · with a note\n",
        "",
    )
    (meeting,) = recorded(netjournal)
    assert (meeting["start"], meeting["group"]) == ("2026-11-19T07:00", "BNI Riverside")
    assert meeting["reflection"]["energy"] == 4
    assert meeting["reflection"]["confidence"] == 3
    assert meeting["reflection"]["pushiness"] == 1
    assert meeting["reflection"]["opportunities"] == 2
    assert meeting["reflection"]["gives"] == ["intro for Li"]
    assert meeting["reflection"]["notes"] == "A good talk"
    assert meeting["reflection"]["quick_fix"] is None
    assert [each["contact"] for each in meeting["attendances"]] == ["Ana Ruiz", "Li Wei"]


def test_every_option_is_recorded_and_said(netjournal: Command) -> None:
    outcome = bni(
        netjournal,
        *("--energy", "5", "--confidence", "5", "--pushiness", "2", "--before", "3"),
        *("--opportunities", "0", "--gave", "a lead", "--gave", "a tip", "--asked", "an intro"),
        *("--received", "a referral", "--quick-fix", "--planned", "the offer", "--done", "Partly"),
        *("--pitched", "--headcount", "14"),
    )
    assert outcome.out == (
        "BNI Riverside · Thu 19 Nov, 07:00–08:30 · energy 5 buzzing, confidence 5 strong, "
        "pushiness 2 patient · energy before 3 · 0 opportunities · gave a lead, a tip · "
        "asked an intro · received a referral · a quick fix · planned the offer · "
        "planned work done: partly · pitched to the room · 14 there\n"
    )
    (meeting,) = recorded(netjournal)
    assert meeting["reflection"] == {
        "energy": 5,
        "confidence": 5,
        "pushiness": 2,
        "energy_before": 3,
        "opportunities": 0,
        "gives": ["a lead", "a tip"],
        "asks": ["an intro"],
        "received": "a referral",
        "quick_fix": True,
        "planned_work": "the offer",
        "planned_done": "partly",
        "notes": "",
    }
    assert meeting["pitched"] is True
    assert meeting["headcount"] == 14


def test_no_is_an_answer(netjournal: Command) -> None:
    outcome = bni(netjournal, "-e3", "-c3", "-p3", "--no-quick-fix", "--not-pitched")
    assert "no quick fix · did not pitch" in outcome.out
    (meeting,) = recorded(netjournal)
    assert meeting["reflection"]["quick_fix"] is False
    assert meeting["pitched"] is False


def test_a_second_log_fills_what_is_blank_and_leaves_the_rest(netjournal: Command) -> None:
    bni(netjournal, "-e4", "-c3", "-p1", "--note", "First", "--met", "Ana Ruiz")
    outcome = bni(netjournal, "-e5", "-c3", "--before", "2", "--note", "Second", "--met", "Li Wei")
    first, second = outcome.out.splitlines()
    assert first == (
        "BNI Riverside · Thu 19 Nov, 07:00–08:30 · confidence 3 wavering · energy before 2 · "
        "met Li Wei (new)"
    )
    assert second == "Left as recorded before: energy, notes. To write over it, add --replace."
    (meeting,) = recorded(netjournal)
    assert meeting["reflection"]["energy"] == 4
    assert meeting["reflection"]["energy_before"] == 2
    assert meeting["reflection"]["notes"] == "First"
    assert [each["contact"] for each in meeting["attendances"]] == ["Ana Ruiz", "Li Wei"]


def test_replace_writes_over_what_is_recorded(netjournal: Command) -> None:
    bni(netjournal, "-e4", "-c3", "-p1", "--note", "First")
    outcome = bni(netjournal, "-e5", "--note", "Second", "--replace")
    assert "Left" not in outcome.out
    (meeting,) = recorded(netjournal)
    assert meeting["reflection"]["energy"] == 5
    assert meeting["reflection"]["confidence"] == 3
    assert meeting["reflection"]["notes"] == "Second"


def test_a_known_contact_is_not_new(netjournal: Command) -> None:
    bni(netjournal, "-e4", "-c3", "-p1", "--met", "Ana Ruiz")
    outcome = netjournal(
        "log", "chamber", "-e4", "-c3", "-p1", "--met", "ana ruíz", "--met", "ANA RUIZ"
    )
    assert "met Ana Ruiz\n" in outcome.out
    assert [each["name"] for each in netjournal("contacts", "--json").json] == ["Ana Ruiz"]


def test_a_note_can_be_read_from_standard_input(netjournal: Command) -> None:
    bni(netjournal, "-e4", "-c3", "-p1", "--note", "-", typed="One line\nand another\n")
    (meeting,) = recorded(netjournal)
    assert meeting["reflection"]["notes"] == "One line\nand another"


@pytest.mark.parametrize(
    ("when", "start"),
    [
        ("last thu", "2026-11-19T07:00"),
        ("2026-11-05", "2026-11-05T07:00"),
        ("wed", "2026-11-18T07:00"),
        ("wed 8am", "2026-11-18T08:00"),
        ("yesterday at 9.15", "2026-11-20T09:15"),
    ],
)
def test_the_meeting_is_found_by_its_day(netjournal: Command, when: str, start: str) -> None:
    assert bni(netjournal, "-e4", "-c3", "-p1", "--when", when).code == 0
    assert [meeting["start"] for meeting in recorded(netjournal)] == [start]


def test_the_only_group_need_not_be_named(netjournal: Command, path: Path) -> None:
    other = ("--journal", str(path.with_name("other.db")))
    netjournal("group", "add", "Lakeside", "--every", "every friday", "--at", "12:00", *other)
    outcome = netjournal("log", "-e4", "-c3", "-p1", *other)
    assert outcome.out.startswith("Lakeside · Fri 20 Nov, 12:00")


def test_a_one_off_is_logged_by_its_title(netjournal: Command) -> None:
    words = ("log", "--title", "Trade fair", "-e4", "-c4", "-p2", "--when", "yesterday 15:00")
    assert netjournal(*words).out.startswith("Trade fair · Fri 20 Nov, 15:00 · energy 4 lively")
    again = netjournal("log", "--title", "trade FAIR", "--when", "yesterday", "--before", "2")
    assert again.out == "Trade fair · Fri 20 Nov, 15:00 · energy before 2\n"
    (meeting,) = recorded(netjournal)
    assert (meeting["group"], meeting["title"]) == (None, "Trade fair")
    assert meeting["reflection"]["energy_before"] == 2


def test_a_one_off_without_a_date_begins_now(netjournal: Command) -> None:
    netjournal("log", "--title", "Trade fair", "-e4", "-c4", "-p2")
    assert [meeting["start"] for meeting in recorded(netjournal)] == ["2026-11-21T12:00"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["bni", "-e0", "-c3", "-p1"], "Energy goes from 1 to 5; 0 is outside"),
        (["bni", "-e4", "-c6", "-p1"], "Confidence goes from 1 to 5; 6 is outside"),
        (["bni", "-e4", "-c3", "-p1", "--before", "9"], "9 is outside"),
        (["bni", "-e4", "-c3", "-p1", "--opportunities", "-1"], "can't be less than 0"),
        (["bni", "-e4", "-c3"], "missing: pushiness"),
        (["bni", "-e4", "-c3", "-p1", "--when", "someday"], "isn't a day I can read"),
        (["bni", "-e4", "-c3", "-p1", "--when", "3/4"], "could be two days"),
        (["bni", "-e4", "-c3", "-p1", "--when", "tomorrow"], "has not begun"),
        (["bni", "-e4", "-c3", "-p1", "--when", "today 19:00"], "has not begun"),
        (["riverside", "-e4", "-c3", "-p1"], "BNI Riverside, Chamber Riverside"),
        (["lakeside", "-e4", "-c3", "-p1"], "There is no group whose name holds “lakeside”"),
        (["--title", "Fair", "-e4", "-c3", "-p1", "--when", "yesterday"], "2026-11-20 19:00"),
        (["bni", "-e4", "-c3", "-p1", "--met", " "], "Name"),
    ],
)
def test_a_problem_is_a_sentence_and_records_nothing(
    netjournal: Command, words: list[str], sentence: str
) -> None:
    outcome = netjournal("log", *words)
    assert outcome.code == 1
    assert sentence in outcome.err
    assert outcome.out == ""
    assert recorded(netjournal) == []
    assert netjournal("contacts", "--json").json == []


def test_a_bad_rating_is_named_even_where_one_is_recorded(netjournal: Command) -> None:
    bni(netjournal, "-e4", "-c3", "-p1")
    outcome = bni(netjournal, "-e0")
    assert outcome.code == 1
    assert "0 is outside" in outcome.err


@pytest.mark.parametrize(
    "words",
    [
        ["bni"],
        ["-e4", "-c3", "-p1"],
        ["bni", "--title", "Fair", "-e4", "-c3", "-p1"],
        ["bni", "-e", "four"],
        ["bni", "-e4", "-c3", "-p1", "--done", "nearly"],
        ["bni", "--note", ""],
        ["bni", "--replace"],
    ],
)
def test_misuse_is_exit_code_2(netjournal: Command, words: list[str]) -> None:
    outcome = netjournal("log", *words)
    assert outcome.code == 2
    assert "Usage: netjournal log" in outcome.err
    assert recorded(netjournal) == []


def test_without_a_group_the_groups_are_named(netjournal: Command) -> None:
    outcome = netjournal("log", "-e4", "-c3", "-p1")
    assert "(BNI Riverside, Chamber Riverside)" in outcome.err


def test_nothing_to_record_names_options(netjournal: Command) -> None:
    assert "give -e, -c and -p, or an option such as --met" in netjournal("log", "bni").err
