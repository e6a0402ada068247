"""`netjournal report`."""

from pathlib import Path

import pytest

from netjournal.journal.journal import Journal
from tests.cli.conftest import Command
from tests.conftest import SetClock
from tests.entries import at, fill


@pytest.fixture
def life(journal: Journal) -> Journal:
    """A little of everything, in autumn 2026."""
    fill(journal)
    return journal


def title(page: str) -> str:
    """What a page says it is about."""
    return page.partition("<h1>")[2].partition("</h1>")[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Quarter 4 of 2026"),
        (["this"], "Quarter 4 of 2026"),
        (["last"], "Quarter 3 of 2026"),
        (["Q2"], "Quarter 2 of 2026"),
        (["q2", "2025"], "Quarter 2 of 2025"),
        (["2025-Q1"], "Quarter 1 of 2025"),
        (["2025q1"], "Quarter 1 of 2025"),
        (["--year", "2026"], "2026"),
        (["--year", "1999"], "1999"),
    ],
)
@pytest.mark.usefixtures("life")
def test_quarters_and_years_are_named_in_words(
    netjournal: Command, words: list[str], said: str
) -> None:
    assert title(netjournal("report", *words).out) == said


@pytest.mark.usefixtures("life")
def test_a_quarter_without_a_year_is_the_latest_begun(netjournal: Command, clock: SetClock) -> None:
    clock.moment = at("2027-01-02T12:00")
    assert title(netjournal("report", "Q4").out) == "Quarter 4 of 2026"
    assert title(netjournal("report", "Q1").out) == "Quarter 1 of 2027"
    assert title(netjournal("report", "last").out) == "Quarter 4 of 2026"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["Q5"], 1, "“Q5” isn't a quarter; type one such as Q3, 2025-Q3, this or last; --year"),
        (["2025", "Q3", "2025"], 1, "isn't a quarter"),
        (["0000-Q1"], 1, "isn't a quarter"),
        (["2150-Q1"], 1, "It begins on Thu 1 Jan 2150"),
        (["--year", "2027"], 1, "It begins on Fri 1 Jan 2027"),
        (["9000-Q1"], 1, "9000 is too far away"),
        (["--year", "9000"], 2, "1900<=x<=2199"),
        (["Q3", "--year", "2026"], 2, "not for both"),
    ],
)
@pytest.mark.usefixtures("life")
def test_what_is_no_quarter_is_said(
    netjournal: Command, words: list[str], code: int, said: str
) -> None:
    outcome = netjournal("report", *words)
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err


@pytest.mark.usefixtures("life")
def test_it_is_written_into_a_file(netjournal: Command, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    outcome = netjournal("report", "-o", str(page))
    assert (outcome.code, outcome.out, outcome.err) == (0, "", f"Wrote {page}.\n")
    assert title(page.read_text()) == "Quarter 4 of 2026"
    assert "Riverside" in page.read_text()


@pytest.mark.usefixtures("life")
def test_a_terminal_is_asked_for_a_file(
    netjournal: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    outcome = netjournal("report")
    assert (outcome.code, outcome.out) == (2, "")
    assert "-o report.html" in outcome.err


@pytest.mark.usefixtures("journal")
def test_an_empty_journal_has_a_report(netjournal: Command) -> None:
    for words in ([], ["--year", "2026"]):
        page = netjournal("report", *words).out
        assert "No reflections in this time." in page
        assert "<svg" not in page
