"""What groups cost a month: hours, dues, fees, and what the hours are worth."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from netjournal.model.cost import Cost
from netjournal.model.figure import Figure
from netjournal.model.group import GroupDraft, Period, Status

DAYS = 90
"""Over how many days hours and fees are counted."""
UNSAID_MINUTES = 60
"""How long a meeting or a one-to-one takes of which that isn't known."""
_MONTHS = 3
_OUTSIDE = (None,)
_OF_PERIOD = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Spent:
    """Minutes spent on groups, split evenly among them; without one, outside."""

    minutes: int
    groups: Sequence[int] = ()
    at_meeting: bool = True
    """Or at a one-to-one."""


def at_meeting(minutes: int | None, planned: int | None, group: GroupDraft | None) -> int:
    """The minutes a meeting takes, as recorded, else as planned, with its way and preparation."""
    lasting = next((known for known in (minutes, planned) if known is not None), UNSAID_MINUTES)
    if group is None:
        return lasting
    return lasting + (group.travel_minutes or 0) + (group.preparation_minutes or 0)


def hours(spent: Iterable[Spent]) -> dict[int | None, Figure]:
    """The hours a month on each group; None is outside."""
    return {
        group: Figure(in_all.value / _MONTHS, in_all.n)
        for group, in_all in hours_in_all(spent).items()
        if in_all.value is not None
    }


def hours_in_all(spent: Iterable[Spent]) -> dict[int | None, Figure]:
    """The hours on each group, whatever time it was; None is outside."""
    # Fractions are slow to add up, so what is split alike is added up before it is split.
    sums: dict[Sequence[int | None], list[int]] = defaultdict(lambda: [0, 0])
    for one in spent:
        added_up = sums[tuple(one.groups) or _OUTSIDE]
        added_up[0] += one.minutes
        added_up[1] += 1
    minutes: dict[int | None, Fraction] = defaultdict(Fraction)
    counts: Counter[int | None] = Counter()
    for groups, (in_all, number) in sums.items():
        for group in groups:
            minutes[group] += Fraction(in_all, len(groups))
            counts[group] += number
    return {group: Figure(minutes[group] / 60, counts[group]) for group in minutes}


def hours_but_of(spent: Iterable[Spent], group: int | None) -> Figure:
    """The hours a month on everything except a group."""
    rest = [one for one in spent if group is None or tuple(one.groups) != (group,)]
    if not rest:
        return Figure(None, 0)
    minutes = sum(Fraction(one.minutes) * _share(one, group) for one in rest)
    return Figure(Fraction(minutes) / 60 / _MONTHS, len(rest))


def cost(group: GroupDraft, hours: Figure, meetings: int, hourly: Decimal | None) -> Cost:
    """What a group costs a month; `meetings` were attended in 90 days.

    Only who is in a group pays dues.
    """
    time = None if hourly is None or hours.value is None else Fraction(hourly) * hours.value
    active = group.status in (Status.TRIAL, Status.MEMBER)
    return Cost(
        hours=hours,
        dues=dues(group.dues, group.dues_period) if active else None,
        fees=None if group.fee is None else Fraction(group.fee) * meetings / _MONTHS,
        time=time,
    )


def dues(amount: Decimal | None, period: Period | None) -> Fraction | None:
    """Dues a month; None while the amount or what it covers isn't known."""
    if amount is None or period is None:
        return None
    return Fraction(amount) / _OF_PERIOD[period]


def _share(spent: Spent, group: int | None) -> Fraction:
    """The part that went elsewhere than to a group."""
    if group is None or group not in spent.groups:
        return Fraction(1)
    return Fraction(len(spent.groups) - 1, len(spent.groups))
