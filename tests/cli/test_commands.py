"""The commands under one name: exit codes, errors, pipes, and where the journal is."""

import os
import shlex
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from netjournal.cli.commands import run
from netjournal.places import preferences_file
from tests.cli.conftest import Command


def shell(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs netjournal as a shell would."""
    return subprocess.run(
        [sys.executable, "-m", "netjournal", *words],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def test_version(netjournal: Command) -> None:
    outcome = netjournal("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("netjournal 0.")


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["log", "--help"], ["group", "add", "-h"]])
def test_help(netjournal: Command, path: Path, words: list[str]) -> None:
    outcome = netjournal(*words)
    assert outcome.code == 0
    assert outcome.out.startswith("Usage: netjournal")
    assert not path.exists()


@pytest.mark.parametrize("words", [["sing"], ["today", "--loud"], ["group"], ["group", "add"]])
def test_misuse_is_exit_code_2(netjournal: Command, words: list[str]) -> None:
    outcome = netjournal(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Usage: netjournal" in outcome.err


@pytest.mark.parametrize(
    "reading", ["today", "groups", "meetings", "contacts", "interactions", "follow-ups"]
)
def test_looking_makes_no_journal(netjournal: Command, path: Path, reading: str) -> None:
    outcome = netjournal(reading)
    assert outcome.code == 1
    assert f"There is no journal at {path} yet" in outcome.err
    assert not path.exists()


@pytest.mark.parametrize(
    "words",
    [
        "contact edit ana --role Baker",
        "contact archive ana",
        "contact forget ana --yes",
        "contact merge ana bo",
        "follow-up done ana",
        "follow-up snooze ana tomorrow",
        "follow-up reopen ana",
        "group edit riverside --size 9",
        "group join riverside",
        "group leave riverside",
        "invitation answer ana came",
        "member end ana riverside",
        "referral move ana won",
    ],
)
def test_what_only_changes_something_makes_no_journal(
    netjournal: Command, path: Path, words: str
) -> None:
    outcome = netjournal(*words.split())
    assert outcome.code == 1
    assert f"There is no journal at {path} yet" in outcome.err
    assert not path.exists()


@pytest.mark.parametrize("words", [["today"], ["group", "add", "Riverside"], ["log", "-e4"]])
def test_a_foreign_file_is_named_and_left_alone(
    netjournal: Command, path: Path, words: list[str]
) -> None:
    path.write_text("Dear diary")
    outcome = netjournal(*words)
    assert outcome.code == 1
    assert str(path) in outcome.err
    assert outcome.err.count("\n") == 1
    assert path.read_text() == "Dear diary"


def test_the_journal_is_named_after_the_command_as_well(netjournal: Command, path: Path) -> None:
    other = path.with_name("other.db")
    assert netjournal("group", "add", "Riverside", "--journal", str(other)).code == 0
    assert not path.exists()
    assert "Riverside" in netjournal("groups", "--journal", str(other)).out


def test_the_journal_of_the_environment(path: Path) -> None:
    assert shell("path", NETJOURNAL_FILE=str(path)).stdout == f"{path}\n"
    assert shell("group", "add", "Riverside", NETJOURNAL_FILE=str(path)).returncode == 0
    assert "Riverside" in shell("groups", NETJOURNAL_FILE=str(path)).stdout


def test_a_shell_gets_the_exit_code(path: Path) -> None:
    assert shell("path").returncode == 0
    assert shell("--journal", str(path), "today").returncode == 1
    assert shell("sing").returncode == 2


@pytest.mark.parametrize("closed", ["", ">&-", "2>&-", ">&- 2>&-"])
def test_a_command_works_without_anyone_to_tell(path: Path, closed: str) -> None:
    words = (sys.executable, "-m", "netjournal", "--journal", str(path), "group", "add", "Alpha")
    done = subprocess.run(f"{shlex.join(words)} {closed}", shell=True, check=False)
    assert done.returncode == 0
    assert "Alpha" in shell("--journal", str(path), "groups").stdout


def test_an_unexpected_error_is_reported_without_what_was_written(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Broken:
        def now(self) -> datetime:
            raise RuntimeError("Ana's secret")

        def utc(self) -> datetime:
            raise RuntimeError("Ana's secret")

    assert run(["--journal", str(path), "group", "add", "Ana's group"], Broken()) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "RuntimeError" in captured.err
    assert "test_commands.py" in captured.err
    assert "Ana" not in captured.err


def test_preferences_that_cannot_be_used_stop_no_one_from_recording(netjournal: Command) -> None:
    netjournal("group", "add", "Riverside")
    file = preferences_file()
    file.parent.mkdir(parents=True)
    file.write_text("cadence_days = 0")
    assert netjournal("group", "add", "Lakeside").code == 0
    looked = netjournal("groups")
    assert looked.code == 1
    assert "cadence_days is a number of days from 1 to 3650" in looked.err


def test_a_reader_who_leaves_is_not_complained_about(netjournal: Command, path: Path) -> None:
    netjournal("group", "add", "Riverside", "--notes", "long " * 40_000)
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as nobody:
        left = subprocess.run(
            [sys.executable, "-m", "netjournal", "--journal", str(path), "groups", "--json"],
            stdout=nobody,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert left.stderr == b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_terminal_can_print_any_name(netjournal: Command, path: Path, encoding: str) -> None:
    netjournal("group", "add", "Zürich 张伟")
    printed = shell("--journal", str(path), "groups", PYTHONIOENCODING=encoding)
    assert printed.returncode == 0
    assert printed.stderr == ""
    assert "rich" in printed.stdout


def test_names_cannot_act_on_the_terminal(netjournal: Command) -> None:
    added = netjournal("group", "add", "Bob [/]\x1b[31m\u202e [@click=app.quit]x[/]")
    assert added.code == 0
    listed = netjournal("groups").out
    missed = netjournal("log", "no\x1b[2J\u202esuch", "-e4").err
    for printed in (added.out, listed, missed):
        assert "\x1b" not in printed
        assert "\u202e" not in printed
    assert "Bob [/][31m [@click=app.quit]x[/]" in listed


def test_a_shell_gets_its_completions() -> None:
    script = shell(_NETJOURNAL_COMPLETE="bash_source")
    assert "_netjournal_completion" in script.stdout
    answered = shell(
        _NETJOURNAL_COMPLETE="bash_complete", COMP_WORDS="netjournal l", COMP_CWORD="1"
    )
    assert answered.stdout == "plain,log\n"
