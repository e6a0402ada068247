"""What the verbs of every noun share: the store, the clock, and what follows a change."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import ContextVar
from threading import Lock

from sqlmodel import Session

from netjournal.errors import JournalError
from netjournal.journal import today
from netjournal.journal.changes import Changes
from netjournal.journal.clock import Clock
from netjournal.journal.first_look import encode
from netjournal.model.change import Change, Noun, Step
from netjournal.model.today import TodayInputs
from netjournal.store import filling, history
from netjournal.store.filling import Rows
from netjournal.store.first_look import VERSION
from netjournal.store.history import RowChange
from netjournal.store.store import Label, Moved, Store, Writing
from netjournal.store.tables import FirstLookRow

NOUNS = {
    "groups": Noun.GROUP,
    "schedules": Noun.GROUP,
    "value_statements": Noun.GROUP,
    "contacts": Noun.CONTACT,
    "contact_details": Noun.CONTACT,
    "meetings": Noun.MEETING,
    "attendances": Noun.MEETING,
    "reflections": Noun.MEETING,
    "interactions": Noun.INTERACTION,
    "interaction_contacts": Noun.INTERACTION,
    "follow_ups": Noun.FOLLOW_UP,
    "referrals": Noun.REFERRAL,
    "business": Noun.BUSINESS,
    "invitations": Noun.INVITATION,
    "memberships": Noun.MEMBERSHIP,
    "tag_cadences": Noun.CONTACT,
    "contacts_apart": Noun.CONTACT,
    "me": Noun.ME,
    "pitches": Noun.ME,
    "reviews": Noun.REVIEW,
}
"""Which noun each recorded table belongs to."""

_ALSO: ContextVar[Callable[[Session], None] | None] = ContextVar("also", default=None)
"""What the changes of a thread do besides."""


class Ledger:
    """An open store with a clock, whose every change is announced and kept for a first look."""

    def __init__(self, store: Store, clock: Clock, changes: Changes, week_begins: int = 0) -> None:
        """`week_begins` is the weekday of a week's first day, 0 for Monday."""
        self.store = store
        self._week_begins = week_begins
        self.clock = clock
        self.changes = changes
        self._looking = Lock()
        self._look_due = False
        with store.read() as session:
            self._seen = history.revision(session.connection())

    def read(self) -> AbstractContextManager[Session]:
        """A transaction that reads one moment of the journal."""
        return self.store.read()

    def glance(self) -> AbstractContextManager[Session]:
        """A transaction that reads for a thread that can't wait; BusyError after 20 ms."""
        return self.store.read(patience=0.02)

    @contextmanager
    def change(self, label: Label) -> Iterator[Writing]:
        """A transaction that becomes one undoable step, announced once it is committed."""
        with self.store.write(label) as writing:
            yield writing
            if (also := _ALSO.get()) is not None:
                also(writing.session)
        self.follow(writing.changed, writing.revision)

    @contextmanager
    def also(self, does: Callable[[Session], None]) -> Iterator[Callable[[], bool]]:
        """Within, every change made in this thread also does this, outside the history.

        What it gives tells whether there was such a change.
        """
        done = False

        def do(session: Session) -> None:
            nonlocal done
            does(session)
            done = True

        token = _ALSO.set(do)
        try:
            yield lambda: done
        finally:
            _ALSO.reset(token)

    def fill(self, rows: Rows) -> None:
        """Writes a great many rows into a journal that is empty; that can't be undone."""
        filling.fill(self.store, rows)
        self._look_due = True
        # They are saved, so nothing that fails from here on may look as if they weren't.
        with suppress(JournalError):
            self.poll()

    def undo(self) -> Step:
        """Takes back the last step."""
        return self._moved(self.store.undo())

    def redo(self) -> Step:
        """Does the last undone step again."""
        return self._moved(self.store.redo())

    def poll(self) -> None:
        """Announces what other processes changed since this one last looked.

        Raises BusyError rather than wait; nothing is missed, for the next look finds it.
        """
        with self._looking:
            with self.glance() as session:
                connection = session.connection()
                revision = history.revision(connection)
                foreign = revision != self._seen
                tables = history.tables_changed_since(connection, self._seen) if foreign else ()
            self._seen = revision
        if foreign:
            self._announce(tables, foreign=True)
        self.keep_first_look()

    def keep_first_look(self) -> None:
        """Keeps what the next start's first frame is made from, after changes made here.

        It is kept when there is time for it, not by the change itself: a save stays quick.
        """
        if self._look_due:
            try:
                self.today_inputs()
            except JournalError:
                # Only the next start would gain by it, so nobody is told; it is tried again.
                self._look_due = True

    def today_inputs(self) -> TodayInputs:
        """What Today is made from, kept for the next start when the kept one is no longer right."""
        # Before it reads: a change made meanwhile makes another one due.
        self._look_due = False
        now = self.clock.now()
        written_on = f"{now.date()}"
        with self.read() as session:
            gathered = today.gather(session, now, self._week_begins)
            revision = history.revision(session.connection())
            kept = session.get(FirstLookRow, 1)
            fresh = kept is not None and (kept.revision, kept.version, kept.written_on) == (
                revision,
                VERSION,
                written_on,
            )
        inputs = today.inputs(gathered, now)
        if not fresh:
            self._put_first_look(inputs, revision, written_on)
        return inputs

    def _put_first_look(self, inputs: TodayInputs, revision: int, written_on: str) -> None:
        row = FirstLookRow(
            id=1, revision=revision, version=VERSION, written_on=written_on, inputs=encode(inputs)
        )
        # Only the next start's first frame gains by it, so nobody is kept waiting or told.
        with suppress(JournalError), self.store.keep(patience=0) as session:
            session.merge(row)

    def _moved(self, moved: Moved) -> Step:
        self.follow(moved.changed, moved.revision)
        return moved.step

    def follow(self, changed: Iterable[RowChange], revision: int) -> None:
        """Announces what a committed transaction changed."""
        tables = {change.table for change in changed}
        if not tables:
            return
        with self._looking:
            # With another program's change in between, the next look finds both.
            if self._seen == revision - 1:
                self._seen = revision
        self._look_due = True
        self._announce(tables, foreign=False)

    def _announce(self, tables: Iterable[str], *, foreign: bool) -> None:
        nouns = frozenset(NOUNS[table] for table in tables)
        self.changes.announce(Change(nouns=nouns, foreign=foreign))
