"""The terminal of the tests: what it says is what the program did."""

import os
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import Terminal

ECHO = """
import sys, termios, time, tty
tty.setraw(0)
print("ready", end="", flush=True)
while (key := sys.stdin.read(1)) != "q":
    time.sleep(0.05)
    print(f"\\x1b[31m<{key}\\x1b[0m>", end="", flush=True)
sys.exit(7)
"""


@pytest.fixture
def echo(tmp_path: Path) -> Terminal:
    """A program that says each key after a twentieth of a second, and leaves at q."""
    return Terminal(sys.executable, "-c", ECHO, home=tmp_path, columns=30, rows=3)


def test_words_are_seen_through_colours_and_stamped_when_they_came(echo: Terminal) -> None:
    with echo:
        ready = echo.wait_for("ready")
        assert echo.began < ready <= time.perf_counter()
        pressed = echo.press("a")
        assert echo.wait_for("<a>") - pressed >= 0.05


def test_what_was_written_before_a_key_does_not_count(echo: Terminal) -> None:
    with echo:
        echo.wait_for("ready")
        echo.press("a")
        echo.wait_for("<a>")
        echo.press("b")
        with pytest.raises(TimeoutError, match="ready<a><b>"):
            echo.wait_for("<a>", seconds=0.2)


def test_the_end_is_told_with_its_code(echo: Terminal) -> None:
    with echo:
        echo.wait_for("ready")
        pressed = echo.press("q")
        code, moment = echo.ended()
        assert code == 7
        assert moment > pressed
        assert echo.screen() == ["ready", "", ""]


def test_a_program_is_ended_with_its_terminal(echo: Terminal) -> None:
    with echo:
        echo.wait_for("ready")
        with pytest.raises(TimeoutError):
            echo.ended(seconds=0)
    with pytest.raises(ProcessLookupError):
        os.kill(echo.process, 0)


def test_it_says_where_the_cursor_is(tmp_path: Path) -> None:
    ask = (
        "import sys, tty; tty.setraw(0); print('12345\\x1b[6n', end='', flush=True)\n"
        "print('\\r\\n' + repr(sys.stdin.read(6)), end='', flush=True)"
    )
    with Terminal(sys.executable, "-c", ask, home=tmp_path, columns=30, rows=3) as terminal:
        terminal.ended()
        assert terminal.screen() == ["12345", r"'\x1b[1;6R'", ""]
