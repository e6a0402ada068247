"""What is left of a contact who was forgotten."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """A contact who is no longer in the journal, and where their name can still be read."""

    name: str
    traces: bool
    """Whether the file couldn't be written anew, so that bytes of what was deleted may be left."""
    mentions: tuple[str, ...]
    """The records whose own words still hold the name, such as `meeting Riverside, 2026-11-17`."""
    backups: tuple[Path, ...]
    """The backups that still hold it, oldest first."""

    @property
    def left(self) -> tuple[str, ...]:
        """What of them is left somewhere, in sentences."""
        return (
            *((_TRACES,) if self.traces else ()),
            *(f"Your words still name them: {mention}" for mention in self.mentions),
            *(f"This backup still holds the name: {backup}" for backup in self.backups),
        )


_TRACES = (
    "Bytes of what was erased may be left in the file: it could not be written anew, because "
    "another program holds it or the disk is full."
)
