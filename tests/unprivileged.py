"""Runs a bit of Python as someone who is bound by files' rights, which the superuser isn't."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

_DROP_FROM_BOUNDING_SET = 24
_OVERRIDING_RIGHTS = (1, 2)
"""The capabilities to write and to read in spite of a file's rights."""


def run(code: str, *arguments: Path, umask: int = 0o022) -> list[str]:
    """The lines that a script printed; `sys.argv[1:]` are the arguments."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        check=True,
        capture_output=True,
        text=True,
        umask=umask,
        preexec_fn=_bow_to_rights if os.geteuid() == 0 else None,
    )
    return done.stdout.splitlines()


def _bow_to_rights() -> None:
    libc = ctypes.CDLL(None)
    for capability in _OVERRIDING_RIGHTS:
        libc.prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)
