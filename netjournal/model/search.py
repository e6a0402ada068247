"""A search through everything that was written."""

from dataclasses import dataclass

from netjournal.model.change import Noun
from netjournal.text import visible

FOUND = (
    Noun.CONTACT,
    Noun.MEETING,
    Noun.INTERACTION,
    Noun.FOLLOW_UP,
    Noun.REFERRAL,
    Noun.GROUP,
    Noun.REVIEW,
    Noun.ME,
)
"""What can be found; a membership is found by its contact, an invitation by whom and where."""

Stretches = tuple[tuple[str, bool], ...]
"""A text in stretches, each with whether it is a word looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing in which every word looked for was found."""

    noun: Noun
    record_id: int
    heading: Stretches
    """The title; blank for a meeting without a group or a title."""
    day: str | None
    """Local date it is about, `YYYY-MM-DD`, where it is about one."""
    snippet: Stretches
    """Some words around what was found; the first words when only the title holds what was looked
    for."""
    contact_id: int | None = None
    """Whom to open for an interaction, a follow-up or a referral."""

    @property
    def title(self) -> str:
        """The person, the group, the meeting; whom an interaction, a follow-up or a referral is
        with.
        """
        return "".join(text for text, _ in self.heading) or "One-off"

    def around(self, most: int | None = None) -> Stretches:
        """The snippet as one line, with so few characters before the first word found that it is
        seen where there isn't much room.
        """
        stretches = [(visible(text.replace("\n", " · ")), found) for text, found in self.snippet]
        before, found = stretches[0] if len(stretches) > 1 else ("", False)
        if most is not None and len(before) > most and not found:
            _, _, near = before[-most:].partition(" ")
            stretches[0] = (f"…{near.removeprefix('· ')}", False)
        return tuple(stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What was found, last written first."""

    hits: tuple[Hit, ...]
    """The first of them, at most as many as were asked for."""
    more: bool
    """Whether there are others."""
