"""The clock a journal is given; nothing else asks what time it is."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Says what time it is."""

    def now(self) -> datetime:
        """Local wall-clock time without a zone, to the minute."""

    def utc(self) -> datetime:
        """The moment in UTC, for stamps of record."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Local wall-clock time without a zone, to the minute."""
        return datetime.now().replace(second=0, microsecond=0)  # noqa: DTZ005

    def utc(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)
