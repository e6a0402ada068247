"""The rows behind the figures of give and get, by the same rules as the figures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from sqlmodel import Session

from netjournal.insights.business import source_by_client
from netjournal.insights.referrals import days_between, first_received, parted, returned
from netjournal.journal.give_and_get import Passes
from netjournal.model.evidence import Evidence, Part
from netjournal.model.referral import Direction
from netjournal.store import evidence, give_and_get

Rows = tuple[Evidence, ...]


def read(
    session: Session,
    part: Part,
    today: date,
    *,
    group_id: int | None,
    source: str | None,
    statement_id: int | None,
) -> Rows:
    """The rows behind a figure, newest first unless the figure says otherwise."""
    match part:
        case Part.GROUP | Part.CREDITED | Part.DAYS_TO_FIRST:
            return _OF_GROUP[part](session, today, group_id)
        case Part.SOURCE | Part.SOURCE_RETENTION:
            return _OF_SOURCE[part](session, today, source)
        case Part.STATEMENT:
            said = {"statement_id": statement_id, "group_id": group_id}
            return evidence.invitations(session, today, _STATEMENT, **said)
        case _:
            return _ALL[part](session, today)


def _referrals(keeps: Callable[[Evidence], bool]) -> Callable[[Session, date], Rows]:
    def found(session: Session, today: date) -> Rows:
        return tuple(filter(keeps, evidence.referrals(session, today)))

    return found


def _invitations(where: str) -> Callable[[Session, date], Rows]:
    def found(session: Session, today: date) -> Rows:
        return evidence.invitations(session, today, where)

    return found


def _lag(session: Session, today: date) -> Rows:
    pairs = returned(*parted(give_and_get.referrals(session, today)))
    pairs.sort(key=lambda pair: (pair[1].day, pair[1].id), reverse=True)
    rows = evidence.referrals_of(session, today, (one.id for pair in pairs for one in pair[::-1]))
    days = {got.id: Fraction(days_between(given, got)) for given, got in pairs}
    return tuple(replace(row, number=days.get(row.record_id)) for row in rows)


def _business(session: Session, today: date) -> Rows:
    return evidence.business(session, today)[::-1]


def _retention(session: Session, today: date) -> Rows:
    return tuple(_by_client(evidence.business(session, today)))


def _asks_per_give(session: Session, today: date) -> Rows:
    return evidence.asks(session, today) + evidence.gives(session, today)


def _of_group(session: Session, today: date, group_id: int | None) -> Rows:
    through = _passes(session, today).through
    return tuple(
        one
        for one in evidence.referrals(session, today)
        if group_id in (through[one.record_id] or (None,))
    )


def _credited(session: Session, today: date, group_id: int | None) -> Rows:
    through = _passes(session, today).through
    shares = {
        one.id: Fraction(1, len(groups))
        for one in give_and_get.business(session, today)
        if one.referral_id is not None and one.referral_id in through
        for groups in (through[one.referral_id] or (None,),)
        if group_id in groups
    }
    return tuple(
        replace(one, number=one.number and one.number * shares[one.record_id])
        for one in _business(session, today)
        if one.record_id in shares
    )


def _days_to_first(session: Session, today: date, group_id: int | None) -> Rows:
    joined = {one.id: one.joined_on for one in give_and_get.groups(session, today)}
    if group_id is None or (since := joined.get(group_id)) is None:
        return ()
    first = first_received(since, _passes(session, today).received_through().get(group_id, ()))
    if first is None:
        return ()
    days = Fraction((date.fromisoformat(first.day) - since).days)
    found = evidence.referrals_of(session, today, (first.id,))
    return tuple(replace(one, number=days) for one in found)


def _of_source(session: Session, today: date, source: str | None) -> Rows:
    return tuple(one for one in _business(session, today) if one.state == (source or ""))


def _source_retention(session: Session, today: date, source: str | None) -> Rows:
    began = source_by_client(give_and_get.business(session, today))
    rows = _by_client(evidence.business(session, today))
    return tuple(one for one in rows if one.contact_id and began[one.contact_id] == source)


def _passes(session: Session, today: date) -> Passes:
    return Passes.of(
        give_and_get.referrals(session, today), give_and_get.partner_groups(session, today)
    )


def _by_client(rows: Rows) -> Iterator[Evidence]:
    with_client = (one for one in rows if one.contact_id is not None)
    yield from sorted(with_client, key=lambda one: (one.name, one.contact_id))


_ANSWERED = "became <> 'pending'"
_STATEMENT = f"i.statement_id IS :statement_id AND m.group_id IS :group_id AND {_ANSWERED}"
_ALL: Mapping[Part, Callable[[Session, date], Rows]] = {
    Part.GIVEN: _referrals(lambda one: one.state == Direction.GIVEN),
    Part.RECEIVED: _referrals(lambda one: one.state == Direction.RECEIVED),
    Part.HEAT_GIVEN: _referrals(
        lambda one: one.state == Direction.GIVEN and one.number is not None
    ),
    Part.HEAT_RECEIVED: _referrals(
        lambda one: one.state == Direction.RECEIVED and one.number is not None
    ),
    Part.LAG: _lag,
    Part.PER_CONTACT_MET: evidence.referrals,
    Part.BUSINESS: _business,
    Part.RETENTION: _retention,
    Part.SENT: _invitations("TRUE"),
    Part.CAME: _invitations("became = 'came'"),
    Part.NO_SHOW: _invitations("became = 'no-show'"),
    Part.DECLINED: _invitations("became = 'declined'"),
    Part.PENDING_PAST: _invitations("became = 'pending' AND m.start < :tomorrow"),
    Part.SHOW_RATE: _invitations(_ANSWERED),
    Part.GUESTS: evidence.guests,
    Part.RETURNED: evidence.returned,
    Part.JOINED: evidence.joined,
    Part.DAYS_SINCE_INVITED: evidence.last_invited,
    Part.ASKS: evidence.asks,
    Part.GIVES: evidence.gives,
    Part.ASKS_PER_GIVE: _asks_per_give,
}
_OF_GROUP = {Part.GROUP: _of_group, Part.CREDITED: _credited, Part.DAYS_TO_FIRST: _days_to_first}
_OF_SOURCE = {Part.SOURCE: _of_source, Part.SOURCE_RETENTION: _source_retention}
