"""Who is a member of a group, as a condition of other queries."""

from datetime import date, timedelta

_SEEN_WITHIN = timedelta(days=365)


def members(which: str) -> str:
    """The members of groups on a day, as SQL that gives `contact_id` and `group_id`.

    A membership makes one that covers the day, its ends included. Whoever has no membership at all
    is a member wherever they were seen in the 365 days to it. `which` is a condition on the two
    columns; the values of `on_day` go with the query.
    """
    return (
        f"SELECT contact_id, group_id FROM memberships WHERE {which} "
        "AND coalesce(since, :day) <= :day AND coalesce(until, :day) >= :day "
        "UNION SELECT a.contact_id, m.group_id FROM meetings m "
        f"JOIN attendances a ON a.meeting_id = m.id WHERE {which} AND m.group_id IS NOT NULL "
        "AND m.start >= :seen_from AND m.start < :seen_to AND NOT m.cancelled AND NOT m.missed "
        "AND NOT EXISTS (SELECT 1 FROM memberships s WHERE s.contact_id = a.contact_id)"
    )


def on_day(day: date) -> dict[str, str]:
    """The day as values of the query."""
    return {
        "day": f"{day}",
        "seen_from": f"{day - _SEEN_WITHIN + timedelta(days=1)}",
        "seen_to": f"{day + timedelta(days=1)}",
    }
