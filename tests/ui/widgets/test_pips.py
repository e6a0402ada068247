"""Ratings drawn small."""

from netjournal.model.scale import ENERGY, PUSHINESS, SCALES
from netjournal.ui.widgets.pips import depth, rating, sparkline


def test_a_rating_shows_its_digit_and_its_word() -> None:
    assert rating(ENERGY, 4).plain.endswith(" 4 lively")
    assert rating(ENERGY, 4, word=False).plain.endswith(" 4")


def test_every_step_has_a_shape_of_its_own() -> None:
    for scale in SCALES:
        assert len(set(sparkline(scale, (1, 2, 3, 4, 5)).plain)) == 5


def test_bad_pushiness_looks_unlike_good_energy() -> None:
    (energy,), (pushiness,) = rating(ENERGY, 5).spans, rating(PUSHINESS, 5).spans
    assert energy.style != pushiness.style
    assert sparkline(ENERGY, (2, 4)).plain != sparkline(PUSHINESS, (2, 4)).plain


def test_depth_is_a_pip_for_each_rung() -> None:
    assert [depth(rung).plain for rung in (0, 1, 3, 4)] == ["○○○○", "●○○○", "●●●○", "●●●●"]
    assert depth(None).plain == ""
