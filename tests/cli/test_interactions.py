"""`netjournal interactions`."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from tests.cli.conftest import Command, documented


@pytest.fixture(autouse=True)
def touches(journal: Journal) -> Journal:
    """A journal with a call in 2025, a one-to-one and an introduction."""
    for name in ("Ana Ruiz", "Bo Li", "=Zoe"):
        journal.contacts.add(ContactDraft(name=name))
    for kind, day, contact_ids, minutes, note in (
        (InteractionKind.CALL, date(2025, 3, 2), (2,), None, ""),
        (InteractionKind.ONE_TO_ONE, date(2026, 11, 19), (1,), 0, "Coffee.\nTwice."),
        (InteractionKind.INTRODUCTION, date(2026, 11, 20), (3, 1), None, "By mail."),
    ):
        journal.interactions.add(
            InteractionDraft(
                kind=kind, day=day, contact_ids=contact_ids, minutes=minutes, note=note
            )
        )
    return journal


def kinds(netjournal: Command, *words: str) -> list[str]:
    return [one["kind"] for one in netjournal("interactions", "--json", *words).json]


def test_they_are_listed_newest_first(netjournal: Command) -> None:
    assert netjournal("interactions").out.splitlines() == [
        "Day             Kind          With            Minutes  Note",
        "Fri 20 Nov      introduction  =Zoe, Ana Ruiz           By mail.",
        "Thu 19 Nov      one-to-one    Ana Ruiz        0        Coffee.",
        "Sun 2 Mar 2025  call          Bo Li",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["ana"], ["introduction", "one-to-one"]),
        (["bo", "li"], ["call"]),
        (["--from", "19 nov"], ["introduction", "one-to-one"]),
        (["--to", "thu"], ["one-to-one", "call"]),
        (["ana", "--from", "thu", "--to", "thu"], ["one-to-one"]),
        (["--from", "today"], []),
    ],
)
def test_some_of_them_are_listed(netjournal: Command, words: list[str], found: list[str]) -> None:
    assert kinds(netjournal, *words) == found


def test_its_json_is_as_documented(netjournal: Command) -> None:
    assert netjournal("interactions", "ana", "--to", "thu", "--json").json == [
        {
            "date": "2026-11-19",
            "kind": "one-to-one",
            "contacts": ["Ana Ruiz"],
            "minutes": 0,
            "group": None,
            "asked": None,
            "partnering": None,
            "note": "Coffee.\nTwice.",
        }
    ]
    assert set(netjournal("interactions", "--json").json[0]) <= documented("interactions")


def test_its_csv_runs_no_formula(netjournal: Command) -> None:
    assert netjournal("interactions", "--csv", "--from", "fri").out.splitlines() == [
        "date,kind,contacts,minutes,group,asked,partnering,note",
        "2026-11-20,introduction,'=Zoe; Ana Ruiz,,,,,By mail.",
    ]


def test_none_is_said_beside_the_output(netjournal: Command) -> None:
    outcome = netjournal("interactions", "--from", "today")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "No interactions recorded.\n")


def test_a_last_day_before_the_first_is_misuse(netjournal: Command) -> None:
    assert netjournal("interactions", "--from", "today", "--to", "yesterday").code == 2


def test_whoever_is_not_known_is_named(netjournal: Command) -> None:
    outcome = netjournal("interactions", "nobody")
    assert outcome.code == 1
    assert "no contact whose name holds “nobody”" in outcome.err
