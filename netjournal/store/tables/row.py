"""What every table's row is."""

from pydantic import ConfigDict
from sqlalchemy import Table
from sqlmodel import SQLModel


class Row(SQLModel):
    """A row of a table; its rules are built when something is first held against them."""

    # In most runs most tables are only read, or not even that.
    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]


def table_of(row_type: type[SQLModel]) -> Table:
    """The table whose rows are of a type."""
    table: Table = row_type.__table__  # type: ignore[attr-defined]
    return table
