"""The programs that are measured, each in a terminal of its own."""

import sys
from collections.abc import Callable
from pathlib import Path

from tests.terminal import Terminal

Begun = Callable[[], Terminal]
"""Starts a program."""

READY = "Latest reflections"
"""On Today once its data is."""
BARE_READY = "pressed 0"
"""On the bare app once it is drawn."""
TYPING_READY = "typed"
"""On the bare line once it is drawn."""

_BARE = Path(__file__).with_name("bare.py")


def app(journal: Path, home: Path) -> Terminal:
    """The app on a journal."""
    return Terminal(sys.executable, "-m", "netjournal", "--journal", journal, home=home)


def bare(home: Path) -> Terminal:
    """A bare Textual app."""
    return Terminal(sys.executable, _BARE, home=home)


def bare_typing(home: Path) -> Terminal:
    """A bare Textual app with one line to type in."""
    return Terminal(sys.executable, _BARE, "typing", home=home)
