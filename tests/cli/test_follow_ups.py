"""`netjournal follow-ups`."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.follow_up import Fit, FollowUpDraft
from tests.cli.conftest import Command, documented


@pytest.fixture(autouse=True)
def noted(journal: Journal) -> Journal:
    """A journal with follow-ups of every sort."""
    for name in ("Ana Ruiz", "Bo Li"):
        journal.contacts.add(ContactDraft(name=name))
    for draft in (
        FollowUpDraft(contact_id=2, what="Some day"),
        FollowUpDraft(contact_id=1, what="Send the deck", due=date(2026, 12, 3), fit=Fit.GOOD),
        FollowUpDraft(contact_id=2, what="Ring", due=date(2026, 11, 20)),
        FollowUpDraft(
            contact_id=1,
            what="@Write",
            due=date(2026, 11, 2),
            done_on=date(2026, 11, 3),
            answered=False,
        ),
    ):
        journal.follow_ups.add(draft)
    return journal


def what(netjournal: Command, *words: str) -> list[str]:
    return [one["what"] for one in netjournal("follow-ups", "--json", *words).json]


def test_the_open_ones_are_listed_soonest_due_first(netjournal: Command) -> None:
    assert netjournal("follow-ups").out.splitlines() == [
        "Due                    For       What           Fit",
        "Fri 20 Nov, yesterday  Bo Li     Ring",
        "Thu 3 Dec, in 12 days  Ana Ruiz  Send the deck  good",
        "                       Bo Li     Some day",
    ]


def test_those_done_are_listed_when_asked_for(netjournal: Command) -> None:
    assert netjournal("follow-ups", "ana", "--all").out.splitlines() == [
        "Due                    For       What           Fit   Done       Answered",
        "Thu 3 Dec, in 12 days  Ana Ruiz  Send the deck  good",
        "Mon 2 Nov              Ana Ruiz  @Write               Tue 3 Nov  no",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["ana"], ["Send the deck"]),
        (["bo", "li"], ["Ring", "Some day"]),
        (["--until", "today"], ["Ring"]),
        (["--until", "3 dec"], ["Ring", "Send the deck"]),
        (["ana", "--until", "today"], []),
        (["--all"], ["Ring", "Send the deck", "Some day", "@Write"]),
        (["--all", "--until", "today"], ["Ring", "@Write"]),
    ],
)
def test_some_of_them_are_listed(netjournal: Command, words: list[str], found: list[str]) -> None:
    assert what(netjournal, *words) == found


def test_its_json_is_as_documented(netjournal: Command) -> None:
    (write,) = netjournal("follow-ups", "--all", "--until", "2 nov 2026", "--json").json
    assert write == {
        "contact": "Ana Ruiz",
        "what": "@Write",
        "due": "2026-11-02",
        "fit": None,
        "done_on": "2026-11-03",
        "answered": False,
        "added_on": "2026-11-21",
    }
    assert set(write) <= documented("follow-ups")


def test_its_csv_runs_no_formula(netjournal: Command) -> None:
    assert netjournal("follow-ups", "ana", "--all", "--csv").out.splitlines() == [
        "contact,what,due,fit,done_on,answered,added_on",
        "Ana Ruiz,Send the deck,2026-12-03,good,,,2026-11-21",
        "Ana Ruiz,'@Write,2026-11-02,,2026-11-03,false,2026-11-21",
    ]


def test_none_is_said_beside_the_output(netjournal: Command) -> None:
    outcome = netjournal("follow-ups", "ana", "--until", "today")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "There is nothing to follow up.\n")
