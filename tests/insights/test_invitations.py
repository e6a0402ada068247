"""What invitations say, worked out by hand."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.invitations import days_since, show_rate, together
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Invited


@pytest.mark.parametrize(
    ("invited", "figure"),
    [
        (Invited(), Figure(None, 0)),
        (Invited(sent=9, came=2, pending_past=7), Figure(None, 2)),
        (Invited(sent=4, came=1, no_show=1, declined=1, pending_past=1), Figure(Fraction(1, 3), 3)),
        (Invited(sent=3, came=3), Figure(Fraction(1), 3)),
    ],
)
def test_who_has_not_answered_is_no_part_of_the_rate(invited: Invited, figure: Figure) -> None:
    assert show_rate(invited) == figure


COUNTS = st.integers(0, 9)
PARTS = st.builds(
    Invited, sent=COUNTS, came=COUNTS, no_show=COUNTS, declined=COUNTS, pending_past=COUNTS
)


@given(st.lists(PARTS), st.lists(PARTS))
def test_parts_add_up_however_they_are_put_together(
    some: list[Invited], others: list[Invited]
) -> None:
    assert together([*some, *others]) == together([together(others), together(some)])


@given(PARTS)
def test_a_rate_is_none_or_within_the_whole(invited: Invited) -> None:
    rate = show_rate(invited).value
    assert rate is None or 0 <= rate <= 1


def test_days_since_the_last_invitation() -> None:
    assert days_since(date(2026, 11, 18), date(2026, 11, 21)) == 3
    assert days_since(None, date(2026, 11, 21)) is None
