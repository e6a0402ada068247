"""What every command is given: which journal it is about, and the clock."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.errors import NotFoundError
from netjournal.journal.clock import Clock
from netjournal.openssl import forgo_digests, forgo_tls
from netjournal.places import journal_file, preferences_file
from netjournal.preferences import Preferences, read

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Session:
    """One run of a command."""

    clock: Clock
    named: Path | None = None
    """The journal's file, if the command line names one."""

    @property
    def file(self) -> Path:
        """The journal's file."""
        return journal_file(self.named)

    @contextmanager
    def writing(self) -> Iterator["Journal"]:
        """The journal, made if there is none, and closed afterwards."""
        # A mistake in the preferences must not keep anyone from recording.
        with self._opened(Preferences()) as journal:
            yield journal

    @contextmanager
    def changing(self) -> Iterator["Journal"]:
        """The journal that is there, to change what it holds; NotFoundError when there is none."""
        self._refuse_none()
        with self.writing() as journal:
            yield journal

    @contextmanager
    def reading(self) -> Iterator["Journal"]:
        """The journal that is there, with the preferences by which its figures are worked out.

        NotFoundError when there is none: looking makes no files.
        """
        self._refuse_none()
        with self._opened(read(preferences_file())) as journal:
            yield journal

    def _refuse_none(self) -> None:
        if not os.path.lexists(self.file):
            raise NotFoundError(
                f"There is no journal at {self.file} yet. Begin one with: "
                "netjournal group add NAME, or open the app with: netjournal"
            )

    @contextmanager
    def _opened(self, preferences: Preferences) -> Iterator["Journal"]:
        forgo_tls()
        forgo_digests()
        from netjournal.journal.journal import Journal

        journal = Journal.open(self.file, clock=self.clock, preferences=preferences)
        try:
            yield journal
        finally:
            journal.close()


def _name(context: click.Context, _: click.Parameter, file: Path | None) -> None:
    if file is not None:
        context.obj = replace(context.obj, named=file)


journal_option = click.option(
    "--journal",
    metavar="FILE",
    type=click.Path(path_type=Path),
    expose_value=False,
    callback=_name,
    help="The journal's file, instead of the usual one.",
)
"""Names the journal, before a command or after it."""
