"""Duplicates: contacts that may be one and the same person."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Likeness(StrEnum):
    """What makes two contacts look like one person, the strongest first."""

    EMAIL = "same email address"
    PHONE = "same phone number"
    NAME = "same name"
    NICKNAME = "a nickname"
    SHORTENED = "a shorter name"
    ALIKE = "a similar name"
    ORGANISATION = "same organisation"
    """Beside another: by itself it says nothing."""


class Traits(NamedTuple):
    """What a contact is compared by; there may be many."""

    id: int
    name: str
    organisation: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two contacts who may be one person."""

    first: Traits
    """Who was added first."""
    second: Traits
    likenesses: tuple[Likeness, ...]
    """The strongest first."""
    score: int
    """How sure it is, from 1 to 100."""

    @property
    def ids(self) -> tuple[int, int]:
        """Both ids."""
        return self.first.id, self.second.id

    @property
    def reason(self) -> str:
        """The likenesses in words."""
        return ", ".join(self.likenesses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """The pairs worth a look, the surest first."""

    pairs: tuple[Suggestion, ...]
    total: int
    """How many there are, with those beyond what is listed."""
