"""`netjournal demo`: opens on a private sample, and nothing of it is left."""

import os
import signal
import stat
import sys
from pathlib import Path

import pytest

from netjournal.cli.commands import run
from tests.conftest import SetClock
from tests.terminal import Terminal

_MAIN = "import sys\nfrom netjournal.__main__ import main\nsys.argv[1:] = ['demo']\n"
_NOWHERE = "import tempfile\ntempfile.tempdir = '/nowhere/to/be/found'\n"
_NO_ROOM = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """The folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def demo(temporary: Path, before: str = "") -> Terminal:
    """The command in a terminal of its own."""
    return Terminal(
        sys.executable,
        "-c",
        f"{_MAIN}{before}sys.exit(main())",
        home=temporary.parent,
        environment={"TMPDIR": str(temporary)},
    )


def test_it_shows_a_private_sample_and_throws_it_away(temporary: Path) -> None:
    with demo(temporary) as terminal:
        terminal.wait_for("Did they come? Did it get done?")
        assert "netjournal · sample" in terminal.screen()[0]
        (folder,) = temporary.iterdir()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE((folder / "sample.db").stat().st_mode) == 0o600
        terminal.press("q")
        code, _ = terminal.ended()
        left = terminal.written.decode().rstrip().splitlines()[-1]
    assert code == 0
    assert left.endswith("The sample journal is gone. Begin your own with: netjournal")
    assert not list(temporary.iterdir())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_when_the_terminal_closes(temporary: Path, number: int) -> None:
    with demo(temporary) as terminal:
        terminal.wait_for("Did they come? Did it get done?")
        terminal.rest()
        os.kill(terminal.process, number)
        code, _ = terminal.ended()
    assert code == 128 + number
    assert not list(temporary.iterdir())


def test_the_next_one_removes_what_a_killed_one_left(temporary: Path) -> None:
    with demo(temporary) as terminal:
        terminal.wait_for("Did they come? Did it get done?")
        os.kill(terminal.process, signal.SIGKILL)
        terminal.ended()
    (left,) = temporary.iterdir()
    with demo(temporary) as terminal:
        terminal.wait_for("Did they come? Did it get done?")
        assert left not in temporary.iterdir()
        with demo(temporary) as another:
            another.wait_for("Did they come? Did it get done?")
            assert len(list(temporary.iterdir())) == 2, "one in use is left alone"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (_NOWHERE, "There is no place for the sample journal: No such file or directory."),
        (_NO_ROOM, "nothing was saved"),
    ],
    ids=["no folder", "no room"],
)
def test_a_place_that_cannot_be_written_is_said(temporary: Path, before: str, said: str) -> None:
    with demo(temporary, before) as terminal:
        code, _ = terminal.ended()
        written = " ".join("".join(terminal.screen()).split())
    assert code == 1
    assert said in written
    assert "Traceback" not in written
    assert not list(temporary.iterdir())


def test_without_a_terminal_it_makes_nothing(
    temporary: Path,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    assert run(["demo"], clock) == 2
    assert "needs a terminal" in capsys.readouterr().err
    assert not list(temporary.iterdir())


def test_it_touches_no_journal_that_is_named(
    path: Path, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--journal", str(path), "demo"], clock) == 2
    assert "--journal" in capsys.readouterr().err
    assert not path.exists()
