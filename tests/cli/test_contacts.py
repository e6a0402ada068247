"""`netjournal contacts`."""

import pytest

from netjournal.journal.journal import Journal
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
        "Name                 Organisation  Met  Last seen   Groups     Email             "
        "Phone            Tags",
        "Ana Ruiz             Ruiz & Sons   3    2026-11-17  Riverside  ana@ruiz.example  "
        "+34 600 000 000  print, north",
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
    }
    assert set(ana) <= documented("contacts")


def test_none_is_said_beside_the_output(netjournal: Command) -> None:
    outcome = netjournal("contacts", "marathon", "tennis")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "No contact fits.\n")
