"""The two engines on the one file: a single writer, and readers that can't write."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import Session

from netjournal.errors import BusyError, ConflictError, JournalError, SaveError
from netjournal.store.file import connect, damaged

PATIENCE = 5.0
"""Seconds a transaction waits for another program's lock, unless it says otherwise."""

READERS = 8
"""How many readings can be under way at once; more than there are threads for them."""

_PRAGMAS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "synchronous=EXTRA",
    "secure_delete=ON",
    # In KiB, twice what SQLite takes by itself: what a filter finds among many lies far apart.
    "cache_size=-4000",
)


def writer_engine(path: Path, prepare: Callable[[sqlite3.Connection], None]) -> Engine:
    """The engine of the one connection that writes, prepared so before its first use.

    Its transactions begin with the write lock.
    """
    engine = _engine(path, 1, ("journal_mode=TRUNCATE", "cache_spill=OFF"), prepare)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        _wait_as_asked(connection)
        driver(connection).execute("BEGIN IMMEDIATE")

    @event.listens_for(engine, "checkin")
    def end(connection: sqlite3.Connection | None, _: object) -> None:
        # A commit that fails leaves its transaction open, and the journal locked for everyone.
        if connection is not None:
            connection.rollback()

    return engine


def reader_engine(path: Path) -> Engine:
    """The engine of the connections that read, each transaction a view of one moment."""
    engine = _engine(path, READERS, ("query_only=ON",))

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        _wait_as_asked(connection)
        driver(connection).execute("BEGIN")

    return engine


def write_anew(path: Path, patience: float) -> None:
    """Writes the whole file anew, waiting for locks for so many seconds."""
    # What it lays down meanwhile stays in memory, so that no other file holds any of it.
    pragmas = (*_PRAGMAS, "journal_mode=TRUNCATE", "temp_store=MEMORY")
    with closing(connect(path)) as connection:
        for pragma in (*pragmas, f"busy_timeout={int(patience * 1000)}"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("VACUUM")


def plain_rows(session: Session, query: str, values: Mapping[str, object]) -> sqlite3.Cursor:
    """The rows of a query as plain tuples, by the driver itself.

    For what is read at a key: there SQLAlchemy would take longer than SQLite.
    """
    return driver(session.connection()).execute(query, values)


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection: what SQLAlchemy adds to a statement is most of its time.

    What the store does at each save without being asked, such as the history, goes through it.
    """
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def _wait_as_asked(connection: Connection) -> None:
    """Makes a transaction wait for locks as long as its `patience` says, in seconds."""
    patience = connection.get_execution_options().get("patience", PATIENCE)
    if connection.info.get("patience") != patience:
        driver(connection).execute(f"PRAGMA busy_timeout={int(patience * 1000)}")
        connection.info["patience"] = patience


def _engine(
    path: Path,
    connections: int,
    pragmas: tuple[str, ...],
    prepare: Callable[[sqlite3.Connection], None] | None = None,
) -> Engine:
    def open_connection() -> sqlite3.Connection:
        connection = connect(path)
        for pragma in (*_PRAGMAS, *pragmas):
            connection.execute(f"PRAGMA {pragma}")
        if prepare is not None:
            prepare(connection)
        return connection

    return create_engine(
        "sqlite://",
        creator=open_connection,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=PATIENCE,
        # The connection used last knows most of what is read next.
        pool_use_lifo=True,
        pool_reset_on_return="rollback",
    )


@contextmanager
def drivers_errors_in_words(path: Path) -> Iterator[None]:
    """Turns what the driver raises into a JournalError that a person can act on."""
    try:
        yield
    except DBAPIError as error:
        raise _in_words(error.orig, path) from error
    except sqlite3.Error as error:
        raise _in_words(error, path) from error
    except PoolTimeout as error:
        raise BusyError("Too much is being read at once. Nothing was lost; try again.") from error
    except (KeyError, IndexError):
        raise
    except (TypeError, ValueError, LookupError) as error:
        # A column holds what is no text, no date, or none of its choices.
        raise damaged(path) from error


def _in_words(error: BaseException | None, path: Path) -> JournalError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyError("Another program holds the journal. Nothing was lost; try again.")
        case sqlite3.SQLITE_FULL:
            return SaveError("The disk is full, so nothing was saved. Make room and try again.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return SaveError(
                f"{path} or its folder can't be written, so nothing was saved. "
                "Check its rights and try again."
            )
        case sqlite3.SQLITE_IOERR:
            return SaveError("The disk reported an error, so nothing was saved. Try again.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged(path)
        case sqlite3.SQLITE_OK if isinstance(error, sqlite3.OperationalError):
            # Text that can't be decoded is found by the driver, so it comes without a code.
            return damaged(path)
        case sqlite3.SQLITE_CONSTRAINT:
            return ConflictError(
                f"The journal's rules refused this ({error}), so nothing was saved."
            )
        case _:
            return SaveError(f"The journal could not be used: {error}. Nothing was saved.")
