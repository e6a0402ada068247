"""What tests of the commands share: a way to run one on a real journal, at a standing time."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from netjournal.cli.commands import run
from tests.conftest import SetClock

REFERENCE = Path(__file__).parents[2] / "docs" / "reference-commands.md"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


Command = Callable[..., Outcome]


@pytest.fixture
def netjournal(
    path: Path,
    clock: SetClock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    """Runs `netjournal` with some words, and perhaps standard input, on the journal at `path`.

    The home, and so the preferences, are beside the journal.
    """
    monkeypatch.setenv("HOME", str(path.parent))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)

    def command(*words: str, typed: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = run(["--journal", str(path), *words], clock)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return command


def documented(section: str) -> set[str]:
    """The names in code marks in one section of the reference of commands."""
    page = REFERENCE.read_text(encoding="utf-8")
    found = re.search(rf"^## {section}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found is not None
    return set(re.findall(r"`(\w+)`", found[1]))
