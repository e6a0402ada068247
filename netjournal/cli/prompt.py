"""Shows the reflection form under the prompt, and in its place says how it ended."""

import gc
import os
import sys
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import click

from netjournal.cli.app import leave_at_once
from netjournal.cli.meeting_lines import named
from netjournal.cli.printing import fitted
from netjournal.cli.session import Session
from netjournal.cli.understood import understood
from netjournal.errors import JournalError
from netjournal.openssl import forgo_tls
from netjournal.places import preferences_file
from netjournal.preferences import read
from netjournal.text import visible

if TYPE_CHECKING:
    from netjournal.ui.endings import Ending

_TERMINAL_CLOSED = 129


def has_terminal() -> bool:
    """Whether the form can be drawn; it reads from standard input and writes to standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(each.isatty() for each in streams) and os.environ.get("TERM", "dumb") != "dumb"


def reflect_at_prompt(session: Session, group: str | None) -> int:
    """Asks for a reflection on a group's latest meeting, or else finds or asks which.

    Leaves the process with the exit code; raises what kept the journal from being opened.
    """
    preferences = read(preferences_file())
    # What is imported stays, so looking through it for garbage only delays the first frame;
    # the form looks again once its journal is open.
    gc.disable()
    forgo_tls()
    # Only here does this command draw; with options it stays free of the interface.
    from netjournal.ui.desk import Desk
    from netjournal.ui.prompt import PromptApp

    desk = Desk(session.file, session.clock, preferences)
    app = PromptApp(desk, group or "")
    try:
        ending = app.run(inline=True)
    except Exception:
        if sys.stdin.isatty():
            raise
        # The terminal was closed, and Textual's thread would wait for its keys for ever.
        desk.close()
        leave_at_once(app.return_code or _TERMINAL_CLOSED)
    finally:
        desk.close()
    if isinstance(ending, JournalError):
        raise ending
    # A terminal that was closed can't be told; what was kept is kept.
    with suppress(OSError):
        click.echo(fitted(_said(ending, session.clock.now().date())), nl=ending is not None)
    return leave_at_once(app.return_code or 0)


def _said(ending: "Ending", today: date) -> str:
    from netjournal.ui.endings import Dropped, Kept, Saved
    from netjournal.ui.upshot_words import told

    match ending:
        case Saved():
            entered = understood(ending.occasion, ending.entry, ending.new_contacts, today)
            return visible(" · ".join((entered, *told(ending.upshot, today))))
        case Kept():
            said = visible(named(ending.occasion, today))
            return f"Draft kept: {said}. The form goes on with it."
        case Dropped():
            return "Draft thrown away."
        case None:
            return ""
