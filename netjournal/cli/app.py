"""Opens the app on the whole terminal."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from netjournal.errors import JournalError
from netjournal.journal.clock import SystemClock
from netjournal.openssl import forgo_tls
from netjournal.places import journal_file, preferences_file
from netjournal.preferences import read


def open_app(journal: Path | None) -> int:
    """Runs the app on a journal and leaves the process with its exit code; returns a refusal's."""
    if (refusal := no_terminal()) is not None:
        print(refusal, file=sys.stderr)
        return 2
    try:
        code = show(journal_file(journal))
    except JournalError as problem:
        print(problem, file=sys.stderr)
        return 1
    return leave_at_once(code)


def show(file: Path, *, sample: bool = False) -> int:
    """Runs the app on a journal's file, which may be a sample, and returns its exit code.

    Raises PreferencesError when the preferences can't be used.
    """
    kept = preferences_file()
    preferences = read(kept)
    # What is imported stays, so looking through it for garbage only delays the first frame;
    # the app looks again once its journal is open.
    gc.disable()
    forgo_tls()
    # Only the commands that draw import the interface.
    from netjournal.ui.app import NetjournalApp
    from netjournal.ui.desk import Desk

    # Nothing is left of a sample, nor of what was tried out in it.
    remembered = None if sample else kept
    desk = Desk(file, SystemClock(), preferences, sample=sample, preferences_file=remembered)
    app = NetjournalApp(desk)
    try:
        app.run()
    finally:
        desk.close()
    return app.return_code or 0


def no_terminal() -> str | None:
    """Why the app can't be shown here, or None."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "The app needs a terminal. In scripts, use commands such as: netjournal today --json"
    if os.environ.get("TERM", "dumb") == "dumb":
        return (
            "This terminal (TERM=dumb) can't show the app; commands such as netjournal today work."
        )
    return None


def leave_at_once(code: int) -> NoReturn:
    """Ends the process once all is saved and closed."""
    for stream in (sys.stdout, sys.stderr):
        # A shell can start a program without them, and a closed terminal takes nothing more.
        if stream is not None:
            with suppress(OSError):
                stream.flush()
    # To free every module one by one would take longer than all else.
    os._exit(code)
