"""What every screen that reads the journal shares; all waiting and threading is here."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, wait
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker

from netjournal.errors import BusyError, JournalError
from netjournal.model.change import Change, Noun
from netjournal.model.occasion import Occasion
from netjournal.ui.desk import Desk
from netjournal.ui.widgets.key_line import KeyLine
from netjournal.ui.widgets.top_line import Tab, TopLine

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal
    from netjournal.ui.dialogs.form import FormDialog

T = TypeVar("T")
D = TypeVar("D")
Result = TypeVar("Result")
Reading = TypeVar("Reading")

_RETRY = 0.25
_PATIENCE = 12
_PAINTED = 0.1
"""Seconds after which what is shown now should long have been painted."""


class JournalScreen(Screen[Result], Generic[Result]):
    """A screen that reads the journal and acts on it, without ever waiting for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._resumed = False
        self.patience = 0.02
        """Seconds a glance may keep the interface waiting."""

    def on_compose(self) -> None:
        """Has the classes of its size before there are widgets to be styled by them."""
        # Textual adds them at the first resize, after which everything is styled once more.
        width, height = self.app.size
        for cells, points in (
            (width, self.app.HORIZONTAL_BREAKPOINTS or ()),
            (height, self.VERTICAL_BREAKPOINTS or self.app.VERTICAL_BREAKPOINTS or ()),
        ):
            self.add_class(*[name for least, name in points if least <= cells][-1:])

    @on(ScreenResume)
    def _resume(self, event: ScreenResume) -> None:
        # What was just mounted is styled; later the theme may be another one.
        if not self._resumed:
            self._resumed, event.refresh_styles = True, False

    def read(
        self,
        reading: Callable[["Journal"], T],
        then: Callable[[T], None],
        *,
        lane: str = "reading",
        after_paint: bool = False,
    ) -> None:
        """Runs a reading in a thread, then `then` here; in one lane only the latest counts.

        With `after_paint` it doesn't compete with the painting of what is shown now.
        """
        self._work(partial(self._read, reading, then, after_paint=after_paint), lane)

    def glance(
        self,
        reading: Callable[["Journal"], T],
        then: Callable[[T], None],
        *,
        lane: str = "reading",
    ) -> None:
        """Reads like `read`, but what comes within a moment is painted with the key that asked.

        Nothing is lost by a reading that takes longer: it is shown when it comes.
        """
        begun = self.desk.begin(reading)
        if begun is not None:
            wait((begun,), self.patience)
        if begun is None or not begun.done() or begun.exception() is not None:
            self._work(partial(self._read, reading, then, begun=begun), lane)
        else:
            self.workers.cancel_group(self, lane)
            then(begun.result())

    def act(
        self,
        verb: Callable[["Journal"], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[JournalError], None] | None = None,
    ) -> None:
        """Runs a verb in a thread, then `then` here, or `failed`, which else says what is wrong."""
        # The app's worker, not the screen's: closing a screen must not lose what it saves.
        self.app.run_worker(self._act(verb, then, failed or self.report), group="verbs")

    def ask(
        self,
        dialog: "FormDialog[D]",
        verb: Callable[["Journal", D], T],
        then: Callable[[T], None] | None = None,
    ) -> None:
        """Opens a form whose draft is given to `verb`; it closes only once that succeeded.

        What is half-filled is kept in the journal until then, and taken up the next time.
        """
        from netjournal.ui.screens.form_keeper import FormKeeper

        keeper = FormKeeper(self, dialog, self.desk.clock.now().date())

        def submit(draft: D) -> None:
            def saved(result: T) -> None:
                keeper.saved()
                dialog.dismiss(draft)
                if then is not None:
                    then(result)

            save = keeper.saving(lambda journal: verb(journal, draft))
            self.act(save, saved, keeper.not_saved)

        dialog.submit, dialog.keeper = submit, keeper
        self.app.push_screen(dialog)

    def confirm(
        self, question: str, then: Callable[[], None], *, yes: str, detail: str = ""
    ) -> None:
        """Asks before something is done; `question` and `detail` may hold a person's own words."""
        from netjournal.ui.dialogs.confirm import ConfirmDialog

        def answered(agreed: bool | None) -> None:
            if agreed:
                then()

        self.app.push_screen(ConfirmDialog(question, detail=detail, yes=yes), answered)

    def report(self, problem: JournalError) -> None:
        """Says what went wrong; what is painted stays."""
        self.notify(str(problem), severity="error", markup=False)

    def _compositor_refresh(self) -> None:
        # While updates are held back, Textual would draw all, throw it away and think it painted.
        if self.app._batch_count:
            self.refresh()
        else:
            super()._compositor_refresh()

    def _work(self, work: Callable[[], Coroutine[None, None, None]], lane: str) -> None:
        # Not a coroutine: one that gives way before it began would never be awaited.
        _worker: Worker[None] = self.run_worker(work, group=lane, exclusive=True)

    async def _read(
        self,
        reading: Callable[["Journal"], T],
        then: Callable[[T], None],
        *,
        after_paint: bool = False,
        begun: "Future[T] | None" = None,
    ) -> None:
        if after_paint:
            # Textual may never say so, as when another screen comes over this one just now.
            with suppress(TimeoutError):
                await asyncio.wait_for(self.wait_for_refresh(), _PAINTED)
        attempts = 0
        while True:
            attempt = self.desk.read(reading) if begun is None else asyncio.wrap_future(begun)
            begun = None
            try:
                result = await attempt
            except BusyError as problem:
                attempts += 1
                if attempts == _PATIENCE:
                    self.report(problem)
                await asyncio.sleep(_RETRY)
            except JournalError as problem:
                return self.report(problem)
            else:
                return then(result)

    async def _act(
        self,
        verb: Callable[["Journal"], T],
        then: Callable[[T], None] | None,
        failed: Callable[[JournalError], None],
    ) -> None:
        try:
            result = await self.desk.act(verb)
        except JournalError as problem:
            failed(problem)
        else:
            if then is not None:
                then(result)


class AreaScreen(JournalScreen[None], Generic[Reading]):
    """An area: says what it reads, loads it in a thread, and shows it when it comes."""

    READS: ClassVar[frozenset[Noun]] = frozenset()
    """The nouns at whose change it loads again."""

    class Came(Message):
        """Something that was being read has come, or won't."""

    tabs: tuple[Tab, ...] = ()
    """All areas, for the line at the top."""

    def __init__(self, desk: Desk, first: Reading | None = None) -> None:
        """`first` is shown until the journal is open."""
        super().__init__(desk)
        self._first = first
        self._stale = False
        self._loaded = first is not None

    @abstractmethod
    def body(self) -> ComposeResult:
        """The widgets between the line at the top and the line of keys."""

    @abstractmethod
    def load(self, journal: "Journal") -> Reading:
        """Reads what the screen shows; runs in a thread."""

    @abstractmethod
    def show(self, reading: Reading) -> None:
        """Shows a reading; runs in the interface's thread."""

    def occasion(self) -> Occasion | None:
        """The meeting that `r` reflects on from here, if one is pointed at."""
        return None

    def open_record(self, record: int) -> None:
        """Goes to one of the area's records, by its id."""

    def open_part(self, record: int, noun: Noun, part: int) -> None:  # noqa: ARG002
        """Goes to something that belongs to a record, where the area shows such parts."""
        self.open_record(record)

    def awaits(self, key: str) -> bool:  # noqa: ARG002
        """Whether it is too early for a key, since what it may be about is still being read."""
        return not (self._loaded and self.is_mounted) or self.is_reading("form")

    def is_reading(self, *lanes: str) -> bool:
        """Whether a reading of one of some lanes is under way."""
        return any(
            worker.node is self and worker.group in lanes and not worker.is_finished
            for worker in self.workers
        )

    def reload(self) -> None:
        """Loads and shows again; a load still under way is forgotten."""
        self._stale = False
        self.read(self.load, self.show, lane="load")

    def reload_at_once(self) -> None:
        """Loads and shows again, if it can be in the frame that is painted next."""
        self._stale = False
        self.glance(self.load, self.show, lane="load")

    def compose(self) -> ComposeResult:
        """The line at the top, the body, the line of keys."""
        yield TopLine(self.tabs, self.desk.clock, sample=self.desk.sample)
        yield from self.body()
        yield KeyLine()

    def on_mount(self) -> None:
        """Shows what is at hand and loads the rest."""
        self._unsubscribe = self.desk.changes.subscribe(self._announced)
        if self._first is not None:
            self.show(self._first)
        self.reload()

    def on_unmount(self) -> None:
        """Stops listening."""
        self._unsubscribe()

    def on_screen_resume(self) -> None:
        """Loads again what changed while the screen was out of sight."""
        if self._stale:
            self.reload()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Says when a reading is over."""
        if event.worker.is_finished:
            self._loaded = self._loaded or not self.is_reading("load")
            self.post_message(self.Came())

    def _announced(self, change: Change) -> None:
        # Called in whatever thread made the change.
        if change.nouns & self.READS:
            self.call_later(self._changed)

    def _changed(self) -> None:
        if self.is_current:
            self.reload()
        else:
            self._stale = True
