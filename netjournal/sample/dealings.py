"""What the sample life's owner passed on and was sent, and what was invoiced."""

from dataclasses import dataclass
from enum import Enum

from netjournal.model.business import Origin
from netjournal.model.referral import Direction, ReferralStatus
from netjournal.sample.cast import Beyond, Who
from netjournal.sample.fates import ALL_IN, LEFT, STALE, THRIVING, TRIAL


class Through(Enum):
    """What is noted of the group a referral went through."""

    GROUP = "group"
    """Its name."""
    MEETING = "meeting"
    """The meeting it was passed at."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Passing:
    """A referral, with all that came out of it."""

    way: Direction
    partner: Who
    ago: int
    """How many days ago at most; it waits until those it concerns are known."""
    level: int | None
    status: ReferralStatus
    about: Who | None = None
    note: str = ""
    paid: tuple[tuple[int, str], ...] = ()
    """After how many days something was invoiced, and how much."""
    through: Through = Through.GROUP
    then: "tuple[Passing, ...]" = ()
    """The referrals that came out of it."""


@dataclass(frozen=True, slots=True)
class Invoice:
    """Business that no referral brought."""

    client: Who | None
    ago: int
    amount: str
    origin: Origin | None = None


_GIVEN, _RECEIVED = Direction.GIVEN, Direction.RECEIVED
_PASSED, _CONTACTED, _WON, _LOST = ReferralStatus
_MEETING, _NOTHING = Through.MEETING, Through.NOTHING
_EVENTS, _WORK, _TOWN = Beyond

_DEPOT = Passing(
    *(_RECEIVED, (_WORK, 5), 140, 5, _WON, (_WORK, 6), "The depot behind the cheese shop."),
    paid=((25, "4200.00"),),
    through=_NOTHING,
    then=(
        Passing(
            *(_RECEIVED, (_WORK, 6), 33, 4, _CONTACTED, (_WORK, 7), "Their landlord, of all."),
            through=_NOTHING,
        ),
    ),
)
_CHEESE = Passing(
    *(_RECEIVED, (_WORK, 4), 255, 5, _WON, (_WORK, 5), "Walked me across the yard to them."),
    paid=((30, "980.00"), (120, "310.50")),
    through=_NOTHING,
    then=(_DEPOT,),
)
_DAIRY = Passing(
    *(_RECEIVED, (ALL_IN, 8), 331, 3, _WON, (_WORK, 4), "The dairy's new hall; asked for me."),
    paid=((24, "1480.00"), (160, "720.00"), (297, "2350.00")),
    then=(
        _CHEESE,
        Passing(_RECEIVED, (ALL_IN, 8), 190, 4, _LOST, (_WORK, 1), "They merged instead."),
    ),
)
_CLINIC = Passing(
    *(_RECEIVED, (ALL_IN, 4), 296, 4, _WON, (_WORK, 8), "The clinic's second wing; rang ahead."),
    paid=((45, "3650.00"), (140, "1890.00"), (270, "950.00")),
    then=(
        Passing(
            *(_RECEIVED, (_WORK, 8), 170, 5, _WON, (_WORK, 9), "The school across the road."),
            paid=((40, "2780.00"),),
            through=_NOTHING,
        ),
        Passing(
            *(_GIVEN, (ALL_IN, 2), 160, 5, _WON, (_WORK, 8), "Sat the two of them down together."),
            paid=((35, "5100.00"),),
            then=(
                Passing(
                    *(_RECEIVED, (ALL_IN, 2), 95, 5, _WON, (_WORK, 10), "In return, and gladly."),
                    paid=((28, "1340.00"), (74, "415.00")),
                ),
            ),
        ),
    ),
)
_GUILD = (
    Passing(_GIVEN, (ALL_IN, 4), 402, 2, _WON, (STALE, 8), "Needed somebody within a week."),
    Passing(_GIVEN, (ALL_IN, 0), 388, 3, _WON, (STALE, 2), "Told them what I had seen."),
    Passing(_GIVEN, (ALL_IN, 8), 371, 2, _LOST, None, "Sent the brochure on; too early."),
    Passing(_GIVEN, (ALL_IN, 10), 352, 4, _WON, (STALE, 5)),
    _DAIRY,
    _CLINIC,
    Passing(_RECEIVED, (ALL_IN, 0), 238, 3, _LOST, (_WORK, 3), "Wanted neon. I don't do neon."),
    Passing(_GIVEN, (ALL_IN, 5), 220, 4, _WON, (_WORK, 4), "The dairy again."),
    Passing(_GIVEN, (ALL_IN, 3), 205, 5, _CONTACTED, (THRIVING, 4)),
    Passing(_GIVEN, (ALL_IN, 7), 118, 5, _WON, (_WORK, 5), "Lunch for three."),
    Passing(
        *(_RECEIVED, (ALL_IN, 10), 82, 5, _WON, (_WORK, 11), "Came along to the first visit."),
        paid=((21, "1120.00"), (60, "560.00")),
        through=_MEETING,
    ),
    Passing(_GIVEN, (ALL_IN, 12), 74, 4, _CONTACTED, (THRIVING, 0)),
    Passing(_GIVEN, (ALL_IN, 6), 47, 5, _PASSED, (_WORK, 10), "Both run. They'll manage."),
    Passing(
        *(_RECEIVED, (ALL_IN, 12), 45, 4, _CONTACTED, (_WORK, 12), "Moving in spring."),
        through=_MEETING,
    ),
    Passing(_GIVEN, (ALL_IN, 1), 20, 5, _PASSED, (THRIVING, 6), through=_MEETING),
    Passing(
        *(_RECEIVED, (ALL_IN, 3), 16, 5, _PASSED, (_WORK, 13), "Two floors and a lift."),
        through=_MEETING,
    ),
)
_TABLE = (
    Passing(_GIVEN, (THRIVING, 0), 350, 3, _WON, (ALL_IN, 2), "Wanted just this, by autumn."),
    Passing(
        *(_RECEIVED, (THRIVING, 3), 262, 4, _WON, (_WORK, 14), "A brewery with no front door."),
        paid=((40, "1640.00"), (200, "820.00")),
        through=_MEETING,
    ),
    Passing(_GIVEN, (THRIVING, 2), 215, 5, _WON, (_WORK, 8), through=_MEETING),
    Passing(
        *(_RECEIVED, (THRIVING, 2), 148, 5, _WON, (_WORK, 15), "Over soup. Signed by coffee."),
        paid=((30, "2100.00"), (104, "1275.00")),
        then=(
            Passing(
                *(_RECEIVED, (_WORK, 15), 58, 5, _CONTACTED, (_WORK, 16), "Their sister firm."),
                through=_NOTHING,
            ),
        ),
    ),
    Passing(_GIVEN, (THRIVING, 4), 132, 5, _WON, (_WORK, 5), "Had been looking for a year."),
    Passing(_RECEIVED, (THRIVING, 6), 101, 4, _LOST, None, "Stopped by the board.", (), _MEETING),
    Passing(_GIVEN, (THRIVING, 5), 88, 5, _CONTACTED, (ALL_IN, 8)),
    Passing(
        *(_RECEIVED, (THRIVING, 0), 66, 5, _WON, (_WORK, 17), "An open house for makers."),
        paid=((22, "1930.00"),),
        through=_MEETING,
    ),
    Passing(_GIVEN, (THRIVING, 7), 52, 4, _CONTACTED, (_WORK, 14)),
    Passing(_RECEIVED, (THRIVING, 1), 31, 5, _PASSED, (_WORK, 18), "Come along on the ninth."),
    Passing(_GIVEN, (THRIVING, 6), 30, 5, _PASSED, (_WORK, 17), through=_MEETING),
)
_CIRCLE = (
    Passing(
        *(_RECEIVED, (STALE, 1), 505, 2, _WON, (_WORK, 0), "A shop on Mill Street, new front."),
        paid=((20, "890.00"),),
    ),
    Passing(_RECEIVED, (STALE, 12), 486, 3, _LOST, (_WORK, 1), "For next week, and cheaper."),
    Passing(_GIVEN, (STALE, 1), 470, 2, _LOST),
    Passing(
        *(_RECEIVED, (STALE, 0), 458, 2, _WON, (_WORK, 2)),
        paid=((35, "460.00"),),
        through=_MEETING,
    ),
    Passing(_GIVEN, (STALE, 13), 440, 1, _LOST, (_WORK, 0)),
    Passing(_RECEIVED, (STALE, 14), 432, 1, _LOST, None, "A number without a name."),
    Passing(_GIVEN, (STALE, 1), 300, 1, _LOST, None, "So as not to come with empty hands."),
    Passing(_GIVEN, (STALE, 0), 150, 1, _PASSED, None, "Out of the directory. I knew."),
    Passing(_GIVEN, (STALE, 1), 60, 1, _PASSED, None, "A card I had been given myself."),
)
_FOUNDERS = (
    Passing(_GIVEN, (TRIAL, 1), 22, 3, _CONTACTED, (ALL_IN, 10), "Asked in the chat who knew one."),
    Passing(
        *(
            _RECEIVED,
            (TRIAL, 3),
            15,
            4,
            _PASSED,
            (_WORK, 19),
            "The first from there: two towns on.",
        ),
        through=_MEETING,
    ),
)
_HARBOUR = (
    Passing(_RECEIVED, (LEFT, 0), 420, 1, _LOST, None, "A cousin might need a sign one day."),
    Passing(_GIVEN, (LEFT, 1), 380, 1, _LOST, None, "A card, passed across the toast."),
    Passing(_RECEIVED, (LEFT, 3), 330, 1, _LOST, (_WORK, 3), "Had never heard of me."),
    Passing(_GIVEN, (LEFT, 4), 260, 1, _PASSED, through=_MEETING),
)
_OUTSIDE = (
    Passing(
        *(_RECEIVED, (_EVENTS, 2), 214, 3, _WON, (_WORK, 2), "Forgot they knew me already."),
        paid=((44, "275.00"),),
        through=_NOTHING,
    ),
    Passing(_GIVEN, (_EVENTS, 4), 176, None, _LOST, None, "", (), _NOTHING),
    Passing(
        _GIVEN, (_WORK, 14), 41, 4, _WON, (_WORK, 11), "Beer for a roofing feast.", (), _NOTHING
    ),
)

PASSINGS = (*_CIRCLE, *_GUILD, *_TABLE, *_FOUNDERS, *_HARBOUR, *_OUTSIDE)
"""The first referrals of every chain."""

INVOICES = (
    Invoice((_WORK, 20), 410, "350.00", Origin.COLD),
    Invoice((_WORK, 21), 285, "610.00", Origin.COLD),
    Invoice(None, 372, "120.00", Origin.WALK_IN),
    Invoice(None, 201, "85.00", Origin.WALK_IN),
    Invoice((_EVENTS, 1), 90, "240.00", Origin.WALK_IN),
    Invoice((_WORK, 0), 390, "180.00", Origin.REPEAT),
    Invoice((_WORK, 8), 50, "640.00", Origin.REPEAT),
    Invoice((_WORK, 4), 12, "415.80", Origin.REPEAT),
    Invoice((_EVENTS, 5), 230, "1500.00", Origin.OTHER),
    Invoice((_WORK, 21), 130, "95.00"),
)
"""What came by other ways."""
