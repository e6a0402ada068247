"""Give and get: the figures of what went either way, as of a day."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from sqlmodel import Session

from netjournal.insights.business import Earned, by_source, days_by_client, retention
from netjournal.insights.invitations import days_since, show_rate, together
from netjournal.insights.referrals import (
    Passed,
    credited,
    days_to_first,
    exchanges,
    groups_of,
    heat,
    lag,
    ratio,
)
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import (
    Exchange,
    GiveAndGet,
    GroupExchange,
    Invited,
    StatementInvited,
)
from netjournal.model.invitation import Outcome
from netjournal.model.referral import Direction
from netjournal.store import give_and_get
from netjournal.store.give_and_get import BusinessFact, GroupFact, OutcomeCount, ReferralFact

_REFERRAL = "referral"


def read(session: Session, today: date) -> GiveAndGet:
    """The figures of give and get, over the whole journal."""
    facts = give_and_get.referrals(session, today)
    business = give_and_get.business(session, today)
    statements = _statements(give_and_get.outcomes(session, today))
    invited = together(each.invited for each in statements)
    comings = give_and_get.comings(session, today)
    asks, gives = give_and_get.asks_and_gives(session, today)
    earned = [_earned(one) for one in business]
    exchange = Exchange(
        given=sum(1 for one in facts if one.direction is Direction.GIVEN),
        received=sum(1 for one in facts if one.direction is Direction.RECEIVED),
    )
    return GiveAndGet(
        exchange=exchange,
        heat_given=_heat(facts, Direction.GIVEN),
        heat_received=_heat(facts, Direction.RECEIVED),
        lag=lag(give_and_get.first_given_and_got(session, today)),
        per_contact_met=ratio(len(facts), give_and_get.contacts_met(session)),
        groups=_groups(session, facts, business),
        business=sum((one.amount for one in earned), Decimal(0)),
        sources=by_source(earned),
        retention=retention(days_by_client(earned)),
        invited=invited,
        show_rate=show_rate(invited),
        statements=statements,
        returned=comings.returned,
        joined=comings.joined,
        came=comings.came,
        days_since_invited=days_since(give_and_get.last_invited(session, today), today),
        asks=asks,
        gives=gives,
        asks_per_give=ratio(asks, gives, 1),
    )


def _heat(facts: Sequence[ReferralFact], direction: Direction) -> Figure:
    counts = Counter(one.level for one in facts if one.direction is direction)
    return heat({level: count for level, count in counts.items() if level is not None})


def _groups(
    session: Session, facts: Sequence[ReferralFact], business: Sequence[BusinessFact]
) -> tuple[GroupExchange, ...]:
    referrals = {
        one.id: Passed(one.direction, one.day, one.source_id, one.group_id) for one in facts
    }
    unnamed = [one.id for one in facts if one.group_id is None and one.source_id is None]
    through = groups_of(referrals, give_and_get.partner_groups(session, unnamed))
    counts = exchanges(referrals, through)
    amounts = credited(
        (one.amount, through[one.referral_id]) for one in business if one.referral_id in through
    )
    got = _received(referrals, through)
    known: list[GroupFact | None] = [*give_and_get.groups(session), None]
    return tuple(
        GroupExchange(
            group_id=group_id,
            group=group.name if group else "",
            exchange=counts[group_id],
            credited=amounts.get(group_id, Fraction()),
            days_to_first=days_to_first(group.joined_on, got[group.id]) if group else None,
        )
        for group in known
        if (group_id := group.id if group else None) in counts
    )


def _received(
    referrals: Mapping[int, Passed], through: Mapping[int, Sequence[int]]
) -> Mapping[int, Sequence[date]]:
    """The days on which referrals were received through each group."""
    days: dict[int, list[date]] = defaultdict(list)
    for referral, passed in referrals.items():
        if passed.direction is Direction.RECEIVED:
            for group in through[referral]:
                days[group].append(passed.day)
    return days


def _earned(fact: BusinessFact) -> Earned:
    source = fact.origin if fact.referral_id is None else _REFERRAL
    return Earned(fact.amount, fact.day, source, fact.client_id)


def _statements(counts: Sequence[OutcomeCount]) -> tuple[StatementInvited, ...]:
    found = []
    for (statement_id, statement, group), each in groupby(counts, key=lambda count: count[:3]):
        invited = together(map(_invited, each))
        found.append(
            StatementInvited(
                statement_id=statement_id,
                statement=statement,
                group=group,
                invited=invited,
                show_rate=show_rate(invited),
            )
        )
    return tuple(found)


def _invited(count: OutcomeCount) -> Invited:
    match count.outcome, count.past:
        case Outcome.CAME, _:
            return Invited(sent=count.number, came=count.number)
        case Outcome.NO_SHOW, _:
            return Invited(sent=count.number, no_show=count.number)
        case Outcome.DECLINED, _:
            return Invited(sent=count.number, declined=count.number)
        case _, True:
            return Invited(sent=count.number, pending_past=count.number)
        case _:
            return Invited(sent=count.number)
