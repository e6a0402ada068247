"""A search through everything that was written."""

from dataclasses import dataclass

from netjournal.model.change import Noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing in which every word looked for was found."""

    noun: Noun
    record_id: int
    title: str
    """The person, the group, the meeting; whom an interaction or a follow-up is with."""
    day: str | None
    """Local date it is about, `YYYY-MM-DD`, where it is about one."""
    snippet: tuple[tuple[str, bool], ...]
    """Some words around what was found, in stretches, each with whether it is a word looked for."""
    contact_id: int | None = None
    """Whom to open for an interaction or a follow-up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What was found, last written first."""

    hits: tuple[Hit, ...]
    """The first of them, at most as many as were asked for."""
    more: bool
    """Whether there are others."""
