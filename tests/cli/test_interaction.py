"""`netjournal interaction add`."""

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.group import GroupDraft
from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def people(journal: Journal) -> Journal:
    """A journal with a few people and a group."""
    for name in ("Ana Ruiz", "Bo Li", "Anabel Cruz"):
        journal.contacts.add(ContactDraft(name=name))
    journal.groups.join(GroupDraft(name="Riverside"))
    return journal


def test_a_name_and_a_kind_are_enough(netjournal: Command) -> None:
    outcome = netjournal("interaction", "add", "bo", "--kind", "call")
    assert (outcome.code, outcome.out) == (0, "Noted: call with Bo Li · Sat 21 Nov\n")
    (call,) = netjournal("interactions", "--json").json
    assert (call["date"], call["minutes"], call["asked"]) == ("2026-11-21", None, None)


def test_everything_that_was_said_is_kept(netjournal: Command) -> None:
    outcome = netjournal(
        *("interaction", "add", "ana ruiz", "bo", "--kind", "One-To-One", "--on", "last tue"),
        *("--minutes", "1h30", "--group", "river", "--asked", "--no-partnering", "--note", "-"),
        typed="Over coffee.\nAgain in May.",
    )
    assert outcome.out == (
        "Noted: one-to-one with Ana Ruiz, Bo Li · Tue 17 Nov · 90 min · Riverside · "
        "asked something of them · did not talk of partnering · with a note\n"
    )
    assert netjournal("interactions", "--json").json == [
        {
            "date": "2026-11-17",
            "kind": "one-to-one",
            "contacts": ["Ana Ruiz", "Bo Li"],
            "minutes": 90,
            "group": "Riverside",
            "asked": True,
            "partnering": False,
            "note": "Over coffee.\nAgain in May.",
        }
    ]


def test_what_was_not_asked_is_said(netjournal: Command) -> None:
    words = ("interaction", "add", "bo", "--kind", "message", "--not-asked", "--partnering")
    assert "asked nothing of them · talked of partnering" in netjournal(*words).out


def test_an_introduction_is_of_two(netjournal: Command) -> None:
    outcome = netjournal("interaction", "add", "bo", "anabel", "--kind", "introduction")
    assert outcome.out == "Noted: introduction of Bo Li, Anabel Cruz · Sat 21 Nov\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["ana", "--kind", "call"], "fits 2 contacts: Ana Ruiz; Anabel Cruz"),
        (["zoe", "--kind", "call"], "no contact whose name holds “zoe”"),
        (["bo", "bo li", "--kind", "call"], "Someone is named twice"),
        (["bo", "--kind", "introduction"], "at least two people"),
        (["bo", "--kind", "call", "--on", "tomorrow"], "Sun 22 Nov 2026 is still to come"),
        (["bo", "--kind", "call", "--on", "someday"], "isn't a day I can read"),
        (["bo", "--kind", "call", "--minutes", "long"], "isn't a duration"),
        (["bo", "--kind", "call", "--group", "chamber"], "no group whose name holds"),
    ],
)
def test_a_problem_is_a_sentence(netjournal: Command, words: list[str], sentence: str) -> None:
    outcome = netjournal("interaction", "add", *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert netjournal("interactions").out == ""


@pytest.mark.parametrize("words", [["bo"], ["--kind", "call"], ["bo", "--kind", "dream"]])
def test_misuse_notes_nothing(netjournal: Command, words: list[str]) -> None:
    assert netjournal("interaction", "add", *words).code == 2
