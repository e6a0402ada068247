"""The tables that serve the keeping itself: history, drafts, search and the first look."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from netjournal.store.tables.columns import UtcStamp
from netjournal.store.tables.row import Row


class JournalStateRow(Row, table=True):
    """The one row that counts the journal's committed changes."""

    __tablename__: ClassVar[str] = "journal_state"
    __table_args__ = (CheckConstraint("id = 1", "journal_state_is_one_row"),)

    id: int | None = Field(default=None, primary_key=True)
    revision: int
    """Grows by one with every change, undo and redo."""


class HistoryStepRow(Row, table=True):
    """One transaction, as it can be undone and redone."""

    __tablename__: ClassVar[str] = "history_steps"
    __table_args__ = (Index("history_steps_by_revision", "revision"),)

    id: int | None = Field(default=None, primary_key=True)
    label: str
    made_at: datetime = Field(sa_type=UtcStamp)
    run: str
    """The run of the program that made it."""
    undone: bool = False
    revision: int
    """The journal's revision when it was last done, undone or redone."""


class HistoryChangeRow(Row, table=True):
    """One row of the journal before and after a step, as JSON of what its columns hold."""

    __tablename__: ClassVar[str] = "history_changes"
    __table_args__ = (Index("history_changes_by_step", "step_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    step_id: int = Field(foreign_key="history_steps.id", ondelete="CASCADE")
    table_name: str
    row_id: int
    before: str | None
    """None when the step made the row."""
    after: str | None
    """None when the step removed it."""


class DraftRow(Row, table=True):
    """A half-filled form."""

    __tablename__: ClassVar[str] = "drafts"

    id: str = Field(primary_key=True)
    form: str
    subject: str
    body: str
    saved_at: datetime = Field(sa_type=UtcStamp)


class FirstLookRow(Row, table=True):
    """What Today is made from, so that the next start can paint it at once."""

    __tablename__: ClassVar[str] = "first_look"
    __table_args__ = (CheckConstraint("id = 1", "first_look_is_one_row"),)

    id: int | None = Field(default=None, primary_key=True)
    revision: int
    """The journal's revision it reflects."""
    version: int
    """Of its own format."""
    written_on: str
    """Local date, `YYYY-MM-DD`."""
    inputs: str
    """JSON."""


class DocumentRow(Row, table=True):
    """What can be found by its words; the later it was written, the greater its id."""

    __tablename__: ClassVar[str] = "documents"
    __table_args__ = (UniqueConstraint("noun", "record_id", name="document_one_a_record"),)

    id: int | None = Field(default=None, primary_key=True)
    noun: str
    record_id: int
