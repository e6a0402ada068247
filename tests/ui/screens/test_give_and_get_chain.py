"""The tree of a chain of referrals: every one beneath the one it came out of."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.referral import Direction, Referral
from netjournal.ui.screens.give_and_get_chain import MOST, links

Sources = list[int | None]


def chain(sources: Sources) -> tuple[Referral, ...]:
    """Referrals 1, 2, 3 … that came out of those named, oldest first."""
    return tuple(
        Referral(
            id=at,
            direction=Direction.GIVEN,
            day=date(2026, 1, 1),
            partner_id=1,
            partner=f"Partner {at}",
            source_id=source,
        )
        for at, source in enumerate(sources, start=1)
    )


def drawn(sources: Sources, near: int = 1) -> list[str]:
    """The lines of the tree, each with the number of its referral."""
    return [f"{link.rails}{link.referral.id}" for link in links(chain(sources), near)]


def test_each_hangs_from_the_one_it_came_out_of() -> None:
    assert drawn([None, 1, 2, 1, 4, 4]) == [
        "1",
        "├─ 2",
        "│  └─ 3",
        "└─ 4",
        "   ├─ 5",
        "   └─ 6",
    ]


def test_one_that_stands_alone_has_no_rails() -> None:
    assert drawn([None]) == ["1"]


def test_rails_of_many_steps_are_cut_short() -> None:
    lines = drawn([None, *range(1, 30)])
    assert lines[-1].startswith("…  ")
    assert max(map(len, lines)) < 40


def test_of_a_long_chain_those_near_are_drawn() -> None:
    long: Sources = [None, *range(1, 5000)]
    lines = links(chain(long), 4000)
    assert len(lines) == MOST
    assert 4000 in [link.referral.id for link in lines]
    assert [link.referral.id for link in links(chain(long), 5000)][-1] == 5000


@st.composite
def trees(draw: st.DrawFn) -> Sources:
    """Chains of up to sixty, each out of one before it."""
    size = draw(st.integers(0, MOST - 1))
    return [None, *(draw(st.integers(1, at)) for at in range(1, size + 1))]


@given(trees())
def test_every_one_is_drawn_once_below_its_source_and_a_step_deeper(sources: Sources) -> None:
    found = links(chain(sources), 1)
    places = {link.referral.id: at for at, link in enumerate(found)}
    assert sorted(places) == list(range(1, len(sources) + 1))
    for link in found:
        source = link.referral.source_id
        if source is not None:
            above = found[places[source]]
            assert places[source] < places[link.referral.id]
            cut = link.rails.startswith("…") or above.rails.startswith("…")
            assert cut or len(link.rails) == len(above.rails) + 3
