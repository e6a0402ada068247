"""`netjournal groups`."""

from netjournal.journal.journal import Journal
from tests.cli.conftest import Command, documented
from tests.entries import fill


def test_groups_are_listed_with_when_they_meet(netjournal: Command, journal: Journal) -> None:
    fill(journal)
    netjournal("group", "add", "Lakeside", "--commitment", "all in", "--status", "trial")
    assert netjournal("groups").out.splitlines() == [
        "Name       Status  Commitment  Meets                       Next"
        "               Last               Meetings  People",
        "Riverside  member              every Tuesday, 07:00–08:30  Tue 24 Nov, 07:00"
        "  Tue 17 Nov, 07:00  3         4",
        "Lakeside   trial   all in",
    ]


def test_its_json_is_as_documented(netjournal: Command, journal: Journal) -> None:
    fill(journal)
    (group,) = netjournal("groups", "--json").json
    assert set(group) <= documented("groups")
    assert set(group["schedules"][0]) <= documented("groups")
    assert group["invited_by"] == "Ana Ruiz"
    assert group["value_statement"] == "People who ring back."
    assert group["next_start"] == "2026-11-24T07:00"
    assert group["last_start"] == "2026-11-17T07:00"
    assert (group["meetings"], group["reflections"], group["people"]) == (3, 3, 4)


def test_no_groups_yet(netjournal: Command, journal: Journal) -> None:
    outcome = netjournal("groups")
    assert (outcome.code, outcome.out) == (0, "")
    assert "netjournal group add NAME" in outcome.err
    assert netjournal("groups", "--json").json == []
    assert journal.groups.lines() == ()
