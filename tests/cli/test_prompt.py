"""`netjournal log` without options, in a terminal: the form comes, goes, and leaves one line."""

import os
import sys
from datetime import datetime
from pathlib import Path

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.group import GroupDraft
from tests.terminal import Terminal

RATED = "energy 4 lively, confidence 3 wavering, pushiness 1 relaxed"
_SCRIPT = "seq {above}; '{python}' -m netjournal --journal '{path}' log {words}; echo ended $?"


@pytest.fixture(autouse=True)
def riverside(tmp_path: Path) -> Path:
    """A journal with a group that can be reflected on at any time."""
    path = tmp_path / "journal.db"
    journal = Journal.open(path)
    journal.groups.join(GroupDraft(name="Riverside"))
    journal.close()
    return path


class Prompt(Terminal):
    """A terminal as quick as real ones, which answer before the program has gone."""

    def _answer(self, chunk: bytes) -> None:
        for _ in range(chunk.count(b"\x1b[6n")):
            os.write(self._own, b"\x1b[1;1R")


def shell(path: Path, words: str = "river", *, above: int = 3, columns: int = 80) -> Terminal:
    """A terminal in which some lines are printed, then the form is opened."""
    script = _SCRIPT.format(above=above, python=sys.executable, path=path, words=words)
    return Prompt("sh", "-c", script, home=path.parent, columns=columns, rows=24)


def left(terminal: Terminal) -> list[str]:
    """The lines of the screen that hold something."""
    return [line for line in terminal.screen() if line]


def today() -> str:
    now = datetime.now()  # noqa: DTZ005 - the program under test reads the same clock
    return f"{now:%a} {now.day} {now:%b}"


def opened(terminal: Terminal) -> None:
    """Waits until the form is there and knows its meeting."""
    terminal.wait_for("Who was there")
    terminal.wait_for("Riverside ·")
    assert len(left(terminal)) > 10


@pytest.mark.parametrize(("above", "columns"), [(3, 60), (60, 80), (3, 120)])
def test_after_saving_only_the_line_that_says_so_is_left(
    riverside: Path, above: int, columns: int
) -> None:
    with shell(riverside, above=above, columns=columns) as terminal:
        opened(terminal)
        terminal.press("431\r")
        terminal.wait_for("ended 0")
        *before, said, ended = left(terminal)
    assert before == [str(number) for number in range(1, above + 1)][-len(before) :]
    assert said.startswith(f"Riverside · {today()}, ")
    assert len(said) <= columns
    assert columns < 120 or said.endswith(RATED)
    assert ended == "ended 0"


def test_leaving_tells_of_the_draft(riverside: Path) -> None:
    with shell(riverside) as terminal:
        opened(terminal)
        terminal.press("43")
        terminal.wait_for("draft saved")
        terminal.press("\x03")
        terminal.wait_for("ended 130")
        *before, said, _ended = left(terminal)
    assert before == ["1", "2", "3"]
    assert said.startswith(f"Draft kept: Riverside · {today()}, ")
    journal = Journal.open(riverside)
    assert len(journal.drafts.kept("reflection")) == 1
    journal.close()


def test_an_unknown_group_is_named_in_place_of_the_form(riverside: Path) -> None:
    with shell(riverside, "lakeside") as terminal:
        terminal.wait_for("ended 1")
        *before, said, _ended = left(terminal)
    assert before == ["1", "2", "3"]
    assert said.startswith("There is no group whose name holds “lakeside”.")


@pytest.mark.parametrize("words", ["river 2>/dev/null", "river </dev/null", "river | cat"])
def test_without_a_whole_terminal_it_is_a_misuse(riverside: Path, words: str) -> None:
    with shell(riverside, words) as terminal:
        terminal.wait_for("ended")
        assert ("Usage:" in "".join(left(terminal))) is ("2>" not in words)
        assert "Who was there" not in "".join(left(terminal))
