"""`netjournal give-and-get`."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.evidence import Part
from netjournal.model.group import GroupDraft
from tests.cli.conftest import Command, documented
from tests.entries import fill


@pytest.fixture
def life(journal: Journal) -> Journal:
    """A small life with one referral received, what it brought, and an invitation."""
    fill(journal)
    return journal


@pytest.mark.usefixtures("life")
def test_the_figures_are_those_of_the_journal(netjournal: Command) -> None:
    figures = netjournal("give-and-get", "--json").json
    assert figures["exchange"] == {"given": 0, "received": 1}
    assert figures["heat_received"] == {"value": None, "n": 1}
    assert figures["per_contact_met"] == {"value": 0.25, "n": 4}
    assert figures["business"] == "1250.50"
    (group,) = figures["groups"]
    assert (group["group"], group["credited"]) == ("Riverside", "1250.50")
    assert figures["invited"]["came"] == figures["came"] == 1
    (statement,) = figures["statements"]
    assert (statement["statement"], statement["invited"]["sent"]) == ("", 1)
    assert set(figures) | set(group) | set(statement) <= documented("give-and-get")


@pytest.mark.usefixtures("life")
def test_as_text_each_line_says_what_it_rests_on(netjournal: Command) -> None:
    outcome = netjournal("give-and-get")
    heading, *lines = outcome.out.splitlines()
    assert heading.split() == ["About", "Value", "n", "Figure"]
    words = [line.split() for line in lines]
    assert ["Referrals", "0", "Given"] in words
    assert ["1", "Received"] in words
    assert ["0.25", "4", "Per", "contact", "met"] in words
    csv = netjournal("give-and-get", "--csv").out.splitlines()
    assert csv[0] == "about,value,n,figure"
    assert csv[2] == "Referrals,1,,Received"
    assert len(csv) == len(lines) + 1


@pytest.mark.usefixtures("life")
def test_the_rows_behind_a_figure_are_listed(netjournal: Command) -> None:
    assert netjournal("give-and-get", "--rows", "received").out.splitlines() == [
        "Day         What      With      About                State     Number",
        "Tue 10 Nov  referral  Ana Ruiz  Guest of 2026-11-03  received  4",
    ]
    assert netjournal("give-and-get", "--rows", "business", "--csv").out.splitlines() == [
        "noun,id,date,contact,about,state,number",
        "business,1,2026-11-19,Guest of 2026-11-03,Ana Ruiz,referral,1250.50",
    ]
    assert netjournal("give-and-get", "--rows", "business").out.endswith("  1,250.50\n")
    (row,) = netjournal("give-and-get", "--rows", "business", "--json").json
    assert row["number"] == "1250.50"
    (credited,) = netjournal(
        "give-and-get", "--rows", "credited", "--group", "river", "--json"
    ).json
    assert credited["number"] == "1250.50"
    assert set(credited) <= documented("give-and-get")
    none = netjournal("give-and-get", "--rows", "credited")
    assert (none.code, none.out) == (0, "")
    assert none.err == "Nothing is recorded that it could rest on.\n"


@pytest.mark.parametrize("part", [part for part in Part if "source" not in part])
def test_every_figure_can_be_asked_for(journal: Journal, netjournal: Command, part: Part) -> None:
    journal.groups.join(GroupDraft(name="Riverside", joined_on=date(2026, 1, 1)))
    code = netjournal("give-and-get", "--rows", part).code
    assert code == (2 if part is Part.STATEMENT else 0)


@pytest.mark.parametrize(
    "words", [["--json", "--csv"], ["--rows", "heat"], ["--rows", "given", "--group", "x"]]
)
def test_misuse_is_said(journal: Journal, netjournal: Command, words: list[str]) -> None:
    journal.groups.join(GroupDraft(name="Riverside"))
    outcome = netjournal("give-and-get", *words)
    assert (outcome.code, outcome.out) == (2, "")
