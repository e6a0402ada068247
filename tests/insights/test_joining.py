"""Into which groups I was asked, and which experiment wants a look back."""

from datetime import date
from typing import Any

import pytest

from netjournal.insights.joining import asked_into, look_back_due
from netjournal.model.group import Group, GroupDraft, Sincerity, Status
from netjournal.model.joining import AskedInto

TODAY = date(2026, 11, 21)
SINCERE, BOOSTING = Sincerity


def group(number: int, **said: Any) -> Group:
    return Group(id=number, name=f"Group {number}", added_on=date(2026, 1, 1), **said)


def test_who_asked_and_what_came_of_it_is_counted_by_hand() -> None:
    groups = (
        group(1),
        group(2, invited_by=1, sincerity=SINCERE, interest=4),
        group(3, invited_by=1, sincerity=BOOSTING, interest=2, status=Status.TRIAL),
        group(4, sincerity=BOOSTING, status=Status.CANDIDATE, interest=1),
        group(5, invited_by=2, status=Status.LEFT, interest=1),
        group(6, invited_by=2, status=Status.LEFT, interest=1),
        group(7, invited_by=2, status=Status.LEFT, joined_on=date(2026, 3, 1)),
        group(8, invited_by=2, asked_on=date(2026, 11, 22), interest=1),
    )
    # 5 was declined unseen, 6 was visited; 8 was asked after today.
    assert asked_into(groups, {1, 6}, TODAY) == AskedInto(
        sincere=1, boosting=2, unsaid=3, accepted=4, reluctant=2
    )
    assert asked_into(groups, {1, 6}, TODAY).total == 6
    assert asked_into((), {1, 6}, TODAY) == AskedInto()


def test_what_was_joined_later_than_the_day_is_not_yet_accepted() -> None:
    later = group(1, invited_by=1, asked_on=TODAY, joined_on=date(2026, 11, 22))
    assert asked_into((later,), (), TODAY) == AskedInto(unsaid=1)


@pytest.mark.parametrize(
    ("until", "outcome", "due"),
    [
        (date(2026, 11, 20), "", True),
        (date(2026, 11, 20), " \n", True),
        (date(2026, 11, 20), "It worked.", False),
        (date(2026, 11, 21), "", False),
        (None, "", False),
    ],
)
def test_a_look_back_is_due_the_day_after(until: date | None, outcome: str, due: bool) -> None:
    draft = GroupDraft(
        name="Mill", experiment="All in", experiment_until=until, experiment_outcome=outcome
    )
    assert look_back_due(draft, TODAY) is due
