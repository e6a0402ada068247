"""What business says: what brought it, and which clients come back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from netjournal.insights.referrals import ratio
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import SourceBusiness


@dataclass(frozen=True, slots=True)
class Earned:
    """An amount that came to me, oldest first among others."""

    amount: Decimal
    day: date
    source: str | None
    """`referral`, another origin, or None: unknown."""
    client_id: int | None


def by_source(earned: Sequence[Earned]) -> tuple[SourceBusiness, ...]:
    """What each source brought and how many of its clients came back, the most first.

    A client's source is that of their first business.
    """
    sums: dict[str | None, Decimal] = defaultdict(Decimal)
    first: dict[int, str | None] = {}
    for one in earned:
        sums[one.source] += one.amount
        if one.client_id is not None:
            first.setdefault(one.client_id, one.source)
    days = days_by_client(earned)
    found = []
    for source, amount in sums.items():
        theirs = {client: days[client] for client, began in first.items() if began == source}
        found.append(SourceBusiness(source=source, amount=amount, retention=retention(theirs)))
    return tuple(sorted(found, key=lambda each: (-each.amount, each.source or "~")))


def days_by_client(earned: Iterable[Earned]) -> dict[int, set[date]]:
    """The days on which each client brought business."""
    days: dict[int, set[date]] = defaultdict(set)
    for one in earned:
        if one.client_id is not None:
            days[one.client_id].add(one.day)
    return days


def retention(days: Mapping[int, set[date]]) -> Figure:
    """The share of clients with business on two days or more."""
    return ratio(sum(1 for each in days.values() if len(each) > 1), len(days))
