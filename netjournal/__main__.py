"""The entry point: opens the app by itself, and leaves everything else to the commands."""

import gc
import os
import sys
from pathlib import Path


def main() -> int:
    """Runs netjournal with the words of the command line and returns the exit code."""
    arguments = sys.argv[1:]
    # A shell asks for completions with this variable, and with no arguments.
    completing = "_NETJOURNAL_COMPLETE" in os.environ
    if not completing and (opened := _journal_only(arguments)) is not None:
        from netjournal.cli.app import open_app

        return open_app(*opened)
    # A command makes too little to look for garbage in, and what is imported stays.
    gc.disable()
    from netjournal.cli.app import leave_at_once
    from netjournal.cli.commands import run

    return leave_at_once(run(arguments))


def _journal_only(arguments: list[str]) -> tuple[Path | None] | None:
    """The journal named when nothing else is asked for: then no command parser is needed."""
    match arguments:
        case []:
            return (None,)
        case ["--journal", file] if file:
            return (Path(file),)
        case [option] if option.startswith("--journal=") and option != "--journal=":
            return (Path(option.removeprefix("--journal=")),)
        case _:
            return None


if __name__ == "__main__":
    sys.exit(main())
