"""Aligned text."""

import pytest

from netjournal.cli.printing import cell_width, fitted, print_table


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
