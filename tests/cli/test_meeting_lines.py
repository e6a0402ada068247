from datetime import date, datetime

from netjournal.cli.meeting_lines import listed, named, rated
from netjournal.model.meeting import LogEntry
from netjournal.model.occasion import Occasion

TODAY = date(2026, 11, 21)
START = datetime.fromisoformat("2026-11-19T07:00")


def test_a_meeting_among_others_begins_with_its_time() -> None:
    assert listed(START, "Riverside", TODAY, 90) == "Thu 19 Nov, 07:00–08:30 · Riverside"
    assert listed(START, "Riverside", TODAY) == "Thu 19 Nov, 07:00 · Riverside"


def test_a_meeting_by_itself_begins_with_its_name() -> None:
    occasion = Occasion(
        start=START, group_id=1, meeting_id=None, name="River\nside", duration_minutes=90
    )
    assert named(occasion, TODAY) == "River side · Thu 19 Nov, 07:00–08:30"


def test_only_the_ratings_given_are_told() -> None:
    assert rated(LogEntry(energy=4, pushiness=1)) == "energy 4 lively, pushiness 1 relaxed"
    assert rated(LogEntry()) == ""
