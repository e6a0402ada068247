"""The schema: what migrations make is what the tables say, and an upgrade loses nothing."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.orm import configure_mappers
from sqlmodel import SQLModel

from netjournal.errors import FileError, JournalError, SaveError
from netjournal.journal.journal import Journal
from netjournal.places import backups_folder
from netjournal.store import migrate
from netjournal.store.file import APPLICATION_ID, SCHEMA
from netjournal.store.tables import KEPT, RECORDED, SEARCH
from tests.store.damage import RECORDS, content, digest, is_whole

FIRST = Path(migrate.__file__).parent / "migrations"
ADDS_A_COLUMN = 'op.add_column("groups", sa.Column("colour", sa.String()))'
REBUILDS_A_TABLE = """with op.batch_alter_table("meetings") as meetings:
        meetings.alter_column("place", new_column_name="venue")"""
FAILS_IN_THE_MIDDLE = (
    f'{ADDS_A_COLUMN}\n    op.execute("DELETE FROM contacts")\n    op.execute("?")'
)
LOSES_ROWS = 'op.execute("DELETE FROM attendances WHERE id = 1")'
BREAKS_REFERENCES = 'op.execute("UPDATE attendances SET contact_id = 999 WHERE id = 1")'


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """A folder of migrations that holds the real ones, to add another to."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    for script in ("env.py", "script.py.mako", "versions/0001_first.py"):
        (folder / script).write_text((FIRST / script).read_text())
    return folder


def upgrade(path: Path, scripts: Path, what: str) -> None:
    """Upgrades a journal by one more migration."""
    (scripts / "versions" / "next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\n"
        f'revision = "next"\ndown_revision = "{SCHEMA:04}"\n\n\n'
        f"def upgrade() -> None:\n    {what}\n"
    )
    migrate.upgrade(path, str(scripts), SCHEMA + 1)


def schema(path: Path) -> dict[str, str]:
    """The statements that made a file's tables and indexes, but for their order and spelling."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return {name: _plain(sql) for name, sql in found if not name.startswith(SEARCH)}


def _plain(sql: str) -> str:
    head, _, body = re.sub(r"\s+", " ", sql.replace('"', "")).partition("(")
    parts = re.split(r", (?=[a-z_]+ [A-Z]|CONSTRAINT|PRIMARY|FOREIGN|CHECK|UNIQUE)", body[:-1])
    return f"{head}({', '.join(sorted(part.strip() for part in parts))})"


def test_every_table_is_either_recorded_or_kept() -> None:
    named = {row.__tablename__ for row in (*RECORDED, *KEPT)}
    assert named == set(SQLModel.metadata.tables)


def test_the_tables_can_be_mapped() -> None:
    configure_mappers()


def test_migrations_make_the_tables_that_are_declared(path: Path, tmp_path: Path) -> None:
    Journal.open(path).close()
    declared = tmp_path / "declared.db"
    engine = create_engine(f"sqlite:///{declared}")
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    migrated = schema(path)
    del migrated["alembic_version"]
    assert migrated == schema(declared)


@pytest.mark.filterwarnings("ignore:autogenerate skipping", "ignore:Skipped unsupported")
def test_autogenerate_finds_nothing_to_do(path: Path) -> None:
    Journal.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        options = {"include_object": _is_compared, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def _is_compared(_: object, name: str | None, kind: str, *__: object) -> bool:
    """Indexes aren't: Alembic can't read a falling one, and the statements tell them all."""
    return kind != "index" and not (name or "").startswith((*SEARCH, "alembic"))


def test_a_new_journal_says_whose_it_is(path: Path) -> None:
    Journal.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        marks = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]
    assert marks == [APPLICATION_ID, SCHEMA]
    assert is_whole(path)


@pytest.mark.parametrize("what", [ADDS_A_COLUMN, REBUILDS_A_TABLE])
def test_an_upgrade_keeps_every_row_and_what_it_was_before(
    filled: Path, scripts: Path, what: str
) -> None:
    before, whole = content(filled), content(filled, *RECORDS, "drafts")
    upgrade(filled, scripts, what)
    after = content(filled)
    if what == ADDS_A_COLUMN:
        after["groups"] = [row[:-1] for row in after["groups"]]
    assert after == before
    assert is_whole(filled)
    (backup,) = backups_folder(filled).iterdir()
    assert content(backup, *RECORDS, "drafts") == whole
    Journal.open(backup).close()
    with pytest.raises(FileError, match="newer"):
        Journal.open(filled)


def test_an_upgrade_empties_the_history_whole(filled: Path, scripts: Path) -> None:
    upgrade(filled, scripts, ADDS_A_COLUMN)
    kept = content(filled, "history_steps", "history_changes")
    assert kept == {"history_steps": [], "history_changes": []}


@pytest.mark.parametrize("what", [LOSES_ROWS, BREAKS_REFERENCES])
def test_an_upgrade_that_would_lose_something_is_refused(
    filled: Path, scripts: Path, what: str
) -> None:
    before = content(filled)
    with pytest.raises(FileError, match="without a loss"):
        upgrade(filled, scripts, what)
    assert content(filled) == before
    Journal.open(filled).close()


def test_an_upgrade_that_fails_in_the_middle_changes_nothing(filled: Path, scripts: Path) -> None:
    before = digest(filled)
    with pytest.raises(JournalError):
        upgrade(filled, scripts, FAILS_IN_THE_MIDDLE)
    assert digest(filled) == before
    journal = Journal.open(filled)
    assert journal.contacts.count() == 4
    journal.close()


def test_an_upgrade_killed_in_the_middle_changes_nothing(filled: Path, scripts: Path) -> None:
    before = content(filled)
    kill = f"{ADDS_A_COLUMN}\n    import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)"
    code = (
        "import sys; from pathlib import Path; from tests.store import test_migrate\n"
        "test_migrate.upgrade(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])"
    )
    done = subprocess.run([sys.executable, "-c", code, filled, scripts, kill], cwd=Path.cwd())
    assert done.returncode == -9
    Journal.open(filled).close()
    assert content(filled) == before
    assert is_whole(filled)


def test_without_a_backup_there_is_no_upgrade(filled: Path, scripts: Path) -> None:
    backups_folder(filled).write_text("in the way")
    before = digest(filled)
    with pytest.raises(SaveError, match="backup could not be made"):
        upgrade(filled, scripts, ADDS_A_COLUMN)
    assert digest(filled) == before


def test_alembic_is_not_imported_when_there_is_nothing_to_do(filled: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from netjournal.journal.journal import Journal\n"
        "Journal.open(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, filled], check=True, capture_output=True, text=True
    )
    assert done.stdout == "False\n"
