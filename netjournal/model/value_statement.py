"""A value statement: how I tell others why a group is worth their time, in dated versions."""

from dataclasses import dataclass
from datetime import datetime

from netjournal.model.give_and_get import Invited


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueStatement:
    """A version of why a group is worth others' time."""

    id: int
    group_id: int
    text: str
    stated_at: datetime
    """UTC; it holds from that day, as it is here, until the next."""
    invited: Invited
    """What became of the invitations sent with it."""
