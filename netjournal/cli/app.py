"""Opens the app on the whole terminal."""

import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

from netjournal.errors import JournalError
from netjournal.journal.clock import SystemClock
from netjournal.places import journal_file, preferences_file
from netjournal.preferences import read


def open_app(journal: Path | None) -> int:
    """Runs the app on a journal and leaves the process with its exit code; returns a refusal's."""
    if (refusal := _no_terminal()) is not None:
        print(refusal, file=sys.stderr)
        return 2
    try:
        preferences = read(preferences_file())
    except JournalError as problem:
        print(problem, file=sys.stderr)
        return 1
    # What is imported stays, so looking through it for garbage only delays the first frame;
    # the app looks again once that is drawn.
    gc.disable()
    # Only this command draws; all others stay free of the interface.
    from netjournal.ui.app import NetjournalApp
    from netjournal.ui.desk import Desk

    desk = Desk(journal_file(journal), SystemClock(), preferences)
    app = NetjournalApp(desk)
    try:
        app.run()
    finally:
        desk.close()
    return leave_at_once(app.return_code or 0)


def leave_at_once(code: int) -> NoReturn:
    """Ends the process once all is saved and closed."""
    sys.stdout.flush()
    sys.stderr.flush()
    # To free every module one by one would take longer than all else.
    os._exit(code)


def _no_terminal() -> str | None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "The app needs a terminal. In scripts, use commands such as: netjournal today --json"
    if os.environ.get("TERM", "dumb") == "dumb":
        return (
            "This terminal (TERM=dumb) can't show the app; commands such as netjournal today work."
        )
    return None
