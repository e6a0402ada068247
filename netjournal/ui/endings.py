"""How a reflection form ended: saved, kept as a draft, its draft thrown away, or not at all."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netjournal.model.meeting import LogEntry
from netjournal.model.occasion import Occasion

if TYPE_CHECKING:
    from netjournal.model.upshot import Upshot


@dataclass(frozen=True, slots=True)
class Saved:
    """The reflection is in the journal."""

    occasion: Occasion
    entry: LogEntry
    """All that the form held."""
    new_contacts: tuple[str, ...]
    """The names that became contacts."""
    upshot: "Upshot"
    """What came of the meeting."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What was entered is kept as a draft."""

    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Dropped:
    """The draft there was is thrown away."""


Ending = Saved | Kept | Dropped | None
"""None: nothing was entered."""
