"""The five groups of the sample life, and what becomes of each."""

from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from netjournal.model.group import Commitment, GroupDraft, Kind, Period, Sincerity, Status
from netjournal.sample import stories
from netjournal.sample.curve import Curve


@dataclass(frozen=True, slots=True)
class Hours:
    """When a group meets in the day."""

    start: time
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tending:
    """How I know a group's people, and am in touch with them outside its meetings."""

    whys: float = 1.0
    """What share of the regulars may have told me why they do what they do."""
    one_to_ones: float
    """With what share of the regulars I sat down, once or more."""
    guests: float = 0.0
    """Likewise of the guests."""
    until: float = 1.0
    """Until what share of the time told I did."""
    others: float
    """How many calls and messages there are with each regular, on average."""
    kept: float
    """With what share of those I sat down with I am in touch to this day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """A group with how it goes; days count back from today, shares along the time told of it."""

    group: GroupDraft
    joined: int
    left: int | None = None
    experiment: tuple[int, int] | None = None
    """From and until."""
    every: int
    """Weeks from one meeting to the next."""
    hours: Hours
    before: tuple[int, Hours] | None = None
    """Until how many days ago it met at other hours."""
    energy: Curve
    confidence: Curve
    pushiness: Curve
    energy_before: Curve
    opportunities: Curve
    """How many on average."""
    quick_fix: Curve
    """How probable."""
    regulars: int
    borrowed: tuple[str, int] = ("", 0)
    """Regulars who are another group's too."""
    drop_out: int = 0
    """How many of the regulars are lost on the way."""
    guests: int = 0
    guests_until: float = 1.0
    """Until what share of the way new faces come."""
    guests_stay: float = 0.3
    """For what share of the way they are seen."""
    inviter: str = ""
    """The group whose regular asked me in."""
    missed: float = 0.04
    """How probable it is that I miss a meeting."""
    tending: Tending
    roles: tuple[str, ...] = ()
    """Of the first regulars."""
    enrolled: bool = True
    """Whether its members are written down; else they are whoever is seen there."""
    chapters: tuple[stories.Chapter, ...]
    statements: tuple[tuple[int, str], ...]


ALL_IN = Fate(
    group=GroupDraft(
        name="Northgate Guild",
        kind=Kind.CHAMBER,
        purpose="Firms within walking distance who send each other work.",
        interest=5,
        status=Status.MEMBER,
        commitment=Commitment.ALL_IN,
        travel_minutes=20,
        preparation_minutes=15,
        size=24,
        dues=Decimal(180),
        dues_period=Period.QUARTER,
        willing_hours=Decimal(14),
        motive="To know a dozen people well enough to refer them blind.",
        experiment="All in for a year: every week, a one-to-one after each.",
        experiment_outcome="It took nine months. Now the work comes by itself. Going on.",
        notes="Lunch is included; come ten minutes early.",
    ),
    joined=430,
    experiment=(420, 55),
    every=1,
    hours=Hours(time(12, 15), 75),
    energy=((0, 3.4), (0.4, 3.6), (1, 4.3)),
    confidence=((0, 3.0), (0.5, 3.6), (1, 4.2)),
    pushiness=((0, 2.4), (0.5, 1.9), (1, 1.4)),
    energy_before=((0, 3.5), (1, 3.8)),
    opportunities=((0, 0.6), (0.4, 0.9), (1, 1.6)),
    quick_fix=((0, 0.2), (1, 0.03)),
    regulars=14,
    guests=9,
    guests_stay=0.25,
    tending=Tending(one_to_ones=0.86, guests=0.33, others=2.4, kept=0.9),
    roles=("chair", "treasurer", "secretary"),
    chapters=stories.ALL_IN,
    statements=(
        (425, "Two dozen local firms. Lunch is good."),
        (260, "Two dozen local firms who answer when one of them asks for help."),
        (40, "The twenty-odd firms around the station who know each other well enough to vouch."),
    ),
)

STALE = Fate(
    group=GroupDraft(
        name="Riverside Circle",
        kind=Kind.REFERRAL,
        purpose="Weekly referrals, one member for each profession.",
        interest=2,
        status=Status.MEMBER,
        commitment=Commitment.REGULAR,
        travel_minutes=50,
        preparation_minutes=10,
        size=18,
        dues=Decimal(95),
        dues_period=Period.MONTH,
        fee=Decimal("12.50"),
        willing_hours=Decimal(8),
        motive="Everybody said that one has to be in a breakfast group.",
        notes="Substitute needed after two absences.",
    ),
    joined=1130,
    every=1,
    hours=Hours(time(7), 90),
    energy=((0, 4.9), (0.1, 4.8), (0.42, 3.8), (0.87, 3.6), (1, 0.9)),
    confidence=((0, 4.5), (0.4, 4.5), (0.7, 3.6), (0.87, 3.4), (1, 0.8)),
    pushiness=((0, 1.3), (0.7, 1.5), (0.87, 2.3), (1, 5.0)),
    energy_before=((0, 4.2), (0.6, 3.9), (1, 2.6)),
    opportunities=((0, 1.6), (0.4, 0.8), (0.7, 0.2), (0.8, 0), (1, 0)),
    quick_fix=((0, 0.03), (0.6, 0.15), (1, 0.7)),
    regulars=16,
    drop_out=4,
    guests=12,
    guests_until=0.4,
    guests_stay=0.05,
    missed=0.06,
    tending=Tending(whys=0.4, one_to_ones=0.2, until=0.4, others=1.2, kept=0.0),
    roles=("president", "vice-president", "treasurer", "", "visitor host"),
    chapters=stories.STALE,
    statements=(
        (900, "A full table of professions, and everybody brings somebody."),
        (320, "People I know and like."),
    ),
)

THRIVING = Fate(
    group=GroupDraft(
        name="Makers' Table",
        kind=Kind.INDUSTRY,
        purpose="People who make things, and those who help them to sell them.",
        interest=5,
        status=Status.MEMBER,
        commitment=Commitment.REGULAR,
        travel_minutes=30,
        size=40,
        dues=Decimal(120),
        dues_period=Period.YEAR,
        willing_hours=Decimal(6),
        motive="Curious how others make things.",
    ),
    joined=400,
    every=2,
    hours=Hours(time(18, 30), 120),
    before=(190, Hours(time(19, 30), 90)),
    energy=((0, 2.9), (0.65, 3.4), (1, 5.1)),
    confidence=((0, 2.8), (0.65, 3.4), (1, 4.9)),
    pushiness=((0, 2.2), (0.5, 1.6), (1, 1.0)),
    energy_before=((0, 3.0), (1, 3.8)),
    opportunities=((0, 0.7), (1, 2.4)),
    quick_fix=((0, 0.1), (1, 0.02)),
    regulars=8,
    guests=28,
    guests_stay=0.4,
    tending=Tending(one_to_ones=0.88, guests=0.4, others=1.4, kept=0.55),
    roles=("host",),
    enrolled=False,
    chapters=stories.THRIVING,
    statements=(
        (380, "An evening with people who make things."),
        (70, "Each time three people you couldn't have met elsewhere, and no pitches."),
    ),
)

TRIAL = Fate(
    group=GroupDraft(
        name="Founders Online",
        kind=Kind.ONLINE,
        purpose="Founders from six towns, an hour on the screen.",
        interest=3,
        status=Status.TRIAL,
        commitment=Commitment.OCCASIONAL,
        sincerity=Sincerity.SINCERE,
        preparation_minutes=10,
        size=30,
        fee=Decimal(5),
        willing_hours=Decimal(4),
        motive="To meet people beyond our own town.",
        experiment="Twelve evenings, then decide.",
    ),
    joined=66,
    experiment=(66, -18),
    every=1,
    hours=Hours(time(20), 60),
    energy=((0, 2.9), (0.5, 3.6), (1, 3.4)),
    confidence=((0, 3.2), (1, 3.5)),
    pushiness=((0, 2.2), (1, 2.0)),
    energy_before=((0, 2.9), (1, 3.0)),
    opportunities=((0, 0.3), (1, 0.8)),
    quick_fix=((0, 0.1), (1, 0.1)),
    regulars=9,
    borrowed=("Northgate Guild", 2),
    guests=4,
    inviter="Northgate Guild",
    missed=0.0,
    tending=Tending(whys=0.5, one_to_ones=0.12, others=0.7, kept=1.0),
    enrolled=False,
    chapters=stories.TRIAL,
    statements=((60, "An hour with founders who have the same problems somewhere else."),),
)

LEFT = Fate(
    group=GroupDraft(
        name="Harbour Breakfast Club",
        kind=Kind.SOCIAL,
        purpose="Breakfast with a view, and a talk.",
        interest=2,
        status=Status.LEFT,
        commitment=Commitment.OCCASIONAL,
        sincerity=Sincerity.BOOSTING,
        travel_minutes=40,
        size=15,
        dues=Decimal(60),
        dues_period=Period.QUARTER,
        fee=Decimal("14.00"),
        willing_hours=Decimal(3),
        motive="Couldn't say no.",
        experiment="Until the summer, to please the one who asked.",
        experiment_outcome="The same faces as on other mornings. Left; nobody I'd lose by it.",
        notes="Said goodbye in person to the four I want to keep.",
    ),
    joined=530,
    left=205,
    experiment=(530, 240),
    every=2,
    hours=Hours(time(7, 30), 75),
    energy=((0, 3.4), (0.5, 2.7), (1, 1.8)),
    confidence=((0, 3.4), (0.6, 3.0), (1, 2.4)),
    pushiness=((0, 1.8), (1, 2.8)),
    energy_before=((0, 3.4), (1, 2.6)),
    opportunities=((0, 0.5), (0.5, 0.1), (1, 0)),
    quick_fix=((0, 0.1), (1, 0.3)),
    regulars=8,
    borrowed=("Riverside Circle", 7),
    drop_out=1,
    inviter="Riverside Circle",
    missed=0.1,
    tending=Tending(whys=0.6, one_to_ones=0.5, others=0.8, kept=0.5),
    roles=("organiser",),
    chapters=stories.LEFT,
    statements=((520, "Breakfast with a view."),),
)

FATES = (ALL_IN, STALE, THRIVING, TRIAL, LEFT)
"""Whom one knows best comes first."""
