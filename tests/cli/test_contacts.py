"""`netjournal contacts`."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import FollowUpDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from netjournal.places import preferences_file
from tests.cli.conftest import Command, documented
from tests.entries import fill


@pytest.fixture(autouse=True)
def filled(journal: Journal) -> Journal:
    """A journal with four contacts."""
    fill(journal)
    return journal


def names(netjournal: Command, *words: str) -> list[str]:
    return [contact["name"] for contact in netjournal("contacts", "--json", *words).json]


def test_contacts_are_listed_by_name(netjournal: Command) -> None:
    lines = netjournal("contacts").out.splitlines()
    assert lines[:2] == [
        "Name                 Organisation  Groups     Depth  Last touch  Next due    Met  "
        "Email             Phone            Tags",
        "Ana Ruiz             Ruiz & Sons   Riverside  4      Tue 17 Nov  Fri 27 Nov  3    "
        "ana@ruiz.example  +34 600 000 000  print, north",
    ]
    assert [line[:19] for line in lines[2:]] == [
        "Guest of 2026-11-03",
        "Guest of 2026-11-10",
        "Guest of 2026-11-17",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["ana"], ["Ana Ruiz"]),
        (["print", "marathon"], ["Ana Ruiz"]),
        (["print marathon"], ["Ana Ruiz"]),
        (["print", "tennis"], []),
        (["c++", "'"], []),
    ],
)
def test_contacts_are_found(netjournal: Command, words: list[str], found: list[str]) -> None:
    assert names(netjournal, *words) == found


def test_archived_contacts_are_left_out(netjournal: Command, filled: Journal) -> None:
    filled.contacts.archive(filled.contacts.match("ana")[0].id)
    assert "Ana Ruiz" not in names(netjournal)


def test_its_json_is_as_documented(netjournal: Command) -> None:
    (ana,) = netjournal("contacts", "ana", "--json").json
    assert ana == {
        "name": "Ana Ruiz",
        "organisation": "Ruiz & Sons",
        "emails": ["ana@ruiz.example"],
        "phones": ["+34 600 000 000"],
        "tags": ["print", "north"],
        "groups": ["Riverside"],
        "times_met": 3,
        "last_seen": "2026-11-17",
        "last_touch": "2026-11-17",
        "depth": 4,
        "has_why": False,
        "next_due": "2026-11-27",
        "archived": False,
    }
    assert set(ana) <= documented("contacts")


def test_none_is_said_beside_the_output(netjournal: Command) -> None:
    outcome = netjournal("contacts", "marathon", "tennis")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "No contact fits.\n")


@pytest.fixture
def people(journal: Journal) -> Journal:
    """A journal with someone for each way of narrowing the list."""
    for draft in (
        ContactDraft(name="Known", why="To build.", tags=("Élite",)),
        ContactDraft(name="Offended", why="To win.", re_evaluate=True),
        ContactDraft(name="Gone", archived=True),
    ):
        journal.contacts.add(draft)
    waiting = journal.contacts.add(ContactDraft(name="Waiting", why="To serve."))
    quiet = journal.contacts.add(ContactDraft(name="Quiet", why="To rest.", cadence_days=1))
    journal.follow_ups.add(FollowUpDraft(contact_id=waiting, what="Call", due=date(2026, 11, 21)))
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.ONE_TO_ONE, day=date(2026, 11, 19), contact_ids=(quiet,)
        )
    )
    return journal


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--quiet",), ["Quiet"]),
        (("--due",), ["Waiting"]),
        (("--took-offence",), ["Offended"]),
        (("--archived",), ["Gone"]),
        (("--no-why", "ana"), ["Ana Ruiz"]),
        (("--tag", "elite"), ["Known"]),
        (("--tag", "elite", "--quiet"), []),
        (("--group", "river", "ruiz"), ["Ana Ruiz"]),
    ],
)
def test_the_list_is_narrowed(
    netjournal: Command, people: Journal, options: tuple[str, ...], found: list[str]
) -> None:
    assert people.contacts.count() > 5
    assert names(netjournal, *options) == found


def test_the_list_is_sorted_either_way(netjournal: Command, people: Journal) -> None:
    assert people.contacts.count() > 5
    touched = names(netjournal, "--sort", "Last Touch")
    assert touched[:2] == ["Quiet", "Ana Ruiz"]
    assert names(netjournal, "--sort", "last touch", "--reverse")[:2] == ["Ana Ruiz", "Quiet"]
    assert names(netjournal, "--sort", "next follow-up")[0] == "Waiting"


def test_the_csv_has_the_same_columns(netjournal: Command) -> None:
    heading, ana, *_ = netjournal("contacts", "--csv").out.splitlines()
    assert heading == (
        "name,organisation,emails,phones,tags,groups,times_met,last_seen,last_touch,depth,has_why,"
        "next_due,archived"
    )
    assert ana == (
        "Ana Ruiz,Ruiz & Sons,ana@ruiz.example,'+34 600 000 000,print; north,Riverside,3,"
        "2026-11-17,2026-11-17,4,false,2026-11-27,false"
    )


def test_one_facet_at_a_time(netjournal: Command) -> None:
    outcome = netjournal("contacts", "--quiet", "--due")
    assert outcome.code == 2
    assert "Choose one of “going quiet” and “follow-up due”." in outcome.err


def test_the_default_cadence_is_the_preferred_one(netjournal: Command, people: Journal) -> None:
    quiet = people.contacts.meant("quiet").id
    people.contacts.set_cadence([quiet], None)
    assert names(netjournal, "--quiet") == []
    preferences = preferences_file()
    preferences.parent.mkdir(parents=True)
    preferences.write_text("cadence_days = 1\n")
    assert "Quiet" in names(netjournal, "--quiet")
