"""Conditions of a query: only those whose value is asked for hold."""

from netjournal.store.conditions import stated, where


def test_only_what_is_asked_for_holds() -> None:
    conditions, values = stated(
        {
            "day >= :since": ("since", "2026-11-01"),
            "day <= :until": ("until", None),
            "level = :level": ("level", 0),
        }
    )
    assert conditions == ("day >= :since", "level = :level")
    assert values == {"since": "2026-11-01", "level": 0}
    assert where(conditions) == " WHERE day >= :since AND level = :level"


def test_nothing_asked_for_leaves_a_query_as_it_is() -> None:
    assert stated({"day >= :since": ("since", None)}) == ((), {})
    assert where(()) == ""
