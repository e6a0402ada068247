"""Whether a group is one too many."""

from decimal import Decimal
from fractions import Fraction

import pytest

from netjournal.insights.concentration import Promised, doubts
from netjournal.model.figure import Figure
from netjournal.model.group import Commitment, Status
from netjournal.model.joining import Load

ALL_IN, REGULAR, _ = Commitment


def load(all_in: int = 0, active: int = 0, hours: str = "0", budget: str | None = None) -> Load:
    names = ("Mill", "Rotary", "Chamber")
    return Load(
        all_in=names[:all_in],
        active=names[:active],
        hours=Figure(Fraction(hours), 9),
        most_all_in=2,
        most_active=3,
        budget=None if budget is None else Decimal(budget),
    )


@pytest.mark.parametrize(
    ("load", "commitment", "hours"),
    [
        (load(), ALL_IN, None),
        (load(all_in=1, active=2), ALL_IN, None),
        (load(all_in=2, active=2), REGULAR, None),
        (load(all_in=2, active=2), None, "80"),
        (load(hours="8", budget="20"), ALL_IN, "12"),
        (load(hours="80", budget="20"), ALL_IN, None),
        (load(hours="80"), ALL_IN, "12"),
    ],
)
def test_up_to_the_cap_nothing_is_doubted(
    load: Load, commitment: Commitment | None, hours: str | None
) -> None:
    said = Decimal(hours) if hours else None
    assert doubts(load, Promised(Status.MEMBER, commitment, said)) == ()


def test_beyond_a_cap_it_is_said_which_groups_there_are() -> None:
    said = doubts(load(all_in=2, active=3), Promised(Status.TRIAL, ALL_IN, None))
    assert said == (
        "You would be all in with 3 groups; you want at most 2 (now Mill, Rotary).",
        "You would be in 4 groups; you want at most 3 (now Mill, Rotary, Chamber).",
    )


def test_beyond_the_budget_both_sides_are_named() -> None:
    said = doubts(load(hours="8.25", budget="20"), Promised(Status.MEMBER, None, Decimal("12.00")))
    assert said == (
        "Your budget is 20 hours a month: what else you do takes 8.3, and this would take 12.",
    )


@pytest.mark.parametrize("status", [Status.CANDIDATE, Status.LEFT])
def test_who_does_not_join_is_not_doubted(status: Status) -> None:
    over = load(all_in=3, active=3, hours="90", budget="20")
    assert doubts(over, Promised(status, ALL_IN, Decimal(9))) == ()


@pytest.mark.parametrize(
    ("before", "wanted", "said"),
    [
        (Promised(Status.MEMBER, ALL_IN, Decimal(9)), ALL_IN, ()),
        (Promised(Status.TRIAL, REGULAR, Decimal(9)), REGULAR, ()),
        (Promised(Status.MEMBER, REGULAR, Decimal(9)), ALL_IN, ("all in with 4",)),
        (Promised(Status.MEMBER, ALL_IN, Decimal(8)), ALL_IN, ("would take 9",)),
        (Promised(Status.MEMBER, ALL_IN, None), ALL_IN, ("would take 9",)),
        (
            Promised(Status.LEFT, ALL_IN, Decimal(9)),
            ALL_IN,
            ("all in with 4", "in 4 groups", "would take 9"),
        ),
    ],
)
def test_only_what_is_more_than_before_is_doubted(
    before: Promised, wanted: Commitment, said: tuple[str, ...]
) -> None:
    over = load(all_in=3, active=3, hours="90", budget="20")
    doubted = doubts(over, Promised(Status.MEMBER, wanted, Decimal(9)), before)
    assert len(doubted) == len(said)
    assert all(words in sentence for words, sentence in zip(said, doubted, strict=True))
