"""What invitations say: who came, and how long ago the last was sent."""

from collections.abc import Iterable
from datetime import date

from netjournal.insights.referrals import ratio
from netjournal.model.figure import Figure
from netjournal.model.give_and_get import Invited


def show_rate(invited: Invited) -> Figure:
    """Who came, of all invitations with an outcome."""
    return ratio(invited.came, invited.came + invited.no_show + invited.declined)


def together(parts: Iterable[Invited]) -> Invited:
    """What became of all of them."""
    several = tuple(parts)
    return Invited(
        sent=sum(part.sent for part in several),
        came=sum(part.came for part in several),
        no_show=sum(part.no_show for part in several),
        declined=sum(part.declined for part in several),
        pending_past=sum(part.pending_past for part in several),
    )


def days_since(last: date | None, today: date) -> int | None:
    """Days since the last invitation; None: there was none."""
    return None if last is None else (today - last).days
