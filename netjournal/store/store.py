"""The store: the journal's file, opened; its transactions are the only way in and out."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection
from sqlmodel import Session

from netjournal.errors import BusyError, JournalError
from netjournal.model.change import Step
from netjournal.store import derived, history
from netjournal.store.engines import (
    PATIENCE,
    drivers_errors_in_words,
    reader_engine,
    write_anew,
    writer_engine,
)
from netjournal.store.file import Found, damaged, examine
from netjournal.store.tables import KEPT, RECORDED
from netjournal.store.tables.row import table_of

Label = str | Callable[[Session], str]
"""What a step is called; when that is read from the journal, read as its transaction begins."""


@dataclass(slots=True)
class Writing:
    """A transaction that writes."""

    session: Session
    utc: datetime
    """The moment it began."""
    changed: tuple[history.RowChange, ...] = field(default=())
    """What it changed, once it is committed."""
    revision: int = 0
    """The journal's revision then."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A step undone or redone."""

    step: Step
    changed: tuple[history.RowChange, ...]
    revision: int


_MOMENT: ContextVar["tuple[Store, Session] | None"] = ContextVar("moment", default=None)
"""The transaction that the readings of a thread share."""


class Store:
    """One journal's file, through one connection that writes and a few that read."""

    def __init__(self, path: Path, utc: Callable[[], datetime]) -> None:
        self.path = path
        self.run = uuid.uuid4().hex
        """This run of the program, by which its own steps are known."""
        self.patience = PATIENCE
        """Seconds a transaction waits for locks, unless it says otherwise."""
        self._utc = utc
        self._lock = Lock()
        self._writer = writer_engine(path, history.watch)
        self._readers = reader_engine(path)
        # An engine that waits so long, by its patience; making one takes longer than a reading.
        self._waiting_to_write = cache(lambda s: self._writer.execution_options(patience=s))
        self._waiting_to_read = cache(lambda s: self._readers.execution_options(patience=s))

    @classmethod
    def open(cls, path: Path, utc: Callable[[], datetime]) -> "Store":
        """Opens a journal, making it when there is none and upgrading an older one.

        Raises FileError or BusyError, having touched nothing.
        """
        found = examine(path)
        if found is not Found.JOURNAL:
            from netjournal.store import migrate

            if found is Found.NOTHING:
                migrate.make(path)
            else:
                migrate.upgrade(path)
        store = cls(path, utc)
        try:
            store._refuse_other_columns()
        except JournalError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Closes every connection."""
        self._readers.dispose()
        self._writer.dispose()

    @contextmanager
    def read(self, patience: float | None = None) -> Iterator[Session]:
        """A transaction that reads one moment of the journal.

        Raises BusyError when another program keeps it locked for longer than `patience` seconds.
        """
        moment = _MOMENT.get()
        if moment is not None and moment[0] is self:
            yield moment[1]
            return
        readers = self._waiting_to_read(self._asked(patience))
        with drivers_errors_in_words(self.path), Session(readers) as session:
            yield session

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Within, every reading of this thread is of one moment, and nothing may be written."""
        with self.read() as session:
            token = _MOMENT.set((self, session))
            try:
                yield
            finally:
                _MOMENT.reset(token)

    @contextmanager
    def write(self, label: Label) -> Iterator[Writing]:
        """A transaction that becomes one undoable step; an exception in it leaves no trace."""
        with self._transaction() as session:
            connection = session.connection()
            writing = Writing(session, self._utc())
            named = label if isinstance(label, str) else label(session)
            step_id = history.open_step(connection, named, writing.utc, self.run)
            yield writing
            session.flush()
            writing.changed = history.close_step(connection, step_id)
            writing.revision = history.revision(connection)
            derived.refresh(connection, writing.changed)
            session.commit()

    @contextmanager
    def keep(self, patience: float | None = None) -> Iterator[Session]:
        """A transaction outside the history: drafts and the first look."""
        with self._transaction(patience) as session:
            yield session
            session.commit()

    def undo(self) -> Moved:
        """Takes back the last step."""
        return self._move(history.undo)

    def redo(self) -> Moved:
        """Does the last undone step again."""
        return self._move(history.redo)

    def write_anew(self) -> None:
        """Writes the whole file anew, so that it holds nothing any more that was deleted.

        Raises BusyError while another program reads it, and SaveError when there is no room.
        """
        with self._lock, drivers_errors_in_words(self.path):
            write_anew(self.path, self.patience)

    def _refuse_other_columns(self) -> None:
        """Raises FileError when a column's name is damaged, which no other check sees."""
        with self.read() as session:
            connection = session.connection()
            for table in map(table_of, (*RECORDED, *KEPT)):
                found = connection.exec_driver_sql(f'SELECT * FROM "{table.name}" LIMIT 0')
                if set(found.keys()) != set(table.columns.keys()):
                    raise damaged(self.path)

    def _move(
        self, move: Callable[[Connection, str], tuple[Step, tuple[history.RowChange, ...]]]
    ) -> Moved:
        with self.keep() as session:
            connection = session.connection()
            step, changes = move(connection, self.run)
            derived.refresh(connection, changes)
            revision = history.revision(connection)
        return Moved(step, changes, revision)

    @contextmanager
    def _transaction(self, patience: float | None = None) -> Iterator[Session]:
        seconds = self._asked(patience)
        if not self._lock.acquire(timeout=seconds):
            raise BusyError("Another save is still under way. Nothing was lost; try again.")
        try:
            writer = self._waiting_to_write(seconds)
            with drivers_errors_in_words(self.path), Session(writer) as session:
                yield session
        finally:
            self._lock.release()

    def _asked(self, patience: float | None) -> float:
        return self.patience if patience is None else patience
