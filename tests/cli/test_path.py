"""`netjournal path`."""

from pathlib import Path

from tests.cli.conftest import Command


def test_it_prints_where_the_journal_is_and_makes_none(netjournal: Command, path: Path) -> None:
    outcome = netjournal("path")
    assert (outcome.code, outcome.out) == (0, f"{path}\n")
    assert not path.exists()
