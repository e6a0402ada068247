"""What went either way through a group, and whom I invited to it, as lines of its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from netjournal.amounts import say_amount
from netjournal.model.cost import in_cents
from netjournal.model.give_and_get import GroupExchange, Invited

if TYPE_CHECKING:
    from netjournal.journal.journal import Journal


GIVING_LABEL = 11
"""The cells of the word before a line of `giving_lines`."""
_NOBODY = Invited()


@dataclass(frozen=True, slots=True)
class GroupGiving:
    """What was given and got through a group."""

    exchange: GroupExchange | None = None
    """None: no referral went through it."""
    invited: Invited = _NOBODY
    currency: str = ""
    """Of all amounts; empty when none is preferred."""

    @classmethod
    def read(cls, journal: "Journal", group_id: int) -> "GroupGiving":
        """Reads what was given and got through a group; runs in a thread."""
        given = journal.group_given(group_id)
        return cls(given.exchange, given.invited, journal.preferences.currency)


NO_GIVING = GroupGiving()
"""Of a group through which nothing went yet."""


def giving_lines(giving: GroupGiving) -> Iterator[Content]:
    """Referrals either way, the business they brought, and what became of invitations."""
    exchange = giving.exchange
    if exchange is not None:
        counts = exchange.exchange
        yield _line("Referrals", f"{counts.given:,} given · {counts.received:,} received")
        if exchange.credited:
            yield _line("Business", say_amount(in_cents(exchange.credited), giving.currency))
        if exchange.days_to_first is not None:
            yield _line("The first", f"{_days(exchange.days_to_first)} after joining")
    if giving.invited.sent:
        yield _line("Invited", became(giving.invited))


def became(invited: Invited) -> str:
    """How many were invited, and what became of them; those whose day is to come are the rest."""
    counts = (
        ("came", invited.came),
        ("no-show", invited.no_show),
        ("declined", invited.declined),
        ("to ask about", invited.pending_past),
    )
    known = (f"{count:,} {word}" for word, count in counts if count)
    return " · ".join((f"{invited.sent:,}", *known))


def _days(days: int) -> str:
    return "a day" if days == 1 else f"{days:,} days"


def _line(label: str, words: str) -> Content:
    return Content.assemble((label.ljust(GIVING_LABEL), "$text-muted"), words)
