"""An interaction: a touch outside a group's meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class InteractionKind(StrEnum):
    """What passed between us."""

    ONE_TO_ONE = "one-to-one"
    CALL = "call"
    MESSAGE = "message"
    INTRODUCTION = "introduction"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionDraft:
    """What a person may say of an interaction: its kind, its day and whom it was with."""

    kind: InteractionKind
    day: date
    """Local; not to come."""
    contact_ids: tuple[int, ...]
    """At least one; an introduction has two or more, who met through me."""
    minutes: int | None = None
    group_id: int | None = None
    asked: bool | None = None
    """Whether I asked something of them; None is unknown."""
    partnering: bool | None = None
    """Whether we talked about how we might partner; None is unknown."""
    note: str = ""
    """Private."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interaction(InteractionDraft):
    """An interaction as it stands in the journal."""

    id: int
    names: tuple[str, ...]
    """Of the contacts, in their order."""
    group: str = ""
    """The group's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionPages:
    """A long list of interactions: how many there are, and a function that fetches any stretch."""

    total: int
    page: Callable[[int, int], tuple[Interaction, ...]]
    """`page(first, count)`: newest first, counted from 0."""
