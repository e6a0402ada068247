"""`netjournal invitation` and `netjournal invitations`."""

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from netjournal.model.meeting import MeetingDraft
from tests.cli.conftest import Command, documented
from tests.entries import TUESDAYS, at, one_off


@pytest.fixture(autouse=True)
def people(journal: Journal) -> Journal:
    """A journal with a few people and a group that meets on Tuesdays."""
    for name in ("Ana Ruiz", "Bo Li", "Anabel Cruz"):
        journal.contacts.add(ContactDraft(name=name))
    journal.groups.join(GroupDraft(name="Riverside"), TUESDAYS, "People who ring back.")
    journal.groups.join(GroupDraft(name="Chamber"))
    return journal


def test_a_name_and_a_group_are_enough(netjournal: Command) -> None:
    outcome = netjournal("invitation", "add", "bo", "--to", "river")
    assert (outcome.code, outcome.out) == (0, "Invited: Bo Li to Riverside, Tue 24 Nov\n")
    (invited,) = netjournal("invitations", "--json").json
    assert invited == {
        "contact": "Bo Li",
        "meeting": "2026-11-24T07:00",
        "group": "Riverside",
        "title": "Riverside",
        "sent_on": "2026-11-21",
        "outcome": "pending",
        "value_statement": "People who ring back.",
    }
    assert set(invited) <= documented("invitations")


def test_one_of_before_can_be_noted_and_answered(netjournal: Command) -> None:
    when = ("--on", "2026-11-17", "--sent", "mon")
    assert netjournal("invitation", "add", "bo", "--to", "river", *when).code == 0
    outcome = netjournal("invitation", "answer", "bo", "no-show")
    assert outcome.out == "Did not come: Bo Li to Riverside, Tue 17 Nov\n"
    again = netjournal("invitation", "answer", "bo", "came")
    assert (again.code, again.out) == (1, "")
    assert again.err == "It is answered already: no-show. Make it pending again first.\n"


def test_a_day_said_without_its_year_is_one_since_it_was_sent(netjournal: Command) -> None:
    invite = ("invitation", "add", "bo", "--to", "river", "--on")
    outcome = netjournal(*invite, "17 nov", "--sent", "10 nov")
    assert outcome.out == "Invited: Bo Li to Riverside, Tue 17 Nov\n"
    outcome = netjournal(*invite, "24 nov", "--sent", "10 nov")
    assert outcome.out == "Invited: Bo Li to Riverside, Tue 24 Nov\n"
    outcome = netjournal("invitation", "answer", "bo", "came", "--on", "17 nov")
    assert outcome.out == "Came: Bo Li to Riverside, Tue 17 Nov\n"


def test_the_one_whose_meeting_has_begun_is_meant_first(netjournal: Command) -> None:
    netjournal("invitation", "add", "bo", "--to", "river", "--on", "2026-11-17", "--sent", "mon")
    netjournal("invitation", "add", "bo", "--to", "river")
    netjournal("invitation", "add", "bo", "--to", "river", "--on", "1 dec")
    assert "Tue 17 Nov" in netjournal("invitation", "answer", "bo", "came").out
    several = netjournal("invitation", "answer", "bo", "declined")
    assert "2 such invitations: Riverside, Tue 1 Dec; Riverside, Tue 24 Nov" in several.err
    outcome = netjournal("invitation", "answer", "bo", "declined", "--on", "Tue 1 Dec")
    assert outcome.out == "Declined: Bo Li to Riverside, Tue 1 Dec\n"
    assert [one["outcome"] for one in netjournal("invitations", "--json").json] == [
        "declined",
        "pending",
        "came",
    ]


def test_an_answer_is_taken_back(netjournal: Command) -> None:
    for day in ("2026-11-10", "2026-11-17"):
        netjournal("invitation", "add", "bo", "--to", "river", "--on", day, "--sent", "9 nov")
    netjournal("invitation", "answer", "bo", "no-show", "--on", "10 nov")
    outcome = netjournal("invitation", "answer", "bo", "pending")
    assert (outcome.code, outcome.out) == (
        0,
        "No longer no-show, pending again: Bo Li to Riverside, Tue 10 Nov\n",
    )
    assert len(netjournal("invitations", "--pending", "--json").json) == 2
    assert netjournal("invitation", "answer", "bo", "came", "--on", "10 nov").code == 0


def test_who_was_there_has_come_also_without_the_answer(netjournal: Command) -> None:
    netjournal("invitation", "add", "bo", "--to", "river", "--on", "17 nov", "--sent", "9 nov")
    netjournal("invitation", "answer", "bo", "declined")
    netjournal("log", "river", "-e3", "-c3", "-p1", "--met", "Bo Li")
    outcome = netjournal("invitation", "answer", "bo", "pending")
    assert outcome.out.startswith("No longer declined, on the roster, so came: Bo Li to Riverside")
    again = netjournal("invitation", "answer", "bo", "pending")
    assert (again.code, again.out) == (1, "")
    assert again.err == "Bo Li is among those who were there, and so has come.\n"


def test_what_has_no_answer_has_none_to_take_back(netjournal: Command) -> None:
    netjournal("invitation", "add", "bo", "--to", "river")
    one = netjournal("invitation", "answer", "bo", "pending")
    assert (one.code, one.out) == (1, "")
    assert "Bo Li to Riverside isn't answered yet, so there is no answer to take back" in one.err
    netjournal("invitation", "add", "bo", "--to", "river", "--on", "1 dec")
    several = netjournal("invitation", "answer", "bo", "pending")
    assert (several.code, several.out) == (1, "")
    assert "Bo Li has 2 such invitations, none of them answered" in several.err
    for day in ("24 nov", "1 dec"):
        netjournal("invitation", "answer", "bo", "declined", "--on", day)
    unclear = netjournal("invitation", "answer", "bo", "pending")
    assert "2 such invitations: Riverside, Tue 1 Dec; Riverside, Tue 24 Nov" in unclear.err


def test_nobody_has_come_to_what_is_still_to_come(netjournal: Command) -> None:
    for day in ("24 nov", "1 dec"):
        netjournal("invitation", "add", "bo", "--to", "river", "--on", day)
    netjournal("invitation", "add", "bo", "--to", "river", "--on", "2026-11-17", "--sent", "mon")
    netjournal("invitation", "answer", "bo", "no-show")
    again = netjournal("invitation", "answer", "bo", "came")
    assert again.err == "It is answered already: no-show. Make it pending again first.\n"
    early = netjournal("invitation", "answer", "bo", "came", "--on", "24 nov")
    assert "has not begun" in early.err


@pytest.fixture
def one_offs(journal: Journal) -> None:
    """Two one-offs to come, one of the past, one called off, and the Chamber's next meeting."""
    for moment, title in (
        ("2026-12-03T19:00", "Winter fair"),
        ("2026-12-10T19:00", "Winter dinner"),
        ("2026-11-05T19:00", "Autumn fair"),
        ("2026-12-04T19:00", "Called fair"),
    ):
        journal.meetings.add(MeetingDraft(start=at(moment), title=title))
    journal.meetings.call_off(journal.meetings.one_off(at("2026-12-04T19:00"), "Called fair"))


@pytest.mark.usefixtures("one_offs")
@pytest.mark.parametrize(
    ("words", "meeting"),
    [
        (["--to", "fair"], "Winter fair, Thu 3 Dec"),
        (["--to", "winter dinner"], "Winter dinner, Thu 10 Dec"),
        (["--to", "winter", "--on", "2026-12-03"], "Winter fair, Thu 3 Dec"),
        (["--on", "2026-12-10"], "Winter dinner, Thu 10 Dec"),
        (["--on", "2026-12-01"], "Riverside, Tue 1 Dec"),
        (["--to", "autumn", "--on", "2026-11-05", "--sent", "1 nov"], "Autumn fair, Thu 5 Nov"),
    ],
)
def test_one_can_invite_to_a_one_off_or_by_the_day(
    netjournal: Command, words: list[str], meeting: str
) -> None:
    outcome = netjournal("invitation", "add", "bo", *words)
    assert (outcome.code, outcome.out) == (0, f"Invited: Bo Li to {meeting}\n")
    (invited,) = netjournal("invitations", "--json").json
    assert f"{invited['title']}, " in outcome.out


@pytest.mark.usefixtures("one_offs")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--to", "winter"], "fits 2 meetings: Winter fair, Thu 3 Dec; Winter dinner, Thu 10 Dec"),
        (["--to", "autumn"], "and no one-off to come whose title does"),
        (["--to", "called"], "and no one-off to come whose title does"),
        (["--to", "fair", "--on", "2026-12-05"], "no one-off on Sat 5 Dec whose title does"),
        (["--on", "2026-12-04"], "No meeting is recorded or planned on Fri 4 Dec."),
    ],
)
def test_a_meeting_that_is_not_one_is_a_sentence(
    netjournal: Command, words: list[str], sentence: str
) -> None:
    outcome = netjournal("invitation", "add", "bo", *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err


@pytest.mark.usefixtures("one_offs")
def test_the_invitation_to_a_one_off_is_answered_by_its_title(netjournal: Command) -> None:
    for title in ("fair", "dinner"):
        netjournal("invitation", "add", "bo", "--to", title)
    outcome = netjournal("invitation", "answer", "bo", "declined", "--to", "FAIR")
    assert outcome.out == "Declined: Bo Li to Winter fair, Thu 3 Dec\n"
    assert netjournal("invitation", "answer", "bo", "declined", "--to", "fete").code == 1


def test_several_meetings_of_a_day_are_told_apart(netjournal: Command, journal: Journal) -> None:
    journal.meetings.add(MeetingDraft(start=at("2026-11-24T19:00"), title="Dinner"))
    outcome = netjournal("invitation", "add", "bo", "--on", "2026-11-24")
    assert outcome.code == 1
    assert "On Tue 24 Nov there are 2 meetings: Dinner, Tue 24 Nov; Riverside" in outcome.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "ana", "--to", "river"], "fits 2 contacts"),
        (["add", "bo", "--to", "nowhere"], "no group whose name holds"),
        (["add", "bo", "--to", "chamber"], "No meeting of Chamber is planned"),
        (["add", "bo", "--to", "river", "--on", "2026-11-17"], "has begun already"),
        (["add", "bo", "--to", "river", "--on", "17 nov"], "Tue 17 Nov 2026, 07:00 has begun"),
        (["answer", "bo", "came"], "There is no such invitation of Bo Li."),
        (["answer", "zoe", "came"], "no contact whose name holds"),
    ],
)
def test_a_problem_is_a_sentence(netjournal: Command, words: list[str], sentence: str) -> None:
    outcome = netjournal("invitation", *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert netjournal("invitations").out == ""


@pytest.mark.parametrize("words", [["add", "bo"], ["answer", "bo", "unsure"], ["answer", "bo"]])
def test_misuse_notes_nothing(netjournal: Command, words: list[str]) -> None:
    assert netjournal("invitation", *words).code == 2


@pytest.fixture
def several(journal: Journal, netjournal: Command) -> None:
    """Invitations of two people, one of them to a meeting that was called off."""
    netjournal("invitation", "add", "bo", "--to", "river")
    netjournal("invitation", "add", "anabel", "--to", "river", "--on", "1 dec")
    netjournal("invitation", "add", "bo", "--to", "chamber", "--on", "2 dec")
    netjournal("invitation", "answer", "bo", "declined", "--to", "chamber")
    occasion = journal.meetings.occasion(1, one_off("2026-12-01T07:00").day)
    journal.meetings.call_off(occasion)


@pytest.mark.usefixtures("several")
def test_they_are_listed_by_meeting(netjournal: Command) -> None:
    assert netjournal("invitations").out.splitlines() == [
        "Meeting     To         Who          Sent        Outcome",
        "Wed 2 Dec   Chamber    Bo Li        Sat 21 Nov  declined",
        "Tue 1 Dec   Riverside  Anabel Cruz  Sat 21 Nov  called off",
        "Tue 24 Nov  Riverside  Bo Li        Sat 21 Nov  pending",
    ]
    assert netjournal("invitations", "--csv", "anabel").out.splitlines() == [
        "contact,meeting,group,title,sent_on,outcome,value_statement",
        "Anabel Cruz,2026-12-01T07:00,Riverside,Riverside,2026-11-21,,People who ring back.",
    ]


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["bo"], ["declined", "pending"]),
        (["--pending"], ["pending"]),
        (["--to", "chamber"], ["declined"]),
        (["anabel", "--pending"], []),
    ],
)
def test_some_of_them_are_listed(netjournal: Command, words: list[str], found: list[str]) -> None:
    outcomes = [one["outcome"] for one in netjournal("invitations", "--json", *words).json]
    assert outcomes == found


def test_none_is_said_beside_the_output(netjournal: Command) -> None:
    outcome = netjournal("invitations")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "No invitations recorded.\n")


def test_a_day_without_a_planned_meeting_is_said(netjournal: Command) -> None:
    words = ("invitation", "add", "bo", "--to", "river", "--on", "2026-12-02")
    assert netjournal(*words).out.splitlines() == [
        "Invited: Bo Li to Riverside, Wed 2 Dec",
        "No meeting of Riverside was planned that day; now one is noted.",
    ]
    again = ("invitation", "add", "ana ruiz", "--to", "river", "--on", "2026-12-02")
    assert "planned" not in netjournal(*again).out
