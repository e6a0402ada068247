"""A line of values in a line of text."""

from collections.abc import Sequence
from itertools import pairwise

_EIGHTHS = "▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[float | None], low: float = 1, high: float = 5) -> str:
    """A character for each value, its height between `low` and `high`; a blank for none."""
    return "".join(" " if value is None else _bar(value, low, high) for value in values)


def squeezed(values: Sequence[float | None], width: int) -> list[float | None]:
    """At most so many values: where there are more, means of neighbours."""
    if len(values) <= width:
        return list(values)
    edges = [place * len(values) // width for place in range(width + 1)]
    return [_mean(values[start:stop]) for start, stop in pairwise(edges)]


def _bar(value: float, low: float, high: float) -> str:
    share = (min(max(value, low), high) - low) / (high - low) if high > low else 0
    return _EIGHTHS[int(share * (len(_EIGHTHS) - 1) + 0.5)]


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
