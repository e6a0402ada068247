"""A timeline: everything that passed between me and a contact, newest first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netjournal.when import say_day


class Happening(StrEnum):
    """What an entry of a timeline is."""

    MEETING = "meeting"
    INTERACTION = "interaction"
    FOLLOW_UP = "follow-up"
    REFERRAL = "referral"
    INVITATION = "invitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a timeline."""

    happening: Happening
    record_id: int
    """Of the meeting, the interaction and so on."""
    moment: str
    """Local, `YYYY-MM-DDTHH:MM` for a meeting, else `YYYY-MM-DD`; of a follow-up the day it was
    done, else the day it is due, else the day it was noted."""
    title: str
    """The group or one-off; the kind of interaction and who else was in it; what is to be done;
    which way a referral went and who else was in it; where I invited them to."""
    note: str
    """What I noted of them there, privately."""
    state: str
    """`talked` or `didn't talk` at a meeting, `open` or `done` of a follow-up, a referral's status,
    an invitation's outcome or `called off`, else empty."""
    meets: str = ""
    """Local date, `YYYY-MM-DD`, of the meeting I invited them to; else empty."""

    def said(self, today: date) -> str:
        """The title as a person would say it on the day `today`, with the day of that meeting."""
        if not self.meets:
            return self.title
        return f"{self.title}, {say_day(date.fromisoformat(self.meets), today)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A long timeline: how many entries there are, and a function that fetches any stretch."""

    total: int
    page: Callable[[int, int], tuple[Entry, ...]]
    """`page(first, count)`: newest first, counted from 0."""
    place: Callable[[Happening, int], int | None]
    """`place(happening, record_id)`: where an entry is, counted from 0; None: it isn't there."""
