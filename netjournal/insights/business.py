"""What business says: what brought it, and which clients come back."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from netjournal.insights.referrals import ratio
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Earned, SourceBusiness


def by_source(earned: Sequence[Earned], days: Mapping[int, set[str]]) -> tuple[SourceBusiness, ...]:
    """What each source brought and how many of its clients came back, the most first.

    The business is given oldest first, and with it the `days` of each client.
    """
    sums: Counter[str | None] = Counter()
    for one in earned:
        sums[one.source] += one.hundredths
    first = source_by_client(earned)
    began = Counter(first.values())
    came_back = Counter(first[client] for client in _came_back(days))
    found = (
        SourceBusiness(
            source=source,
            amount=Decimal(hundredths).scaleb(-2),
            retention=ratio(came_back[source], began[source]),
        )
        for source, hundredths in sums.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.amount, each.source or "~")))


def total(earned: Iterable[Earned]) -> Decimal:
    """All of it."""
    return Decimal(sum(one.hundredths for one in earned)).scaleb(-2)


def source_by_client(earned: Iterable[Earned]) -> dict[int, str | None]:
    """The source of each client: that of their first business, which comes first here too."""
    first: dict[int, str | None] = {}
    for one in earned:
        if one.client_id is not None:
            first.setdefault(one.client_id, one.source)
    return first


def days_by_client(earned: Iterable[Earned]) -> dict[int, set[str]]:
    """The days on which each client brought business."""
    days: dict[int, set[str]] = defaultdict(set)
    for one in earned:
        if one.client_id is not None:
            days[one.client_id].add(one.day)
    return days


def retention(days: Mapping[int, set[str]]) -> Figure:
    """The share of clients with business on two days or more."""
    return ratio(len(_came_back(days)), len(days))


def _came_back(days: Mapping[int, set[str]]) -> list[int]:
    return [client for client, each in days.items() if len(each) > 1]
