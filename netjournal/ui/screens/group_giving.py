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


@dataclass(frozen=True, slots=True)
class GroupGiving:
    """What was given and got through a group."""

    exchange: GroupExchange | None = None
    """None: no referral went through it."""
    invited: tuple[Invited, ...] = ()
    """Of each version of why it is worth others' time that invitations were sent with."""
    currency: str = ""
    """Of all amounts; empty when none is preferred."""

    @classmethod
    def read(cls, journal: "Journal", group_id: int) -> "GroupGiving":
        """Reads what was given and got through a group; runs in a thread."""
        figures = journal.give_and_get()
        every = (each for each in figures.groups if each.group_id == group_id)
        sent = (each.invited for each in figures.statements if each.group_id == group_id)
        return cls(next(every, None), tuple(sent), journal.preferences.currency)


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
    if giving.invited:
        yield _line("Invited", _became(giving.invited))


def _became(invited: tuple[Invited, ...]) -> str:
    """How many were invited, and what became of them; those whose day is to come are the rest."""
    counts = (
        ("invited", sum(each.sent for each in invited)),
        ("came", sum(each.came for each in invited)),
        ("no-show", sum(each.no_show for each in invited)),
        ("declined", sum(each.declined for each in invited)),
        ("to ask about", sum(each.pending_past for each in invited)),
    )
    (_, sent), *known = counts
    return " · ".join((f"{sent:,}", *(f"{count:,} {word}" for word, count in known if count)))


def _days(days: int) -> str:
    return "a day" if days == 1 else f"{days:,} days"


def _line(label: str, words: str) -> Content:
    return Content.assemble((label.ljust(11), "$text-muted"), words)
