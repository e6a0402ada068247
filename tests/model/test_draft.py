"""A draft's subject names its meeting, and is read back."""

import pytest

from netjournal.model.draft import occasion_of, subject_of
from netjournal.model.occasion import Occasion
from tests.entries import at


@pytest.mark.parametrize(
    ("group_id", "meeting_id", "name", "read_id"),
    [
        (3, None, "Riverside", None),
        (3, 8, "A | B", None),
        (None, 8, "Fair", 8),
        (None, None, "", None),
    ],
)
def test_a_subject_is_read_back(
    group_id: int | None, meeting_id: int | None, name: str, read_id: int | None
) -> None:
    occasion = Occasion(
        start=at("2026-11-17T07:00"), group_id=group_id, meeting_id=meeting_id, name=name
    )
    read = occasion_of(subject_of(occasion))
    assert read == Occasion(
        start=at("2026-11-17T07:00"), group_id=group_id, meeting_id=read_id, name=name
    )


@pytest.mark.parametrize(
    "subject", ["", "|", "x|2026-11-17T07:00|y", "#|2026-11-17T07:00|y", "1|no|y"]
)
def test_an_unreadable_subject_is_no_meeting(subject: str) -> None:
    assert occasion_of(subject) is None
