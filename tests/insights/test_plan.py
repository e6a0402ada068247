"""The depth plan, and one thing to give."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netjournal.insights.plan import Regular, gift, plan
from netjournal.model.depth import Rung
from netjournal.model.plan import Gift

ALL = frozenset(Rung)
ANA = Regular(
    contact_id=1,
    name="Ana",
    organisation="",
    group="Riverside",
    all_in=False,
    rungs=frozenset(),
    quiet=False,
    known_since=date(2026, 1, 5),
    last_touch=None,
)
BO = replace(ANA, contact_id=2, name="Bo")
LI = replace(ANA, contact_id=3, name="Li")
JO = replace(ANA, contact_id=4, name="Jo")


def named(*regulars: Regular) -> list[tuple[str, Rung]]:
    """Whom the plan names, each with the rung."""
    return [(action.name, action.rung) for action in plan(regulars)]


def test_the_next_rung_is_the_lowest_that_does_not_hold() -> None:
    for holds, wanted in (
        (set(), Rung.TALKED),
        ({Rung.TALKED}, Rung.WHY),
        ({Rung.TALKED, Rung.WHY}, Rung.ONE_TO_ONE),
        ({Rung.TALKED, Rung.ONE_TO_ONE}, Rung.WHY),
        ({Rung.TALKED, Rung.WHY, Rung.ONE_TO_ONE}, Rung.REFERRAL),
        ({Rung.TALKED, Rung.REFERRAL}, Rung.WHY),
    ):
        assert named(replace(ANA, rungs=frozenset(holds))) == [("Ana", wanted)]
    assert named(replace(ANA, rungs=ALL)) == []


def test_quiet_comes_before_new_then_all_in_then_the_longest_known() -> None:
    older = replace(BO, known_since=date(2024, 1, 1))
    all_in = replace(LI, all_in=True, known_since=date(2026, 9, 1))
    quiet = replace(JO, quiet=True, rungs=ALL - {Rung.WHY}, known_since=date(2026, 10, 1))
    assert named(ANA, older, all_in, quiet) == [
        ("Jo", Rung.WHY),
        ("Li", Rung.TALKED),
        ("Bo", Rung.TALKED),
    ]
    assert named(ANA, older, all_in) == [
        ("Li", Rung.TALKED),
        ("Bo", Rung.TALKED),
        ("Ana", Rung.TALKED),
    ]


def test_someone_quiet_who_lacks_nothing_wants_a_talk() -> None:
    assert named(replace(ANA, rungs=ALL, quiet=True)) == [("Ana", Rung.TALKED)]


def test_a_person_is_named_once_for_the_group_i_am_deepest_in() -> None:
    found = plan([replace(ANA, group="Chamber"), replace(ANA, group="Riverside", all_in=True), BO])
    assert [(action.name, action.group) for action in found] == [
        ("Ana", "Riverside"),
        ("Bo", "Riverside"),
    ]


def test_an_action_says_what_is_to_be_done() -> None:
    (action,) = plan([replace(ANA, rungs=frozenset({Rung.TALKED}))])
    assert (action.what, action.accepted) == ("Ask why they do what they do", False)


regulars = st.builds(
    Regular,
    contact_id=st.integers(1, 6),
    name=st.just("x"),
    organisation=st.just(""),
    group=st.sampled_from(["A", "B"]),
    all_in=st.booleans(),
    rungs=st.frozensets(st.sampled_from(Rung)),
    quiet=st.booleans(),
    known_since=st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    last_touch=st.none(),
)


@given(st.lists(regulars, unique_by=lambda one: (one.contact_id, one.group)))
def test_it_names_at_most_three_different_people_in_any_order_of_those_given(
    given_ones: list[Regular],
) -> None:
    found = plan(given_ones)
    assert len({action.contact_id for action in found}) == len(found) <= 3
    assert plan(reversed(given_ones)) == found
    assert not found or [action.quiet for action in found] == sorted(
        (action.quiet for action in found), reverse=True
    )


def test_the_gift_is_for_whoever_waits_longest() -> None:
    long_known = Gift(
        contact_id=1,
        name="Ana",
        organisation="",
        good_referral="Builders",
        last_gift=date(2026, 10, 1),
        known_since=date(2020, 1, 1),
    )
    never = replace(long_known, contact_id=2, last_gift=None, known_since=date(2026, 9, 30))
    assert gift([long_known, never]) == never
    assert gift([long_known, replace(never, known_since=never.known_since + timedelta(2))]) == (
        long_known
    )
    assert gift([]) is None
