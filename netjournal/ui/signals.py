"""Signals: when the terminal closes or the system ends us, open forms are kept first."""

import asyncio
import signal
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, runtime_checkable

from textual.app import App

from netjournal.errors import JournalError

HEEDED = (signal.SIGHUP, signal.SIGTERM)


@runtime_checkable
class Keeps(Protocol):
    """An open form that can keep what is entered before it returns."""

    def keep_now(self) -> None:
        """Keeps what is entered; JournalError when the journal refuses."""


def heed(app: App[Any], leave: Callable[[int], None]) -> None:
    """On a signal keeps every open form, then calls `leave` with the signal's number."""
    loop = asyncio.get_running_loop()
    for number in HEEDED:
        loop.add_signal_handler(number, partial(_keep_and_leave, app, leave, number))


def _keep_and_leave(app: App[Any], leave: Callable[[int], None], number: int) -> None:
    for screen in app.screen_stack:
        if isinstance(screen, Keeps):
            _keep(screen)
    leave(number)


def _keep(form: Keeps) -> None:
    try:
        form.keep_now()
    except JournalError:
        # Nobody is left to read a sentence, and the other forms are still to be kept.
        return
