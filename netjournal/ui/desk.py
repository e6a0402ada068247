"""The desk: where the interface, which never waits, meets the journal, which takes its time."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from netjournal.journal.changes import Changes
from netjournal.journal.clock import Clock
from netjournal.openssl import forgo_digests
from netjournal.preferences import Preferences, remember_theme

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal

T = TypeVar("T")


class Desk:
    """Opens the journal in a thread and runs calls on it in threads, verbs one after the other."""

    def __init__(
        self,
        path: Path,
        clock: Clock,
        preferences: Preferences,
        *,
        sample: bool = False,
        preferences_file: Path | None = None,
    ) -> None:
        """What a person chooses is remembered in `preferences_file`, or not beyond this run."""
        self.path = path
        self.clock = clock
        self.preferences = preferences
        self.sample = sample
        """Whether the journal is made up, which the screens say."""
        self._preferences_file = preferences_file
        self.changes = Changes()
        """What the journal announces, from the moment it is open; in any thread."""
        self._opening: Future[Journal] = Future()
        self._verbs = asyncio.Lock()

    def open(self) -> None:
        """Begins to open the journal, without waiting for it."""
        Thread(target=self._open, name="opening the journal", daemon=True).start()

    async def journal(self) -> "Journal":
        """The journal, as soon as it is open; raises what kept it from opening."""
        waiting = asyncio.wrap_future(self._opening)
        # Who waits may be gone before the journal refuses to open; that is no error of its own.
        waiting.add_done_callback(_heard)
        return await asyncio.shield(waiting)

    async def read(self, reading: Callable[["Journal"], T]) -> T:
        """What a reading returns, run in a thread."""
        return await asyncio.to_thread(reading, await self.journal())

    def begin(self, reading: Callable[["Journal"], T]) -> "Future[T] | None":
        """Begins a reading in a thread, for who may wait a moment; None before the journal is open.

        Unlike what is awaited it ends without the event loop, which may be waiting for it.
        """
        if not self._opening.done() or self._opening.exception() is not None:
            return None
        begun: Future[T] = Future()
        asyncio.get_running_loop().run_in_executor(
            None, _run, begun, partial(reading, self._opening.result())
        )
        return begun

    async def act(self, verb: Callable[["Journal"], T]) -> T:
        """What a verb returns, run in a thread after all verbs asked for before it."""
        async with self._verbs:
            return await asyncio.to_thread(verb, await self.journal())

    async def remember_theme(self, theme: str) -> None:
        """Writes the theme chosen into the preferences; PreferencesError when that can't be."""
        if self._preferences_file is not None:
            async with self._verbs:
                await asyncio.to_thread(remember_theme, self._preferences_file, theme)

    async def settled(self) -> None:
        """Waits until every verb asked for so far is done."""
        async with self._verbs:
            pass

    def close(self) -> None:
        """Closes the journal if it was opened; may write a backup."""
        if self._opening.done() and self._opening.exception() is None:
            self._opening.result().close()

    def _open(self) -> None:
        try:
            forgo_digests()
            # The store is the dearest import of all; it must not delay the first frame.
            from netjournal.journal.journal import Journal

            journal = Journal.open(self.path, clock=self.clock, preferences=self.preferences)
            journal.changes.subscribe(self.changes.announce)
        except BaseException as problem:  # every waiter is told, whatever it was
            self._opening.set_exception(problem)
        else:
            self._opening.set_result(journal)


def _run(begun: "Future[T]", reading: Callable[[], T]) -> None:
    # Whoever asked may want something else before there was a thread for it.
    if begun.set_running_or_notify_cancel():
        try:
            begun.set_result(reading())
        except BaseException as problem:  # it is told to whoever asked
            begun.set_exception(problem)


def _heard(waiting: asyncio.Future[T]) -> None:
    if not waiting.cancelled():
        waiting.exception()
