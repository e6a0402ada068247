"""Give and get: the figures of what went either way, as of a day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from sqlmodel import Session

from netjournal.insights.business import by_source, days_by_client, retention, total
from netjournal.insights.invitations import days_since, show_rate, together
from netjournal.insights.referrals import (
    Groups,
    credited,
    exchanges,
    first_received,
    groups_of,
    heat,
    lag,
    parted,
    ratio,
    returned,
)
from netjournal.journal.ledger import Ledger
from netjournal.model.give_and_get import (
    Earned,
    Exchange,
    GiveAndGet,
    GroupExchange,
    GroupGiven,
    Invited,
    Passed,
    StatementInvited,
    Totals,
)
from netjournal.model.invitation import Outcome
from netjournal.store import give_and_get
from netjournal.store.give_and_get import AsksAndGives, Comings, GroupFact, OutcomeCount


def read(ledger: Ledger) -> GiveAndGet:
    """The figures of give and get, over the whole journal up to today."""
    today = ledger.clock.now().date()
    with ledger.read() as session:
        facts = _Facts.read(session, today)
    # Worked out afterwards, for what is being read holds up saves.
    return _figures(facts, today)


def totals(ledger: Ledger) -> Totals:
    """What it all comes to, which is shown first: added up where it lies."""
    today = ledger.clock.now().date()
    with ledger.read() as session:
        exchange = give_and_get.exchange(session, today)
        business = give_and_get.business_in_all(session, today)
        outcomes = give_and_get.outcomes(session, today)
    invited = together(map(_invited, outcomes))
    return Totals(
        exchange=exchange, business=business, invited=invited, show_rate=show_rate(invited)
    )


def of_group(ledger: Ledger, group_id: int) -> GroupGiven:
    """What the figures of give and get say of one group, without reading the others'."""
    today = ledger.clock.now().date()
    with ledger.read() as session:
        of_partner = give_and_get.partner_groups(session, today)
        begun = [one for one, through in of_partner.items() if group_id in through]
        referrals = give_and_get.referrals_through(session, today, group_id, begun)
        business = give_and_get.business(session, today, [one.id for one in referrals])
        groups = give_and_get.groups(session, today, group_id)
        outcomes = give_and_get.outcomes(session, today, group_id)
    exchange = _groups(groups, business, Passes.of(referrals, of_partner))
    ours = (each for each in exchange if each.group_id == group_id)
    return GroupGiven(exchange=next(ours, None), invited=together(map(_invited, outcomes)))


@dataclass(frozen=True, slots=True)
class Passes:
    """Every referral, and by its id the groups each went through; none: outside."""

    given: Sequence[Passed]
    received: Sequence[Passed]
    through: Mapping[int, Groups]

    @classmethod
    def of(cls, referrals: Sequence[Passed], of_partner: Mapping[int, Groups]) -> "Passes":
        """Works out through which groups referrals went."""
        given, received = parted(referrals)
        return cls(given, received, groups_of(referrals, of_partner))

    def received_through(self) -> Mapping[int, Sequence[Passed]]:
        """What was received through each group."""
        found: dict[int, list[Passed]] = defaultdict(list)
        for one in self.received:
            for group in self.through[one.id]:
                found[group].append(one)
        return found


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the figures are worked out from, all of one moment."""

    referrals: Sequence[Passed]
    of_partner: Mapping[int, Groups]
    business: Sequence[Earned]
    groups: Sequence[GroupFact]
    contacts_met: int
    outcomes: Sequence[OutcomeCount]
    last_invited: date | None
    comings: Comings
    asks_and_gives: AsksAndGives

    @classmethod
    def read(cls, session: Session, today: date) -> "_Facts":
        return cls(
            referrals=give_and_get.referrals(session, today),
            of_partner=give_and_get.partner_groups(session, today),
            business=give_and_get.business(session, today),
            groups=give_and_get.groups(session, today),
            contacts_met=give_and_get.contacts_met(session, today),
            outcomes=give_and_get.outcomes(session, today),
            last_invited=give_and_get.last_invited(session, today),
            comings=give_and_get.comings(session, today),
            asks_and_gives=give_and_get.asks_and_gives(session, today),
        )


def _figures(facts: _Facts, today: date) -> GiveAndGet:
    passes, earned = Passes.of(facts.referrals, facts.of_partner), facts.business
    given, received = passes.given, passes.received
    days, statements = days_by_client(earned), _statements(facts.outcomes)
    invited = together(each.invited for each in statements)
    asks, gives = facts.asks_and_gives
    return GiveAndGet(
        exchange=Exchange(given=len(given), received=len(received)),
        heat_given=heat(given),
        heat_received=heat(received),
        lag=lag(returned(given, received)),
        per_contact_met=ratio(len(facts.referrals), facts.contacts_met),
        groups=_groups(facts.groups, earned, passes),
        business=total(earned),
        sources=by_source(earned, days),
        retention=retention(days),
        invited=invited,
        show_rate=show_rate(invited),
        statements=statements,
        returned=facts.comings.returned,
        joined=facts.comings.joined,
        came=facts.comings.came,
        days_since_invited=days_since(facts.last_invited, today),
        asks=asks,
        gives=gives,
        asks_per_give=ratio(asks, gives, 1),
    )


def _groups(
    groups: Sequence[GroupFact], earned: Sequence[Earned], passes: Passes
) -> tuple[GroupExchange, ...]:
    counts = exchanges(passes.given, passes.received, passes.through)
    amounts = credited(earned, passes.through)
    received = passes.received_through()
    known: list[GroupFact | None] = [*groups, None]
    return tuple(
        GroupExchange(
            group_id=group_id,
            group=group.name if group else "",
            exchange=counts[group_id],
            credited=amounts.get(group_id, Fraction()),
            days_to_first=_days_to_first(group, received) if group else None,
        )
        for group in known
        if (group_id := group.id if group else None) in counts
    )


def _days_to_first(group: GroupFact, received: Mapping[int, Sequence[Passed]]) -> int | None:
    first = first_received(group.joined_on, received.get(group.id, ()))
    if first is None or group.joined_on is None:
        return None
    return (date.fromisoformat(first.day) - group.joined_on).days


def _statements(counts: Sequence[OutcomeCount]) -> tuple[StatementInvited, ...]:
    found = []
    for (statement_id, statement, group_id, group), each in groupby(
        counts, key=lambda count: count[:4]
    ):
        invited = together(map(_invited, each))
        found.append(
            StatementInvited(
                statement_id=statement_id,
                statement=statement,
                group_id=group_id,
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
