"""`netjournal follow-up`."""

from typing import Any

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def people(journal: Journal) -> Journal:
    """A journal with a few people."""
    for name in ("Ana Ruiz", "Bo Li", "Anabel Cruz"):
        journal.contacts.add(ContactDraft(name=name))
    return journal


@pytest.fixture
def noted(netjournal: Command) -> Command:
    """The command, with three follow-ups for Ana Ruiz and none for others."""
    for what, due in (("Send the deck", "3 dec"), ("Ring", "fri"), ("Ring", "mon")):
        assert netjournal("follow-up", "add", "ana ruiz", what, "--due", due).code == 0
    return netjournal


def listed(netjournal: Command, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = netjournal("follow-ups", "--json", *words).json
    return found


def test_who_and_what_are_enough(netjournal: Command) -> None:
    outcome = netjournal("follow-up", "add", "bo", "send", "the", "deck")
    assert (outcome.code, outcome.out) == (0, "Noted, for Bo Li: send the deck\n")
    (follow_up,) = listed(netjournal)
    assert (follow_up["due"], follow_up["fit"]) == (None, None)


@pytest.mark.parametrize(
    ("due", "understood"),
    [
        ("fri", "due Fri 27 Nov, in 6 days"),
        ("in 2 weeks", "due Sat 5 Dec, in 14 days"),
        ("today", "due Sat 21 Nov, today"),
        ("2 Jan", "due Sat 2 Jan 2027, in 42 days"),
        ("2026-11-01", "due Sun 1 Nov, 20 days ago"),
    ],
)
def test_when_it_is_due_is_understood(netjournal: Command, due: str, understood: str) -> None:
    outcome = netjournal("follow-up", "add", "bo", "Ring", "--due", due, "--fit", "Poor")
    assert outcome.out == f"Noted, for Bo Li: Ring · {understood} · poor prospect\n"


def test_the_only_one_is_done_without_naming_it(netjournal: Command) -> None:
    netjournal("follow-up", "add", "bo", "Ring", "--due", "fri")
    outcome = netjournal("follow-up", "done", "bo", "--answered", "--on", "yesterday")
    assert outcome.out == "Done, for Bo Li: Ring · Fri 20 Nov · they answered\n"
    (follow_up,) = listed(netjournal, "--all")
    assert (follow_up["done_on"], follow_up["answered"]) == ("2026-11-20", True)


def test_one_of_several_is_named_by_some_words(noted: Command) -> None:
    assert noted("follow-up", "done", "ruiz", "DECK").out == (
        "Done, for Ana Ruiz: Send the deck · Sat 21 Nov\n"
    )
    assert [one["what"] for one in listed(noted)] == ["Ring", "Ring"]


def test_of_those_that_say_the_same_the_soonest_due_is_done(noted: Command) -> None:
    noted("follow-up", "done", "ruiz", "ring")
    assert [one["due"] for one in listed(noted)] == ["2026-11-27", "2026-12-03"]


def test_whether_they_answered_can_be_said_later(noted: Command) -> None:
    noted("follow-up", "done", "ruiz", "deck", "--on", "thu")
    outcome = noted("follow-up", "done", "ruiz", "deck", "--unanswered")
    assert outcome.out == "Done, for Ana Ruiz: Send the deck · Thu 19 Nov · they did not answer\n"
    assert noted("follow-up", "done", "ruiz", "deck", "--answered").code == 1


def test_one_is_put_off(noted: Command) -> None:
    outcome = noted("follow-up", "snooze", "ruiz", "next week", "deck")
    assert outcome.out == "Put off, for Ana Ruiz: Send the deck · due Sat 28 Nov, in 7 days\n"
    assert [one["due"] for one in listed(noted)] == ["2026-11-23", "2026-11-27", "2026-11-28"]


def test_one_is_open_again(noted: Command) -> None:
    noted("follow-up", "done", "ruiz", "deck", "--answered")
    outcome = noted("follow-up", "reopen", "ruiz")
    assert outcome.out == "Open again, for Ana Ruiz: Send the deck · due Thu 3 Dec, in 12 days\n"
    assert [(one["what"], one["answered"]) for one in listed(noted)][-1] == ("Send the deck", None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "ana", "Ring"], "fits 2 contacts: Ana Ruiz; Anabel Cruz"),
        (["add", "bo", " "], "What is empty"),
        (["add", "bo", "Ring", "--due", "someday"], "type one such as tomorrow, fri"),
        (["done", "ruiz"], "There are 3 such follow-ups for Ana Ruiz: Ring; Ring; Send the deck."),
        (["done", "ruiz", "lunch"], "There is no such follow-up for Ana Ruiz."),
        (["done", "bo"], "There is no such follow-up for Bo Li."),
        (["done", "ruiz", "deck", "--on", "tomorrow"], "Sun 22 Nov 2026 is still to come"),
        (["snooze", "ruiz", "yesterday", "deck"], "Fri 20 Nov 2026 has passed"),
        (["snooze", "ruiz", "deck"], "isn't a day I can read"),
        (["reopen", "ruiz"], "There is no such follow-up"),
    ],
)
def test_a_problem_is_a_sentence(noted: Command, words: list[str], sentence: str) -> None:
    before = listed(noted)
    outcome = noted("follow-up", *words)
    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert listed(noted) == before


@pytest.mark.parametrize(
    "words", [["add", "bo"], ["add", "bo", "Ring", "--fit", "superb"], ["done"], ["snooze", "bo"]]
)
def test_misuse_notes_nothing(netjournal: Command, words: list[str]) -> None:
    assert netjournal("follow-up", *words).code == 2
    assert listed(netjournal, "--all") == []
