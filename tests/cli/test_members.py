"""`netjournal members`, and `netjournal group show`, which lists them too."""

import csv
import io

import pytest

from netjournal.journal.journal import Journal
from netjournal.model.group import GroupDraft
from tests.cli.conftest import Command, documented
from tests.entries import fill


@pytest.fixture(autouse=True)
def riverside(journal: Journal) -> Journal:
    """A group with a chair and three who were only seen there."""
    fill(journal)
    journal.groups.join(GroupDraft(name="Empty"))
    return journal


def test_members_are_listed_with_those_known_deepest_first(netjournal: Command) -> None:
    first, *rest = netjournal("members", "river").out.splitlines()[1:]
    assert first.split("  ")[0] == "Ana Ruiz"
    assert "Chair" in first
    assert "Fri 1 Mar 2024" in first
    assert [line.split("  ")[0] for line in rest] == [
        "Guest of 2026-11-03",
        "Guest of 2026-11-10",
        "Guest of 2026-11-17",
    ]


def test_its_json_is_as_documented(netjournal: Command) -> None:
    ana, guest, *_ = netjournal("members", "river", "--json").json
    assert set(ana) <= documented("members")
    assert (ana["name"], ana["role"], ana["classification"]) == ("Ana Ruiz", "Chair", "")
    assert (ana["since"], ana["until"], ana["recorded"]) == ("2024-03-01", None, True)
    assert (ana["times_met"], ana["last_seen"]) == (3, "2026-11-17")
    assert (guest["depth"], guest["recorded"], guest["role"]) == (0, False, "")


def test_its_csv_has_the_same(netjournal: Command) -> None:
    rows = [*csv.DictReader(io.StringIO(netjournal("members", "river", "--csv").out))]
    assert set(rows[0]) <= documented("members")
    assert [row["recorded"] for row in rows] == ["true", "false", "false", "false"]


def test_a_group_of_nobody_says_so(netjournal: Command) -> None:
    outcome = netjournal("members", "empty")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Nobody is noted in Empty" in outcome.err
    assert netjournal("members", "empty", "--json").json == []


def test_a_group_that_is_not_there_is_named(netjournal: Command) -> None:
    outcome = netjournal("members", "lakeside")
    assert outcome.code == 1
    assert "“lakeside”" in outcome.err


def test_a_group_is_shown_with_its_members(netjournal: Command) -> None:
    out = netjournal("group", "show", "river").out
    assert out.startswith("Riverside\nStanding            member\n")
    assert "every Tuesday, 07:00–08:30" in out
    assert "3, 3 reflected on" in out
    assert "People who ring back." in out
    assert "Ana Ruiz" in out
    assert "Guest of 2026-11-17" in out


def test_a_group_without_members_is_shown_without_a_table(netjournal: Command) -> None:
    assert netjournal("group", "show", "empty").out.splitlines()[-1].startswith("Meetings")


def test_a_shown_group_is_json_as_documented(netjournal: Command) -> None:
    shown = netjournal("group", "show", "river", "--json").json
    (listed, _) = sorted(netjournal("groups", "--json").json, key=lambda g: -g["people"])
    members = netjournal("members", "river", "--json").json
    assert shown == {
        **listed,
        "members": members,
        "seats": shown["seats"],
        "value_statements": shown["value_statements"],
    }
