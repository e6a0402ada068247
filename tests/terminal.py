"""A terminal of our own: runs a program, presses keys, and notes when what was written."""

import errno
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

_ESCAPES = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    rb"|\x1b[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC, DCS and their kind
    rb"|\x1b[ -/]*[0-~]"
)
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[$]?[pumt]|\x1b\[[0-9;]*t")
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""What a program asks of a terminal, and what most terminals say: whole frames, no own resizes."""
_WHERE_IS_THE_CURSOR = b"\x1b[6n"


class Terminal:
    """A program in a pseudo-terminal, with a home of its own and nothing else of this machine's.

    Nothing is drawn while the clock runs: output is stamped as it comes, and `screen` replays it.
    """

    def __init__(
        self,
        *words: str | Path,
        home: Path,
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.columns, self.rows = columns, rows
        self.written = bytearray()
        """Everything the program has written so far."""
        self._looked_to = 0
        self._own, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.began = time.perf_counter()
        """When the program was started, as all moments here by the performance counter."""
        self._program = subprocess.Popen(
            [str(word) for word in words],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "LANG": "C.UTF-8",
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                **(environment or {}),
            },
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        """Ends the program if it still runs."""
        self._program.kill()
        self._program.wait()
        os.close(self._own)

    @property
    def process(self) -> int:
        """The program's process id."""
        return self._program.pid

    def press(self, keys: str) -> float:
        """Sends keys as a terminal encodes them, and returns when; what came before is past."""
        self._looked_to = len(self.written)
        moment = time.perf_counter()
        os.write(self._own, keys.encode())
        return moment

    def wait_for(self, words: str, seconds: float = 20.0) -> float:
        """Waits until words were written since the last key, and returns when they came.

        Raises TimeoutError, which shows the screen.
        """
        wanted = words.encode()
        moment = time.perf_counter()
        end = moment + seconds
        while wanted not in _ESCAPES.sub(b"", self.written[self._looked_to :]):
            came = self._read(end - time.perf_counter())
            if came is None:
                shown = "\n".join(self.screen())
                raise TimeoutError(f"{words!r} was not written; the screen shows:\n{shown}")
            moment = came
        return moment

    def rest(self, seconds: float = 0.1) -> None:
        """Waits until nothing was written for a while."""
        while self._read(seconds) is not None:
            pass

    def ended(self, seconds: float = 20.0) -> tuple[int, float]:
        """Waits until the program has ended; its exit code, and when it ended."""
        end = time.perf_counter() + seconds
        while (code := self._program.poll()) is None:
            if time.perf_counter() > end:
                raise TimeoutError("the program has not ended")
            self._read(0.001)
        moment = time.perf_counter()
        self.rest(0)
        return code, moment

    def screen(self) -> list[str]:
        """The lines of the screen as they are now, without blanks at their ends."""
        return [line.rstrip() for line in self._emulated().display]

    def _read(self, seconds: float) -> float | None:
        """Reads what comes first, and returns when it came; None if nothing came in time."""
        if not select.select([self._own], [], [], max(seconds, 0))[0]:
            return None
        try:
            chunk = os.read(self._own, 1 << 18)
        except OSError as problem:
            # So Linux says that the program has closed its side.
            if problem.errno != errno.EIO:
                raise
            chunk = b""
        if not chunk:
            return None
        moment = time.perf_counter()
        self.written += chunk
        self._answer(chunk)
        return moment

    def _answer(self, chunk: bytes) -> None:
        for question, answer in _ANSWERS.items():
            if question in chunk:
                os.write(self._own, answer)
        if _WHERE_IS_THE_CURSOR in chunk:
            cursor = self._emulated().cursor
            os.write(self._own, f"\x1b[{cursor.y + 1};{cursor.x + 1}R".encode())

    def _emulated(self) -> pyte.Screen:
        screen = pyte.Screen(self.columns, self.rows)
        pyte.ByteStream(screen).feed(_UNKNOWN_TO_PYTE.sub(b"", bytes(self.written)))
        return screen
