"""Aligned text."""

import csv
import io
from datetime import date

import pytest

from netjournal.cli.printing import cell_width, fitted, print_table
from netjournal.journal.journal import Journal
from netjournal.model.me import MeDraft
from netjournal.model.review import ReviewDraft
from tests.cli.conftest import Command
from tests.entries import fill


class Terminal:
    """Enough of a terminal to print on."""

    def isatty(self) -> bool:
        return True


def test_columns_are_aligned_by_cells(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(
        ("Name", "Empty", "Met"), [("张伟", "", "1"), ("Ana\nRuiz", "", "12"), ("é", "", "3")]
    )
    assert capsys.readouterr().out.splitlines() == [
        "Name      Met",
        "张伟      1",
        "Ana Ruiz  12",
        "é         3",
    ]


def test_lines_are_whole_in_a_pipe_and_cut_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "张伟 " * 20
    assert fitted(line) == line
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("COLUMNS", "20")
    assert cell_width(fitted(line)) <= 20
    assert fitted(line).endswith("…")
    assert fitted("short") == "short"


@pytest.fixture
def said(journal: Journal) -> Journal:
    """A journal in which something is said of everything, formulas among it."""
    fill(journal)
    journal.me.revise(MeDraft(why="=1+1", habits=("Two calls", "Arrive early")))
    journal.reviews.put(
        ReviewDraft(week=date(2026, 11, 21), note="@SUM(A1)\nMore.", intention="Ask Li")
    )
    return journal


@pytest.mark.parametrize("command", ["today", "prep", "review", "me"])
def test_a_page_as_csv_holds_each_line_with_its_heading(
    netjournal: Command, said: Journal, command: str
) -> None:
    heading, *rows = csv.reader(io.StringIO(netjournal(command, "--csv").out))
    assert heading == ["section", "text"]
    assert rows
    page = netjournal(command).out
    for section, text in rows:
        assert f"\n{section}\n" in f"\n{page}"
        assert all(line in page for line in text.removeprefix("'").split("\n"))


@pytest.mark.parametrize(
    ("command", "row"),
    [
        ("me", ["My why", "'=1+1"]),
        ("me", ["Habits", "Arrive early"]),
        ("review", ["Review", "'@SUM(A1)\nMore."]),
        ("review", ["Review", "Intention: Ask Li"]),
    ],
)
def test_no_line_of_it_is_run(
    netjournal: Command, said: Journal, command: str, row: list[str]
) -> None:
    assert row in [*csv.reader(io.StringIO(netjournal(command, "--csv").out))]
