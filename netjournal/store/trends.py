"""Queries behind the trends: ratings by day and by meeting."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import starmap
from typing import Any

from sqlmodel import Session

from netjournal.model.trends import Rated, RatedDay, Tally
from netjournal.store.engines import plain_rows
from netjournal.store.rating_days import EVERYWHERE


def days(
    session: Session, group_id: int | None, since: date | None, until: date
) -> tuple[RatedDay, ...]:
    """Each day's ratings added up, oldest first, of one group or of everything."""
    rows = plain_rows(
        session,
        "SELECT day, n, energy, confidence, pushiness, befores, energy_before, energy_after "
        "FROM rating_days WHERE scope = :scope AND n > 0 AND day >= :since AND day <= :until "
        "ORDER BY day",
        {
            "scope": EVERYWHERE if group_id is None else group_id,
            "since": f"{since or date.min}",
            "until": f"{until}",
        },
    )
    return tuple(
        RatedDay(
            date.fromisoformat(day),
            Tally(
                n=n,
                energy=energy,
                confidence=confidence,
                pushiness=pushiness,
                befores=befores,
                energy_before=before,
                energy_after=after,
            ),
        )
        for day, n, energy, confidence, pushiness, befores, before, after in rows
    )


def meetings(session: Session, group_id: int | None, since: date, until: date) -> Sequence[Rated]:
    """The ratings of each meeting of some days, oldest first, of one group or of everything."""
    ours = "" if group_id is None else "AND m.group_id = :group_id "
    rows = plain_rows(
        session,
        f"{_RATED} AND m.start >= :since AND m.start <= :until {ours}ORDER BY m.start, m.id",
        {"since": f"{since}", "until": f"{until}T23:59", "group_id": group_id},
    )
    return [*starmap(_rated, rows)]


def latest(
    session: Session, until: date, count: int, with_before: int
) -> Mapping[int, Sequence[Rated]]:
    """Each group's latest rated meetings up to a day, oldest first.

    Among them are the latest `with_before` that say the energy before, which may lie farther back.
    """
    found: dict[int, dict[int, Rated]] = defaultdict(dict)
    for wanted, limit in (("", count), ("AND x.energy_before IS NOT NULL", with_before)):
        values = {"until": f"{until}T23:59", "limit": limit}
        for row in plain_rows(session, _LATEST.format(wanted=wanted), values):
            meeting_id, group_id, *_ = row
            if meeting_id not in found[group_id]:
                found[group_id][meeting_id] = _rated(*row)
    return {group: sorted(rated.values(), key=_order) for group, rated in found.items()}


def _rated(
    meeting_id: int,
    group_id: int | None,
    start: str,
    energy: int,
    confidence: int,
    pushiness: int,
    energy_before: int | None,
) -> Rated:
    return Rated(
        meeting_id=meeting_id,
        group_id=group_id,
        start=start,
        energy=energy,
        confidence=confidence,
        pushiness=pushiness,
        energy_before=energy_before,
    )


def _order(rated: Rated) -> tuple[str, Any]:
    return rated.start, rated.meeting_id


_RATED = (
    "SELECT m.id AS meeting_id, m.group_id, m.start, r.energy, r.confidence, r.pushiness, "
    "r.energy_before FROM meetings m JOIN reflections r ON r.meeting_id = m.id "
    "WHERE NOT m.cancelled AND NOT m.missed"
)
_LATEST = (
    "SELECT m.id AS meeting_id, m.group_id, m.start, r.energy, r.confidence, r.pushiness, "
    "r.energy_before FROM groups g JOIN meetings m ON m.id IN "
    "(SELECT n.id FROM meetings n JOIN reflections x ON x.meeting_id = n.id "
    "WHERE n.group_id = g.id AND n.start <= :until AND NOT n.cancelled AND NOT n.missed {wanted} "
    "ORDER BY n.start DESC, n.id DESC LIMIT :limit) "
    "JOIN reflections r ON r.meeting_id = m.id"
)
