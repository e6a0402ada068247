"""How deep I know someone, as a ladder of four rungs."""

from enum import IntEnum
from typing import NamedTuple


class Rung(IntEnum):
    """A rung of the ladder, the lowest first."""

    TALKED = 1
    """We talked at a meeting, or were in touch outside one."""
    WHY = 2
    """I know why they do what they do."""
    ONE_TO_ONE = 3
    """We held a one-to-one."""
    REFERRAL = 4
    """A referral went either way."""


class Depth(NamedTuple):
    """How deep I know someone, with what is missing."""

    rung: int | None
    """The highest that holds, 1 to 4; 0: seen only; None: nothing is recorded."""
    rungs: tuple[Rung, ...]
    """Those that hold, the lowest first; there may be gaps."""
    missing: str | None
    """What the lowest rung that doesn't hold wants, such as `their why`; None: all four hold."""
