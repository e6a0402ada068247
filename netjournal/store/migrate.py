"""Brings a file to the schema of this version; imported only when that is needed."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, NullPool, create_engine, event

from netjournal.errors import FileError
from netjournal.store.backup import back_up
from netjournal.store.engines import drivers_errors_in_words
from netjournal.store.file import APPLICATION_ID, SCHEMA, connect, create
from netjournal.store.tables import RECORDED

SCRIPTS = "netjournal:store/migrations"


def make(path: Path) -> None:
    """Makes a new, empty journal at `path`."""
    create(path)
    _upgrade(path, SCRIPTS, SCHEMA)


def upgrade(path: Path, scripts: str = SCRIPTS, schema: int = SCHEMA) -> None:
    """Brings an older journal to this version's schema, after a verified backup of it.

    It is one transaction: interrupted anywhere, the file is what it was.
    """
    back_up(path, "before-upgrade")
    _upgrade(path, scripts, schema)


def _upgrade(path: Path, scripts: str, schema: int) -> None:
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A table that is rebuilt would otherwise take the rows that refer to it along.
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("PRAGMA synchronous=EXTRA")
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with drivers_errors_in_words(path), engine.begin() as connection:
        before = _row_counts(connection)
        config = Config()
        config.set_main_option("script_location", scripts)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _refuse_losses(path, connection, before)
        # Foreign keys are off, so the steps don't take their changes along.
        for table in ("history_changes", "history_steps"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema}")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = {row.__tablename__ for row in RECORDED}
    present = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in present.scalars().all()
        if name in names
    }


def _refuse_losses(path: Path, connection: Connection, before: dict[str, int]) -> None:
    after = _row_counts(connection)
    lost = [name for name, rows in before.items() if after.get(name) != rows]
    if lost or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise FileError(
            f"{path} could not be brought to this version without a loss "
            f"({', '.join(map(str, lost)) or 'broken references'}), so it was left as it was."
        )
