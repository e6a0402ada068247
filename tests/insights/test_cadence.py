"""How often one wants to be in touch, and who is going quiet."""

from datetime import date

import pytest

from netjournal.insights.cadence import cadence, quiet

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("own", "of_tags", "default", "days"),
    [
        (None, [], 90, 90),
        (None, [], 45, 45),
        (None, [60, 30, 120], 90, 30),
        (None, [120], 90, 120),
        (200, [60, 30], 90, 200),
        (1, [], 90, 1),
    ],
)
def test_their_own_cadence_goes_before_their_tags_and_those_before_the_default(
    own: int | None, of_tags: list[int], default: int, days: int
) -> None:
    assert cadence(own, of_tags, default) == days


@pytest.mark.parametrize(
    ("last_touch", "days", "is_quiet"),
    [
        (date(2026, 8, 23), 90, False),
        (date(2026, 8, 22), 90, True),
        (date(2026, 11, 20), 1, False),
        (date(2026, 11, 19), 1, True),
        (TODAY, 1, False),
        (date(2026, 12, 24), 1, False),
        (None, 1, False),
    ],
)
def test_going_quiet_is_a_last_touch_older_than_the_cadence(
    last_touch: date | None, days: int, is_quiet: bool
) -> None:
    assert quiet(3, False, last_touch, days, TODAY) is is_quiet


@pytest.mark.parametrize(
    ("depth", "archived", "is_quiet"),
    [
        (None, False, False),
        (0, False, False),
        (2, False, False),
        (3, False, True),
        (4, False, True),
        (4, True, False),
    ],
)
def test_only_those_known_well_go_quiet(depth: int | None, archived: bool, is_quiet: bool) -> None:
    assert quiet(depth, archived, date(2026, 1, 1), 90, TODAY) is is_quiet
