"""Whether a group is one too many: against the most groups, and the most hours, I want to bear."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from netjournal.insights.trend_words import tenths
from netjournal.model.group import Commitment, Status
from netjournal.model.joining import Load

_ACTIVE = (Status.TRIAL, Status.MEMBER)


class Promised(NamedTuple):
    """How I stand with a group, or would."""

    status: Status
    commitment: Commitment | None
    hours: Decimal | None
    """Those a month that I am willing to give it."""


def doubts(load: Load, wanted: Promised, before: Promised | None = None) -> tuple[str, ...]:
    """What would be too much with one more group, in sentences; nothing is forbidden.

    What it took `before` is no news, whether it was too much or not.
    """
    if wanted.status not in _ACTIVE:
        return ()
    if before is None or before.status not in _ACTIVE:
        before = Promised(Status.CANDIDATE, None, None)
    return tuple(_too_much(load, wanted, before))


def _too_much(load: Load, wanted: Promised, before: Promised) -> Iterator[str]:
    commitment, hours = wanted.commitment, wanted.hours
    deeper = commitment is not before.commitment
    if deeper and commitment is Commitment.ALL_IN and len(load.all_in) >= load.most_all_in:
        yield (
            f"You would be all in with {_counted(load.all_in)}; you want at most "
            f"{load.most_all_in}{_named(load.all_in)}."
        )
    if before.status not in _ACTIVE and len(load.active) >= load.most_active:
        yield (
            f"You would be in {_counted(load.active)}; you want at most "
            f"{load.most_active}{_named(load.active)}."
        )
    if load.budget is not None and hours is not None and hours > (before.hours or 0):
        now = load.hours.value or Fraction()
        if now + Fraction(hours) > load.budget:
            taken = tenths(now).removesuffix(".0")
            yield (
                f"Your budget is {load.budget.normalize():f} hours a month: what else you do "
                f"takes {taken}, and this would take {hours.normalize():f}."
            )


def _counted(others: Sequence[str]) -> str:
    return f"{len(others) + 1} group{'s' if others else ''}"


def _named(others: Sequence[str]) -> str:
    return f" (now {', '.join(others)})" if others else ""
