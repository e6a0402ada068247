"""When a form's draft is due: soon after the last key, and never long after the first."""

from dataclasses import dataclass

QUIET = 0.4
"""Seconds after the last key."""
LONGEST = 1.5
"""Seconds after the first key that isn't kept yet."""


@dataclass(slots=True)
class Pace:
    """Follows the keys and says when what they changed is to be kept; times in seconds."""

    _first: float | None = None
    _last: float = 0.0

    def key(self, now: float) -> None:
        """Something was entered."""
        if self._first is None:
            self._first = now
        self._last = now

    def kept(self) -> None:
        """All that was entered is kept."""
        self._first = None

    def wait(self, now: float) -> float | None:
        """How long until it is to be kept, 0 when it is due; None when nothing is to be."""
        if self._first is None:
            return None
        return max(0.0, min(self._last + QUIET, self._first + LONGEST) - now)
