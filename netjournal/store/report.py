"""Queries for the report: referrals and invitations by day."""

from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from netjournal.store.engines import plain_rows
from netjournal.store.invitations import OUTCOME


class Referred(NamedTuple):
    """How many referrals went one way on a day."""

    day: date
    direction: str
    number: int


class Sent(NamedTuple):
    """How many invitations sent on a day came out one way."""

    day: date
    outcome: str
    past: bool
    """Whether the day of the meeting has come."""
    number: int


def referred(session: Session, first: date, last: date) -> list[Referred]:
    """The referrals from one day to another."""
    query = (
        "SELECT day, direction, count(*) FROM referrals "
        "WHERE day >= :first AND day <= :last GROUP BY day, direction"
    )
    rows = plain_rows(session, query, {"first": f"{first}", "last": f"{last}"})
    return [Referred(date.fromisoformat(day), direction, n) for day, direction, n in rows]


def sent(session: Session, first: date, last: date, today: date) -> list[Sent]:
    """The invitations sent from one day to another, but those to meetings that were called off."""
    query = (
        f"SELECT i.sent_on, {OUTCOME} AS outcome, date(m.start) <= :today, count(*) "
        "FROM invitations i JOIN meetings m ON m.id = i.meeting_id "
        "WHERE i.sent_on >= :first AND i.sent_on <= :last AND NOT m.cancelled GROUP BY 1, 2, 3"
    )
    values = {"first": f"{first}", "last": f"{last}", "today": f"{today}"}
    return [
        Sent(date.fromisoformat(day), outcome, bool(past), n)
        for day, outcome, past, n in plain_rows(session, query, values)
    ]
