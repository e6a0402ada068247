"""The groups that the sample life's owner was asked into, and hasn't joined."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from netjournal.model.group import GroupDraft, Kind, Period, Sincerity, Status
from netjournal.sample.cast import Cast, Who
from netjournal.sample.fates import ALL_IN, STALE
from netjournal.sample.sample import SampleGroup

_ASKED: tuple[tuple[Who, int, GroupDraft], ...] = (
    (
        (ALL_IN, 9),
        19,
        GroupDraft(
            name="Quayside Exchange",
            kind=Kind.SERVICE,
            purpose="Once a month, a morning's work for a charity, done together.",
            interest=4,
            status=Status.CANDIDATE,
            sincerity=Sincerity.SINCERE,
            travel_minutes=25,
            size=16,
            dues=Decimal(40),
            dues_period=Period.YEAR,
            notes="Named two people there whom I should know, and why.",
        ),
    ),
    (
        (STALE, 5),
        8,
        GroupDraft(
            name="Golden Mile Leads",
            kind=Kind.REFERRAL,
            purpose="Leads, every week, from everyone.",
            interest=2,
            status=Status.CANDIDATE,
            sincerity=Sincerity.BOOSTING,
            travel_minutes=45,
            size=11,
            dues=Decimal(110),
            dues_period=Period.MONTH,
            notes="They are short of four for a table of fifteen; said so twice.",
        ),
    ),
)
"""Who asked, how many days ago, and into what."""


def candidates(cast: Cast, first: int) -> Iterator[SampleGroup]:
    """Those groups, with ids from `first` on."""
    for number, (who, ago, draft) in enumerate(_ASKED, first):
        asked_on = cast.today - timedelta(days=ago)
        told = replace(draft, invited_by=cast.contact(who), asked_on=asked_on)
        yield SampleGroup(number, asked_on, told, schedules=())
