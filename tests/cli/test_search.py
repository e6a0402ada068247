"""`netjournal search`."""

from datetime import date

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.contact import ContactDraft
from netjournal.model.interaction import InteractionDraft, InteractionKind
from tests.cli.conftest import Command, documented
from tests.entries import fill


@pytest.fixture(autouse=True)
def filled(journal: Journal) -> Journal:
    """A journal with a little of everything, the latest a call."""
    fill(journal)
    journal.interactions.add(
        InteractionDraft(
            kind=InteractionKind.CALL,
            day=date(2026, 11, 19),
            contact_ids=(1,),
            note="Trains for a marathon.\nLikes the café.",
        )
    )
    return journal


def test_what_holds_every_word_is_listed_last_written_first(netjournal: Command) -> None:
    assert netjournal("search", "mara").out.splitlines() == [
        "Whom or where  What         When        Words",
        "Ana Ruiz       interaction  Thu 19 Nov  call · Trains for a marathon. · Likes the café.",
        "Ana Ruiz       contact                  Ruiz & Sons · ana@ruiz.example, +34 600 000 000, "
        "print, north · Asks about the marathon. · Riverside Chair",
    ]
    assert len(netjournal("search", "marathon", "CAFE").out.splitlines()) == 2


def test_the_keys_are_those_documented(netjournal: Command) -> None:
    [first, second] = netjournal("search", "marathon", "--json").json
    assert first == {
        "noun": "interaction",
        "title": "Ana Ruiz",
        "day": "2026-11-19",
        "snippet": "call\nTrains for a marathon.\nLikes the café.",
        "found": ["marathon"],
    }
    assert (second["noun"], second["day"]) == ("contact", None)
    assert set(first) <= documented("search")


def test_csv_has_a_line_for_each(netjournal: Command, journal: Journal) -> None:
    journal.contacts.add(ContactDraft(name="=Formula", notes="Unique."))
    assert netjournal("search", "unique", "--csv").out.splitlines() == [
        "noun,title,day,snippet",
        "contact,'=Formula,,Unique.",
    ]


@pytest.mark.parametrize("only", ["contact", "interaction", "Meeting"])
def test_one_kind_alone_can_be_asked_for(netjournal: Command, only: str) -> None:
    of_kind = netjournal("search", "ana", "--only", only, "--json").json
    assert {hit["noun"] for hit in of_kind} == {only.lower()}
    assert netjournal("search", "ana", "--only", "me", "--json").json == []


def test_more_are_said_to_be_there(netjournal: Command) -> None:
    outcome = netjournal("search", "ana", "--limit", "2")
    assert len(outcome.out.splitlines()) == 3
    assert "these are the last 2 written" in outcome.err
    assert netjournal("search", "ana", "--limit", "50").err == ""


@pytest.mark.parametrize("words", ["zzz", "*", '"', "o'brien", "c++ guild", "a" * 10_000])
def test_nothing_found_is_said_and_is_no_problem(netjournal: Command, words: str) -> None:
    outcome = netjournal("search", words)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "Nothing holds all of these words.\n"
    assert netjournal("search", words, "--json").json == []


@pytest.mark.parametrize("words", [[], ["x", "--json", "--csv"], ["x", "--limit", "0"]])
def test_misuse_is_said(netjournal: Command, words: list[str]) -> None:
    assert netjournal("search", *words).code == 2


class Terminal:
    """Enough of a terminal to print on."""

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        """Everything is written."""


def test_on_a_terminal_lines_fit_and_the_words_are_bold(
    netjournal: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setenv("COLUMNS", "60")
    netjournal("search", "mara", "caf")
    _, line = terminal.written.splitlines()
    assert line == "Ana Ruiz       interaction  Thu 19 Nov  …a \x1b[1mmarathon\x1b[0m. · Like…"
