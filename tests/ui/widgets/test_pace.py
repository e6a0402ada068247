"""A draft is due 0.4 s after the last key and 1.5 s after the first."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netjournal.ui.widgets.pace import LONGEST, QUIET, Pace


def test_nothing_entered_is_never_due() -> None:
    assert Pace().wait(5) is None


def test_it_is_due_after_a_pause() -> None:
    pace = Pace()
    pace.key(0)
    assert pace.wait(0) == QUIET
    assert pace.wait(QUIET) == 0


def test_steady_typing_does_not_put_it_off_for_long() -> None:
    pace = Pace()
    for tenth in range(100, 116):
        pace.key(tenth / 10)
    assert pace.wait(11.5) == 0


def test_once_kept_it_waits_for_the_next_key() -> None:
    pace = Pace()
    pace.key(1)
    pace.kept()
    assert pace.wait(9) is None


@given(st.lists(st.floats(0.01, 0.39), max_size=40))
def test_no_key_waits_longer_than_promised(gaps: list[float]) -> None:
    pace, now, unkept = Pace(), 0.0, 0.0
    times = [0.0]
    for gap in gaps:
        times.append(times[-1] + gap)
    for now, following in pairwise([*times, times[-1] + QUIET]):
        pace.key(now)
        wait = pace.wait(now)
        assert wait is not None
        if now + wait <= following:
            assert now + wait - unkept <= LONGEST + 1e-9
            pace.kept()
            unkept = following
