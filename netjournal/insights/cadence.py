"""How often one wants to be in touch with someone, and who is going quiet."""

from collections.abc import Iterable
from datetime import date

from netjournal.model.depth import Rung


def cadence(own: int | None, of_tags: Iterable[int], default: int) -> int:
    """Days between touches: their own, else the shortest of their tags', else the default."""
    return own if own is not None else min(of_tags, default=default)


def quiet(
    depth: int | None, archived: bool, last_touch: date | None, cadence: int, today: date
) -> bool:
    """Whether someone known well was last touched longer ago than their cadence wants."""
    if archived or depth is None or depth < Rung.ONE_TO_ONE or last_touch is None:
        return False
    return (today - last_touch).days > cadence
