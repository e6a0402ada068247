"""Ratings and depth drawn small.

Ratings: height for what is good when high, darkness for what is bad when high.
"""

from collections.abc import Sequence
from functools import cache

from textual.content import Content

from netjournal.model.depth import Rung
from netjournal.model.scale import Scale

_HEIGHTS = "▁▂▄▆█"
_SHADES = "·░▒▓█"
_GOOD = ("$text-error", "$text-warning", "$foreground", "$text-success", "$text-success")
_BAD = tuple(reversed(_GOOD))
_DEEPEST = max(Rung)


def rating(scale: Scale, value: int, *, word: bool = True) -> Content:
    """One rating: its shape, its digit and, if wanted, its word."""
    said = f" {scale.words[value - 1]}" if word else ""
    return Content.assemble(
        (_shapes(scale)[value - 1], _colours(scale)[value - 1]), f" {value}{said}"
    )


def sparkline(scale: Scale, values: Sequence[int]) -> Content:
    """Ratings in a row, a cell each, in the order given."""
    shapes, colours = _shapes(scale), _colours(scale)
    return Content.assemble(*((shapes[value - 1], colours[value - 1]) for value in values))


@cache
def depth(rung: int | None) -> Content:
    """How deep someone is known: a full pip for each rung up to theirs; nothing when unknown."""
    if rung is None:
        return Content("")
    return Content.assemble(("●" * rung, "$text-accent"), ("○" * (_DEEPEST - rung), "$text-muted"))


def run(scale: Scale, value: int) -> Content:
    """The steps up to a rating, all in its colour."""
    return Content.styled(_shapes(scale)[:value], _colours(scale)[value - 1])


def _shapes(scale: Scale) -> str:
    return _HEIGHTS if scale.high_is_good else _SHADES


def _colours(scale: Scale) -> Sequence[str]:
    return _GOOD if scale.high_is_good else _BAD
