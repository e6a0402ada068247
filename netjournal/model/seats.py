"""Seats: which professions a group's members sit for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seat:
    """A profession, and the names of the members who sit for it."""

    profession: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """The professions in a group on a day, against mine and those of my natural partners."""

    taken: tuple[Seat, ...] = ()
    """By profession."""
    unsaid: int = 0
    """Members of whom no profession is known."""
    rivals: tuple[str, ...] = ()
    """The members who sit for my own profession."""
    partners: tuple[Seat, ...] = ()
    """My natural partners who are there, in my order."""
    missing: tuple[str, ...] = ()
    """My natural partners who aren't; none while no member's profession is known."""

    @property
    def known(self) -> int:
        """Members whose profession is known: what this rests on."""
        return sum(len(seat.members) for seat in self.taken)
