"""A curve: how something goes over a stretch of life, by a few points."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

Curve = tuple[tuple[float, float], ...]
"""Points from (0, …), the beginning, to (1, …), the end; straight in between."""

_LEAST, _MOST = 1, 5
_SPREAD = 0.25


def value(curve: Curve, share: float) -> float:
    """The curve's value at a share of the way."""
    for (left, low), (right, high) in pairwise(curve):
        if share <= right:
            return low + (high - low) * (share - left) / (right - left)
    return curve[-1][1]


def ratings(random: Random, curve: Curve, shares: Sequence[float]) -> list[int]:
    """Ratings from 1 to 5 that follow the curve, with the unrest of real ones."""
    found: list[int] = []
    carried = 0.0
    for share in shares:
        wanted = value(curve, share) + carried
        rating = round(wanted + random.uniform(-_SPREAD, _SPREAD))
        found.append(min(max(rating, _LEAST), _MOST))
        # What rounding took from one rating goes to the next, so that the mean stays right.
        carried = min(max(wanted - found[-1], -0.5), 0.5)
    return found
