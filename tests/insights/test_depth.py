"""How deep one knows someone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.depth import depth
from netjournal.model.depth import Rung


@pytest.mark.parametrize(
    ("recorded", "rung", "missing"),
    [
        (set(), None, "a talk"),
        ({"seen"}, 0, "a talk"),
        ({"seen", "talked"}, 1, "their why"),
        ({"talked"}, 1, "their why"),
        ({"why"}, 2, "a talk"),
        ({"talked", "why"}, 2, "a one-to-one"),
        ({"one_to_one"}, 3, "their why"),
        ({"one_to_one", "why"}, 3, "a referral either way"),
        ({"referral"}, 4, "a talk"),
        ({"referral", "talked", "why"}, 4, "a one-to-one"),
        ({"referral", "one_to_one", "why"}, 4, None),
    ],
)
def test_the_highest_rung_that_holds_is_the_depth(
    recorded: set[str], rung: int | None, missing: str | None
) -> None:
    found = depth(**dict.fromkeys(recorded, True))
    assert (found.rung, found.missing) == (rung, missing)


def test_the_rungs_that_hold_are_told_apart_from_the_gaps() -> None:
    assert depth(why=True, referral=True, seen=True).rungs == (Rung.WHY, Rung.REFERRAL)
    assert depth(seen=True).rungs == ()


FACTS = st.fixed_dictionaries(
    {name: st.booleans() for name in ("talked", "why", "one_to_one", "referral", "seen")}
)


@given(FACTS)
def test_something_is_missing_until_all_four_hold(facts: dict[str, bool]) -> None:
    found = depth(**facts)
    assert (found.missing is None) == (found.rungs == tuple(Rung))
    assert (found.rung is None) == (not any(facts.values()))


@given(FACTS, st.sampled_from(["talked", "why", "one_to_one", "referral", "seen"]))
def test_more_recorded_never_makes_it_less_deep(facts: dict[str, bool], more: str) -> None:
    before, after = depth(**facts), depth(**{**facts, more: True})
    assert (before.rung if before.rung is not None else -1) <= (after.rung or 0)
    assert set(before.rungs) <= set(after.rungs)
