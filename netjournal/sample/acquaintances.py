"""Whom the sample life's owner knows, from which group, and from when to when they were seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from netjournal.sample.events import Story
from netjournal.sample.rosters import Seat
from netjournal.sample.sample import SampleMeeting


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Someone with a seat in a group."""

    story: Story
    """Of the group where they belong; they may be seen in others too."""
    seat: Seat
    regular: bool
    name: str
    first: date
    """When they were first seen."""
    last: date
    """When they were last seen."""

    @property
    def contact(self) -> int:
        """Their id."""
        return self.seat.contact


def acquaintances(
    told: Sequence[Story], names: Sequence[str], meetings: Iterable[SampleMeeting]
) -> list[Acquaintance]:
    """Everyone with a seat, each once: the group that they sit in first is where they belong."""
    seen: dict[int | None, list[date]] = {}
    for meeting in meetings:
        for there in meeting.attendances:
            seen.setdefault(there.contact_id, []).append(meeting.draft.start.date())
    known: dict[int, Acquaintance] = {}
    for story in told:
        for place, seat in enumerate(story.seats):
            if seat.contact not in known:
                days, name = seen[seat.contact], names[seat.contact - 1]
                regular = place < story.fate.regulars
                known[seat.contact] = Acquaintance(story, seat, regular, name, min(days), max(days))
    return list(known.values())
